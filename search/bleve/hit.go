package bleve

import (
	"cmp"
	"encoding/json"
	"fmt"

	"travaux/search"
	"travaux/search/un"
)

// bestParagraphs is how many paragraphs a document's hit gives.
const bestParagraphs = 3

// hit is what is known of a rendition's document, without paragraphs. What the
// rendition does not tell, the document's others may.
func (c *columns) hit(rendition uint32) search.Hit {
	d := c.documentOfRendition(rendition)
	first, last := c.renditionsOf(d)
	told := func(tell func(r uint32) string) string {
		out := tell(rendition)
		for r := first; r < last && out == ""; r++ {
			out = tell(r)
		}
		return out
	}
	value := func(field string) string {
		return told(func(r uint32) string { return c.valueOf(field, r) })
	}
	hit := search.Hit{
		ID: c.idOf(d), Title: told(c.titleOf), Body: value("body"), Date: un.Date(value(dateColumn)),
		NoText: c.noTextOf(rendition), Languages: []string{}, Type: c.typesOf(rendition), Paragraphs: []search.Paragraph{},
	}
	hit.Symbol = c.symbolText(rendition)
	if c.heldOf(rendition) {
		hit.Language = c.languageOf(rendition)
	}
	for r := first; r < last; r++ {
		if c.heldOf(r) {
			hit.Held = true
			hit.Languages = append(hit.Languages, c.languageOf(r))
		}
		if len(hit.Type) == 0 {
			hit.Type = c.typesOf(r)
		}
	}
	meeting := told(func(r uint32) string {
		if m := c.valueOf("meeting", r); m != un.NoMeeting {
			return m
		}
		return ""
	})
	if meeting != "" {
		hit.Meeting = &search.MeetingRef{ID: meeting}
	}
	return hit
}

// documentHit makes a document's hit with its best paragraphs.
func (e *evaluation) documentHit(p search.Plan, d, shown uint32, scores []float64) (search.Hit, error) {
	hit := e.columns.hit(shown)
	candidates := e.worthShowing(shown, scores)
	if p.Bare {
		hit.More = len(candidates)
		return hit, nil
	}
	best, err := e.readable(top(candidates, bestParagraphs*3, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	}), bestParagraphs)
	if err != nil {
		return hit, err
	}
	for _, f := range best {
		hit.Paragraphs = append(hit.Paragraphs, e.paragraph(f, p))
	}
	hit.More = len(candidates) - len(best)
	return hit, nil
}

// found is a passage with its ordinal.
type found struct {
	ordinal uint32
	un.Passage
}

// readable picks the first n paragraphs that can be quoted. Headings and scraps
// come after them whatever their scores: BM25 prefers what is short. No more are
// read than it takes.
func (e *evaluation) readable(ordinals []uint32, n int) ([]found, error) {
	const scrap = 60 // bytes
	var quotable, rest []found
	for _, ord := range ordinals {
		if len(quotable) == n {
			break
		}
		p, err := e.shownPassage(ord)
		if err != nil {
			return nil, err
		}
		if p.Number != "" || p.Type != un.HeadingPassage && len(p.Text) >= scrap {
			quotable = append(quotable, found{ord, p})
		} else {
			rest = append(rest, found{ord, p})
		}
	}
	best := append(quotable, rest...)
	return best[:min(n, len(best))], nil
}

// worthShowing gives a rendition's passages with any of the words asked for and
// with the values asked for, as far as the two go together.
func (e *evaluation) worthShowing(rendition uint32, scores []float64) []uint32 {
	first, last := e.columns.spanOf(rendition)
	var worded, narrowed, both []uint32
	for ord := first; ord < last; ord++ {
		hasWords, hasValues := scores[ord] > 0, e.narrowed != nil && e.narrowed.Contains(ord)
		if hasWords {
			worded = append(worded, ord)
		}
		if hasValues {
			narrowed = append(narrowed, ord)
		}
		if hasWords && hasValues {
			both = append(both, ord)
		}
	}
	switch {
	case len(both) > 0:
		return both
	case len(narrowed) > 0:
		return narrowed
	}
	return worded
}

// passage reads a passage.
func (s *snapshot) passage(ord uint32) (un.Passage, error) {
	var p un.Passage
	data, err := s.reader.stored(s.columns.entryOf[ord])
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, fmt.Errorf("decode passage: %w", err)
	}
	return p, nil
}

// paragraph cuts a passage to what is worth reading.
func (e *evaluation) paragraph(f found, p search.Plan) search.Paragraph {
	language := e.columns.languageOf(e.columns.rendition[f.ordinal])
	out := search.Paragraph{Anchor: f.Anchor, Number: f.Number, Page: f.Page, Language: language, Type: f.Type}
	for _, k := range f.Kinds {
		out.Kind = append(out.Kind, k.Value)
	}
	if p.Bare {
		out.Spans = []search.Span{}
		return out
	}
	tree := p.Tree
	if p.Marks != nil {
		tree = p.Marks
	}
	text := &analysedText{
		analyzers: e.analyzers, ask: e.analyse, text: f.Text, room: e.scratch.tokens.roomFor(f.Text),
		language: passageLanguage(un.RenditionKey{Language: language}, f.Passage),
	}
	marked := text.markings(tree)
	for i, c := range cues(p) {
		for _, at := range c.find(&f.Passage) {
			marked = append(marked, marking{at, -1 - i})
		}
	}
	sortMarkings(marked)
	out.Spans = snippet(marked, f.Text)
	return out
}
