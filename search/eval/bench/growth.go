package bench

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// Growth tells how a vocabulary grows with text and how unevenly its words are
// used.
type Growth struct {
	// Tokens and Words count running and different words.
	Tokens int `json:"tokens"`
	Words  int `json:"words"`
	// Exponent is beta of Heaps' law, Words = K * Tokens^beta, fitted over the
	// last four doublings of the text.
	Exponent float64 `json:"heaps"`
	// Head and Tail are the exponents of Zipf's law, frequency = c / rank^s, over
	// the ranks 10 to 1,000 and from 1,000 to half of all words.
	Head float64 `json:"zipf_head"`
	Tail float64 `json:"zipf_tail"`
	// Once is the share of words that stand once.
	Once float64 `json:"once"`
}

// at is the number of words after so many tokens, by Heaps' law through the
// measured end.
func (g Growth) at(tokens int) float64 {
	return float64(g.Words) * math.Pow(float64(tokens)/float64(g.Tokens), g.Exponent)
}

// unseen is the share of running words in further text of the same sort that are
// not among the words (Good and Turing: the share of what stands once).
func (g Growth) unseen() float64 { return g.Once * float64(g.Words) / float64(g.Tokens) }

// vocabulary counts words as a text goes by.
type vocabulary struct {
	tokens int
	counts map[string]int
	next   int // tokens at which the next point is taken
	points []point
}

// point is the size of a vocabulary at a place in the text.
type point struct{ tokens, words int }

// doublings is over how many of them the growth is fitted.
const doublings = 4

// newVocabulary begins a count over a text of about so many tokens.
func newVocabulary(tokens int) *vocabulary {
	return &vocabulary{counts: map[string]int{}, next: max(1, tokens>>doublings)}
}

// add counts one running word.
func (v *vocabulary) add(word string) {
	v.tokens++
	v.counts[word]++
	if v.tokens >= v.next {
		v.points = append(v.points, point{v.tokens, len(v.counts)})
		v.next *= 2
	}
}

// growth gives what was counted.
func (v *vocabulary) growth() Growth {
	g := Growth{Tokens: v.tokens, Words: len(v.counts)}
	points := append(slices.Clone(v.points), point{v.tokens, len(v.counts)})
	var xs, ys []float64
	for _, p := range points {
		xs, ys = append(xs, math.Log(float64(p.tokens))), append(ys, math.Log(float64(p.words)))
	}
	g.Exponent = slope(xs, ys)
	counts := slices.Sorted(maps.Values(v.counts))
	slices.Reverse(counts)
	g.Head, g.Tail = -zipf(counts, 10, 1000), -zipf(counts, 1000, len(counts)/2)
	once, _ := slices.BinarySearchFunc(counts, 1, func(c, one int) int { return one - c })
	g.Once = float64(len(counts)-once) / float64(max(1, len(counts)))
	return g
}

// zipf fits the slope of frequency over rank, at ranks evenly spread over the
// logarithms.
func zipf(counts []int, from, to int) float64 {
	const steps = 40
	to = min(to, len(counts))
	if from >= to {
		return 0
	}
	var xs, ys []float64
	for i := range steps + 1 {
		rank := int(float64(from) * math.Pow(float64(to)/float64(from), float64(i)/steps))
		xs = append(xs, math.Log(float64(rank)))
		ys = append(ys, math.Log(float64(counts[rank-1])))
	}
	return slope(xs, ys)
}

// slope is that of the straight line with the least squares.
func slope(xs, ys []float64) float64 {
	n := float64(len(xs))
	var sx, sy, sxx, sxy float64
	for i := range xs {
		sx, sy = sx+xs[i], sy+ys[i]
		sxx, sxy = sxx+xs[i]*xs[i], sxy+xs[i]*ys[i]
	}
	if d := n*sxx - sx*sx; d != 0 {
		return (n*sxy - sx*sy) / d
	}
	return 0
}

// Meter measures the vocabulary of texts.
type Meter struct{ words *vocabulary }

// NewMeter begins to measure texts of about so many running words.
func NewMeter(tokens int) Meter { return Meter{newVocabulary(tokens)} }

// Add counts the words of a text.
func (m Meter) Add(text string) {
	for _, c := range cutWords(text) {
		m.words.add(strings.ToLower(c.word))
	}
}

// Growth gives what was measured.
func (m Meter) Growth() Growth { return m.words.growth() }
