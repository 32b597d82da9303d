package bleve

import "math"

// The constants of BM25 as Lucene sets them.
const (
	k1 = 1.2
	b  = 0.75
)

// bm25 is the part of a score that one posting gives: idf ln(1 + (N-df+0.5)/(df+0.5)),
// and the frequency saturated by k1 and by the text's length against the mean.
func bm25(idf, frequency, length, mean float64) float64 {
	return idf * frequency / (frequency + k1*(1-b+b*length/mean))
}

func idf(texts, with int) float64 {
	return math.Log(1 + (float64(texts)-float64(with)+0.5)/(float64(with)+0.5))
}

// passageScores adds up the words' and phrases' scores of every passage.
func (e *evaluation) passageScores() []float64 {
	scores := make([]float64, len(e.columns.entryOf))
	for _, l := range e.scored {
		for _, lang := range analyses() {
			postings, all := l.texts[lang], e.columns.passages[lang]
			weight, mean := idf(all.Texts, len(postings)), all.mean()
			for _, p := range postings {
				scores[p.ordinal] += bm25(weight, float64(p.frequency), float64(p.length), mean)
			}
		}
	}
	return scores
}

// renditionScores scores renditions: the mean of the score of the whole text
// and that of the best passage, so that neither a long report that is about
// everything nor a short one with one lucky line wins; and the title as a
// field of its own.
func (e *evaluation) renditionScores(passages []float64) []float64 {
	scores := e.wholeScores()
	for i := range scores {
		r := &e.columns.renditions[i]
		best := 0.0
		for _, s := range passages[r.first:r.last] {
			best = max(best, s)
		}
		scores[i] = (scores[i] + best) / 2
	}
	for _, l := range e.scored {
		for _, lang := range analyses() {
			postings, all := l.titles[lang], e.columns.titles[lang]
			weight, mean := idf(all.Texts, len(postings)), all.mean()
			for _, p := range postings {
				scores[p.ordinal] += bm25(weight, float64(p.frequency), float64(p.length), mean)
			}
		}
	}
	return scores
}

// wholeScores scores renditions by the whole of their text in a language.
func (e *evaluation) wholeScores() []float64 {
	c := e.columns
	scores := make([]float64, len(c.renditions))
	frequency := make([]uint32, len(c.renditions))
	for _, l := range e.scored {
		for _, lang := range analyses() {
			var with []uint32
			for _, p := range l.texts[lang] {
				r := c.rendition[p.ordinal]
				if frequency[r] == 0 {
					with = append(with, r)
				}
				frequency[r] += p.frequency
			}
			weight, mean := idf(c.texts[lang].Texts, len(with)), c.texts[lang].mean()
			for _, r := range with {
				length := float64(c.renditions[r].Lengths[lang].Terms)
				scores[r] += bm25(weight, float64(frequency[r]), length, mean)
				frequency[r] = 0
			}
		}
	}
	return scores
}
