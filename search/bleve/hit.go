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
	r := &c.renditions[rendition]
	d := &c.documents[r.document]
	hit := search.Hit{
		ID: d.id, Title: titleText(r.Rendition), Type: r.Document.Types, Body: r.Document.Body, Date: r.Document.Date,
		Held: d.held, NoText: r.NoText, Languages: []string{}, Paragraphs: []search.Paragraph{},
	}
	if s := r.Document.Symbol(); !s.IsZero() {
		hit.Symbol = s.String()
	}
	meeting := r.Document.Meeting
	for i := d.first; i < d.last; i++ {
		other := &c.renditions[i]
		if other.Held() {
			hit.Languages = append(hit.Languages, other.Language)
		}
		hit.Title = cmp.Or(hit.Title, titleText(other.Rendition))
		hit.Date = cmp.Or(hit.Date, other.Document.Date)
		hit.Body = cmp.Or(hit.Body, other.Document.Body)
		meeting = cmp.Or(meeting, other.Document.Meeting)
		if len(hit.Type) == 0 {
			hit.Type = other.Document.Types
		}
	}
	if meeting != "" && meeting != un.NoMeeting {
		hit.Meeting = &search.MeetingRef{ID: meeting}
	}
	return hit
}

func (c *columns) familyHit(d uint32, language string) search.FamilyHit {
	shown := c.documents[d].first
	for r := shown; r < c.documents[d].last; r++ {
		if c.renditions[r].Language == language {
			shown = r
		}
	}
	h := c.hit(shown)
	return search.FamilyHit{Symbol: cmp.Or(h.Symbol, h.ID), Title: h.Title, Type: h.Type, Held: h.Held}
}

// documentHit makes a document's hit with its best paragraphs.
func (e *evaluation) documentHit(p search.Plan, d, shown uint32, scores []float64) (search.Hit, error) {
	hit := e.columns.hit(shown)
	candidates := e.worthShowing(shown, scores)
	best, err := e.readable(top(candidates, bestParagraphs*3, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b))
	}))
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

// readable picks the first paragraphs that can be quoted. Headings and scraps
// come after them whatever their scores: BM25 prefers what is short.
func (e *evaluation) readable(ordinals []uint32) ([]found, error) {
	const scrap = 60 // bytes
	var quotable, rest []found
	for _, ord := range ordinals {
		p, err := e.passage(ord)
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
	return best[:min(bestParagraphs, len(best))], nil
}

// worthShowing gives a rendition's passages with any of the words asked for and
// with the values asked for, as far as the two go together.
func (e *evaluation) worthShowing(rendition uint32, scores []float64) []uint32 {
	r := &e.columns.renditions[rendition]
	var worded, narrowed, both []uint32
	for ord := r.first; ord < r.last; ord++ {
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
	r := &e.columns.renditions[e.columns.rendition[f.ordinal]]
	lang := passageLanguage(r.Key(), f.Passage)
	out := search.Paragraph{
		Anchor: f.Anchor, Number: f.Number, Page: f.Page, Language: r.Language, Type: f.Type,
		Spans: window(e.analyzers.mark(p.Tree, lang, f.Text), f.Text),
	}
	for _, k := range f.Kinds {
		out.Kind = append(out.Kind, k.Value)
	}
	return out
}
