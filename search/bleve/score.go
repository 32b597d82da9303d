package bleve

import "travaux/search"

// scorePassages adds up the scores of all words and phrases for some passages.
// Sums are made in the order of the query, then of analyses, so that the same
// collection gives the same scores whatever its history.
func (e *evaluation) scorePassages(units bitset) error {
	aims := e.aimPassages(units)
	for _, l := range e.scored {
		for i := range l.texts {
			if err := e.scoreTitles(l, i, nil); err != nil {
				return err
			}
			if err := e.scoreParagraphs(l, i, units, aims); err != nil {
				return err
			}
			e.closeTitles(&l.titles[i])
		}
	}
	if len(e.headed) == 0 {
		return nil
	}
	of := e.columns.rendition
	for _, p := range e.touched {
		e.score[p] += e.under[of[p]]
	}
	return nil
}

// scoreParagraphs adds a listing's part to the scores of passages that are to be
// results themselves.
func (e *evaluation) scoreParagraphs(l *leaf, analysis int, units bitset, aims *aims) error {
	weigh, of, titled := e.weigh(l, analysis).paragraph, e.columns.rendition, e.titled
	headed := len(l.titles[analysis].texts) > 0 && !l.titlesOnly
	mean := weigh.roundMean()
	score, touched := e.score, e.touched
	err := e.facts(&l.texts[analysis], aims, func(passages, frequencies, terms []uint32) {
		frequencies, terms = frequencies[:len(passages)], terms[:len(passages)]
		for i, p := range passages {
			if p == none || !units.has(p) {
				continue
			}
			above := uint32(0)
			if headed {
				above = titled[of[p]]
			}
			if score[p] == 0 {
				touched = append(touched, p)
			}
			score[p] += weigh.beneath(above, frequencies[i], folded(terms[i], mean))
		}
	})
	e.touched = touched
	return err
}

// scoreRenditions does as scorePassages for some renditions and their passages,
// and gives their documents the best of their scores.
func (e *evaluation) scoreRenditions(units bitset) error {
	e.results = units
	aims := e.aimTexts(units)
	for _, l := range e.scored {
		for i := range l.texts {
			if err := e.scoreTitles(l, i, units); err != nil {
				return err
			}
			if err := e.scoreTexts(l, i, units, aims); err != nil {
				return err
			}
			e.closeTitles(&l.titles[i])
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

// scoreOf gives the score of a rendition that has been scored.
func (e *evaluation) scoreOf(r uint32) float64 {
	return documentScore(e.whole[r], e.best[r]+e.under[r], e.title[r], e.inTitle(r))
}

// inTitle reports whether all words of the query stand in a rendition's title.
func (e *evaluation) inTitle(r uint32) bool {
	asked := 0
	for _, l := range e.scored {
		if !l.neutral[e.analyses[e.columns.analysisOf(r)]] {
			asked++
		}
	}
	return int(e.words[r]) >= asked
}

// scoreTitles adds a listing's part to the scores of titles, and opens them for
// the texts that stand beneath; of all renditions where within is nil.
func (e *evaluation) scoreTitles(l *leaf, analysis int, within bitset) error {
	w := e.weigh(l, analysis)
	return e.facts(&l.titles[analysis], nil, func(renditions, frequencies, terms []uint32) {
		for i, r := range renditions {
			if r == none || within != nil && !within.has(r) {
				continue
			}
			if e.words[r] == 0 {
				e.headed = append(e.headed, r)
			}
			e.words[r]++
			e.title[r] += w.title.of(frequencies[i], terms[i])
			if !l.titlesOnly {
				e.titled[r] = frequencies[i]
				e.under[r] += w.paragraph.ofMean(frequencies[i])
			}
		}
	})
}

// closeTitles ends what scoreTitles began for the texts of a listing.
func (e *evaluation) closeTitles(l *listing) {
	for _, r := range l.texts {
		if r != none {
			e.titled[r] = 0
		}
	}
}

// scoreTexts adds a listing's part to the scores of passages and of whole texts,
// to which their title belongs.
func (e *evaluation) scoreTexts(l *leaf, analysis int, units bitset, aims *aims) error {
	if l.titlesOnly || len(l.texts[analysis].texts)+len(l.titles[analysis].texts) == 0 {
		return nil
	}
	w, of, frequency, titled := e.weigh(l, analysis), e.columns.rendition, e.frequency, e.titled
	with := e.list(min(l.texts[analysis].renditions, e.units))
	score, touched := e.score, e.touched
	err := e.facts(&l.texts[analysis], aims, func(passages, frequencies, terms []uint32) {
		frequencies, terms = frequencies[:len(passages)], terms[:len(passages)]
		for i, p := range passages {
			if p == none {
				continue
			}
			r := of[p]
			if !units.has(r) {
				continue
			}
			if score[p] == 0 {
				touched = append(touched, p)
			}
			score[p] += w.paragraph.beneath(titled[r], frequencies[i], terms[i])
			if frequency[r] == 0 {
				with = append(with, r)
			}
			frequency[r] += frequencies[i]
		}
	})
	e.touched = touched
	for _, r := range l.titles[analysis].texts {
		if r == none || titled[r] == 0 {
			continue
		}
		if frequency[r] == 0 {
			with = append(with, r)
		}
		frequency[r] += titled[r]
	}
	for _, r := range with {
		e.whole[r] += w.whole.ofWhole(frequency[r], e.columns.termsOf(r, analysis))
		frequency[r] = 0
	}
	e.keep(with)
	return err
}

// weighing is what the parts of scores of a leaf in one analysis are made with.
type weighing struct{ title, paragraph, whole bm25 }

// weigh makes ready for a leaf in one analysis.
func (e *evaluation) weigh(l *leaf, analysis int) weighing {
	lang, texts, titles := e.analyses[analysis], &l.texts[analysis], &l.titles[analysis]
	all, c := e.columns.titles[lang], e.columns
	w := weighing{
		title:     newBM25(all, len(titles.texts), 0),
		paragraph: newBM25(c.passages[lang], len(texts.texts), all.mean()),
	}
	if e.view == search.Documents {
		renditions := c.texts[lang]
		// Those without a text are texts as well, of a title alone.
		w.whole = newBM25(length{max(renditions.Texts, all.Texts), renditions.Terms}, texts.renditions, all.mean())
		w.whole.setMean(renditions.mean(), all.mean())
	}
	return w
}

// forgetScores makes all scores 0 for the next search.
func (e *evaluation) forgetScores() {
	for _, p := range e.touched {
		e.score[p] = 0
	}
	e.touched = e.touched[:0]
	for _, r := range e.headed {
		e.title[r], e.under[r], e.words[r], e.titled[r] = 0, 0, 0, 0
	}
	e.headed = e.headed[:0]
	e.results.each(func(r uint32) {
		e.whole[r], e.best[r] = 0, 0
		e.ranked[e.columns.documentOfRendition(r)] = 0
	})
}
