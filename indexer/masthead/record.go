package masthead

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// hourRE finds the hour in the line of a meeting's day.
var hourRE = regexp.MustCompile(unmarked(`\b\d{1,2}(?:[.:]\d{2})? ?(?:[ap]\.? ?m\b|h\b|heures|horas|hs|час|ч\.?(?:$|[ ,]))|الساعة|上午|下午`))

// recordDate returns the date of a meeting record, which has no other: the line
// of the meeting's day and hour, "Monday, 3 March 2025, 10 a.m.".
func (s *sheet) recordDate() (un.Date, float64) {
	if _, day := s.dayLine(); day != "" {
		return day, 0.7
	}
	return "", 0
}

// recordRE finds the line that numbers the meeting of a record.
var recordRE = regexp.MustCompile(unmarked(`^\d{1,5}(?:st|nd|rd|th|e|eme|a|-?е|-e)? (?:\(?(?:plenary|closed|pleniere|plenaria|пленарное|private)\)? )?(?:meeting|seance|sesion|заседание)|^第 ?\d+ ?次|الجلسة`))

// recordTitle returns the line of a verbatim record that stands for its title:
// "9999th meeting".
func (s *sheet) recordTitle() string {
	for _, l := range s.lines {
		if recordRE.MatchString(l.folded) && len(l.text) < 80 {
			return l.text
		}
	}
	return ""
}

// summaryRE finds the title of a summary record.
var summaryRE = regexp.MustCompile(unmarked(`^(?:provisional )?summary records?\b|^compte rendu analytique|^acta resumida|^краткии отчет|^(?:ال)?محضر (?:ال)?موجز|简要记录$`))

// recordTitles keeps of the titles of a summary record the one that says so.
// Above it stands the name of the committee that met.
func (m *Masthead) recordTitles(titles []block) []block {
	var names []string
	for _, b := range titles {
		if summaryRE.MatchString(b.folded) {
			if len(names) > 0 {
				m.BodyName = strings.Join(names, " ")
				m.set("body_name", 0.7)
			}
			b.text = strings.TrimRight(b.text, " ,،")
			return []block{b}
		}
		if !stageRE.MatchString(b.folded) {
			names = append(names, b.text)
		}
	}
	return titles
}

// readRecord reads where and when the meeting of a record was held, and of
// verbatim records, which have no block beside the name of the organ, that name.
func (s *sheet) readRecord(m *Masthead) {
	nature := first(m.Symbols).Nature
	if nature != "PV" && nature != "SR" {
		return
	}
	place, day := s.dayLine()
	if nature == "SR" {
		place, day = s.heldLine()
	}
	if m.Start == "" && day != "" {
		m.Start, m.End = day, day
		m.set("start", 0.8)
		if place != "" {
			m.Place = place
			m.set("place", 0.7)
		}
	}
	for _, l := range s.lines[:min(12, len(s.lines))] {
		if m.BodyName == "" && organNames[l.folded] {
			m.BodyName = l.text
			m.set("body_name", 0.7)
		}
	}
}

// dayLine reads the line of a verbatim record that tells day and hour, and the
// place on the line below: "Monday, 3 March 2025, 10 a.m." and "New York".
func (s *sheet) dayLine() (place string, day un.Date) {
	for i, l := range s.lines[:min(20, len(s.lines))] {
		found, ok := findDates(l.folded)
		if !ok || !found.single() || !hourRE.MatchString(l.folded) {
			continue
		}
		if i+1 < len(s.lines) && isSeat(s.lines[i+1]) {
			place = s.lines[i+1].text
		}
		return place, found.start
	}
	return "", ""
}

// isSeat reports whether a line may be the name of a city and nothing else.
func isSeat(l line) bool {
	if l.kind != kindText || stageRE.MatchString(l.folded) || organNames[l.folded] || stopWordsOfHeads[l.folded] || opensProse(l.folded) || bodyRE.MatchString(l.folded) {
		return false
	}
	return isPlace(l.text) && len(strings.Fields(l.text)) <= 3 && utf8.RuneCountInString(l.text) <= 30
}
