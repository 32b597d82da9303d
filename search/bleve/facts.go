package bleve

import (
	"slices"

	"travaux/search/bleve/zap"
)

// leap is how many of a word's texts there must be to one that is scored for it to
// be quicker to leap from one to the next than to read them all.
const leap = 16

// aims are the passages whose scores are wanted: where they are few, they are
// sought one by one in the lists of words.
type aims struct {
	n       int
	entries []uint32 // in order; made for the first word that wants them
	add     func(to []uint32) []uint32
}

// aimPassages are passages to be scored.
func (e *evaluation) aimPassages(passages bitset) *aims {
	return &aims{n: passages.count(), add: func(to []uint32) []uint32 {
		passages.each(func(p uint32) { to = append(to, e.columns.entryOf[p]) })
		return to
	}}
}

// aimTexts are all passages of renditions.
func (e *evaluation) aimTexts(renditions bitset) *aims {
	n := 0
	renditions.each(func(r uint32) {
		first, last := e.columns.spanOf(r)
		n += int(last - first)
	})
	return &aims{n: n, add: func(to []uint32) []uint32 {
		renditions.each(func(r uint32) {
			first, last := e.columns.spanOf(r)
			to = append(to, e.columns.entryOf[first:last]...)
		})
		return to
	}}
}

// entriesOf gives the entries of what is wanted, in order.
func (e *evaluation) entriesOf(aimed *aims) []uint32 {
	if aimed.entries == nil {
		aimed.entries = e.keep(aimed.add(e.list(aimed.n)))
		slices.Sort(aimed.entries)
	}
	return aimed.entries
}

// facts visits, block by block, the texts of a listing with how often the word
// stands in them and how many terms they have. Of a listing of passages it may leave
// out those that are not wanted; all are for nil.
func (e *evaluation) facts(l *listing, aimed *aims, visit func(texts, frequencies, terms []uint32)) error {
	switch {
	case len(l.texts) == 0:
		return nil
	case l.frequencies != nil:
		visit(l.texts, l.frequencies, l.lengths)
		return e.tick()
	case aimed != nil && aimed.n*leap < len(l.texts):
		return e.soughtFacts(l, e.entriesOf(aimed), visit)
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
