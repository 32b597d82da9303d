package search

import (
	"cmp"
	"net/url"
	"strings"

	"travaux/search/catalogue"
	"travaux/search/un"
)

// Catalogue knows bodies and meetings by name.
type Catalogue interface {
	// Meeting finds a meeting by its id or one of its aliases.
	Meeting(idOrAlias string) (un.Meeting, bool)
	// MeetingLabel names a meeting to a reader; empty when it cannot.
	MeetingLabel(id, language string) string
	// BodyLabel names a body to a reader; empty when it cannot.
	BodyLabel(body, language string) string
	// StateNamed finds a State by its code or any of its names.
	StateNamed(name string) (catalogue.State, bool)
}

// Label names a facet's value to a reader, in a language (BCP 47); a value without
// a name is its own.
func Label(c Catalogue, facet, value, language string) string {
	switch facet {
	case "meeting":
		return meetingLabel(c, value, language)
	case "body":
		return cmp.Or(c.BodyLabel(value, language), value)
	case "type":
		return cmp.Or(un.Type(value).Label(language), value)
	case "kind":
		return cmp.Or(un.Kind(value).Label(language), value)
	case "lang":
		return cmp.Or(un.LanguageLabel(value, language), value)
	case "state":
		if state, ok := c.StateNamed(value); ok {
			return state.Name(language)
		}
	}
	return value
}

func (s *Service) label(facet, value, language string) string {
	return Label(s.catalogue, facet, value, language)
}

func meetingLabel(c Catalogue, id, language string) string {
	if label := c.MeetingLabel(id, language); label != "" {
		return label
	}
	if id == un.NoMeeting {
		return "meeting not known"
	}
	return id
}

func (s *Service) meetingLabel(id, language string) string {
	return meetingLabel(s.catalogue, id, language)
}

// finish gives a hit of the engine its labels and links.
func (s *Service) finish(h *Hit, language string) {
	if h.Meeting != nil {
		h.Meeting.Label = s.meetingLabel(h.Meeting.ID, language)
	}
	for i := range h.Paragraphs {
		p := &h.Paragraphs[i]
		p.URL = DocumentURL(h.ID, p.Language, p.Anchor)
	}
	other := func(shown string) string {
		if shown == language {
			return ""
		}
		return shown
	}
	h.URL = DocumentURL(h.ID, other(h.Language), "")
	for i := range h.Family {
		f := &h.Family[i]
		for n := range f.Paragraphs {
			f.Paragraphs[n].URL = DocumentURL(f.Symbol, f.Paragraphs[n].Language, f.Paragraphs[n].Anchor)
		}
		f.URL = DocumentURL(f.Symbol, other(f.Language), "")
	}
}

// DocumentURL is the permalink of a document, or of one passage of it:
// "/doc/A/79/1?lang=fr&para=12#para-12". Language and anchor may be empty. The
// parameter para, by which the server picks the part of a long document, is the
// anchor without a leading "para-".
func DocumentURL(id, language, anchor string) string {
	u := url.URL{Path: "/doc/" + id, Fragment: anchor}
	var q []string
	if language != "" {
		q = append(q, "lang="+url.QueryEscape(language))
	}
	if anchor != "" {
		q = append(q, "para="+url.QueryEscape(strings.TrimPrefix(anchor, "para-")))
	}
	u.RawQuery = strings.Join(q, "&")
	return u.String()
}
