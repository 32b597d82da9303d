package bleve

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"travaux/search/bleve/flat"
)

// columnsName is the file of columns in a generation's folder.
const columnsName = "columns.flat"

// toDisk writes parts of columns.
type toDisk struct{ *flat.Writer }

func (w toDisk) bytes(name string, v *[]byte)         { w.Bytes(name, *v) }
func (w toDisk) numbers(name string, v *[]uint32)     { w.Uint32s(name, *v) }
func (w toDisk) wide(name string, v *[]uint64)        { w.Uint64s(name, *v) }
func (w toDisk) strings(name string, v *flat.Strings) { w.Strings(name, *v) }

// writeColumns writes the columns of an index to a file, which must not be there
// yet.
func writeColumns(path string, r *reader) error {
	c, err := gatherColumns(r)
	if err != nil {
		return fmt.Errorf("gather columns: %w", err)
	}
	w, err := flat.Create(path)
	if err != nil {
		return fmt.Errorf("write columns: %w", err)
	}
	c.parts(toDisk{w})
	if err := w.Close(); err != nil {
		return fmt.Errorf("write columns: %w", err)
	}
	return nil
}

// fromDisk maps parts of columns and keeps the first error.
type fromDisk struct {
	file *flat.File
	err  error
}

func (r *fromDisk) bytes(name string, v *[]byte)         { r.keep(take(v, name, r.file.Bytes)) }
func (r *fromDisk) numbers(name string, v *[]uint32)     { r.keep(take(v, name, r.file.Uint32s)) }
func (r *fromDisk) wide(name string, v *[]uint64)        { r.keep(take(v, name, r.file.Uint64s)) }
func (r *fromDisk) strings(name string, v *flat.Strings) { r.keep(take(v, name, r.file.Strings)) }

func take[T any](v *T, name string, read func(string) (T, error)) (err error) {
	*v, err = read(name)
	return err
}

func (r *fromDisk) keep(err error) { r.err = errors.Join(r.err, err) }

// openColumns maps the columns of a generation for the index that a reader reads.
// Whoever opens them closes them.
func openColumns(generation string, r *reader) (*columns, error) {
	file, err := flat.Open(filepath.Join(generation, columnsName))
	if err != nil {
		return nil, err
	}
	c := &columns{file: file, facets: map[string]*facetColumn{}}
	parts := fromDisk{file: file}
	c.parts(&parts)
	err = parts.err
	if err == nil {
		err = c.check(r.size())
	}
	if err == nil && !slices.Equal(c.segments, r.fingerprint()) {
		err = errors.New("they belong to another index")
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("columns of %s: %w", generation, err), file.Close())
	}
	c.derive()
	return c, nil
}

// Close gives the mapping back.
func (c *columns) Close() error {
	if c.file == nil {
		return nil
	}
	return c.file.Close()
}

// checker looks whether numbers are within bounds, so that no search leaves them,
// and keeps the first error.
type checker struct{ err error }

func (k *checker) fail(name, what string) {
	if k.err == nil {
		k.err = fmt.Errorf("%s: %s: %w", name, what, flat.ErrDamaged)
	}
}

func (k *checker) length(name string, got, want int) {
	if got != want {
		k.fail(name, fmt.Sprintf("%d instead of %d", got, want))
	}
}

// below checks that there are n numbers, all below a bound.
func (k *checker) below(name string, values []uint32, n, bound int) {
	k.length(name, len(values), n)
	most := uint32(0)
	for _, v := range values {
		most = max(most, v)
	}
	if len(values) > 0 && uint64(most) >= uint64(bound) {
		k.fail(name, fmt.Sprintf("%d is not below %d", most, bound))
	}
}

// orNone does as below about numbers some of which may be none.
func (k *checker) orNone(name string, values []uint32, n, bound int) {
	k.length(name, len(values), n)
	for _, v := range values {
		if v != none && uint64(v) >= uint64(bound) {
			k.fail(name, fmt.Sprintf("%d is not below %d", v, bound))
			return
		}
	}
}

// lists checks that there are n lists of numbers below a bound.
func (k *checker) lists(name string, l lists, n, bound int) {
	k.spans(name, l.at, n, len(l.of))
	k.below(name, l.of, len(l.of), bound)
}

