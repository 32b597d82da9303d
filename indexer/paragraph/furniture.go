package paragraph

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/masthead"
)

// Forms that are furniture wherever they stand at the edge of a page.
var (
	symbolLine = regexp.MustCompile(`^[A-Z][A-Za-z]{0,9}(?:[./-][A-Za-z0-9]+)*/[A-Za-z0-9.&()/ -]*\d[A-Za-z0-9.()/ ]*\*{0,3}$`)
	pageLine   = regexp.MustCompile(`(?i)^(?:\d{1,4}\s?/\s?\d{1,4}|[-–—]?\s?\d{1,4}\s?[-–—]?|\[?p(?:age|ágina|\.)? ?\d{1,4}\]?|página \d{1,4}|стр(?:аница|\.) ?\d{1,4}|第 ?\d{1,4} ?页|صفحة \d{1,4}|(?:الصفحة) \d{1,4}|page \d{1,4} (?:of|de) \d{1,4}|[ivxlc]{1,6})$`)
	jobLine    = regexp.MustCompile(`^(?:(?:[A-Z]{1,3}\.)?\d{2}-[\dIlO]{4,6}X?\b(?:\P{Ll}|\p{Ll}{1,2}\P{Ll}|\p{Ll}{1,2}$){0,40}|\*\d{6,8}\*|\*[A-Z]?\d{6,9}[A-Z]?\*)$`)
	restLine   = regexp.MustCompile(`(?i)^(?:/?\s?\. ?\. ?\.|/\.{2,3}|/…|\(?(?:continued|suite|continuación|продолжение|تابع|续)\)?|please recycle.*|digitized by dag hammarskjöld library)$`)
	tongueLine = regexp.MustCompile(`(?i)^(?:english|french|spanish|russian|arabic|chinese|français|anglais|español|inglés|русский|английский|page|arabic|العربية|中文)$`)
)

// depth is how many lines at the top and at the bottom of a page may be
// furniture, band how much of its height.
const (
	depth = 4
	band  = 0.14
)

// markFurniture finds running heads and feet: by form, or because the same line
// comes back at the edge of other pages.
func (d *document) markFurniture() {
	pages := 0
	seen := repeats{same: map[string]seenOn{}, counted: map[countedLine]seenOn{}}
	for n, s := range d.sheets {
		if s.last > s.first {
			pages++
		}
		for _, at := range d.edgeLines(n) {
			seen.add(d.lines[at].text, n)
		}
	}
	seen.enough = max(3, pages/20)
	if pages <= 4 {
		seen.enough = 2
	}
	for n := range d.sheets {
		if !d.sheets[n].placed {
			d.markFlat(d.sheets[n])
		}
		for _, at := range d.edgeLines(n) {
			l := &d.lines[at]
			switch {
			case isFurniture(l.text), d.isNoise(*l):
				l.role = furniture
			case len(l.cells) > 1 && furnitureCells(l.cells):
				l.role = furniture
			case seen.again(l.text, n) && utf8.RuneCountInString(l.text) < 120 && !isNumbered(l.text, d.lang) && !isBoundaryLine(l.text):
				l.role = furniture
			}
		}
		d.markImprint(d.sheets[n])
	}
}

// markImprint marks what stands below the job number at the foot of a page: the
// printer's words, never text.
func (d *document) markImprint(s sheet) {
	if !s.placed {
		return
	}
	at := math.Inf(1)
	for _, l := range d.lines[s.first:s.last] {
		if l.y > 0.8*s.height && jobLine.MatchString(masthead.WesternDigits(l.text)) {
			at = min(at, l.bottom())
		}
	}
	for i := s.first; i < s.last; i++ {
		if l := &d.lines[i]; l.role == body && l.y >= at && utf8.RuneCountInString(l.text) < 120 {
			l.role = furniture
		}
	}
}

// repeats counts the pages at whose edges lines stand: those that are the same,
// and those that are the same but for a figure that counts the pages.
type repeats struct {
	same    map[string]seenOn
	counted map[countedLine]seenOn
	enough  int
}

// seenOn is on how many pages something was seen, and on which last.
type seenOn struct{ pages, last int }

func (s seenOn) on(sheet int) seenOn {
	if s.pages == 0 || s.last != sheet {
		return seenOn{pages: s.pages + 1, last: sheet}
	}
	return s
}

// countedLine is a line without its figures, and how far one of its figures is
// ahead of the page.
type countedLine struct {
	key   string
	ahead int
}

var figures = regexp.MustCompile(`\d{1,4}`)

func (r repeats) add(text string, sheet int) {
	r.same[text] = r.same[text].on(sheet)
	for _, k := range countedLines(text, sheet) {
		r.counted[k] = r.counted[k].on(sheet)
	}
}

func (r repeats) again(text string, sheet int) bool {
	if r.same[text].pages >= r.enough {
		return true
	}
	for _, k := range countedLines(text, sheet) {
		if r.counted[k].pages >= r.enough {
			return true
		}
	}
	return false
}

func countedLines(text string, sheet int) []countedLine {
	var out []countedLine
	folded := masthead.WesternDigits(text)
	for _, f := range figures.FindAllString(folded, 4) {
		out = append(out, countedLine{key: edgeKey(folded), ahead: digits(f) - sheet})
	}
	return out
}

// edgeLines gives the lines at the top and at the bottom of a page, by their
// places: readers may give a running head last.
func (d *document) edgeLines(n int) []int {
	s := d.sheets[n]
	if !s.placed {
		return nil
	}
	order := make([]int, 0, s.last-s.first)
	for i := s.first; i < s.last; i++ {
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.lines[a].y, d.lines[b].y) })
	var at []int
	for rank, i := range order {
		l := d.lines[i]
		nearTop := rank < depth && l.y < band*s.height+20
		nearBottom := l.bottom() > (1-band)*s.height && (rank >= len(order)-depth || l.bottom() > (1-band/2)*s.height)
		if nearTop && (n > 0 || l.y < 0.06*s.height) || nearBottom {
			at = append(at, i)
		}
	}
	return at
}

func isFurniture(text string) bool {
	text = masthead.WesternDigits(text)
	return symbolLine.MatchString(text) || pageLine.MatchString(text) || jobLine.MatchString(text) ||
		restLine.MatchString(text) || tongueLine.MatchString(text)
}

// furnitureCells reports whether each of the pieces on one baseline is
// furniture ("2/14" and "25-05391").
func furnitureCells(cells []string) bool {
	for _, c := range cells {
		if !isFurniture(c) {
			return false
		}
	}
	return true
}

// isNoise reports whether a line has no word and no figure in it.
func (d *document) isNoise(l line) bool {
	return !strings.ContainsFunc(l.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) && !isSubItem(l.text) && !isRule(l.text)
}

func isNumbered(text, lang string) bool {
	l, ok := paragraphLabel(text, lang)
	return ok && l.text != ""
}

// edgeKey makes lines that differ in figures only equal.
func edgeKey(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case unicode.IsSpace(r):
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

var ruleLine = regexp.MustCompile(`^[_\-–—=]{5,}$`)

// isRule reports whether a line is a drawn rule, as above footnotes.
func isRule(text string) bool { return ruleLine.MatchString(strings.ReplaceAll(text, " ", "")) }
