package zap

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	segments "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
	zapx "github.com/blevesearch/zapx/v17"
)

// maxDistance is how many letters Fuzzy can tolerate.
const maxDistance = 2

// Field is the dictionary of one field.
type Field struct {
	index        *Index
	dictionaries []dictionary // by segment
}

// dictionary is one segment's: fst where it is read here, Bleve's otherwise.
// It is empty without a segment.
type dictionary struct {
	segment *segment
	name    string
	fst     *vellum.FST
}

// Term is where the postings of one term stand in all segments; the zero Term
// has none.
type Term struct {
	text  string
	parts []part
}

// part is a term in one segment: what the dictionary says of it, which is either
// its only entry or the address of its postings.
type part struct {
	*dictionary
	value uint64
}

// Text is the term itself.
func (t Term) Text() string { return t.text }

// Term looks for a term.
func (f *Field) Term(text string) (t Term, err error) {
	t.text = text
	for i := range f.dictionaries {
		d := &f.dictionaries[i]
		if d.segment == nil {
			continue
		}
		value, ok, err := d.value(text)
		if err != nil {
			return Term{}, fmt.Errorf("look for %q: %w", text, err)
		}
		if ok {
			t.parts = append(t.parts, part{d, value})
		}
	}
	return t, nil
}

func (d *dictionary) value(text string) (value uint64, ok bool, err error) {
	if d.fst == nil {
		return 0, true, nil // its postings may turn out to be none
	}
	defer guard(&err)
	return d.fst.Get([]byte(text))
}

// Prefix gives the terms that begin in a way and that keep wants, in no order.
// keep must not hold on to the bytes it is given; its error ends the walk.
func (f *Field) Prefix(prefix string, keep func(text []byte) (bool, error)) ([]Term, error) {
	return f.search(&vellum.AlwaysMatch{}, []byte(prefix), after(prefix), keep)
}

// Fuzzy is as Prefix for the terms that at most distance (1 or 2) letters added,
// left out, changed or swapped make of a word.
func (f *Field) Fuzzy(word string, distance int, keep func(text []byte) (bool, error)) ([]Term, error) {
	if distance < 1 || distance > maxDistance {
		return nil, fmt.Errorf("a distance of %d letters is not known", distance)
	}
	builder, err := f.index.automata[distance]()
	if err != nil {
		return nil, fmt.Errorf("make automaton: %w", err)
	}
	fits, err := builder.BuildDfa(word, uint8(distance))
	if err != nil {
		return nil, fmt.Errorf("make automaton for %q: %w", word, err)
	}
	return f.search(fits, nil, nil, keep)
}

// after gives the first key behind all that begin with a prefix; nil when there
// is none.
func after(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i] < 0xff {
			end[i]++
			return end[:i+1]
		}
	}
	return nil
}

// gathering joins the parts of terms that stand in several segments.
type gathering struct {
	keep  func([]byte) (bool, error)
	terms []Term
	known map[string]int
	from  *dictionary
}

func (g *gathering) take(text []byte, value uint64) error {
	at, ok := g.known[string(text)]
	if !ok {
		if wanted, err := g.keep(text); err != nil || !wanted {
			return err
		}
		at = len(g.terms)
		g.terms = append(g.terms, Term{text: string(text)})
		g.known[g.terms[at].text] = at
	}
	g.terms[at].parts = append(g.terms[at].parts, part{g.from, value})
	return nil
}

func (f *Field) search(fits segments.Automaton, from, to []byte, keep func([]byte) (bool, error)) ([]Term, error) {
	g := gathering{keep: keep, known: map[string]int{}}
	for i := range f.dictionaries {
		if g.from = &f.dictionaries[i]; g.from.segment == nil {
			continue
		}
		walk := g.from.walk
		if g.from.fst == nil {
			walk = g.from.walkBleve
		}
		if err := walk(fits, from, to, g.take); err != nil {
			return nil, fmt.Errorf("go through the terms of %s: %w", g.from.name, err)
		}
	}
	return g.terms, nil
}

