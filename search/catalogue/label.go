package catalogue

import (
	"strconv"
	"strings"

	"travaux/search/un"
)

// BodyLabel names a body in a language (BCP 47), in English where the catalogue
// has no name in that language. A subsidiary organ it does not know is named by
// its parent and its code; a body whose head it does not know by nothing ("").
func (c *Catalogue) BodyLabel(body, lang string) string {
	known, code := body, ""
	for c.labels[known] == nil {
		i := strings.LastIndexByte(known, '/')
		if i < 0 {
			return ""
		}
		code = strings.TrimPrefix(body[i:], "/")
		known = known[:i]
	}
	name := c.labels[known]["en"]
	if len(lang) >= 2 && c.labels[known][lang[:2]] != "" {
		name = c.labels[known][lang[:2]]
	}
	if code == "" {
		return name
	}
	return name + ", " + code
}

// MeetingLabel names a meeting, given by id or alias, in a language. A listed
// meeting has its name in English; other names are made of the body's and the
// session. It is empty when the id is none of a known body.
func (c *Catalogue) MeetingLabel(id, lang string) string {
	if i, ok := c.byName[id]; ok {
		m := c.meetings[i]
		name := m.Name
		if lang != "" && !strings.HasPrefix(lang, "en") {
			name = c.bodyInLanguage(m.Body, lang, name, m)
		}
		return name
	}
	body, session, ok := splitID(id)
	if !ok {
		return ""
	}
	name := c.BodyLabel(body, lang)
	if name == "" {
		return ""
	}
	return name + comma(lang) + sessionLabel(session, lang)
}

// bodyInLanguage names a listed meeting in another language than English: by the
// body's name there, when it has one, with the ordinal or the year.
func (c *Catalogue) bodyInLanguage(body, lang, name string, m un.Meeting) string {
	local := c.labels[body][lang[:min(2, len(lang))]]
	if local == "" {
		return name
	}
	session := m.Session
	if isSession(m.Ordinal) && un.Date(m.Ordinal).Year() == 0 {
		session = m.Ordinal
	}
	return local + comma(lang) + sessionLabel(session, lang)
}

// comma joins body and session.
func comma(lang string) string {
	switch {
	case strings.HasPrefix(lang, "ar"):
		return "، "
	case strings.HasPrefix(lang, "zh"):
		return ""
	}
	return ", "
}

// sessionLabel names a session: a year as it is, a number as an ordinal.
func sessionLabel(session, lang string) string {
	if un.Date(session).Year() != 0 {
		if strings.HasPrefix(lang, "zh") {
			return session + "年"
		}
		return session
	}
	kind, number := "", session
	if rest, ok := strings.CutPrefix(session, "ES-"); ok {
		kind, number = "ES", rest
	} else if rest, ok := strings.CutPrefix(session, "S-"); ok {
		kind, number = "S", rest
	}
	n, err := strconv.Atoi(number)
	if err != nil {
		return session
	}
	return ordinalSession(n, kind, lang)
}
