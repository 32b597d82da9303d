package page

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"travaux/search/un"
)

var dateToken = regexp.MustCompile(`(\d{4})|(\d{1,2})(?:er|st|nd|rd|th|º|°)?|(\pL+)`)

// day is a day of the month with what stands behind it of month and year.
type day struct{ day, month, year int }

// placeAndDates reads "Panama City, 25-26 November 2013": the place, which may be
// wanting and may hold commas, and the first and last day. A year is needed; a
// day without a month has that of the next one.
func placeAndDates(s string) (place string, start, end un.Date, ok bool) {
	var days []day
	placeEnd, place := -1, ""
	for _, m := range dateToken.FindAllStringSubmatchIndex(s, -1) {
		word := s[m[0]:m[1]]
		switch {
		case m[2] >= 0:
			year, err := strconv.Atoi(word)
			if err != nil || len(days) == 0 || year < 1946 || year > 2099 {
				return "", "", "", false
			}
			fill(days, func(d *day) *int { return &d.year }, year)
		case m[4] >= 0:
			n, err := strconv.Atoi(s[m[4]:m[5]])
			if err != nil || n < 1 || n > 31 {
				return "", "", "", false
			}
			if placeEnd < 0 {
				placeEnd = m[0]
			}
			days = append(days, day{day: n})
		case month(word) > 0 && len(days) > 0:
			fill(days, func(d *day) *int { return &d.month }, month(word))
		}
	}
	if len(days) == 0 {
		return "", "", "", false
	}
	first, last := days[0], days[len(days)-1]
	if first.month == 0 || first.year == 0 || last.month == 0 || last.year == 0 {
		return "", "", "", false
	}
	return cleanPlace(s[:placeEnd]), first.date(), last.date(), true
}

// fill sets a part of the days read so far that want it.
func fill(days []day, part func(*day) *int, value int) {
	for i := range days {
		if p := part(&days[i]); *p == 0 {
			*p = value
		}
	}
}

func (d day) date() un.Date {
	return un.Date(fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day))
}

// cleanPlace takes the words before a date off a place.
func cleanPlace(s string) string {
	s = strings.TrimRight(s, " ,")
	for _, word := range []string{"from", "du", "del", "le", "с"} {
		if rest, ok := strings.CutSuffix(s, " "+word); ok {
			s = strings.TrimRight(rest, " ,")
		} else if s == word {
			s = ""
		}
	}
	return s
}

// month gives the number of a month by its name in English, French, Spanish or
// Russian, 0 for any other word.
func month(word string) int {
	word = strings.ToLower(word)
	for i, names := range []string{
		"january janvier enero января", "february février febrero февраля", "march mars marzo марта",
		"april avril abril апреля", "may mai mayo мая", "june juin junio июня", "july juillet julio июля",
		"august août agosto августа", "september septembre septiembre сентября", "october octobre octubre октября",
		"november novembre noviembre ноября", "december décembre diciembre декабря",
	} {
		for _, name := range strings.Fields(names) {
			if word == name {
				return i + 1
			}
		}
	}
	return 0
}
