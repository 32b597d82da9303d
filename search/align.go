package search

import (
	"cmp"
	"slices"
)

// match is one word of a quote, or two, that stands in a source.
type match struct{ quote, quoteWords, source, sourceWords int }

// Words are aligned as letters of genes are (Smith and Waterman): what is shared
// counts for it, what only one text has against it, and the best stretch is
// taken; then the best before it and behind it. So a common word far away is no
// match, while an insertion of any length parts nothing.
const (
	shareGain = 3
	skipLoss  = 1
	// leastGain is that of three words side by side, the fewest that make a
	// further stretch.
	leastGain = 3 * shareGain
	// maxStretches bounds how many stretches are looked for.
	maxStretches = 32
	// wholeCells is how many pairs of words are all compared; of more, only those
	// in a band at most bandWidth words off the diagonal on which most pairs of
	// neighbours meet.
	wholeCells = 1 << 14
	bandWidth  = 48
)

// area is the words [q0, q1) of a quote and [s0, s1) of a source.
type area struct{ q0, q1, s0, s1 int }

// align gives the words that a source shares with the quote, in their order.
func (q *quotation) align(s *quotation) []match {
	if whole := q.standsIn(s); whole != nil {
		return whole
	}
	a := aligner{quote: q, source: s, left: maxStretches}
	a.within(area{0, len(q.words), 0, len(s.words)}, true)
	slices.SortFunc(a.found, func(x, y match) int { return cmp.Compare(x.quote, y.quote) })
	return a.found
}

// standsIn gives the words of the whole quote where they stand side by side in a
// source; nil where they do not. So no bound on what is compared hides a quote that
// is there word by word.
func (q *quotation) standsIn(s *quotation) []match {
	n := len(q.words)
	same := func(a, b placedWord) bool { return a.number == b.number }
	for j := 0; n > 0 && j+n <= len(s.words); j++ {
		if !slices.EqualFunc(q.words, s.words[j:j+n], same) {
			continue
		}
		out := make([]match, n)
		for i := range out {
			out[i] = match{i, 1, j + i, 1}
		}
		return out
	}
	return nil
}

// aligner looks for stretches of shared words.
type aligner struct {
	quote, source *quotation
	found         []match
	left          int // stretches that may still be looked for
	cells         []int32
}

// within takes the best stretch of an area and goes on before and behind it.
func (a *aligner) within(r area, first bool) {
	if r.q0 >= r.q1 || r.s0 >= r.s1 || a.left == 0 {
		return
	}
	a.left--
	matches, gain := a.best(r)
	if len(matches) == 0 || !first && gain < leastGain {
		return
	}
	a.found = append(a.found, matches...)
	begin, end := matches[0], matches[len(matches)-1]
	a.within(area{r.q0, begin.quote, r.s0, begin.source}, false)
	a.within(area{end.quote + end.quoteWords, r.q1, end.source + end.sourceWords, r.s1}, false)
}

// best gives the stretch of an area that gains the most.
func (a *aligner) best(r area) ([]match, int32) {
	b := band{area: r, low: -(r.s1 - r.s0), high: r.q1 - r.q0}
	if (r.q1-r.q0)*(r.s1-r.s0) > wholeCells {
		diagonal, ok := a.diagonal(r)
		if !ok {
			return nil, 0
		}
		b.low, b.high = max(b.low, diagonal-bandWidth), min(b.high, diagonal+bandWidth)
	}
	return a.trace(b, a.fill(&b))
}

// diagonal gives the difference of places, in the quote and in the source, at
// which most pairs of neighbouring words meet, about.
func (a *aligner) diagonal(r area) (int, bool) {
	const (
		often = 8 // places at which a pair is looked for
		width = 16
	)
	votes := make([]int, (r.q1-r.q0+r.s1-r.s0)/width+2)
	words := a.source.words[r.s0:r.s1]
	for j := 1; j < len(words); j++ {
		places := a.quote.pairs[[2]int32{words[j-1].number, words[j].number}]
		first, _ := slices.BinarySearch(places, int32(r.q0))
		for _, at := range places[first:min(first+often, len(places))] {
			if int(at) < r.q1 {
				votes[(int(at)-r.q0-(j-1)+len(words))/width]++
			}
		}
	}
	most := 0
	for i := range votes[1:] {
		if votes[i]+votes[i+1] > votes[most]+votes[most+1] {
			most = i
		}
	}
	return (most+1)*width - len(words), votes[most]+votes[most+1] > 0
}

// band is the cells of an area whose diagonal, the word of the quote less that of
// the source, is within [low, high].
type band struct {
	area
	low, high int
	// row0 is the first row with cells, rows how many there are, width the cells
	// of one with a margin on both sides.
	row0, rows, width int
}

