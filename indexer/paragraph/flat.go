package paragraph

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/masthead"
)

// markFlat marks furniture and notes where lines have no places, as in text
// files and web pages: only their form tells them.
func (d *document) markFlat(s sheet) {
	again := map[string]int{}
	for _, l := range d.lines[s.first:s.last] {
		if runs(l.text) {
			again[edgeKey(l.text)]++
		}
	}
	for i := s.first; i < s.last; i++ {
		l := &d.lines[i]
		if masthead.IsJobLine(l.text) || runs(l.text) && again[edgeKey(l.text)] > 2 {
			l.role = furniture
		}
	}
	d.markStars(s)
}

// runs reports whether a line may be a running head or foot. A bare figure may
// be the cell of a table.
func runs(text string) bool {
	return utf8.RuneCountInString(text) < 60 && isFurniture(text) && strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
}

// flatHead is how many lines of a flat document may call a note of its head.
const flatHead = 60

var (
	starCall = regexp.MustCompile(`[^*\s] ?(\*{1,3})(?:[\s\p{Han}]|$)`)
	starNote = regexp.MustCompile(`^(\*{1,3}) ?[^*\s]`)
)

// markStars marks the notes of the head: lines that begin with asterisks that a
// line above ends a word with. Without such a call they are items of a list.
func (d *document) markStars(s sheet) {
	called := map[string]bool{}
	open := -1
	for i := s.first; i < min(s.last, s.first+flatHead); i++ {
		l := &d.lines[i]
		m := starNote.FindStringSubmatch(l.text)
		switch {
		case l.role != body:
		case m != nil && called[m[1]]:
			l.role, open = note, i
			delete(called, m[1])
		case open >= 0 && l.block != 0 && l.block == d.lines[open].block && !ends(d.lines[open].text):
			l.role, open = note, i
		default:
			open = -1
			for _, c := range starCall.FindAllStringSubmatch(l.text, 4) {
				called[c[1]] = true
			}
		}
	}
}
