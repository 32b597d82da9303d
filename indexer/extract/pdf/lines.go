package pdf

import (
	"math"
	"slices"

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
		for _, s := range c.readingOrder(c.segmentsOf(d.glyphs, f)) {
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
