package query

import (
	"fmt"
	"strings"
	"time"
)

// Years reads a year or a range of years, "2013", "2011..2015", "2011..",
// "..2015". An open end is 0 or 9999.
func Years(text string) (from, to int, err error) {
	bad := fmt.Errorf("%q is no year: expected 2013, 2011..2015, 2011.. or ..2015", text)
	a, b, isRange := strings.Cut(text, "..")
	if !isRange {
		b = a
	}
	if a == "" && b == "" {
		return 0, 0, bad
	}
	from, to = 0, 9999
	if a != "" {
		if from, err = year(a); err != nil {
			return 0, 0, bad
		}
	}
	if b != "" {
		if to, err = year(b); err != nil {
			return 0, 0, bad
		}
	}
	if from > to {
		return 0, 0, fmt.Errorf("%q ends before it begins", text)
	}
	return from, to, nil
}

// Dates reads a date or a range of dates, each possibly cut short, for Overlaps.
func Dates(text string) (from, to string, err error) {
	a, b, isRange := strings.Cut(text, "..")
	if !isRange {
		b = a
	}
	if !isDate(a) || !isDate(b) || a == "" && b == "" {
		return "", "", fmt.Errorf("%q is no date: expected 2013-11-25, 2013-11, or a range such as 2013-11-25..2014", text)
	}
	to = "9999"
	if b != "" {
		to = b + "~" // after every longer date that begins so
	}
	if a > to {
		return "", "", fmt.Errorf("%q ends before it begins", text)
	}
	return a, to, nil
}

// year reads a year of four digits.
func year(text string) (int, error) {
	t, err := time.Parse("2006", text)
	return t.Year(), err
}

// isDate accepts an ISO 8601 date, possibly cut short or empty.
func isDate(s string) bool {
	const form = time.DateOnly
	switch len(s) {
	case 0:
		return true
	case len("2006"), len("2006-01"), len(form):
		_, err := time.Parse(form[:len(s)], s)
		return err == nil
	}
	return false
}

// Overlaps reports whether a date, possibly cut short, may lie in a range as
// Dates gives it: what is of November 2013 is found from 2013-11-05 on, and until
// then. Without a date it does not.
func Overlaps(from, to, date string) bool {
	const last = "~" // after every longer date that begins so
	return date != "" && from <= date+last && date <= to
}
