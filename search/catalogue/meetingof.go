package catalogue

import "travaux/search/un"

// MeetingOf tells the id of a document's meeting. The symbol decides first: its
// body and session; of several symbols the first whose meeting is listed. A
// symbol without a session, or none, leaves it to body and ordinal session of
// the masthead, then to the body's listed meeting at those dates. Place and
// dates alone never decide: meetings of several bodies are held together. Last
// comes the meeting page that lists the document. Otherwise it is un.NoMeeting.
func (c *Catalogue) MeetingOf(d un.Document) string {
	if id := c.bySymbol(d.Symbols); id != "" {
		return id
	}
	if id := c.bySession(d); id != "" {
		return id
	}
	if id := c.byDates(d); id != "" {
		return id
	}
	for _, l := range d.Listings {
		if l.Meeting != "" {
			return l.Meeting
		}
	}
	return un.NoMeeting
}

// bySymbol gives the meeting that the symbols tell, "" when none does.
func (c *Catalogue) bySymbol(symbols []un.Symbol) string {
	first := ""
	for _, s := range symbols {
		id := s.MeetingID()
		if _, listed := c.byName[id]; listed {
			return id
		}
		if first == "" {
			first = id
		}
	}
	return first
}

// bySession gives the meeting of the document's body with its session, which is
// that of the symbol or the masthead's ordinal.
func (c *Catalogue) bySession(d un.Document) string {
	body, session := bodyOf(d), d.Session
	if body == "" || !isSession(session) {
		return ""
	}
	if _, listed := c.byName[body+"/"+session]; listed {
		return body + "/" + session
	}
	byYear := false
	for _, s := range c.sittings {
		if s.Body != body {
			continue
		}
		byYear = true
		if s.Ordinal == session {
			return s.ID
		}
	}
	switch {
	case byYear && un.Date(session).Year() == 0:
		return "" // the ordinal of a session whose year is not known
	case c.BodyLabel(body, "en") == "":
		return ""
	}
	return body + "/" + session
}

// byDates gives the listed meeting of the document's body during which it began.
func (c *Catalogue) byDates(d un.Document) string {
	body := bodyOf(d)
	if body == "" || len(d.Start) < len("2006-01-02") {
		return ""
	}
	for _, s := range c.sittings {
		if s.Body == body && len(s.Start) == len(d.Start) && s.Start <= d.Start && d.Start <= s.End {
			return s.ID
		}
	}
	return ""
}

// bodyOf gives the body of a document: its symbol's, else the one its masthead
// names.
func bodyOf(d un.Document) string {
	if path := d.Symbol().BodyPath(); path != "" {
		return path
	}
	return d.Body
}
