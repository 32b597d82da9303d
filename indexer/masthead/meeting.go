package masthead

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	sessionEnRE = regexp.MustCompile(`^(.+?) (?:regular |substantive |annual |organizational |ordinary )*(session|year|meeting|plenary meeting)(?: \((?:resumed|continued)\))?[*., ]*$`)
	sessionFrRE = regexp.MustCompile(`^(.+?) (session|reunion|annee)(?: (?:extraordinaire|ordinaire|annuelle|de fond|d'urgence|d'organisation|extraordinaire d'urgence))*[*., ]*$`)
	sessionEsRE = regexp.MustCompile(`^(.+?) (peri?odo(?: extraordinario)? de sesiones|reunion|ano)(?: (?:sustantivo|ordinario|extraordinario|anual|de emergencia|extraordinario de emergencia|de organizacion))*[*., ]*$`)
	sessionRuRE = regexp.MustCompile(unmarked(`^(.+?) (?:чрезвычайная |специальная |внеочередная |возобновленная |основная |очередная |ежегодная |организационная )*(сессия|год|совещание)[*., ]*$`))
	sessionArRE = regexp.MustCompile(unmarked(`^(?:ال)?(دورة|سنة|اجتماع) (.+?)[*., ]*$`))
	qualifierRE = regexp.MustCompile(unmarked(` ?(?:المستأنفة|الاستثنائية|الطارئة|العادية|السنوية)`))
	sessionZhRE = regexp.MustCompile(`第 ?([〇零一二三四五六七八九十百\d]+) ?(届|次)(?:.{0,6})会议|第 ?([〇零一二三四五六七八九十百\d]+) ?(年)$`)
	sessionYear = regexp.MustCompile(unmarked(`^(?:(?:annual|substantive|organizational|regular|first regular|second regular|resumed|special|coordination and management) )*session(?: of| de)?,? (\d{4})[*. ]*$|^(\d{4}) (?:(?:annual|substantive|organizational|resumed|regular) )*session[*. ]*$|^session de (\d{4})$|^periodo de sesiones de (\d{4})$|^(\d{4})年.{0,4}会议$|^сессия (\d{4}) года$`))
	specialRE   = regexp.MustCompile(unmarked(`emergency special|extraordinaire d'urgence|extraordinario (?:de sesiones )?de emergencia|чрезвычайная специальная|الاستثنائية الطارئة|紧急特别`))
	extraRE     = regexp.MustCompile(unmarked(`\bspecial session\b|\bsession extraordinaire\b|extraordinario|специальная|الاستثنائية|特别会议`))
)

// sessionOf reads a folded line that names a session: its number, "79", its
// year, "2025", for special sessions "S-24" and "ES-10". It is empty when the
// line names none or holds more than that.
func sessionOf(folded string) string {
	if utf8.RuneCountInString(folded) > 70 || strings.HasSuffix(folded, "报告") || strings.HasSuffix(folded, "记录") {
		return "" // Chinese puts the kind of document last: "第六十届会议报告"
	}
	if m := sessionYear.FindStringSubmatch(folded); m != nil {
		return strings.Join(m[1:], "")
	}
	n := sessionNumber(folded)
	switch {
	case n == 0:
		return ""
	case specialRE.MatchString(folded):
		return "ES-" + strconv.Itoa(n)
	case extraRE.MatchString(folded):
		return "S-" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// sessionNumber reads the ordinal of a session line in any of the languages.
func sessionNumber(folded string) int {
	if m := sessionZhRE.FindStringSubmatch(folded); m != nil && utf8.RuneCountInString(folded) < 20 {
		return chineseNumber(m[1] + m[3])
	}
	if m := sessionArRE.FindStringSubmatch(folded); m != nil {
		words := qualifierRE.ReplaceAllString(m[2], "")
		if n, rest := ordinal(words); n > 0 && rest == "" {
			return n
		}
		return 0
	}
	for _, re := range []*regexp.Regexp{sessionEnRE, sessionFrRE, sessionEsRE, sessionRuRE} {
		m := re.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		text := strings.TrimSuffix(strings.TrimSuffix(m[1], " emergency special"), " special")
		text = strings.TrimSuffix(text, " extraordinaire")
		if n, rest := ordinal(text); n > 0 && sessionPrefix(rest) {
			return n
		}
	}
	return 0
}

// sessionPrefix reports whether what stands before the ordinal may stand there.
func sessionPrefix(rest string) bool {
	for _, w := range strings.Fields(rest) {
		switch w {
		case "resumed", "reconvened", "continued", "reprise", "de", "la", "reanudado", "возобновленная":
		default:
			return false
		}
	}
	return true
}

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
			m.set("session", 0.8)
		}
		if l.kind == kindMeeting && m.Start == "" {
			place, dates, _ := meetingOf(l.text)
			if i >= s.headerEnd && place == "" && !strings.HasPrefix(l.text, "(") {
				continue // the period a title names
			}
			m.Place, m.Start, m.End = place, dates.start, dates.end
			m.set("start", 0.9)
			if place != "" {
				m.set("place", 0.9)
			}
		}
	}
	s.readBody(m, first)
}
