package masthead

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

var (
	// heldAtRE finds the beginning of the line of a summary record that tells
	// where and when the meeting was held.
	heldAtRE = regexp.MustCompile(`(?i)^(?:held(?: (?:at|in))?|tenue(?: (?:à|au|en))?|celebrada(?: en)?|(?:состоявше|проведенн)\pL+(?: во?)?|المعقودة(?: في)?) `)
	// heldOnRE finds the weekday before the date, with the words that join them.
	heldOnRE = regexp.MustCompile(`(?i)(?:^|[,،]? )(?:on|le|el|во?|يوم)(?: \pL+)?$`)
	// heldHanRE finds the place where Chinese has it, behind day and hour.
	heldHanRE = regexp.MustCompile(`在(\p{Han}{2,12}?)(?:联合国)?(?:总部|万国宫|办事处)?举行$`)
	// cityRE finds the city behind the house in which a meeting was held.
	cityRE = regexp.MustCompile(`^(?:.* )?(?:à|at|in|en|во?) (\p{Lu}[\pL -]+)$`)
	// articleRE finds houses, which have an article where cities have none.
	articleRE = regexp.MustCompile(`(?i)^(?:the|la|le|el|los) |^l['’]|^ال`)
)

// heldLine reads the line of a summary record that tells where and when the
// meeting was held: "Held at Headquarters, New York, on Tuesday, 3 November 2009,
// at 3 p.m." It may take up to three lines.
func (s *sheet) heldLine() (place string, day un.Date) {
	for i, l := range s.lines {
		if found := heldHanRE.FindStringSubmatch(l.text); found != nil {
			if dates, ok := findDates(l.folded); ok && dates.single() {
				return found[1], dates.start
			}
		}
		if !heldAtRE.MatchString(l.text) {
			continue
		}
		text := ""
		for _, next := range s.lines[i:min(i+3, len(s.lines))] {
			text = strings.TrimSpace(text + " " + next.text)
			folded := fold(text)
			if dates, ok := findDates(folded); ok && dates.single() {
				before, _ := aroundDates(text, folded, dates)
				return heldPlace(before), dates.start
			}
		}
	}
	return "", ""
}

// heldPlace returns the city in what stands before the date of a meeting: "Held
// at the Palais des Nations, Geneva, on Tuesday,". The city follows the house;
// a house alone is no place.
func heldPlace(before string) string {
	before = heldOnRE.ReplaceAllString(strings.TrimRight(before, " ,،"), "")
	before = strings.TrimRight(before, " ,،")
	verb := heldAtRE.FindString(before + " ")
	segments := strings.FieldsFunc(strings.TrimPrefix(before+" ", verb), func(r rune) bool { return r == ',' || r == '،' })
	if len(segments) == 0 {
		return ""
	}
	last := strings.TrimSpace(segments[len(segments)-1])
	found := cityRE.FindStringSubmatch(last)
	switch {
	case found != nil:
		last = found[1]
	case len(segments) == 1 && strings.HasSuffix(fold(verb), " at"), len(segments) == 1 && strings.HasSuffix(fold(verb), " au"):
		return ""
	}
	if last == "" || articleRE.MatchString(last) || !isPlace(last) {
		return ""
	}
	return last
}
