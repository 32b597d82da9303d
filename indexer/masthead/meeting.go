package masthead

import (
	"regexp"
	"strings"
)

// heldRE finds, in the title of a report, where and when its meeting was held.
var (
	heldRE = regexp.MustCompile(`(?:\b(?:held (?:in|at)|(?:tenue?|réunie?) à|celebrad[oa] en|reunid[oa] en)|المعقودة? في) ([^.:]+)$`)
	// datedRE finds the dates in parentheses at the end of a title.
	datedRE = regexp.MustCompile(`^(.*\S) ?[(（]([^()（）]*\d{4}[^()（）]{0,4})[)）]$`)
	// joinsDateRE finds the word that ties the dates to the place before them.
	joinsDateRE = regexp.MustCompile(`^(.*?)(?: on| between| during|,? le|,? les|,? el|,? los días|,? во?| в период| يومي| يوم| في الفترة),? ((?:from |du |del |с |من )?\d.*)$`)
	// heldRussianRE leaves the place out, whose case the sentence makes.
	heldRussianRE = regexp.MustCompile(`(?:проведенн|проведённ|состоявше|прошедше)\pL+ (?:(?:в|во) \p{Lu}[^\d]{1,40} )?(?:с )?(\d[^.:]*)$`)
	// Chinese puts the dates first: "2022年6月13日至17日在维也纳举行的…报告".
	heldChineseRE = regexp.MustCompile(`(\d{4}年[\d年月日至到和 -]+)在(\p{Han}{2,12})举行`)
)

// readHeld takes place and dates from the title of a report whose head has
// neither: "Report ... on its tenth session, held in Atlanta, United States of
// America, from 11 to 15 December 2023". The dates of a session behind the title,
// in parentheses, are no part of it.
func (m *Masthead) readHeld() {
	if m.Start != "" || m.Place != "" {
		return
	}
	held := ""
	switch {
	case len(datedRE.FindString(m.Title)) > 0:
		held = datedRE.FindStringSubmatch(m.Title)[2]
	case heldRE.MatchString(m.Title):
		held = joinsDateRE.ReplaceAllString(heldRE.FindStringSubmatch(m.Title)[1], "$1, $2")
	case heldRussianRE.MatchString(m.Title):
		held = heldRussianRE.FindStringSubmatch(m.Title)[1]
	case heldChineseRE.MatchString(m.Title):
		found := heldChineseRE.FindStringSubmatch(m.Title)
		held = found[1] + "，" + found[2]
	}
	place, start, end, ok := PlaceAndDates(held)
	if !ok {
		return
	}
	if found := datedRE.FindStringSubmatch(m.Title); found != nil {
		m.Title = found[1]
	}
	m.Place, m.Start, m.End = place, start, end
	m.set("start", 0.6)
	if place != "" {
		m.set("place", 0.6)
	}
}

// readMeeting reads session, place, dates and the name of the body that meets.
// Session lines count in the header only; place and dates may also stand below
// the title.
func (s *sheet) readMeeting(m *Masthead) {
	first := -1
	for i, l := range s.lines {
		if i >= s.headerEnd && (l.kind != kindMeeting || i > s.headerEnd+6) {
			continue
		}
		if first < 0 && i < s.headerEnd && (l.kind == kindSession || l.kind == kindMeeting) {
			first = i
		}
		if l.kind == kindSession && m.Session == "" {
			m.Session = sessionOf(l.folded)
			m.set("session", min(0.8, l.sure()))
		}
		if l.kind == kindMeeting && m.Start == "" {
			place, dates, _ := meetingOf(l.text)
			if i >= s.headerEnd && place == "" && !strings.HasPrefix(l.text, "(") && (s.anchored || l.part == 0) {
				continue // the period a title names
			}
			m.Place, m.Start, m.End = place, dates.start, dates.end
			m.set("start", l.sure())
			if place != "" {
				m.set("place", l.sure())
			}
		}
	}
	s.readBody(m, first)
}
