package bleve

import (
	"fmt"
	"slices"

	"travaux/search/bleve/flat"
)

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

// inverse checks that each ordinal's entry has that ordinal, and no other entry has
// one.
func (k *checker) inverse(name string, ordinalOf, entryOf []uint32) {
	for i, entry := range entryOf {
		if ordinalOf[entry] != uint32(i) {
			k.fail(name, fmt.Sprintf("entry %d is not that of %d", entry, i))
			return
		}
	}
	held := 0
	for _, ordinal := range ordinalOf {
		if ordinal != none {
			held++
		}
	}
	k.length(name, held, len(entryOf))
}

// sorted checks that strings are in the order of their bytes, by which they are found.
func (k *checker) sorted(name string, s flat.Strings) {
	if !s.Sorted() {
		k.fail(name, "out of order")
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
	k.inverse("entry.passage", c.passageOf, c.entryOf)
	k.inverse("entry.rendition", c.renditionOf, c.entryOfRendition)
	k.sorted("names", c.answersTo)
	k.sorted("hashes", c.hashes)
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
	k.sorted(f.name+".keys", f.keys)
	if isTree(f.name) {
		k.orNone(f.name+".parents", f.parents, values, values)
	} else {
		k.length(f.name+".parents", len(f.parents), 0)
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
