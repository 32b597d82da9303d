package pages

import (
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// passage is one block of a document's text.
type passage struct {
	Anchor, Number string
	// Form is paragraph, heading, summary, footnote, table or text; Level is a
	// heading's, from 2 to 5.
	Form  string
	Level int
	// Lang and Dir are set where they differ from the document's.
	Lang, Dir string
	Pieces    []piece
	// Notes are the footnotes it calls.
	Notes []passage
	Kinds []kindMark
	// Recognised says that the text was read in a picture of the page.
	Recognised bool
	// Corrections are what it changes in the document that it corrects.
	Corrections []correction
	// Corrected is what corrigenda change in it.
	Corrected []correction
	// Page is set where a page begins; PageLink opens the original there.
	Page     int
	PageLink string
	// Permalink is the address to cite, empty for a block without a number.
	Permalink string
	// Hit is the number of the match from 1, 0 for no match.
	Hit  int
	Next string
}

// piece is a run of text, marked or not, linked or not.
type piece struct {
	Text  string
	Match bool
	Link  string
}

// kindMark is a kind of passage with the words that decided it.
type kindMark struct{ Label, Cue string }

// correction is one change that a corrigendum makes. By is the corrigendum, where
// it is shown with the document that it corrects; Link leads to the other side.
type correction struct {
	By, Place, Link  string
	Old, New, Behind string
	Action           string
}

// passage words one passage.
func (t *text) passage(one un.Passage) passage {
	out := passage{
		Anchor: one.Anchor,
		Number: one.Number,
		Form:   string(one.Type),
		Level:  headingLevel(one) + 1,
		Pieces: t.pieces(one, t.view.Marks[one.Anchor]),
		Hit:    t.hit[one.Anchor],
	}
	if one.Language != "" && one.Language != t.view.Rendition.Language {
		l := languageOf(one.Language)
		out.Lang, out.Dir = l.Code, l.Dir
	}
	for _, k := range one.Kinds {
		out.Kinds = append(out.Kinds, kindMark{Label: k.Value.Label(interfaceLanguage), Cue: k.Cue})
	}
	out.Recognised = one.OCR
	for _, c := range one.Corrections {
		out.Corrections = append(out.Corrections, t.correction(c))
	}
	for _, c := range t.view.Corrections {
		if c.Anchor != "" && c.Anchor == one.Anchor {
			out.Corrected = append(out.Corrected, t.corrected(c))
		}
	}
	if one.Number != "" {
		out.Permalink = t.Permalink(t.view.Rendition.Document.ID, t.view.Rendition.Language, one.Anchor)
	}
	if out.Hit > 0 && out.Hit < len(t.hits) {
		out.Next = t.place(t.hits[out.Hit])
	}
	return out
}

// correction words one change, and leads to the paragraph that it changes.
func (t *text) correction(c un.Correction) correction {
	out := change(c)
	corrected := t.view.Rendition.Document.Symbol().Parent().String()
	if c.Anchor != "" && corrected != "" {
		out.Link = t.Permalink(corrected, t.view.Rendition.Language, c.Anchor)
	}
	return out
}

// corrected words one change to the document, and leads to the corrigendum.
func (t *text) corrected(c search.Corrected) correction {
	out := change(c.Correction)
	out.By, out.Link = c.By, withParameter(t.Document(c.By), "lang", t.view.Rendition.Language)
	return out
}

// change words what a correction does.
func change(c un.Correction) correction {
	return correction{Place: c.Place, Old: c.Old, New: c.New, Behind: c.After, Action: string(c.Action)}
}

// correctedElsewhere are the changes to what has no anchor in the text: the cover,
// a table, a paragraph that was not found.
func (t *text) correctedElsewhere() []correction {
	var all []correction
	for _, c := range t.view.Corrections {
		if _, here := t.at[c.Anchor]; !here {
			all = append(all, t.corrected(c))
		}
	}
	return all
}

// pageLink opens the original at a page, where it is a PDF.
func (t *text) pageLink(page int) string {
	files := t.view.Rendition.Files
	if len(files) == 0 || files[0].Media != "application/pdf" {
		return ""
	}
	return t.File(files[0].SHA256) + "#page=" + strconv.Itoa(page)
}

// headingLevel gives a heading's level, from 1 to 4. A heading may or may not
// count itself in its own path.
func headingLevel(one un.Passage) int {
	if one.Type != un.HeadingPassage {
		return 1
	}
	level := 1
	if n := len(one.Headings); n > 0 {
		last := one.Headings[n-1]
		level = last.Level + 1
		if last.Text == one.Text {
			level = last.Level
		}
	}
	return max(1, min(level, 4))
}

// pieces cuts a passage's text where marks and references begin and end.
func (t *text) pieces(one un.Passage, marks []search.Span) []piece {
	switch {
	case len(marks) == 0:
		marks = []search.Span{{Text: one.Text}}
	case spanText(marks) != one.Text:
		// The marks are of another text: the references' places do not hold.
		one.References = nil
	}
	var all []piece
	at := 0
	for _, span := range marks {
		for rest := span.Text; rest != ""; {
			link, n := t.reference(one.References, at, len(rest))
			all = append(all, piece{Text: rest[:n], Match: span.Match, Link: link})
			rest, at = rest[n:], at+n
		}
	}
	return all
}

// reference gives the link that stands at a place of the text, empty for none,
// and how many bytes of the next length it goes on.
func (t *text) reference(references []un.Reference, at, length int) (link string, n int) {
	n = length
	for _, ref := range references {
		if !leads(ref) {
			continue
		}
		if ref.Start <= at && at < ref.End {
			return t.Document(ref.Target), min(length, ref.End-at)
		}
		if ref.Start > at {
			n = min(n, ref.Start-at)
		}
	}
	return "", n
}

// leads reports whether a reference names a document. An article does not, nor
// does a resolution whose body the text leaves open ("resolution 4/2").
func leads(ref un.Reference) bool {
	_, err := un.ParseSymbol(ref.Target)
	return err == nil && ref.End > ref.Start && (ref.Kind == "symbol" || ref.Kind == "resolution")
}

// spanText puts spans together again.
func spanText(spans []search.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
