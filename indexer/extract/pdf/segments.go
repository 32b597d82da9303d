package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A segment is a part of a row without a wide gap: a line of a column, a cell.
type segment struct {
	words  []word
	u0, u1 float64
	v      float64 // the baseline of its row
	size   float64 // of its largest word
	row    int
	order  int // place of its first glyph in the content stream
}

func newSegment(words []word, v float64, row int) segment {
	s := segment{words: words, u0: math.Inf(1), u1: math.Inf(-1), v: v, row: row, order: words[0].order}
	for i := range words {
		w := &words[i]
		s.u0, s.u1, s.order = min(s.u0, w.u0), max(s.u1, w.u1), min(s.order, w.order)
		s.size = max(s.size, w.size)
	}
	return s
}

// segmentsOf puts glyphs into rows of words and cuts the rows at wide gaps. Rows
// are looked at from the side they are read from.
func (c *compositor) segmentsOf(glyphs []glyph, f frame) []segment {
	rows := attach(c.rowsOf(c.wordsOf(glyphs, f)))
	out := make([]segment, 0, 2*len(rows))
	for i, r := range rows {
		slices.SortStableFunc(r.words, func(a, b word) int { return cmp.Compare(a.u0, b.u0) })
		r.words = settleMarks(withoutShadows(r.words))
		if c.right {
			slices.Reverse(r.words)
		}
		start, reach := 0, span{math.Inf(1), math.Inf(-1)}
		for j := 1; j <= len(r.words); j++ {
			reach = span{min(reach.from, r.words[j-1].u0), max(reach.to, r.words[j-1].u1)}
			if j == len(r.words) || c.wide(r.words[start:j], reach, &r.words[j]) {
				if c.right {
					slices.Reverse(r.words[start:j])
				}
				out = append(out, newSegment(r.words[start:j], r.v, i))
				start, reach = j, span{math.Inf(1), math.Inf(-1)}
			}
		}
	}
	return out
}

// Wide gaps, in font sizes. Justified text stretches spaces to one size, seldom
// to two; the number of a paragraph stands up to four before its text.
const (
	wideGap   = 2.2
	labelGap  = 6
	drawnNext = 6 // glyphs, blanks most of them, between words drawn one after the other
)

// wide reports whether the gap between words that follow each other, which reach
// over a span, and the next word of their row parts two columns or cells.
func (c *compositor) wide(words []word, reach span, next *word) bool {
	gap := next.u0 - reach.to
	last := &words[len(words)-1]
	drawn := next.order - last.last
	if c.right {
		gap = reach.from - next.u1
		if next.order < last.order { // text from right to left is drawn either way
			drawn = last.order - next.last
		}
	}
	size := (last.size + next.size) / 2
	if gap <= gutterGap*size {
		return false
	}
	if (drawn < 0 || drawn > drawnNext) && !c.isLabel(words) {
		return true // side by side, but not drawn one after the other
	}
	return gap > wideGap*size && (gap > labelGap*size || !c.isLabel(words) || bothFigures(last, next))
}

// bothFigures reports whether two words are numbers without more, as stand in
// the cells of a table.
func bothFigures(a, b *word) bool {
	r, _ := utf8.DecodeRuneInString(b.units[0].text)
	before := a.string()
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsDigit(r) && unicode.IsDigit(last)
}

// isLabel reports whether words are the number of a paragraph or of a list
// item: "12.", "(a)", "IV.", "1/", "•", and in Arabic "١ -".
func (c *compositor) isLabel(words []word) bool {
	const longest = 6                                       // characters
	if len(words) > 2 && !c.right || len(words) > longest { // drawn from right to left, each is a word
		return false
	}
	var text strings.Builder
	for _, w := range words {
		text.WriteString(w.string())
	}
	runes := []rune(text.String())
	if len(runes) == 0 || len(runes) > longest {
		return false
	}
	first, last := runes[0], runes[len(runes)-1]
	switch {
	case len(runes) == 1:
		return !unicode.IsLetter(last)
	case c.right: // the signs of a word are in the order they are seen in
		return strings.ContainsRune(".)(/][:-–", first) || strings.ContainsRune(".)(/][:-–", last)
	}
	return strings.ContainsRune(".)/]:", last)
}
