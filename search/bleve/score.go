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
type bm25 struct{ idf, base, slope float64 }

// newBM25 makes ready for a word that a number of all texts has.
func newBM25(all length, with int) bm25 {
	return bm25{idf(all.Texts, with), k1 * (1 - b), k1 * b / all.mean()}
}

func idf(texts, with int) float64 {
	return math.Log(1 + (float64(texts)-float64(with)+0.5)/(float64(with)+0.5))
}

// of gives the part of the score of a text of so many terms that has the word so
// often.
func (w bm25) of(frequency, terms uint32) float64 {
	f := float64(frequency)
	return w.idf * f / (f + w.base + w.slope*float64(terms))
}

// documentScore is the rule by which renditions are ranked, from the scores of
// the whole text, of its best passage and of the title: the mean of the first two,
// so that neither a long report that is about everything nor a short one with one
// lucky line wins; and the title as a field of its own.
func documentScore(whole, best, title float64) float64 { return (whole+best)/2 + title }

// documentRule says in words what documentScore does.
const documentRule = "half of the score of the whole text and half of its best paragraph's, added up over the words and phrases, and all of the title's"

// scoreOf gives the score of a rendition that has been scored.
func (e *evaluation) scoreOf(r uint32) float64 {
	return documentScore(e.whole[r], e.best[r], e.title[r])
}

// scorePassages adds up the scores of all words and phrases for some passages.
// Sums are made in the order of the query, then of analyses, so that the same
// collection gives the same scores whatever its history.
func (e *evaluation) scorePassages(units bitset) error {
	few := e.fewEntries(units, units.count())
	for _, l := range e.scored {
		for i := range l.texts {
			weigh := newBM25(e.columns.passages[e.analyses[i]], len(l.texts[i].texts))
			err := e.facts(&l.texts[i], few, func(passages, frequencies, terms []uint32) {
				for j, p := range passages {
					if p != none && units.has(p) {
						e.addScore(p, weigh.of(frequencies[j], terms[j]))
					}
				}
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func (e *evaluation) addScore(passage uint32, score float64) {
	if e.score[passage] == 0 {
		e.touched = append(e.touched, passage)
	}
	e.score[passage] += score
}

// scoreRenditions does as scorePassages for some renditions and their passages,
// and gives their documents the best of their scores.
func (e *evaluation) scoreRenditions(units bitset) error {
	e.results = units
	passages := 0
	units.each(func(r uint32) {
		first, last := e.columns.spanOf(r)
		passages += int(last - first)
	})
	few := e.fewEntriesOf(units, passages)
	for _, l := range e.scored {
		for i := range l.texts {
			if err := e.scoreTexts(i, &l.texts[i], units, few); err != nil {
				return err
			}
			if err := e.scoreTitles(i, &l.titles[i], units); err != nil {
				return err
			}
		}
	}
	of := e.columns.rendition
	for _, p := range e.touched {
		e.best[of[p]] = max(e.best[of[p]], e.score[p])
	}
	units.each(func(r uint32) {
		d := e.columns.documentOfRendition(r)
		e.ranked[d] = max(e.ranked[d], e.scoreOf(r))
	})
	return nil
}

// scoreTexts adds a listing's part to the scores of passages and of whole texts.
func (e *evaluation) scoreTexts(analysis int, l *listing, units bitset, few []uint32) error {
	if len(l.texts) == 0 {
		return nil
	}
	lang := e.analyses[analysis]
	weigh, of, frequency := newBM25(e.columns.passages[lang], len(l.texts)), e.columns.rendition, e.frequency
	with := e.list(min(l.renditions, e.units))
	err := e.facts(l, few, func(passages, frequencies, terms []uint32) {
		for i, p := range passages {
			if p == none {
				continue
			}
			r := of[p]
			if !units.has(r) {
				continue
			}
			e.addScore(p, weigh.of(frequencies[i], terms[i]))
			if frequency[r] == 0 {
				with = append(with, r)
			}
			frequency[r] += frequencies[i]
		}
	})
	weigh = newBM25(e.columns.texts[lang], l.renditions)
	for _, r := range with {
		e.whole[r] += weigh.of(frequency[r], e.columns.termsOf(r, analysis))
		frequency[r] = 0
	}
	e.keep(with)
	return err
}

// scoreTitles adds a listing's part to the scores of titles.
func (e *evaluation) scoreTitles(analysis int, l *listing, units bitset) error {
	if len(l.texts) == 0 {
		return nil
	}
	weigh := newBM25(e.columns.titles[e.analyses[analysis]], len(l.texts))
	return e.facts(l, nil, func(renditions, frequencies, terms []uint32) {
		for i, r := range renditions {
			if r != none && units.has(r) {
				e.title[r] += weigh.of(frequencies[i], terms[i])
			}
		}
	})
}

// forgetScores makes all scores 0 for the next search.
func (e *evaluation) forgetScores() {
	for _, p := range e.touched {
		e.score[p] = 0
	}
	e.touched = e.touched[:0]
	e.results.each(func(r uint32) {
		e.whole[r], e.best[r], e.title[r] = 0, 0, 0
		e.ranked[e.columns.documentOfRendition(r)] = 0
	})
}
