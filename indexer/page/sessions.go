package page

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"travaux/indexer/masthead"
	"travaux/search/catalogue"
	"travaux/search/un"
)

// An index gathers the sessions of a page that lists them and no documents: a
// line with the name, one with the dates, at times one with the place.
type index struct {
	found  []sitting
	name   string // of a session whose dates may follow
	placed bool   // the last one has its place
	body   string // the text above the first session
}

// A sitting is one listed session.
type sitting struct {
	name, dates, place string
	start, end         un.Date
}

// minSittings is how many sessions make an index, maxBody how much text above
// them may name their body.
const (
	minSittings = 3
	maxBody     = 4000
)

var (
	sessionName = regexp.MustCompile(`(?i)^[\pL\d][^.;:()]{3,90}$`)
	resumedForm = regexp.MustCompile(`(?i)^(?:(?:continued|first|second|third|resumed|reconvened) )+\pL+(?:-\pL+)?$`)
	noPlace     = regexp.MustCompile(`(?i)\b(?:format|virtual|online|in-person|session)\b`)
	weekWords   = regexp.MustCompile(`(?i)^(?:week of|semaine du|semana del?)\s+`)
	yearWord    = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	dayOfMonth  = regexp.MustCompile(`^\d{1,2}\s*(?:[-–—]\s*\d{1,2}\s+)?\pL{3,}`)
	shortMonth  = regexp.MustCompile(`\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?`)
	placeForm   = regexp.MustCompile(`^\p{Lu}[\pL .'’-]{1,40}(?:,\s*\p{Lu}[\pL .'’()-]{1,40})?$`)
)

// line takes a line of the page.
func (x *index) line(text string) {
	if start, end, ok := x.dates(text); ok && x.name != "" {
		x.found = append(x.found, sitting{name: x.name, dates: text, start: start, end: end})
		x.name, x.placed = "", false
		return
	}
	if x.isName(text) {
		x.name = text
		return
	}
	if n := len(x.found); n > 0 && !x.placed && x.name == "" && placeForm.MatchString(text) && !noPlace.MatchString(text) {
		x.found[n-1].place, x.placed = text, true
		return
	}
	x.name = ""
	x.placed = true
	if len(x.found) == 0 && len(x.body) < maxBody {
		x.body += text + "\n"
	}
}

// isName reports whether a line names one session: by its number.
func (x *index) isName(text string) bool {
	return sessionName.MatchString(text) && (ordinalIn(text) > 0 || resumedForm.MatchString(text) && ordinalIn(text+" session") > 0)
}

// ordinalIn gives the number of a session by its name, "First resumed tenth
// session" is the tenth; 0 when the name has none.
func ordinalIn(name string) int {
	word := meetingWords.FindStringIndex(name)
	if word == nil {
		return 0
	}
	words := strings.Fields(name[:word[0]])
	const most = 4
	for n := min(most, len(words)); n > 0; n-- {
		if number := masthead.Ordinal(strings.Join(words[len(words)-n:], " ")); number > 0 {
			return number
		}
	}
	return 0
}

// ordinalOf writes the number of a session as the catalogue does: "9r2" is the
// second resumed ninth session.
func ordinalOf(name string) string {
	number := strconv.Itoa(max(ordinalIn(name), ordinalIn(name+" session")))
	folded := strings.ToLower(name)
	switch {
	case strings.Contains(folded, "second resumed"):
		return number + "r2"
	case strings.Contains(folded, "resumed"), strings.Contains(folded, "reconvened"):
		return number + "r"
	}
	return number
}

// inFull writes the names of months in full.
func inFull(text string) string {
	return shortMonth.ReplaceAllStringFunc(text, func(m string) string {
		for _, month := range strings.Fields("January February March April June July August September October November December") {
			if strings.HasPrefix(month, m[:3]) {
				return month
			}
		}
		return m
	})
}