// walk goes through the terms of a dictionary that an automaton takes.
func (d *dictionary) walk(fits segments.Automaton, from, to []byte, visit func([]byte, uint64) error) (err error) {
	defer guard(&err)
	it, err := d.fst.Search(fits, from, to)
	for ; err == nil; err = it.Next() {
		if err := visit(it.Current()); err != nil {
			return err
		}
	}
	if errors.Is(err, vellum.ErrIteratorDone) {
		return nil
	}
	return err
}

func (d *dictionary) walkBleve(fits segments.Automaton, from, to []byte, visit func([]byte, uint64) error) error {
	terms, err := d.segment.inner.Dictionary(d.name)
	if err != nil {
		return err
	}
	it := terms.AutomatonIterator(fits, from, to)
	for {
		entry, err := it.Next()
		if err != nil || entry == nil {
			return err
		}
		if err := visit([]byte(entry.Term), 0); err != nil {
			return err
		}
	}
}

// Count counts the entries that hold the term, deleted ones left out.
func (t Term) Count() (int, error) {
	total := 0
	for _, p := range t.parts {
		n, err := p.count(t.text)
		if err != nil {
			return 0, fmt.Errorf("count %q: %w", t.text, err)
		}
		total += n
	}
	return total, nil
}

// AtMost is Count with deleted entries, which is quicker; of segments that Bleve
// reads it is exact.
func (t Term) AtMost() (int, error) {
	total := 0
	for _, p := range t.parts {
		l, err := p.list(t.text)
		if err != nil {
			return 0, fmt.Errorf("count %q: %w", t.text, err)
		}
		total += l.size
	}
	return total, nil
}

// Among keeps of entries, which are in order, those that hold the term. It writes
// over the list.
func (t Term) Among(entries []uint32) ([]uint32, error) {
	kept, rest := entries[:0], entries
	for _, p := range t.parts {
		first, end := p.segment.first, p.segment.first+p.segment.size
		from, _ := slices.BinarySearch(rest, first)
		to, _ := slices.BinarySearch(rest, end)
		var err error
		if kept, err = p.among(t.text, kept, rest[from:to]); err != nil {
			return nil, fmt.Errorf("look for %q: %w", t.text, err)
		}
		rest = rest[to:]
	}
	return kept, nil
}

// leap is how many postings there must be to one entry sought for leaping to be
// quicker than reading all.
const leap = 8

func (p part) among(text string, kept, entries []uint32) ([]uint32, error) {
	if len(entries) == 0 {
		return kept, nil
	}
	l, err := p.list(text)
	if err != nil {
		return nil, err
	}
	if l.bleve != nil || l.only || len(entries)*leap > l.size {
		return l.amongAll(kept, entries)
	}
	for _, e := range entries {
		if _, found := l.numbers.skipTo(e - p.segment.first); found {
			kept = append(kept, e)
		}
	}
	return kept, nil
}

// amongAll reads all postings.
func (l *list) amongAll(kept, entries []uint32) ([]uint32, error) {
	var block [BlockSize]uint32
	for len(entries) > 0 {
		n, err := l.entries(block[:])
		if n == 0 || err != nil {
			return kept, err
		}
		for _, local := range block[:n] {
			entry := l.segment.first + local
			for len(entries) > 0 && entries[0] < entry {
				entries = entries[1:]
			}
			if len(entries) > 0 && entries[0] == entry {
				kept, entries = append(kept, entry), entries[1:]
			}
		}
	}
	return kept, nil
}

func (p part) count(text string) (int, error) {
	l, err := p.list(text)
	if err != nil || l.bleve != nil || p.segment.deleted == nil {
		return l.size, err
	}
	live := 0
	var block [BlockSize]uint32
	for {
		n, err := l.entries(block[:])
		if n == 0 || err != nil {
			return live, err
		}
		for _, e := range block[:n] {
			if !p.segment.isDeleted(e) {
				live++
			}
		}
	}
}

