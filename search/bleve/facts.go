package bleve

import (
	"slices"

	"travaux/search/bleve/zap"
)

// leap is how many of a word's texts there must be to one that is scored for it to
// be quicker to leap from one to the next than to read them all.
const leap = 16

// fewEntries gives the entries of passages, in order, where they are few enough
// to be sought one by one in the lists of words; nil when they are not.
func (e *evaluation) fewEntries(passages bitset, n int) []uint32 {
	if n*leap > e.columns.passageCount() {
		return nil
	}
	out := e.list(n)
	passages.each(func(p uint32) { out = append(out, e.columns.entryOf[p]) })
	slices.Sort(out)
	return e.keep(out)
}

// fewEntriesOf is fewEntries of all passages of renditions.
func (e *evaluation) fewEntriesOf(renditions bitset, n int) []uint32 {
	if n*leap > e.columns.passageCount() {
		return nil
	}
	out := e.list(n)
	renditions.each(func(r uint32) {
		first, last := e.columns.spanOf(r)
		out = append(out, e.columns.entryOf[first:last]...)
	})
	slices.Sort(out)
	return e.keep(out)
}

// facts visits, block by block, the texts of a listing with how often the word
// stands in them and how many terms they have. Of a listing of passages it may leave
// out those that are not among few entries, unless these are nil.
func (e *evaluation) facts(l *listing, few []uint32, visit func(texts, frequencies, terms []uint32)) error {
	switch {
	case len(l.texts) == 0:
		return nil
	case l.frequencies != nil:
		visit(l.texts, l.frequencies, l.lengths)
		return e.tick()
	case few != nil && len(few)*leap < len(l.texts):
		return e.soughtFacts(l, few, visit)
	}
	texts, r := l.texts, &e.scratch.postings
	for r.Open(l.word, zap.Facts); ; {
		n, err := e.next(r)
		if n == 0 || err != nil {
			return err
		}
		visit(texts[:n], r.Frequencies[:n], r.Lengths[:n])
		texts = texts[n:]
	}
}

// soughtFacts seeks entries one by one.
func (e *evaluation) soughtFacts(l *listing, entries []uint32, visit func(texts, frequencies, terms []uint32)) error {
	s, n := &e.scratch.seeker, 0
	s.Open(l.word, false)
	for i, entry := range entries {
		if err := e.tickAt(i); err != nil {
			return err
		}
		found, err := s.Seek(entry)
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		e.block[n], e.frequencies[n], e.terms[n] = e.columns.passageOf[entry], s.Frequency, s.Length
		if n++; n == zap.BlockSize {
			visit(e.block[:n], e.frequencies[:n], e.terms[:n])
			n = 0
		}
	}
	visit(e.block[:n], e.frequencies[:n], e.terms[:n])
	return nil
}
