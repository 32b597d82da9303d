package bleve

import "travaux/search"

// paragraphRule says in words how the score of a passage is made up;
// documentRule does so for a document.
const paragraphRule = "the scores of the words and phrases in the paragraph, added up"

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
	for _, l := range e.scored {
		for i := range l.texts {
			f, err := e.factsOf(&l.texts[i], passage, passage+1, passage)
			if err != nil {
				return nil, err
			}
			part := e.part(l, i, "paragraph", e.columns.passages, len(l.texts[i].texts))
			out.Parts = append(out.Parts, scoredPart(part, f.there, f.terms)...)
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
	whole := e.part(l, analysis, "document", e.columns.texts, l.texts[analysis].renditions)
	paragraph := e.part(l, analysis, "paragraph", e.columns.passages, len(l.texts[analysis].texts))
	titled := e.part(l, analysis, "title", e.columns.titles, len(l.titles[analysis].texts))
	out := scoredPart(whole, text.all, e.columns.termsOf(r, analysis))
	out = append(out, scoredPart(paragraph, text.there, text.terms)...)
	return append(out, scoredPart(titled, title.there, title.terms)...), nil
}

// part is what is true of a leaf in all texts of a sort.
func (e *evaluation) part(l *leaf, analysis int, where string, all map[string]length, with int) search.Part {
	texts := all[e.analyses[analysis]]
	return search.Part{
		What: l.asked.String(), Where: where, Language: e.analyses[analysis],
		MeanLength: texts.mean(), With: with, Texts: texts.Texts, IDF: idf(texts.Texts, with),
	}
}

// scoredPart adds what is true in one text; there is no part of what does not
// stand in it.
func scoredPart(p search.Part, frequency, terms uint32) []search.Part {
	if frequency == 0 {
		return nil
	}
	p.Frequency, p.Length = int(frequency), int(terms)
	p.Score = bm25{p.IDF, k1 * (1 - b), k1 * b / p.MeanLength}.of(frequency, terms)
	return []search.Part{p}
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
