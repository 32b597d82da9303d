package paragraph

import (
	"slices"
	"strings"
	"unicode"

	"travaux/indexer/layout"
)

// The bounds of a raised part while a line's text is cleaned: noncharacters,
// which no text holds.
const (
	raisedFrom = '\ufdd0'
	raisedTo   = '\ufdd1'
)

// cleanRaised cleans a text as cleanSpaces does and gives the places of its
// raised parts in the clean text. Spans that are out of order or out of the text
// are left out.
func cleanRaised(text string, raised []layout.Span) (string, []layout.Span) {
	if len(raised) == 0 {
		return cleanSpaces(text), nil
	}
	var b strings.Builder
	at := 0
	for _, r := range raised {
		if r.Start < at || r.End <= r.Start || r.End > len(text) {
			continue
		}
		b.WriteString(text[at:r.Start])
		b.WriteRune(raisedFrom)
		b.WriteString(text[r.Start:r.End])
		b.WriteRune(raisedTo)
		at = r.End
	}
	b.WriteString(text[at:])
	return takeBounds(cleanSpaces(b.String()))
}

// takeBounds takes the bounds of raised parts out of a text and gives the spans
// they enclosed, without blanks at their ends.
func takeBounds(text string) (string, []layout.Span) {
	var b strings.Builder
	var spans []layout.Span
	from := -1
	for _, r := range text {
		switch r {
		case raisedFrom:
			from = b.Len()
		case raisedTo:
			if from < 0 {
				continue
			}
			part := b.String()[from:]
			start := from + len(part) - len(strings.TrimLeft(part, " "))
			end := from + len(strings.TrimRight(part, " "))
			if start < end {
				spans = append(spans, layout.Span{Start: start, End: end})
			}
			from = -1
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), spans
}

// takeCalls takes the raised marks of notes out of the body's lines and keeps
// them as the line's calls. What is raised and is the mark of no note stays: the
// "er" of "1er", the figure of a square metre.
func (d *document) takeCalls(notes []footnote) {
	pages := map[string][]int{}
	for _, n := range notes {
		pages[n.mark] = append(pages[n.mark], n.sheet)
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.role == body && len(l.raised) > 0 && len(l.cells) < 2 {
			l.takeCalls(func(mark string) bool {
				return slices.ContainsFunc(pages[mark], func(sheet int) bool { return sheet >= l.sheet })
			})
		}
	}
}

func (l *line) takeCalls(isNote func(mark string) bool) {
	for i := len(l.raised) - 1; i >= 0; i-- {
		r := l.raised[i]
		marks := splitMarks(l.text[r.Start:r.End])
		if len(marks) == 0 || !slices.ContainsFunc(marks, isNote) || squares(l.text[:r.Start], marks[0]) {
			continue
		}
		l.calls = append(marks, l.calls...)
		before, after := l.text[:r.Start], l.text[r.End:]
		if strings.HasSuffix(before, " ") && (after == "" || strings.HasPrefix(after, " ")) {
			before = strings.TrimSuffix(before, " ")
		}
		l.text = before + after
	}
	l.raised = nil
}

// splitMarks gives the marks that stand together in one raised part: "5", "5, 6",
// "*", "5/".
func splitMarks(text string) []string {
	var marks []string
	for _, m := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;/()", r) }) {
		m = strings.ReplaceAll(m, "∗", "*")
		if !isNoteMark(m) {
			return nil
		}
		marks = append(marks, m)
	}
	return marks
}

// squares reports whether a raised figure is the power of a unit: m2, km3.
func squares(before, mark string) bool {
	if mark != "2" && mark != "3" {
		return false
	}
	word := before[strings.LastIndexAny(before, " (/\t")+1:]
	return slices.Contains([]string{"m", "km", "cm", "mm", "dm", "м", "км", "см"}, word)
}
