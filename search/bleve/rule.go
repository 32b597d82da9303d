package bleve

import "math"

// The constants of BM25 as Lucene sets them.
const (
	k1 = 1.2
	b  = 0.75
)

// bm25 gives the parts of scores of one word or phrase among texts of a sort: idf
// ln(1 + (N-df+0.5)/(df+0.5)), and the frequency saturated by k1 and by the text's
// length against the mean.
type bm25 struct {
	idf, base, slope, mean float64
	texts, with            int
}

// newBM25 makes ready for a word that a number of all texts has. Above is the
// mean length of the titles that are read as standing above the texts, 0 for
// none: it adds to the length of each.
func newBM25(all length, with int, above float64) bm25 {
	w := bm25{texts: all.Texts, with: with}
	w.idf = idf(max(all.Texts, with), with)
	w.setMean(all.mean(), above)
	return w
}

func (w *bm25) setMean(mean, above float64) {
	w.mean, w.base, w.slope = mean, k1*(1-b+b*above/(mean+above)), k1*b/(mean+above)
}

func idf(texts, with int) float64 {
	return math.Log(1 + (float64(texts)-float64(with)+0.5)/(float64(with)+0.5))
}

// of gives the part of the score of a text of so many terms that has the word so
// often.
func (w *bm25) of(frequency, terms uint32) float64 {
	f := float64(frequency)
	return w.idf * f / (f + w.base + w.slope*float64(terms))
}

// ofMean is of for a text of mean length.
func (w *bm25) ofMean(frequency uint32) float64 {
	f := float64(frequency)
	return w.idf * f / (f + w.base + w.slope*w.mean)
}

// ofWhole is of for a whole text with its title; one of which only the title is
// known counts as of mean length.
func (w *bm25) ofWhole(frequency, terms uint32) float64 {
	if terms == 0 {
		return w.ofMean(frequency)
	}
	return w.of(frequency, terms)
}

// beneath is what the words of a text add to those of a title that is read as
// standing above it.
func (w *bm25) beneath(above, frequency, terms uint32) float64 {
	if above == 0 {
		return w.of(frequency, terms)
	}
	return w.of(above+frequency, terms) - w.of(above, terms)
}

// folded makes a length below the mean one as far above it: what is shorter than a
// paragraph is a heading or a scrap, and says as little as one that is too long.
func folded(terms, mean uint32) uint32 {
	if terms < mean {
		return 2*mean - terms
	}
	return terms
}

// roundMean is the mean length, in whole terms.
func (w *bm25) roundMean() uint32 { return uint32(math.Round(w.mean)) }

// The shares of what a title has by itself in a document's score.
const (
	titleShare = 0.25
	fullShare  = 0.5 // where all words of the query stand in it
)

// documentScore is the rule by which renditions are ranked: the mean of the
// scores of the whole text, with its title, and of its best passage beneath its
// title, so that neither a long report that is about everything nor a short one
// with one lucky line wins; and a share of the title's score as a text of its own.
func documentScore(whole, best, title float64, full bool) float64 {
	return (whole+best)/2 + titleScore(title, full)
}

// documentRule and paragraphRule say in words how scores are made up, for those
// who ask for an explanation.
const (
	documentRule = "the parts, added up: half of what BM25 gives each word or phrase in the whole document, title included, half of what its best paragraph " +
		"adds to its title, and for the title half of what it gives to a paragraph beneath it and a quarter of its own, half where all words stand in it"
	paragraphRule = "the parts, added up: what BM25 gives each word or phrase in the paragraph beneath its title, and what the title alone would give; " +
		"a paragraph shorter than the mean counts as one as far above it"
)

// titleScore is what a title has by itself in a document's score.
func titleScore(title float64, full bool) float64 {
	if full {
		return fullShare * title
	}
	return titleShare * title
}