// at is the index of a cell: row i ends with word i of the quote, and column j
// with word j of the source.
func (b *band) at(i, j int) int { return (i-b.row0+marginRows)*b.width + i - j - b.low + 2 }

// marginRows is how many rows of nothing stand before the first, so that what two
// words lead to has a cell to come from.
const marginRows = 2

// columns are those of a row.
func (b *band) columns(i int) (from, to int) {
	return max(0, i-b.high), min(b.s1-b.s0, i-b.low)
}

// fill works out the gain of the best stretch that ends in each cell, and gives
// the best of them.
func (a *aligner) fill(b *band) (best [2]int) {
	b.row0 = max(1, b.low)
	b.rows = min(b.q1-b.q0, b.s1-b.s0+b.high) - b.row0 + 1
	b.width = b.high - b.low + 5
	size := (max(b.rows, 0) + marginRows) * b.width
	a.cells = slices.Grow(a.cells[:0], size)[:size]
	clear(a.cells)
	top := int32(0)
	for i := b.row0; i < b.row0+b.rows; i++ {
		if j, gain := a.fillRow(b, i); gain > top {
			top, best = gain, [2]int{i, j}
		}
	}
	return best
}

// fillRow works out a row and gives its best cell. It does what steps does, for
// every cell of all candidates, and must be quick.
func (a *aligner) fillRow(b *band, i int) (best int, top int32) {
	q, before, cells := &a.quote.words[b.q0+i-1], int32(unknownWord), a.cells
	if i > 1 {
		before = a.quote.words[b.q0+i-2].withNext
	}
	from, to := b.columns(i)
	from = max(from, 1)
	at, up := b.at(i, from), b.width
	next := int32(unknownWord) // of the source's word before
	if from > 1 {
		next = a.source.words[b.s0+from-2].withNext
	}
	for j := from; j <= to; j++ {
		s := &a.source.words[b.s0+j-1]
		gain := max(cells[at-up-1], cells[at+1]) - skipLoss
		if s.number == q.number {
			gain = max(gain, cells[at-up]+shareGain)
		}
		if s.asTwo != unknownWord && s.asTwo == before {
			gain = max(gain, cells[at-2*up-1]+2*shareGain)
		}
		if next == q.number {
			gain = max(gain, cells[at-up+1]+2*shareGain)
		}
		if gain > 0 {
			cells[at] = gain
		}
		if gain > top {
			best, top = j, gain
		}
		at, next = at-1, s.withNext
	}
	return best, top
}

// step is a way into a cell: so many words of the quote and of the source on,
// shared or not.
type step struct {
	quoteWords, sourceWords int
	shared                  bool
	gain                    int32
}

// steps gives the ways into a cell, the better ones first where they are equal;
// those that do not exist gain nothing.
func (a *aligner) steps(b *band, i, j int) [5]step {
	return [5]step{
		a.share(b, i, j, 1, 1), a.share(b, i, j, 2, 1), a.share(b, i, j, 1, 2),
		{1, 0, false, a.gain(b, i-1, j) - skipLoss},
		{0, 1, false, a.gain(b, i, j-1) - skipLoss},
	}
}

// gain is that of a cell, 0 outside the band.
func (a *aligner) gain(b *band, i, j int) int32 {
	if i < b.row0 || j < 1 || i-j < b.low || i-j > b.high {
		return 0
	}
	return a.cells[b.at(i, j)]
}

// share is the way into a cell by words that both have: one word each, or two
// that the other writes as one.
func (a *aligner) share(b *band, i, j, quoteWords, sourceWords int) step {
	none := step{quoteWords, sourceWords, true, 0}
	if i < quoteWords || j < sourceWords {
		return none
	}
	q, s := &a.quote.words[b.q0+i-quoteWords], &a.source.words[b.s0+j-sourceWords]
	same := false
	switch {
	case quoteWords == 2:
		same = q.withNext != unknownWord && q.withNext == s.asTwo
	case sourceWords == 2:
		same = s.withNext == q.number
	default:
		same = s.number == q.number
	}
	if !same {
		return none
	}
	none.gain = a.gain(b, i-quoteWords, j-sourceWords) + shareGain*int32(max(quoteWords, sourceWords))
	return none
}

// trace goes back from the best cell and gives what is shared on the way.
func (a *aligner) trace(b band, best [2]int) (found []match, gain int32) {
	i, j := best[0], best[1]
	gain = a.gain(&b, i, j)
	for here := gain; here > 0; here = a.gain(&b, i, j) {
		for _, s := range a.steps(&b, i, j) {
			if s.gain != here {
				continue
			}
			i, j = i-s.quoteWords, j-s.sourceWords
			if s.shared {
				found = append(found, match{b.q0 + i, s.quoteWords, b.s0 + j, s.sourceWords})
			}
			break
		}
	}
	slices.Reverse(found)
	return found, gain
}
