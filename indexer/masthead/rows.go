package masthead

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/indexer/layout"
)

// byRows returns placed lines from top to bottom and, where they stand side by
// side, from left to right; a reader that reads column after column gives them
// in another order. Lines without places stay as they are.
func byRows(lines []layout.Line) []layout.Line {
	for _, l := range lines {
		if l.W == 0 && l.H == 0 {
			return lines
		}
	}
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b layout.Line) int { return cmp.Compare(a.Y+a.H, b.Y+b.H) })
	for i := 0; i < len(sorted); {
		row := i + 1
		for row < len(sorted) && sorted[row].Y+sorted[row].H < sorted[i].Y+sorted[i].H+min(sorted[i].H, 12)/3 {
			row++
		}
		slices.SortStableFunc(sorted[i:row], func(a, b layout.Line) int { return cmp.Compare(a.X, b.X) })
		i = row
	}
	return joinWords(sorted)
}

// joinWords joins lines of one row that stand no further apart than words do:
// some files place each word on its own.
func joinWords(lines []layout.Line) []layout.Line {
	var out []layout.Line
	for _, l := range lines {
		if n := len(out) - 1; n >= 0 {
			a := &out[n]
			gap := l.X - (a.X + a.W)
			if math.Abs(a.Y+a.H-l.Y-l.H) < 2 && a.Size == l.Size && a.Bold == l.Bold && gap > 0 && gap < max(6, l.Size*0.4) {
				a.Text += " " + l.Text
				a.W = l.X + l.W - a.X
				continue
			}
		}
		out = append(out, l)
	}
	return out
}

// columns parts a line at tabs and wide gaps, as table rows and text files have
// between columns.
func columns(text string) []string {
	var out []string
	table := strings.HasPrefix(text, "|") // a table written with bars
	for _, cell := range strings.FieldsFunc(text, func(r rune) bool { return r == '\t' || r == '\n' || table && r == '|' }) {
		for _, part := range strings.Split(strings.ReplaceAll(cell, "\u00a0", " "), "   ") {
			if part = clean(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// clean brings a text to the form fields are read from: compatibility forms
// resolved where Arabic letters or full-width forms need it, dashes in one form,
// invisible marks dropped, blanks single. Accents and case stay.
func clean(text string) string {
	if strings.ContainsFunc(text, compatibility) {
		text = norm.NFKC.String(text)
	}
	var b strings.Builder
	blank := true
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		case unicode.Is(unicode.Cf, r), unicode.IsControl(r), r == '\u0640':
			continue
		case r == '\u2217':
			r = '*'
		}
		b.WriteRune(r)
		blank = false
	}
	return strings.TrimRight(b.String(), " ")
}

// compatibility reports whether a rune is an Arabic presentation form, a
// full-width form or a ligature.
func compatibility(r rune) bool {
	return r >= 0xfb00 && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff || r >= 0xff01 && r <= 0xff5e
}
