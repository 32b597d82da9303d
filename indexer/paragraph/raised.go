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
	last := map[string]int{}    // the last page that has a note of the mark
	slashed := map[string]int{} // and of the mark with a slash
	for _, n := range notes {
		last[n.mark] = max(last[n.mark], n.sheet+1)
		if n.slash {
			slashed[n.mark] = max(slashed[n.mark], n.sheet+1)
		}
	}
	for i := range d.lines {
		l := &d.lines[i]
		if l.role != body {
			continue
		}
		if len(slashed) > 0 && strings.Contains(l.text, "/") {
			l.raiseSlashed(func(mark string) bool { return slashed[mark] > l.sheet })
		}
		if len(l.raised) > 0 {
			l.takeCalls(func(mark string) bool { return last[mark] > l.sheet })
		}
	}
}

// raiseSlashed adds the marks that are printed with a slash, "5/", to the raised
// parts of the line.
func (l *line) raiseSlashed(isNote func(mark string) bool) {
	for _, m := range slashCall.FindAllStringSubmatchIndex(l.text, 8) {
		mark := layout.Span{Start: m[2], End: m[3] + 1}
		taken := func(r layout.Span) bool { return r.Start < mark.End && mark.Start < r.End }
		if isNote(l.text[m[2]:m[3]]) && !cites(strings.TrimSpace(l.text[:m[2]])) && !slices.ContainsFunc(l.raised, taken) {
			l.raised = append(l.raised, mark)
		}
	}
	slices.SortFunc(l.raised, func(a, b layout.Span) int { return a.Start - b.Start })
}

// raisedStart gives the raised mark that a line begins with, empty when there is
// none.
func (l line) raisedStart() string {
	if len(l.raised) == 0 || l.raised[0].Start != 0 {
		return ""
	}
	if mark := l.text[:l.raised[0].End]; isNoteMark(mark) {
		return mark
	}
	return ""
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
		if after == "" || strings.ContainsAny(after[:1], " .,;:)") {
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
