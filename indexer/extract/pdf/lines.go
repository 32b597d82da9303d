package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/layout"
)

// A compositor makes lines of glyphs. It keeps the room a page needs for the
// next page.
type compositor struct {
	units []unit
	words []word
	rows  []row
	text  []byte
	right bool // the page reads from right to left
}

// arrange makes the lines of a page from its glyphs, in reading order: text in
// the usual direction first, turned text behind it.
func (c *compositor) arrange(glyphs []glyph) []layout.Line {
	lines := []layout.Line{}
	c.right = mostlyRight(glyphs)
	levelMarks(glyphs)
	for _, d := range byDirection(glyphs) {
		f := frameOf(d.degrees)
		for _, s := range readingOrder(c.segmentsOf(d.glyphs, f)) {
			if l, ok := c.line(s, f); ok {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// A directed is the text of a page that runs in one direction.
type directed struct {
	degrees int
	glyphs  []glyph
}

// byDirection parts glyphs by the direction they run in; one that does not move
// on (a combining mark) runs with the one before it.
func byDirection(glyphs []glyph) []directed {
	var out []directed
	last, from := 0, 0
	add := func(to int) {
		for i := range out {
			if out[i].degrees == last {
				out[i].glyphs = append(out[i].glyphs[:len(out[i].glyphs):len(out[i].glyphs)], glyphs[from:to]...)
				return
			}
		}
		out = append(out, directed{last, glyphs[from:to:to]})
	}
	for i := range glyphs {
		d := last
		if glyphs[i].dx != 0 || glyphs[i].dy != 0 {
			d = direction(&glyphs[i])
		}
		if d != last && i > from {
			add(i)
			from = i
		}
		last = d
	}
	if from < len(glyphs) {
		add(len(glyphs))
	}
	slices.SortFunc(out, func(a, b directed) int { return a.degrees - b.degrees })
	return out
}

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

// segmentsOf puts glyphs into rows of words and cuts the rows at wide gaps.
func (c *compositor) segmentsOf(glyphs []glyph, f frame) []segment {
	rows := attach(c.rowsOf(c.wordsOf(glyphs, f)))
	out := make([]segment, 0, 2*len(rows))
	for i, r := range rows {
		slices.SortStableFunc(r.words, func(a, b word) int { return cmp.Compare(a.u0, b.u0) })
		r.words = settleMarks(withoutShadows(r.words))
		start, end := 0, math.Inf(-1)
		for j := 1; j <= len(r.words); j++ {
			end = max(end, r.words[j-1].u1)
			if j == len(r.words) || wide(r.words[start:j], end, &r.words[j]) {
				out = append(out, newSegment(r.words[start:j], r.v, i))
				start, end = j, math.Inf(-1)
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

// wide reports whether the gap between a segment, which reaches to end, and the
// next word of its row parts two columns or cells.
func wide(left []word, end float64, next *word) bool {
	gap := next.u0 - end
	last := &left[len(left)-1]
	size := (last.size + next.size) / 2
	if gap <= gutterGap*size {
		return false
	}
	if (next.order < last.order || next.order-last.last > drawnNext) && !isLabel(left) {
		return true // side by side, but not drawn one after the other
	}
	return gap > wideGap*size && (gap > labelGap*size || !isLabel(left) || bothFigures(last, next))
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
// item: "12.", "(a)", "IV.", "1/", "•".
func isLabel(words []word) bool {
	if len(words) > 2 {
		return false
	}
	var text strings.Builder
	for _, w := range words {
		text.WriteString(w.string())
	}
	runes := []rune(text.String())
	if len(runes) == 0 || len(runes) > 6 {
		return false
	}
	last := runes[len(runes)-1]
	if len(runes) == 1 {
		return !unicode.IsLetter(last)
	}
	return last == '.' || last == ')' || last == '/' || last == ']' || last == ':'
}

// line makes the line of a segment; ok is false if it holds no text.
func (c *compositor) line(s segment, f frame) (layout.Line, bool) {
	text, raised := c.textOf(s)
	if text == "" {
		return layout.Line{}, false
	}
	top, bottom := math.Inf(1), math.Inf(-1)
	bold, italic := true, true
	for i := range s.words {
		w := &s.words[i]
		top, bottom = min(top, w.v-ascent*w.size), max(bottom, w.v+descent*w.size)
		bold, italic = bold && w.bold, italic && w.italic
	}
	l := layout.Line{Text: text, Size: usualSize(s.words), Bold: bold, Italic: italic, Raised: raised}
	x0, y0 := f.from(s.u0, top)
	x1, y1 := f.from(s.u1, bottom)
	l.X, l.Y = round(min(x0, x1)), round(min(y0, y1))
	l.W, l.H = round(math.Abs(x1-x0)), round(math.Abs(y1-y0))
	return l, true
}

// How far type reaches above and below its baseline, in font sizes: the usual
// figures, since many descriptors are wrong.
const (
	ascent  = 0.8
	descent = 0.2
)

// usualSize gives the size, in tenths of a point, that most of the width of
// words is set in, the larger one of two.
func usualSize(words []word) float64 {
	best, most := 0.0, math.Inf(-1)
	for i := range words {
		size := tenths(words[i].size)
		if size == best {
			continue
		}
		width := 0.0
		for j := i; j < len(words); j++ {
			if tenths(words[j].size) == size {
				width += words[j].u1 - words[j].u0
			}
		}
		if width > most || width == most && size > best {
			best, most = size, width
		}
	}
	return best
}

func tenths(x float64) float64 { return math.Round(x*10) / 10 }
