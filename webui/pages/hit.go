package pages

import (
	"travaux/search"
	"travaux/search/un"
)

// hit is one result.
type hit struct {
	// Symbol is empty for a document without one; Name never is.
	Symbol, Name, Title, Link string
	Date, DateISO             string
	Types                     []string
	Languages                 []language
	Meeting                   *meetingLink
	// Listed says that only the title is known; NoText that the file has no text.
	Listed, NoText bool
	Family         []member
	Paragraphs     []paragraph
	// More words the matching paragraphs that are not shown.
	More string
}

// meetingLink leads to a meeting.
type meetingLink struct{ Label, Link string }

// member is another document of a family.
type member struct {
	Symbol, Title, Link string
	Types               []string
	Listed              bool
	// Paragraphs is its best matching one, More words the others.
	Paragraphs []paragraph
	More       string
}

// paragraph is a matching passage.
type paragraph struct {
	Number string
	// Label stands where a passage has no number: "Footnote".
	Label    string
	Page     int
	Kinds    []string
	Link     string
	Language language
	Spans    []search.Span
}

// hits words the results.
func (p *Pages) hits(hits []search.Hit, asked search.Request) []hit {
	var all []hit
	for _, h := range hits {
		one := hit{
			Symbol:     h.Symbol,
			Name:       h.ID,
			Title:      h.Title,
			Link:       p.marked(h.URL, asked.Query),
			Date:       dateText(h.Date),
			DateISO:    string(h.Date),
			Types:      typeLabels(h.Type),
			Languages:  languagesOf(h.Languages),
			Listed:     !h.Held,
			NoText:     h.NoText,
			Family:     p.members(h.Family, h.Title, asked.Query),
			Paragraphs: p.paragraphs(h.Paragraphs, asked.Query),
		}
		if h.Symbol != "" {
			one.Name = h.Symbol
		}
		if one.Title == "" {
			one.Title = one.Name
		}
		if h.Meeting != nil && h.Meeting.ID != un.NoMeeting {
			one.Meeting = &meetingLink{Label: h.Meeting.Label, Link: p.links().Meeting(h.Meeting.ID)}
			if one.Meeting.Label == "" {
				one.Meeting.Label = h.Meeting.ID
			}
		}
		if h.More > 0 {
			one.More = count(h.More, "more matching paragraph", "more matching paragraphs")
		}
		all = append(all, one)
	}
	return all
}

// marked is the address of a document opened from a search, which shows what
// matches there.
func (p *Pages) marked(address, query string) string {
	address = p.links().At(address)
	if query == "" {
		return address
	}
	return withParameter(address, "q", query)
}

// members words the other documents of a family. A title they share with the
// document they stand under is not said again.
func (p *Pages) members(family []search.FamilyHit, title, query string) []member {
	var all []member
	for _, f := range family {
		if f.Title == title {
			f.Title = ""
		}
		one := member{
			Symbol:     f.Symbol,
			Title:      f.Title,
			Link:       p.links().At(f.URL),
			Types:      typeLabels(f.Type),
			Listed:     !f.Held,
			Paragraphs: p.paragraphs(f.Paragraphs, query),
		}
		if len(f.Paragraphs) > 0 {
			one.Link = p.marked(f.URL, query)
		}
		if f.More > 0 {
			one.More = count(f.More, "more matching paragraph", "more matching paragraphs")
		}
		all = append(all, one)
	}
	return all
}

// paragraphs words the matching passages of a document.
func (p *Pages) paragraphs(found []search.Paragraph, query string) []paragraph {
	var all []paragraph
	for _, f := range found {
		one := paragraph{
			Number:   f.Number,
			Page:     f.Page,
			Kinds:    kindLabels(f.Kind),
			Link:     p.marked(f.URL, query),
			Language: languageOf(f.Language),
			Spans:    f.Spans,
		}
		if f.Number == "" {
			one.Label = passageLabel(f.Type)
		}
		all = append(all, one)
	}
	return all
}
