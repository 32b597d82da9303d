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
	Notes     []string
	Kinds     []kindMark
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

// fillText puts the part of the text that was asked for into the page.
func (p *Pages) fillText(page *documentPage, view *search.DocumentView, values url.Values) {
	all := view.Rendition.Passages
	parts := (len(all) + partSize - 1) / partSize
	part := wantedPart(all, values, parts)
	base := partBase(page, values)
	place := func(i int) string {
		here := ""
		if i/partSize != part {
			here = base + "part=" + strconv.Itoa(i/partSize+1)
		}
		return here + "#" + url.PathEscape(all[i].Anchor)
	}
	hits := matches(view)
	end := min((part+1)*partSize, len(all))
	for i := part * partSize; i < end; i++ {
		page.Text = append(page.Text, p.passage(view, i, hits, place))
	}
	for i, one := range all {
		if one.Type == un.HeadingPassage {
			page.Contents = append(page.Contents, contentsLine{Text: one.Text, Link: place(i), Level: headingLevel(one)})
		}
	}
	for i := 0; parts > 1 && i < parts; i++ {
		page.Parts = append(page.Parts, choice{Label: strconv.Itoa(i + 1), Link: base + "part=" + strconv.Itoa(i+1), Current: i == part})
	}
	if values.Get("q") == "" {
		return
	}
	page.NoMatch = len(hits.order) == 0
	page.Matches = count(len(hits.order), "passage matches", "passages match")
	for n, i := range hits.order {
		if n == hitLinksShown {
			break
		}
		page.HitLinks = append(page.HitLinks, hitLink{Label: hitLabel(all[i], n), Link: place(i)})
	}
}

// hitLabel names a match by its paragraph number, else by its place in the row.
func hitLabel(one un.Passage, n int) string {
	if one.Number != "" {
		return "para. " + one.Number
	}
	return "match " + strconv.Itoa(n+1)
}

// partBase is the address of the document's parts up to the part's number.
func partBase(page *documentPage, values url.Values) string {
	kept := url.Values{}
	for _, name := range []string{"lang", "q"} {
		if v := values.Get(name); v != "" {
			kept.Set(name, v)
		}
	}
	if len(kept) == 0 {
		return page.Find.Action + "?"
	}
	return page.Find.Action + "?" + kept.Encode() + "&"
}

// wantedPart gives the part, from 0, that holds the paragraph asked for by
// para, else the one asked for by part.
func wantedPart(all []un.Passage, values url.Values, parts int) int {
	if para := values.Get("para"); para != "" {
		for i, one := range all {
			if one.Anchor == para || one.Anchor == "para-"+para {
				return i / partSize
			}
		}
	}
	n, err := strconv.Atoi(values.Get("part"))
	if err != nil {
		return 0
	}
	return max(0, min(n, parts)-1)
}

// found are the passages that match, in the document's order.
type found struct {
	order []int
	// number gives a passage's place in order, from 1.
	number map[int]int
}

// matches numbers the passages that match.
func matches(view *search.DocumentView) found {
	f := found{number: map[int]int{}}
	for i, one := range view.Rendition.Passages {
		if _, ok := view.Marks[one.Anchor]; ok {
			f.order = append(f.order, i)
			f.number[i] = len(f.order)
		}
	}
	return f
}

// passage words one passage.
func (p *Pages) passage(view *search.DocumentView, i int, hits found, place func(int) string) passage {
	all := view.Rendition.Passages
	one := all[i]
	out := passage{
		Anchor: one.Anchor,
		Number: one.Number,
		Form:   string(one.Type),
		Level:  headingLevel(one) + 1,
		Pieces: p.pieces(one, view.Marks[one.Anchor]),
		Notes:  one.Notes,
		Hit:    hits.number[i],
	}
	if one.Language != "" && one.Language != view.Rendition.Language {
		l := languageOf(one.Language)
		out.Lang, out.Dir = l.Code, l.Dir
	}
	for _, k := range one.Kinds {
		out.Kinds = append(out.Kinds, kindMark{Label: plain(string(k.Value)), Cue: k.Cue})
	}
	if one.Page > 0 && (i%partSize == 0 || all[i-1].Page != one.Page) {
		out.Page = one.Page
		if files := view.Rendition.Files; len(files) > 0 && files[0].Media == "application/pdf" {
			out.PageLink = p.links().File(files[0].SHA256) + "#page=" + strconv.Itoa(one.Page)
		}
	}
	if one.Number != "" {
		out.Permalink = permalink(p.links(), view.Rendition, one.Anchor)
	}
	if out.Hit > 0 && out.Hit < len(hits.order) {
		out.Next = place(hits.order[out.Hit])
	}
	return out
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
func (p *Pages) pieces(one un.Passage, marks []search.Span) []piece {
	if len(marks) == 0 || spanText(marks) != one.Text {
		if len(marks) == 0 {
			marks = []search.Span{{Text: one.Text}}
		} else {
			// The marks are of another text: the references' places do not hold.
			one.References = nil
		}
	}
	var all []piece
	at := 0
	for _, span := range marks {
		for text := span.Text; text != ""; {
			link, n := p.reference(one.References, at, len(text))
			all = append(all, piece{Text: text[:n], Match: span.Match, Link: link})
			text, at = text[n:], at+n
		}
	}
	return all
}

// reference gives the link that stands at a place of the text, empty for none,
// and how many bytes of the next length it goes on.
func (p *Pages) reference(references []un.Reference, at, length int) (link string, n int) {
	n = length
	for _, ref := range references {
		if ref.Kind != "symbol" && ref.Kind != "resolution" || ref.Target == "" || ref.End <= ref.Start {
			continue
		}
		if ref.Start <= at && at < ref.End {
			return p.links().Document(ref.Target), min(length, ref.End-at)
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
