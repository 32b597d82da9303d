package enginetest

import (
	"fmt"
	"strconv"

	"travaux/search"
	"travaux/search/un"
)

// doc begins a held rendition of a document in English.
func doc(symbol string) *builder {
	s, err := un.ParseSymbol(symbol)
	if err != nil {
		panic(err) // the suite's own symbols parse
	}
	content, flags := un.TypeOfSymbol(s)
	if content == "" {
		content = un.TypeReportOfMeeting
	}
	return &builder{un.Rendition{
		Document: un.Document{
			ID: s.String(), Symbols: []un.Symbol{s}, Types: append([]un.Type{content}, flags...),
			Body: s.BodyPath(), Session: s.Session, Meeting: s.MeetingID(),
		},
		Language: "en", Reader: "test/1", Pages: 1,
		Files: []un.File{{SHA256: s.Key() + " en", Name: "file.pdf", Media: "application/pdf", Size: 1}},
	}}
}

// builder makes a rendition step by step.
type builder struct{ r un.Rendition }

func (b *builder) in(lang string) *builder {
	b.r.Language = lang
	b.r.Files = []un.File{{SHA256: b.r.Document.Symbol().Key() + " " + lang, Name: "file.pdf", Media: "application/pdf", Size: 1}}
	return b
}

func (b *builder) title(text string) *builder {
	b.r.Document.Title = text
	return b
}

func (b *builder) on(date un.Date) *builder {
	b.r.Document.Date = date
	return b
}

func (b *builder) typed(types ...un.Type) *builder {
	b.r.Document.Types = types
	return b
}

// listed makes it a document that is known from a meeting page only.
func (b *builder) listed(meeting string) *builder {
	b.r.Language, b.r.Files, b.r.Reader = un.Listed, nil, ""
	b.r.Document.Listings = []un.Listing{{Meeting: meeting, Title: b.r.Document.Title, Page: "/pages/meeting.html"}}
	return b
}

// says adds numbered paragraphs.
func (b *builder) says(texts ...string) *builder {
	for _, text := range texts {
		n := strconv.Itoa(len(b.r.Passages) + 1)
		b.r.Passages = append(b.r.Passages, un.Passage{Anchor: "para-" + n, Number: n, Type: un.Paragraph, Language: b.r.Language, Page: 1, Text: text})
	}
	return b
}

// kind gives the last paragraph a kind.
func (b *builder) kind(k un.Kind) *builder {
	last := &b.r.Passages[len(b.r.Passages)-1]
	last.Kinds = append(last.Kinds, un.KindMark{Value: k})
	return b
}

// cites gives the last paragraph a reference.
func (b *builder) cites(kind, target string) *builder {
	last := &b.r.Passages[len(b.r.Passages)-1]
	last.References = append(last.References, un.Reference{Kind: kind, Target: target})
	return b
}

// names gives the last paragraph the States it names.
func (b *builder) names(states ...string) *builder {
	last := &b.r.Passages[len(b.r.Passages)-1]
	last.States = append(last.States, states...)
	return b
}

func (b *builder) made() un.Rendition { return b.r }

// counts renders a facet's values as "value count", chosen ones with a star.
func counts(values []search.FacetValue) []string {
	out := []string{}
	for _, v := range values {
		mark := ""
		if v.Selected {
			mark = "*"
		}
		out = append(out, fmt.Sprintf("%s%s %d", v.Value, mark, v.Count))
	}
	return out
}