// spans checks the bounds of n spans that end with a number.
func (k *checker) spans(name string, at []uint32, n, end int) {
	k.length(name, len(at), n+1)
	if err := flat.Offsets(at, end); err != nil && k.err == nil {
		k.err = fmt.Errorf("%s: %w", name, err)
	}
}

// owners checks that each of a span's members names the span as its own.
func (k *checker) owners(name string, owner, spans []uint32) {
	for i := range len(spans) - 1 {
		for _, o := range owner[spans[i]:spans[i+1]] {
			if o != uint32(i) {
				k.fail(name, fmt.Sprintf("%d is named by a member of %d", o, i))
				return
			}
		}
	}
}

// check compares the parts with one another.
func (c *columns) check(entries int) error {
	k := &checker{}
	passages, renditions, documents := len(c.entryOf), len(c.entryOfRendition), max(0, len(c.renditions)-1)
	k.length("sums", len(c.sums), 6*len(analyses()))
	k.orNone("entry.passage", c.passageOf, entries, passages)
	k.orNone("entry.rendition", c.renditionOf, entries, renditions)
	k.below("passage.entry", c.entryOf, passages, entries)
	k.below("passage.rendition", c.rendition, passages, renditions)
	k.below("rendition.entry", c.entryOfRendition, renditions, entries)
	k.below("rendition.document", c.documents, renditions, documents)
	k.spans("rendition.passages", c.spans, renditions, passages)
	k.length("rendition.terms", len(c.terms), renditions*len(analyses()))
	k.analyses("passage.analysis", c.passageAnalysis, passages)
	k.analyses("rendition.analysis", c.renditionAnalysis, renditions)
	k.length("rendition.flags", len(c.flags), renditions)
	k.length("rendition.symbol", c.otherSymbols.Len(), renditions)
	k.spans("rendition.titles", c.titlesAt, renditions, c.titleTexts.Len())
	k.spans("document.renditions", c.renditions, documents, renditions)
	k.below("document.oldest", c.oldest, documents, documents)
	k.below("document.symbol", c.symbol, documents, documents)
	k.below("document.family", c.families, documents, documents)
	k.length("document.id", c.ids.Len(), documents)
	k.length("document.key", c.keys.Len(), documents)
	k.below("names.document", c.named, c.answersTo.Len(), documents)
	k.below("hashes.rendition", c.fileOf, c.hashes.Len(), renditions)
	if k.err != nil {
		return k.err
	}
	k.owners("passage.rendition", c.rendition, c.spans)
	k.owners("rendition.document", c.documents, c.renditions)
	for d := range documents {
		if c.renditions[d] == c.renditions[d+1] {
			k.fail("document.renditions", "a document has none")
			break
		}
	}
	for _, name := range columnFields() {
		c.facets[name].check(k, passages, renditions)
	}
	return k.err
}

func (k *checker) analyses(name string, of []byte, n int) {
	k.length(name, len(of), n)
	if len(of) > 0 && int(slices.Max(of)) >= len(languages()) {
		k.fail(name, "an analysis is not known")
	}
}

func (f *facetColumn) check(k *checker, passages, renditions int) {
	values := f.values.Len()
	k.length(f.name+".keys", f.keys.Len(), values)
	k.below(f.name+".keyed", f.keyed, values, values)
	if isTree(f.name) {
		k.orNone(f.name+".parents", f.parents, values, values)
	}
	k.lists(f.name+".of", f.of, renditions, values)
	k.lists(f.name+".with", f.with, values, renditions)
	p := f.passages
	if p == nil || k.err != nil {
		return
	}
	k.length(f.name+".present", len(p.present), len(newBitset(passages)))
	if rest := passages % wordBits; rest > 0 && k.err == nil && p.present[len(p.present)-1]>>rest != 0 {
		k.fail(f.name+".present", "more than all are present")
	}
	k.length(f.name+".rank", len(p.rank), len(p.present))
	if k.err == nil && !slices.Equal(p.rank, p.present.ranks()) {
		k.fail(f.name+".rank", "the ranks are not those of what is present")
	}
	k.lists(f.name+".passage", p.of, p.present.count(), values)
	k.lists(f.name+".passages", p.with, values, passages)
}
