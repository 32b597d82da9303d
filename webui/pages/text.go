package pages

import (
	"net/url"
	"strconv"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// contentsLine is one line of the table of contents.
type contentsLine struct {
	Text, Link string
	Level      int
}

// hitLink leads to a match.
type hitLink struct{ Label, Link string }

// hitLinksShown bounds the list of matches at the top.
const hitLinksShown = 12

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
	parts  parts
	// part is the one shown, from 0.
	part int
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
	t.parts = cutParts(t.blocks)
	t.part = t.wanted(values)
	return t
}

// anchor gives the anchor that the parameter para asks for, a paragraph's number
// or an anchor itself; empty where the text has none such.
func (t *text) anchor(values url.Values) string {
	para := values.Get("para")
	for _, anchor := range []string{"para-" + para, para} {
		if _, ok := t.at[anchor]; ok {
			return anchor
		}
	}
	return ""
}

// wanted gives the part that holds the paragraph asked for by para, else the one
// asked for by part.
func (t *text) wanted(values url.Values) int {
	if anchor := t.anchor(values); anchor != "" {
		return t.parts.of(t.at[anchor])
	}
	n, err := strconv.Atoi(values.Get("part"))
	if err != nil {
		return 0
	}
	return max(1, min(n, len(t.parts))) - 1
}

// place is the address of an anchor, within the part where that will do.
func (t *text) place(anchor string) string {
	here := ""
	if part := t.parts.of(t.at[anchor]); part != t.part {
		here = t.base + "part=" + strconv.Itoa(part+1)
	}
	return here + "#" + url.PathEscape(anchor)
}

// fillText puts the part of the text that was asked for into the page.
func (p *Pages) fillText(page *documentPage, view *search.DocumentView, values url.Values) {
	t := newText(p.links(), view, values)
	page.Text = t.passages()
	page.Contents = t.contents()
	page.Corrected = t.correctedElsewhere()
	if t.part > 0 {
		page.Continued = trail(t.blocks[t.parts[t.part]].Headings)
	}
	page.Parts = t.partLinks()
	anchor := t.anchor(values)
	if para := values.Get("para"); para != "" && anchor == "" && !page.Listed {
		page.Absent = "There is no paragraph " + para + " in this text."
	}
	page.Languages = p.otherLanguages(view, values.Get("para"), anchor)
	if values.Get("q") == "" {
		return
	}
	page.NoMatch = len(t.hits) == 0
	page.Matches = count(len(t.hits), "passage matches", "passages match")
	for n, anchor := range t.hits[:min(len(t.hits), hitLinksShown)] {
		page.HitLinks = append(page.HitLinks, hitLink{Label: t.hitLabel(n, anchor), Link: t.place(anchor)})
	}
	if rest := len(t.hits) - hitLinksShown; rest > 0 {
		page.HitRest = "and " + count(rest, "more", "more")
	}
}

// partLinks leads to the parts, where there are several.
func (t *text) partLinks() []choice {
	if len(t.parts) == 1 {
		return nil
	}
	var all []choice
	for i := range t.parts {
		n := strconv.Itoa(i + 1)
		all = append(all, choice{Label: n, Link: t.base + "part=" + n, Current: i == t.part})
	}
	return all
}

// passages words the blocks of the part, with the pages that begin in it.
func (t *text) passages() []passage {
	var all []passage
	leaf, level := 0, 1
	first, end := t.parts.bounds(t.part, len(t.blocks))
	for _, b := range t.blocks[first:end] {
		one := t.passage(b.Passage)
		for _, note := range b.notes {
			one.Notes = append(one.Notes, t.passage(note))
		}
		// Notes that nobody calls stand at the end: they begin no page.
		if b.Page > leaf && b.Type != un.Footnote {
			leaf, one.Page, one.PageLink = b.Page, b.Page, t.pageLink(b.Page)
		}
		if b.Type == un.HeadingPassage {
			// A part may begin deep down, and a document may leave out a level; a
			// reader who jumps from heading to heading wants none left out.
			one.Level = min(one.Level, level+1)
			level = one.Level
		}
		all = append(all, one)
	}
	return all
}

// contents lists the headings of all parts.
func (t *text) contents() []contentsLine {
	var all []contentsLine
	for _, b := range t.blocks {
		if b.Type == un.HeadingPassage {
			all = append(all, contentsLine{Text: b.Text, Link: t.place(b.Anchor), Level: headingLevel(b.Passage)})
		}
	}
	return all
}

// trail words a path of headings.
func trail(headings []un.Heading) string {
	var steps []string
	for _, h := range headings {
		steps = append(steps, h.Text)
	}
	return strings.Join(steps, " › ")
}

// hitLabel names a match by its paragraph number or its form, else by its place
// in the row.
func (t *text) hitLabel(n int, anchor string) string {
	switch b := t.blocks[t.at[anchor]]; {
	case b.Anchor != anchor:
		return "footnote"
	case b.Number != "":
		return "para. " + b.Number
	case b.Type == un.HeadingPassage:
		return "heading"
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
