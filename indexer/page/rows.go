package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"travaux/indexer/masthead"
	"travaux/search/catalogue"
	"travaux/search/un"
)

// page makes rows and meetings of what was read.
func (r *reader) page() Page {
	var p Page
	shipped := catalogue.Shipped()
	ids := make([]string, len(r.headings)+1)
	for i := range ids {
		ids[i] = r.meetingOf(i, shipped)
		if ids[i] != "" {
			p.meet(r.meeting(i, ids[i], shipped))
		}
	}
	if len(r.entries) == 0 {
		p.Meetings = append(p.Meetings, r.sittings.meetings(shipped)...)
	}
	for _, e := range r.entries {
		row := e.row(ids[e.heading], shipped)
		p.Rows = append(p.Rows, row)
		if own := row.Document.Meeting; own != "" && own != un.NoMeeting {
			p.meet(e.ownMeeting(own, shipped))
		}
	}
	return p
}

// meet adds a meeting unless it is there.
func (p *Page) meet(m un.Meeting) {
	if !slices.ContainsFunc(p.Meetings, func(known un.Meeting) bool { return known.ID == m.ID }) {
		p.Meetings = append(p.Meetings, m)
	}
}

// meetingOf tells the meeting of the nth heading, 0 being what stands above all
// headings: of the meetings of the symbols below it, that which begins on the
// heading's date, else those of its year, else all; the most frequent of them.
func (r *reader) meetingOf(n int, shipped *catalogue.Catalogue) string {
	var h heading
	if n > 0 {
		h = r.headings[n-1]
	}
	score := map[string]int{}
	best := ""
	for _, e := range r.entries {
		if e.heading != n || len(e.symbols) == 0 {
			continue
		}
		id := e.symbols[0].MeetingID()
		if id == "" {
			continue
		}
		score[id]++
		if m, ok := shipped.Meeting(id); ok && h.start != "" && m.Start == h.start {
			score[id] += 1000
		}
		if strings.HasSuffix(id, "/"+strconv.Itoa(h.start.Year())) {
			score[id] += 100
		}
		if best == "" || score[id] > score[best] {
			best = id
		}
	}
	return best
}

// meeting is what a heading and the catalogue tell of a meeting; the heading's
// place and dates are the page's own and win.
func (r *reader) meeting(n int, id string, shipped *catalogue.Catalogue) un.Meeting {
	m, ok := shipped.Meeting(id)
	if !ok {
		m = meetingOfID(id)
	}
	if n == 0 {
		return m
	}
	h := r.headings[n-1]
	m.Start, m.End = h.start, h.end
	if h.place != "" {
		m.Place = h.place
	}
	if m.Name == "" || len(m.Aliases) == 0 {
		m.Name = h.name
	}
	return m
}

// meetingOfID makes a meeting of its id alone.
func meetingOfID(id string) un.Meeting {
	i := strings.LastIndexByte(id, '/')
	return un.Meeting{ID: id, Body: id[:i], Session: id[i+1:]}
}

var titleDates = regexp.MustCompile(`\(([^()]{6,80})\)\s*\*?$`)

// ownMeeting is what the catalogue and the row's title tell of its document's own
// meeting: "Report of the first meeting (Vienna, 22-23 October 2012)".
func (e *entry) ownMeeting(id string, shipped *catalogue.Catalogue) un.Meeting {
	m, ok := shipped.Meeting(id)
	if !ok {
		m = meetingOfID(id)
	}
	if found := titleDates.FindStringSubmatch(e.title()); found != nil && m.Start == "" {
		if place, start, end, ok := masthead.PlaceAndDates(found[1]); ok {
			m.Place, m.Start, m.End = place, start, end
		}
	}
	return m
}

// named reports whether the row names its document by a symbol or a number.
func (e *entry) named() bool { return len(e.symbols) > 0 || e.note.Canonical != "" }

// row makes a catalogue row.
func (e *entry) row(meeting string, shipped *catalogue.Catalogue) Row {
	title := e.title()
	d := un.Document{Title: strings.TrimRight(strings.TrimSpace(title), "* "), Symbols: e.symbols}
	switch {
	case len(e.symbols) > 0:
		s := e.symbols[0]
		d.ID, d.Body, d.Session = s.String(), s.BodyPath(), s.Session
		d.Meeting = shipped.MeetingOf(d)
	case e.named():
		d.ID, d.Symbols, d.Session = e.note.Canonical, []un.Symbol{e.note.Symbol}, e.note.Symbol.Session
	}
	if d.Meeting == "" || d.Meeting == un.NoMeeting {
		d.Meeting = meeting
	}
	d.Types, d.Origin = masthead.TypeOf(d.Symbol(), d.Title, e.origin())
	return Row{Document: d, Title: title, Meeting: meeting, Languages: e.languages, Links: e.links}
}

// origin gives the origin line that pages print behind the title, on a line of
// its own or behind a colon: "Background document prepared by the Secretariat".
func (e *entry) origin() string {
	candidates := slices.Clone(e.lines)
	if len(candidates) > 0 {
		candidates = candidates[1:]
	}
	if i := strings.LastIndex(e.title(), ": "); i >= 0 {
		candidates = append(candidates, e.title()[i+2:])
	}
	for _, c := range candidates {
		if _, origin := masthead.TypeOf(un.Symbol{}, "", c); origin != "" {
			return c
		}
	}
	return ""
}