func (s *segment) isDeleted(local uint32) bool { return s.deleted[local/64]>>(local%64)&1 != 0 }

// list is the postings of one term in one segment.
type list struct {
	part
	size    int
	numbers cursor
	// frequencies and places are where those stand in the segment's bytes, 0 for
	// nowhere.
	frequencies, places uint64
	chunk               uint32 // entries of which frequencies and places stand together
	only                bool   // one entry, which the dictionary itself tells
	bleve               segments.PostingsList
	plain               segments.PostingsIterator // through bleve, of entries alone
}

// list finds the postings.
func (p part) list(text string) (l list, err error) {
	l.part = p
	if p.fst == nil {
		return l, l.askBleve(text)
	}
	if p.value&zapx.FSTValEncodingMask == zapx.FSTValEncoding1Hit {
		entry, _ := zapx.FSTValDecode1Hit(p.value)
		if entry >= uint64(p.segment.size) {
			return l, ErrDamaged
		}
		l.only, l.size = true, 1
		return l, nil
	}
	b := bytesAt(p.segment.data, p.value)
	l.frequencies, l.places = b.uvarint(), b.uvarint()
	numbers, err := parseBitmap(b.take(b.uvarint()))
	if err != nil || b.bad {
		return l, ErrDamaged
	}
	l.numbers, l.size = newCursor(numbers), numbers.cardinality()
	l.chunk = p.segment.size / uint32(l.size/1024+1)
	if l.chunk == 0 {
		return l, ErrDamaged
	}
	return l, nil
}

func (l *list) askBleve(text string) error {
	terms, err := l.segment.inner.Dictionary(l.name)
	if err != nil {
		return err
	}
	l.bleve, err = terms.PostingsList([]byte(text), l.segment.except, nil)
	if err == nil {
		l.size = int(l.bleve.Count())
	}
	return err
}

// entries reads the next entries by their numbers in the segment; none at the
// end.
func (l *list) entries(out []uint32) (int, error) {
	if l.bleve != nil {
		return l.entriesOfBleve(out)
	}
	if l.only {
		entry, _ := zapx.FSTValDecode1Hit(l.value)
		if out[0] = uint32(entry); l.size == 0 {
			return 0, nil
		}
		l.size = 0
		return 1, nil
	}
	n := l.numbers.fill(out, 0)
	highest := uint32(0)
	for _, e := range out[:n] {
		highest = max(highest, e)
	}
	if n > 0 && highest >= l.segment.size {
		return 0, ErrDamaged
	}
	return n, nil
}

func (l *list) entriesOfBleve(out []uint32) (int, error) {
	if l.plain == nil {
		l.plain = l.bleve.Iterator(false, false, false, nil)
	}
	for n := range out {
		p, err := l.plain.Next()
		if err != nil || p == nil {
			return n, err
		}
		out[n] = uint32(p.Number())
	}
	return len(out), nil
}

// bytesReader reads numbers one after the other; bad tells that one was wanting.
type bytesReader struct {
	data []byte
	bad  bool
}

func bytesAt(data []byte, at uint64) bytesReader {
	if at >= uint64(len(data)) {
		return bytesReader{bad: true}
	}
	return bytesReader{data: data[at:]}
}

func (b *bytesReader) uvarint() uint64 {
	if len(b.data) > 0 && b.data[0] < 0x80 {
		v := uint64(b.data[0])
		b.data = b.data[1:]
		return v
	}
	v, n := binary.Uvarint(b.data)
	if n <= 0 {
		b.bad, b.data = true, nil
		return 0
	}
	b.data = b.data[n:]
	return v
}

func (b *bytesReader) take(n uint64) []byte {
	if n > uint64(len(b.data)) {
		b.bad, b.data = true, nil
		return nil
	}
	out := b.data[:n]
	b.data = b.data[n:]
	return out
}
