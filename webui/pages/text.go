package pages

import (
	"net/url"
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// partSize is how many passages stand on one page of a document (design: a
// document of up to 500 paragraphs is one part).
const partSize = 500

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

// contentsLine is one line of the table of contents.
type contentsLine struct {
	Text, Link string
	Level      int
}

// hitLink leads to a match.
type hitLink struct{ Label, Link string }

// hitLinksShown bounds the list of matches at the top.
const hitLinksShown = 30

// block is a passage as it is laid out: with the footnotes it calls under it.
type block struct {
	un.Passage
	notes []un.Passage
}

// layOut puts footnotes under the passages that call them. Those that no
// passage calls stay where they are.
func layOut(all []un.Passage) []block {
	called := map[string]bool{}
	for _, one := range all {
		for _, note := range one.Notes {
			called[note] = true
		}
	}
	waiting := map[string][]un.Passage{}
	for _, one := range all {
		if one.Type == un.Footnote && called[one.Text] {
			waiting[one.Text] = append(waiting[one.Text], one)
		}
	}
	var blocks []block
	for _, one := range all {
		if one.Type == un.Footnote && called[one.Text] {
			continue
		}
		b := block{Passage: one}
		for _, note := range one.Notes {
			found := waiting[note]
			if len(found) == 0 {
				b.notes = append(b.notes, un.Passage{Type: un.Footnote, Text: note})
				continue
			}
			b.notes, waiting[note] = append(b.notes, found[0]), found[1:]
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// text is a document's text with what is needed to lay out one part of it.
type text struct {
	links
	view   *search.DocumentView
	blocks []block
	// part is the one shown, from 0, of parts.
	part, parts int
	// base is the address of a part up to its number.
	base string
	// at is the block an anchor stands in.
	at map[string]int
	// hits are the anchors that match, in order; hit gives their number from 1.
	hits []string
	hit  map[string]int
}

// newText lays out a document and finds the part that was asked for.
func newText(l links, view *search.DocumentView, values url.Values) *text {
	t := &text{
		links:  l,
		view:   view,
		blocks: layOut(view.Rendition.Passages),
		base:   partBase(l.Document(view.Rendition.Document.ID), values),
		at:     map[string]int{},
		hit:    map[string]int{},
	}
	note := func(i int, anchor string) {
		if anchor == "" {
			return
		}
		t.at[anchor] = i
		if _, ok := view.Marks[anchor]; ok {
			t.hits = append(t.hits, anchor)
			t.hit[anchor] = len(t.hits)
		}
	}
	for i, b := range t.blocks {
		note(i, b.Anchor)
		for _, n := range b.notes {
			note(i, n.Anchor)
		}
	}
	t.parts = (len(t.blocks) + partSize - 1) / partSize
	t.part = t.wanted(values)
	return t
}

// wanted gives the part that holds the paragraph asked for by para, else the one
// asked for by part.
func (t *text) wanted(values url.Values) int {
	if para := values.Get("para"); para != "" {
		for _, anchor := range []string{"para-" + para, para} {
			if i, ok := t.at[anchor]; ok {
				return i / partSize
			}
		}
	}
	n, err := strconv.Atoi(values.Get("part"))
	if err != nil {
		return 0
	}
	return max(0, min(n, t.parts)-1)
}

// place is the address of an anchor, within the part where that will do.
func (t *text) place(anchor string) string {
	here := ""
	if part := t.at[anchor] / partSize; part != t.part {
		here = t.base + "part=" + strconv.Itoa(part+1)
	}
	return here + "#" + url.PathEscape(anchor)
}

// fillText puts the part of the text that was asked for into the page.
func (p *Pages) fillText(page *documentPage, view *search.DocumentView, values url.Values) {
	t := newText(p.links(), view, values)
	end := min((t.part+1)*partSize, len(t.blocks))
	leaf := 0
	for i := t.part * partSize; i < end; i++ {
		one := t.passage(t.blocks[i].Passage)
		for _, note := range t.blocks[i].notes {
			one.Notes = append(one.Notes, t.passage(note))
		}
		// Notes that nobody calls stand at the end: they begin no page.
		if begins := t.blocks[i].Page; begins > leaf && t.blocks[i].Type != un.Footnote {
			leaf, one.Page, one.PageLink = begins, begins, t.pageLink(begins)
		}
		page.Text = append(page.Text, one)
	}
	for _, b := range t.blocks {
		if b.Type == un.HeadingPassage {
			page.Contents = append(page.Contents, contentsLine{Text: b.Text, Link: t.place(b.Anchor), Level: headingLevel(b.Passage)})
		}
	}
	for i := 0; t.parts > 1 && i < t.parts; i++ {
		n := strconv.Itoa(i + 1)
		page.Parts = append(page.Parts, choice{Label: n, Link: t.base + "part=" + n, Current: i == t.part})
	}
	if values.Get("q") == "" {
		return
	}
	page.NoMatch = len(t.hits) == 0
	page.Matches = count(len(t.hits), "passage matches", "passages match")
	for n, anchor := range t.hits[:min(len(t.hits), hitLinksShown)] {
		page.HitLinks = append(page.HitLinks, hitLink{Label: t.hitLabel(n, anchor), Link: t.place(anchor)})
	}
}

// hitLabel names a match by its paragraph number, else by its place in the row.
func (t *text) hitLabel(n int, anchor string) string {
	if b := t.blocks[t.at[anchor]]; b.Anchor == anchor && b.Number != "" {
		return "para. " + b.Number
	}
	return "match " + strconv.Itoa(n+1)
}

// partBase is the address of a document's parts up to the part's number.
func partBase(document string, values url.Values) string {
	kept := url.Values{}
	for _, name := range []string{"lang", "q"} {
		if v := values.Get(name); v != "" {
			kept.Set(name, v)
		}
	}
	if len(kept) == 0 {
		return document + "?"
	}
	return document + "?" + kept.Encode() + "&"
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
	if one.Number != "" {
		out.Permalink = permalink(t.links, t.view.Rendition, one.Anchor)
	}
	if out.Hit > 0 && out.Hit < len(t.hits) {
		out.Next = t.place(t.hits[out.Hit])
	}
	return out
}

// pageLink opens the original at a page, where it is a PDF.
func (t *text) pageLink(page int) string {
	files := t.view.Rendition.Files
	if len(files) == 0 || files[0].Media != "application/pdf" {
		return ""
	}
	return t.File(files[0].SHA256) + "#page=" + strconv.Itoa(page)
}

// permalink is the address of a paragraph for ever (design section 8).
func permalink(l links, r un.Rendition, anchor string) string {
	return l.Document(r.Document.ID) + "?lang=" + url.QueryEscape(r.Language) +
		"&para=" + url.QueryEscape(strings.TrimPrefix(anchor, "para-")) + "#" + url.PathEscape(anchor)
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
		if ref.Kind != "symbol" && ref.Kind != "resolution" || ref.Target == "" || ref.End <= ref.Start {
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

// spanText puts spans together again.
func spanText(spans []search.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
