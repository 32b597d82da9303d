package pdf

import (
	"cmp"
	"slices"
	"strings"

	"travaux/indexer/layout"
)

// textOf joins the words of a segment in logical order, and tells which parts
// of the text are raised.
func (c *compositor) textOf(s segment) (string, []layout.Span) {
	out, gap, base := c.text[:0], s.gap(), s.baseline()
	var raised []layout.Span
	right := false
	for i := range s.words {
		w := &s.words[i]
		if i > 0 && spaced(&s.words[i-1], w, gap) {
			out = append(out, ' ')
		}
		right = right || w.class&classRight != 0
		slices.SortStableFunc(w.units, func(a, b unit) int { return cmp.Compare(a.u0, b.u0) })
		start := len(out)
		for j := range w.units {
			out = append(out, w.units[j].text...)
		}
		if base.raises(w) {
			raised = append(raised, layout.Span{Start: start, End: len(out)})
		}
	}
	c.text = out
	if right || c.right {
		return joined(logical(s.pieces(gap, base), c.right))
	}
	return tidy(string(out), raised)
}

// pieces gives the units of a segment from left to right, with its spaces.
func (s segment) pieces(gap float64, base baseline) []piece {
	var out []piece
	for i := range s.words {
		w := &s.words[i]
		if i > 0 && spaced(&s.words[i-1], w, gap) {
			out = append(out, piece{text: " "})
		}
		raised := base.raises(w)
		for _, u := range w.units {
			out = append(out, piece{u.text, raised})
		}
	}
	return out
}

// joined gives the text of pieces and its raised parts.
func joined(pieces []piece) (string, []layout.Span) {
	var out strings.Builder
	var raised []layout.Span
	for i, p := range pieces {
		start := out.Len()
		out.WriteString(p.text)
		switch {
		case !p.raised:
		case i > 0 && pieces[i-1].raised:
			raised[len(raised)-1].End = out.Len()
		default:
			raised = append(raised, layout.Span{Start: start, End: out.Len()})
		}
	}
	return tidy(out.String(), raised)
}

// tidy leaves one space between words and none at the ends, and keeps the
// raised parts where they are.
func tidy(text string, raised []layout.Span) (string, []layout.Span) {
	clean := freeLeaders(text)
	if strings.Contains(clean, "  ") || strings.HasPrefix(clean, " ") || strings.HasSuffix(clean, " ") {
		clean = strings.Join(strings.Fields(clean), " ")
	}
	if len(clean) != len(text) {
		for i, r := range raised {
			raised[i].Start = placeOf(clean, inkedBytes(text[:r.Start]))
			raised[i].End = placeOf(clean, inkedBytes(text[:r.End])-1) + 1
		}
	}
	return clean, raised
}

func inkedBytes(text string) int { return len(text) - strings.Count(text, " ") }

// placeOf gives the index of the n-th byte of text, from 0, that is no space.
func placeOf(text string, n int) int {
	for i := range len(text) {
		if text[i] == ' ' {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// freeLeaders puts spaces around the dots that lead from a heading to its page
// in a table of contents, so that they do not become part of the last word.
func freeLeaders(text string) string {
	const leader = "...."
	if !strings.Contains(text, leader) {
		return text
	}
	var out strings.Builder
	for text != "" {
		i := strings.Index(text, leader)
		if i < 0 {
			break
		}
		rest := strings.TrimLeft(text[i:], ".")
		out.WriteString(text[:i] + " " + text[i:len(text)-len(rest)] + " ")
		text = rest
	}
	return out.String() + text
}

// gap gives the gap between words of this segment that stands for a space.
func (s segment) gap() float64 {
	drawn := 0
	for i := 1; i < len(s.words); i++ {
		if s.words[i-1].after || s.words[i].before {
			drawn++
		}
	}
	if 3*drawn >= len(s.words)-1 && drawn > 0 {
		return drawnGap
	}
	return wordGap
}

// spaced reports whether a space stands between two neighbours of a line.
func spaced(a, b *word, gap float64) bool {
	if (a.class|b.class)&classRight != 0 {
		gap = max(gap, kernedGap)
		if filledIn(a, b) {
			return parted(a, b)
		}
	}
	return a.after || b.before || b.u0-a.u1 > gap*min(a.size, b.size) || parted(a, b)
}
