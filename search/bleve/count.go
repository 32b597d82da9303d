package bleve

import (
	"math/bits"

	"travaux/search"
)

// census is a set of units made ready for counting: their renditions in order.
// Counting one field after another goes through it again.
type census struct {
	*evaluation
	units      bitset
	renditions []uint32
	// weights are, in the paragraph view, the passages that each rendition has
	// among the units.
	weights []uint32
}

func (e *evaluation) census(units bitset) *census {
	t := &census{evaluation: e, units: units, renditions: e.list(min(units.count(), e.columns.renditionCount()))}
	if e.view == search.Documents {
		units.each(func(r uint32) { t.renditions = append(t.renditions, r) })
		e.keep(t.renditions)
		return t
	}
	t.weights = e.list(cap(t.renditions))
	for p := units.next(0); p != none; {
		r := e.columns.rendition[p]
		_, last := e.columns.spanOf(r)
		t.renditions = append(t.renditions, r)
		t.weights = append(t.weights, uint32(units.countRange(p, last)))
		p = units.next(last)
	}
	e.keep(t.renditions)
	e.keep(t.weights)
	return t
}

// total counts results: documents, or passages.
func (t *census) total() int {
	if t.view == search.Paragraphs {
		return t.units.count()
	}
	n, last := 0, none
	for _, r := range t.renditions {
		if d := t.columns.documents[r]; d != last {
			n, last = n+1, d
		}
	}
	return n
}

// count counts, by value of a field, the results that have it.
func (t *census) count(column *facetColumn) []uint32 {
	counts := t.zeros(column.values.Len())
	switch {
	case t.view == search.Documents:
		t.countDocuments(column.of, counts)
	case column.passages != nil:
		column.passages.count(t.units, counts)
	default:
		for i, r := range t.renditions {
			for _, value := range column.of.list(r) {
				counts[value] += t.weights[i]
			}
		}
	}
	return counts
}

// countDocuments counts each document once under each value that one of its
// renditions among the units has.
func (t *census) countDocuments(of lists, counts []uint32) {
	var last []uint32 // by value, the document counted last, plus one
	documents := t.columns.documents
	for i := 0; i < len(t.renditions); {
		r := t.renditions[i]
		d := documents[r]
		end := i + 1
		for end < len(t.renditions) && documents[t.renditions[end]] == d {
			end++
		}
		if end == i+1 {
			for _, value := range of.list(r) {
				counts[value]++
			}
			i = end
			continue
		}
		if last == nil {
			last = t.zeros(len(counts))
		}
		for ; i < end; i++ {
			for _, value := range of.list(t.renditions[i]) {
				if last[value] != d+1 {
					last[value] = d + 1
					counts[value]++
				}
			}
		}
	}
}

// countAny counts the results that have any of a field's values.
func (t *census) countAny(column *facetColumn, values []uint32) int {
	with := t.unitsWith(column, values)
	with.and(t.units)
	if t.view == search.Paragraphs {
		return with.count()
	}
	return t.census(with).total()
}

// zeros gives n zeros, which are taken back at the end of the search.
func (e *evaluation) zeros(n int) []uint32 {
	out := e.keep(e.list(n)[:n])
	clear(out)
	return out
}

// next gives the first member that is not below a number, or none.
func (b bitset) next(from uint32) uint32 {
	i := int(from / wordBits)
	if i >= len(b) {
		return none
	}
	for w := b[i] >> (from % wordBits) << (from % wordBits); ; w = b[i] {
		if w != 0 {
			return uint32(i*wordBits + bits.TrailingZeros64(w))
		}
		if i++; i == len(b) {
			return none
		}
	}
}
