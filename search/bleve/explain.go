package bleve

import "travaux/search"

// explainDocument tells how the score of a rendition that has been scored is made
// up; named tells that the query names its document.
func (e *evaluation) explainDocument(r uint32, named bool) (*search.Explanation, error) {
	first, last := e.columns.spanOf(r)
	best := first
	for p := first; p < last; p++ {
		if e.score[p] > e.score[best] {
			best = p
		}
	}
	out := &search.Explanation{Rule: documentRule, Score: e.scoreOf(r)}
	if named {
		out.Parts = append(out.Parts, search.Part{What: "the query names the document: it comes first", Where: "symbol"})
	}
	for _, l := range e.scored {
		for i := range l.texts {
			parts, err := e.explainListings(l, i, r, best)
			if err != nil {
				return nil, err
			}
			out.Parts = append(out.Parts, parts...)
		}
	}
	return out, nil
}

// explainPassage does as explainDocument for a passage.
func (e *evaluation) explainPassage(passage uint32, named bool) (*search.Explanation, error) {
	out := &search.Explanation{Rule: paragraphRule, Score: e.score[passage]}
	if named {
		out.Parts = append(out.Parts, search.Part{What: "the query names the document: it comes first", Where: "symbol"})
	}
	if e.score[passage] == 0 { // it is a result for something else than its words
		return out, nil
	}
	for _, l := range e.scored {
		for i := range l.texts {
			parts, err := e.explainParagraph(l, i, passage)
			if err != nil {
				return nil, err
			}
			out.Parts = append(out.Parts, parts...)
		}
	}
	return out, nil
}

// explainListings gives the parts of one leaf in one analysis for a rendition:
// in its whole text, in its best passage and in its title.
func (e *evaluation) explainListings(l *leaf, analysis int, r, best uint32) ([]search.Part, error) {
	first, last := e.columns.spanOf(r)
	text, err := e.factsOf(&l.texts[analysis], first, last, best)
	if err != nil {
		return nil, err
	}
	title, err := e.factsOf(&l.titles[analysis], r, r+1, r)
	if err != nil {
		return nil, err
	}
	w, part, terms := e.weigh(l, analysis), e.parts(l, analysis), e.columns.termsOf(r, analysis)
	own := titleScore(w.title.of(title.there, title.terms), e.inTitle(r))
	if l.titlesOnly {
		return part("title", w.title, title.there, title.terms, own), nil
	}
	all := text.all + title.there
	out := part("document", w.whole, all, terms, w.whole.ofWhole(all, terms)/2)
	out = append(out, part("paragraph", w.paragraph, text.there, text.terms, w.paragraph.beneath(title.there, text.there, text.terms)/2)...)
	return append(out, part("title", w.title, title.there, title.terms, own+w.paragraph.ofMean(title.there)/2)...), nil
}

// explainParagraph does as explainListings for a passage.
func (e *evaluation) explainParagraph(l *leaf, analysis int, passage uint32) ([]search.Part, error) {
	r := e.columns.rendition[passage]
	text, err := e.factsOf(&l.texts[analysis], passage, passage+1, passage)
	if err != nil {
		return nil, err
	}
	title, err := e.factsOf(&l.titles[analysis], r, r+1, r)
	if err != nil || l.titlesOnly {
		return nil, err
	}
	w, part := e.weigh(l, analysis).paragraph, e.parts(l, analysis)
	out := part("paragraph", w, text.there, text.terms, w.beneath(title.there, text.there, folded(text.terms, w.roundMean())))
	return append(out, part("title", w, title.there, title.terms, w.ofMean(title.there))...), nil
}

// parts gives the function that makes a part of a leaf in one analysis; there is
// none of what does not stand in a text.
func (e *evaluation) parts(l *leaf, analysis int) func(where string, w bm25, frequency, terms uint32, score float64) []search.Part {
	return func(where string, w bm25, frequency, terms uint32, score float64) []search.Part {
		if frequency == 0 {
			return nil
		}
		return []search.Part{{
			What: l.asked.String(), Where: where, Language: e.analyses[analysis], Frequency: int(frequency), Length: int(terms),
			MeanLength: w.mean, With: w.with, Texts: w.texts, IDF: w.idf, Score: score,
		}}
	}
}

// standing is how often a leaf stands in a range of texts, and how often in one
// of them, which has so many terms.
type standing struct{ all, there, terms uint32 }

func (e *evaluation) factsOf(l *listing, first, last, one uint32) (out standing, err error) {
	err = e.facts(l, nil, func(texts, frequencies, terms []uint32) {
		for i, t := range texts {
			if t < first || t >= last {
				continue
			}
			out.all += frequencies[i]
			if t == one {
				out.there, out.terms = frequencies[i], terms[i]
			}
		}
	})
	return out, err
}