// dates reads a line that holds nothing but the days of a session. The year may
// be wanting.
func (x *index) dates(text string) (start, end un.Date, ok bool) {
	text = inFull(weekWords.ReplaceAllString(text, ""))
	if place, start, end, ok := masthead.PlaceAndDates(text); ok {
		return start, end, place == ""
	}
	const anyYear = " 2000"
	if yearWord.MatchString(text) || !dayOfMonth.MatchString(text) {
		return "", "", false
	}
	text, _, _ = strings.Cut(text, "(")
	place, start, end, ok := masthead.PlaceAndDates(strings.TrimSpace(text) + anyYear)
	if !ok || place != "" {
		return "", "", false
	}
	return "--" + start[5:], "--" + end[min(5, len(end)):], true
}

// list gives the sessions with the years that their neighbours tell: the pages
// count from the last session to the first, or from the first on.
func (x *index) list() []sitting {
	all := slices.Clone(x.found)
	for i := range all {
		if !strings.HasPrefix(string(all[i].start), "--") {
			continue
		}
		year := yearBetween(all, i)
		if year == 0 {
			all[i].start, all[i].end = "", ""
			continue
		}
		of := func(d un.Date) un.Date { return un.Date(strconv.Itoa(year) + string(d[1:])) }
		all[i].start, all[i].end = of(all[i].start), of(all[i].end)
	}
	return all
}

// yearBetween gives the only year in which a session can have stood between its
// neighbours, 0 when there are several or none.
func yearBetween(all []sitting, i int) int {
	if i == 0 || i+1 >= len(all) {
		return 0
	}
	before, after := all[i-1].start, all[i+1].start
	if before.Year() == 0 || after.Year() == 0 {
		return 0
	}
	low, high := min(before, after), max(before, after)
	found := 0
	for year := low.Year(); year <= high.Year(); year++ {
		at := un.Date(strconv.Itoa(year) + string(all[i].start[1:]))
		if at < low || at > high {
			continue
		}
		if found != 0 {
			return 0
		}
		found = year
	}
	return found
}

// meetings makes meetings of the listed sessions, by the catalogue where it has
// the body that the page names.
func (x *index) meetings(shipped *catalogue.Catalogue) []un.Meeting {
	body := x.bodyOf(shipped)
	var all []un.Meeting
	for _, s := range x.list() {
		m := un.Meeting{Body: body, Name: s.name, Place: s.place, Start: s.start, End: s.end}
		if body != "" {
			m.ID = idOf(m, ordinalOf(s.name), shipped)
		}
		if known, ok := shipped.Meeting(m.ID); ok && m.ID != "" {
			m.Aliases, m.Session, m.Ordinal = known.Aliases, known.Session, known.Ordinal
			m.Place, m.Start, m.End = cmp.Or(m.Place, known.Place), cmp.Or(m.Start, known.Start), cmp.Or(m.End, known.End)
		}
		all = append(all, m)
	}
	return all
}

// idOf gives the id of a session of a body: that of the listed meeting with its
// first day, else body and year.
func idOf(m un.Meeting, ordinal string, shipped *catalogue.Catalogue) string {
	for _, known := range shipped.Meetings() {
		if known.Body == m.Body && m.Start != "" && known.Start == m.Start {
			return known.ID
		}
	}
	if m.Start != "" {
		return m.Body + "/" + strconv.Itoa(m.Start.Year())
	}
	for _, known := range shipped.Meetings() {
		if known.Body == m.Body && known.Ordinal == ordinal {
			return known.ID
		}
	}
	return ""
}

// bodyOf gives the body of the catalogue whose own name stands first in the text
// above the list, the longest where several do.
func (x *index) bodyOf(shipped *catalogue.Catalogue) string {
	above := strings.ToLower(x.body)
	best, first, longest := "", len(above), 0
	for _, m := range shipped.Meetings() {
		label := shipped.BodyLabel(m.Body, "en")
		name := strings.ToLower(label[strings.LastIndex(label, ", ")+1:])
		name = strings.TrimSpace(name)
		at := strings.Index(above, name)
		if len(name) > 8 && at >= 0 && (at < first || at == first && len(name) > longest) {
			best, first, longest = m.Body, at, len(name)
		}
	}
	return best
}
