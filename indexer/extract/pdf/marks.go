package pdf

import (
	"math"
	"slices"
)

// settleMarks gives the combining marks of a row (the vowel signs of Arabic,
// accents drawn by themselves) to the characters they belong to. They have no
// width, or stand beside the run of the text, so that their place from left to
// right says little.
func settleMarks(words []word) []word {
	if !slices.ContainsFunc(words, func(w word) bool { return w.class&classMark != 0 }) {
		return words
	}
	var marks []mark
	letters := map[int]*unit{}
	for i := range words {
		w := &words[i]
		kept := make([]unit, 0, len(w.units))
		for k, u := range w.units {
			if classOf(u.text)&classMark != 0 {
				marks = append(marks, mark{u, w.order + k, w.size})
				continue
			}
			kept = append(kept, u)
			letters[w.order+k] = &kept[len(kept)-1]
		}
		w.units = kept
	}
	for _, m := range marks {
		u := m.drawnBefore(letters)
		if u == nil {
			u = under(words, m.unit)
		}
		if u != nil {
			u.text += m.text
		}
	}
	return slices.DeleteFunc(words, func(w word) bool { return len(w.units) == 0 })
}

// A mark is a combining mark with its place in the content stream.
type mark struct {
	unit
	order int
	size  float64 // of its font
}

// How near the letter of a mark begins to where the mark is put, in font sizes.
const (
	letterLeft  = 0.15
	letterRight = 0.5
)

// drawnBefore gives the letter that is drawn next, if it is one read from right
// to left at the place of the mark or on its right: whoever draws such text from
// left to right draws it backwards, marks before their letters.
func (m mark) drawnBefore(letters map[int]*unit) *unit {
	const marksOfALetter = 3
	for next := m.order + 1; next <= m.order+marksOfALetter; next++ {
		u := letters[next]
		if u == nil {
			continue
		}
		if at := u.u0 - m.u0; classOf(u.text)&classRight != 0 && at >= -letterLeft*m.size && at <= letterRight*m.size {
			return u
		}
		return nil
	}
	return nil
}

// under gives the letter whose box is nearest to the middle of a mark, of two
// that touch there the right one: a mark without a width is drawn to the right
// of its place. It gives nil if the row has no letters.
func under(words []word, m unit) *unit {
	middle := (m.u0 + m.u1) / 2
	var best *unit
	least := math.Inf(1)
	for i := range words {
		for j := range words[i].units {
			u := &words[i].units[j]
			distance := max(u.u0-middle, middle-u.u1, 0)
			if distance < least || distance == least && m.u0 == m.u1 && u.u0 > best.u0 {
				best, least = u, distance
			}
		}
	}
	return best
}

// levelMarks puts marks that are drawn above or below their letters on the line
// of the letter drawn next, or of the one before, so that they do not become
// lines of their own.
func levelMarks(glyphs []glyph) {
	for i := range glyphs {
		g := &glyphs[i]
		if g.class&classMark == 0 {
			continue
		}
		if j := i + 1; j < len(glyphs) && glyphs[j].class&classMark != 0 {
			continue // settled from behind, below
		}
		for j := i; j >= 0 && glyphs[j].class&classMark != 0; j-- {
			level(&glyphs[j], glyphs, i+1, j-1)
		}
	}
}

// level moves a mark to the line of the first of the glyphs at the given places
// that is near it.
func level(m *glyph, glyphs []glyph, places ...int) {
	const near = 1.2 // font sizes
	for _, i := range places {
		if i < 0 || i >= len(glyphs) || glyphs[i].text == "" || glyphs[i].class&classBlank != 0 {
			continue
		}
		if h := &glyphs[i]; h.dy == 0 && m.dy == 0 && math.Hypot(h.x-m.x, h.y-m.y) <= near*m.size {
			m.y = h.y
			return
		}
	}
}
