package masthead

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/search/un"
)

// meetingLine reports whether a line is the place and dates of a meeting.
func meetingLine(text string) bool {
	_, _, ok := meetingOf(text)
	return ok
}

// meetingOf reads a line of place and dates: "Vienna, 1-5 June 2015", "2 to 5
// June 2025, New York", "10-14 February 2025". One day alone is the date of a
// document.
func meetingOf(text string) (place string, dates span, ok bool) {
	place, dates, ok = placeAndDates(text)
	return place, dates, ok && (place != "" || !dates.single())
}

// PlaceAndDates reads when and where a meeting is held, as mastheads and meeting
// pages print it in the six languages: "Panama City, 25-26 November 2013". The
// place may be wanting and may hold commas. ok is false when there is no date
// with a year, or when more stands there than a remark in parentheses.
func PlaceAndDates(text string) (place string, start, end un.Date, ok bool) {
	place, dates, ok := placeAndDates(text)
	return place, dates.start, dates.end, ok
}

// remarkRE finds a remark behind the dates: "(am)".
var remarkRE = regexp.MustCompile(`^ *\(\p{Ll}[^()]*\)`)

func placeAndDates(text string) (place string, dates span, ok bool) {
	if len(text) > 250 || !yearRE.MatchString(WesternDigits(text)) {
		return "", span{}, false
	}
	text = lostDashRE.ReplaceAllString(text, "$1-$2")
	folded := fold(text)
	dates, ok = findDates(folded)
	if !ok {
		return placeAndMonth(text, folded)
	}
	before, after := aroundDates(text, folded, dates)
	before = strings.Trim(before, " ,،，、;*(")
	after = remarkRE.ReplaceAllString(yearless(after), "")
	after = strings.TrimRight(strings.TrimLeft(after, " ,،，、;*)"), " *")
	if before != "" && after != "" || !isPlace(before+after) {
		return "", span{}, false
	}
	return before + after, dates, true
}

// lostDashRE finds a range of days behind a place that has lost its dash:
// "Vienna, 14 18 May 2018".
var lostDashRE = regexp.MustCompile(`^(\p{Lu}[^,\d]{2,60}, \d{1,2}) (\d{1,2} )`)

// placeMonthRE finds a month with its year behind a place: mirrors of documents
// lose the days, "Panama, novembre 2013".
var placeMonthRE = regexp.MustCompile(`^([^,]{2,40}(?:, [^,]{2,40})?), (?:de )?(` + monthPattern + `),? ?(?:de |del )?(\d{4})(?: года| г\.)?$`)

// placeAndMonth reads a line of a place and the month of a meeting.
func placeAndMonth(text, folded string) (place string, dates span, ok bool) {
	m := placeMonthRE.FindStringSubmatchIndex(folded)
	if m == nil {
		return "", span{}, false
	}
	day := isoDate(number(folded[m[6]:m[7]]), monthNumber(folded[m[4]:m[5]]), 1)
	place = text[:originalOffset(text, utf8.RuneCountInString(folded[:m[3]]))]
	if day == "" || !isPlace(place) {
		return "", span{}, false
	}
	return place, span{start: day[:7], end: day[:7], from: m[4], to: m[7]}, true
}

// aroundDates returns what stands in a text before and behind the dates that
// were found in its folded form.
func aroundDates(text, folded string, dates span) (before, after string) {
	start := originalOffset(text, len([]rune(folded[:dates.from])))
	return text[:start], text[min(len(text), originalOffset(text, len([]rune(folded[:dates.to])))):]
}

// originalOffset returns the byte offset in a text at which n runes of its
// folded form are used up.
func originalOffset(text string, n int) int {
	used, blank := 0, true
	for i, r := range text {
		if used >= n {
			return i
		}
		for _, d := range norm.NFKD.String(string(r)) {
			d = foldRune(d)
			if d < 0 || d == ' ' && blank {
				continue
			}
			used++
			blank = d == ' '
		}
	}
	return len(text)
}

// yearless drops the word for year that follows the dates in Russian.
func yearless(s string) string {
	trimmed := strings.TrimLeft(s, " ")
	for _, w := range []string{"года", "г."} {
		if rest, ok := strings.CutPrefix(trimmed, w); ok {
			return rest
		}
	}
	return s
}

// isPlace reports whether a text may be the place of a meeting: up to eight
// words beginning with a capital, no sentence. No place is one too.
func isPlace(s string) bool {
	if s != "" && !strings.ContainsFunc(s, unicode.IsLetter) {
		return false
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",،，()", r) })
	if len(words) > 8 || strings.ContainsAny(s, ":;/0123456789*~") || strings.Contains(s, "举行") || strings.HasSuffix(s, "报告") {
		return false
	}
	named := s == ""
	for _, w := range words {
		switch w {
		case "of", "and", "de", "del", "la", "y", "et", "the", "и", "و", "和":
			continue
		}
		if unicode.IsLower([]rune(w)[0]) && !strings.ContainsFunc(w, unicode.IsUpper) {
			return false
		}
		named = true
	}
	return named
}
