package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"

	"travaux/indexer/layout"
)

// arrange makes the lines of a page from its glyphs, in reading order: text in
// the usual direction first, turned text behind it.
func arrange(glyphs []glyph) []layout.Line {
	lines := []layout.Line{}
	groups := map[int][]glyph{}
	last := 0
	for _, g := range glyphs {
		if g.dx != 0 || g.dy != 0 {
			last = direction(g)
		}
		groups[last] = append(groups[last], g)
	}
	angles := make([]int, 0, len(groups))
	for a := range groups {
		angles = append(angles, a)
	}
	sort.Ints(angles)
	for _, a := range angles {
		f := frameOf(a)
		for _, s := range readingOrder(segmentsOf(wordsOf(groups[a], f))) {
			if l, ok := s.line(f); ok {
				lines = append(lines, l)
			}
		}
	}
	return lines
}

// A segment is a part of a row without a wide gap: a line of a column, a cell.
type segment struct {
	words []word
	v     float64
	row   int
}

// segmentsOf puts words into rows and cuts the rows at wide gaps.
func segmentsOf(words []word) []segment {
	var out []segment
	for i, r := range attach(rowsOf(words)) {
		sort.SliceStable(r.words, func(i, j int) bool { return r.words[i].u0 < r.words[j].u0 })
		r.words = settleMarks(withoutShadows(r.words))
		start, end := 0, math.Inf(-1)
		for j := 1; j <= len(r.words); j++ {
			end = max(end, r.words[j-1].u1)
			if j == len(r.words) || wide(r.words[start:j], end, r.words[j]) {
				out = append(out, segment{words: r.words[start:j], v: r.v, row: i})
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
func wide(left []word, end float64, next word) bool {
	gap := next.u0 - end
	last := left[len(left)-1]
	size := (last.size + next.size) / 2
	if gap > gutterGap*size && (next.order < last.order || next.order-last.last > drawnNext) && !isLabel(left) {
		return true // side by side, but not drawn one after the other
	}
	if gap <= wideGap*size {
		return false
	}
	return gap > labelGap*size || !isLabel(left)
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
func (s segment) line(f frame) (layout.Line, bool) {
	text := s.text()
	if text == "" {
		return layout.Line{}, false
	}
	first := s.words[0]
	u0, u1, top, bottom := first.u0, first.u1, math.Inf(1), math.Inf(-1)
	bold, italic := true, true
	widths := map[float64]float64{}
	for _, w := range s.words {
		u0, u1 = min(u0, w.u0), max(u1, w.u1)
		top, bottom = min(top, w.v-ascent*w.size), max(bottom, w.v+descent*w.size)
		widths[math.Round(w.size*10)/10] += w.u1 - w.u0
		bold, italic = bold && w.bold, italic && w.italic
	}
	l := layout.Line{Text: text, Size: most(widths), Bold: bold, Italic: italic}
	x0, y0 := f.from(u0, top)
	x1, y1 := f.from(u1, bottom)
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

func most(widths map[float64]float64) float64 {
	best, width := 0.0, math.Inf(-1)
	for size, w := range widths {
		if w > width || w == width && size > best {
			best, width = size, w
		}
	}
	return best
}

// text joins the words of a segment in logical order.
func (s segment) text() string {
	var units []string
	gap := s.gap()
	for i, w := range s.words {
		if i > 0 && spaced(s.words[i-1], w, gap) {
			units = append(units, " ")
		}
		sort.SliceStable(w.units, func(i, j int) bool { return w.units[i].u0 < w.units[j].u0 })
		for _, u := range w.units {
			units = append(units, u.text)
		}
	}
	return strings.Join(strings.Fields(freeLeaders(strings.Join(logical(units), ""))), " ")
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
func spaced(a, b word, gap float64) bool {
	return a.after || b.before || b.u0-a.u1 > gap*min(a.size, b.size) || parted(a, b)
}
