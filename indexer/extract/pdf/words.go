package pdf

import (
	"math"
	"slices"
	"strings"
)

// A frame turns the page so that text running in one direction becomes
// horizontal: u grows along the text, v downwards from line to line.
type frame struct{ dx, dy float64 }

func (f frame) to(x, y float64) (u, v float64)   { return x*f.dx + y*f.dy, y*f.dx - x*f.dy }
func (f frame) from(u, v float64) (x, y float64) { return u*f.dx - v*f.dy, u*f.dy + v*f.dx }

// direction gives the angle a glyph runs in, in degrees: quarter turns for all
// that is nearly so (scans lie askew), steps of 15 degrees for the rest.
func direction(g *glyph) int {
	if g.dy == 0 && g.dx > 0 {
		return 0
	}
	a := math.Atan2(g.dy, g.dx) * 180 / math.Pi
	const askew = 10
	if q := math.Round(a / 90); math.Abs(a-q*90) <= askew {
		return (int(q)*90 + 360) % 360
	}
	return (int(math.Round(a/15))*15 + 360) % 360
}

func frameOf(degrees int) frame {
	sin, cos := math.Sincos(float64(degrees) * math.Pi / 180)
	return frame{cos, sin}
}

// A unit is what one code of a string shows: a character, a ligature.
type unit struct {
	text   string
	u0, u1 float64
	spread float64 // how much of it is character spacing, at its end
}

// A word is a run of units without a gap between them, in one size and style.
type word struct {
	units        []unit
	u0, u1, v    float64
	size         float64
	bold, italic bool
	before       bool      // a blank is drawn on its left
	after        bool      // a blank is drawn on its right
	class        charClass // the classes any of its units has
	order, last  int       // places of its first and last glyph in the content stream
}

// Gaps are measured in font sizes. A space in text is 0.25 wide and seldom
// under 0.18 in tight justified lines; kerning stays under 0.1. Most files draw
// their spaces: in a line that does, a gap must be a space's width to be one
// that was not drawn, while a line without any has nothing but its gaps.
const (
	wordGap    = 0.1
	drawnGap   = 0.2
	backwards  = 0.3  // a step back that ends a word
	sameLine   = 0.3  // baselines this near are one line
	sameWord   = 0.06 // baselines this near are one word
	blankReach = 0.5  // a blank this near touches a word
)

// wordsOf cuts the glyphs of one direction into words, which last until the
// next call.
func (s *compositor) wordsOf(glyphs []glyph, f frame) []word {
	s.words, s.units = s.words[:0], slices.Grow(s.units[:0], len(glyphs))
	var cur *word
	var blank unit // the last blank, if nothing came after it
	var blankV float64
	hasBlank, start := false, 0
	for i := range glyphs {
		g := &glyphs[i]
		u, v := f.to(g.x, g.y)
		here := unit{g.text, u, u + g.dx*f.dx + g.dy*f.dy, g.spread}
		if g.class&classBlank != 0 {
			level := cur != nil && math.Abs(v-cur.v) < sameLine*cur.size
			if level && cur.covers(here) && goesOn(cur, glyphs[i+1:], f) {
				continue // the word goes on
			}
			if level {
				cur.touch(here)
			}
			blank, blankV = here, v
			cur, hasBlank = nil, true
			continue
		}
		if cur == nil || !continues(cur, g, f) {
			s.words = append(s.words, word{u0: u, u1: here.u1, v: v, size: g.size, bold: g.bold, italic: g.italic, order: i})
			cur = &s.words[len(s.words)-1]
			start = len(s.units)
			if hasBlank && math.Abs(blankV-v) < sameLine*g.size {
				cur.touch(blank)
			}
		}
		hasBlank = false
		cur.last = i
		cur.class |= g.class
		s.units = append(s.units, here) // it was given room for all
		cur.units = s.units[start:]
		cur.u0, cur.u1 = min(cur.u0, u), max(cur.u1, here.u1)
	}
	s.words = withSpaces(s.words)
	return s.words
}

// withSpaces parts words where single letters are followed by character spacing
// as wide as a space: some producers draw their spaces so. A word that is set
// wide is so between most of its letters.
func withSpaces(words []word) []word {
	if !slices.ContainsFunc(words, func(w word) bool { return len(w.spaces()) > 0 }) {
		return words
	}
	var out []word
	for i := range words {
		w := words[i]
		start := w.order
		for _, n := range w.spaces() {
			n -= w.order - start
			head, tail := w, w
			head.units, head.last = w.units[:n:n], w.order+n-1
			head.u1, head.after = w.units[n-1].u1-w.units[n-1].spread, true
			tail.units, tail.order = w.units[n:], w.order+n
			tail.u0, tail.before = w.units[n].u0, true
			out, w = append(out, head), tail
		}
		out = append(out, w)
	}
	return out
}

// spaces gives the places in a word at which character spacing stands for a
// space.
func (w *word) spaces() (places []int) {
	for i := 1; i < len(w.units); i++ {
		a, b := &w.units[i-1], &w.units[i]
		if a.spread > kernedGap*w.size && b.u0-(a.u1-a.spread) > kernedGap*w.size {
			places = append(places, i)
		}
	}
	if 3*len(places) > len(w.units)-1 {
		return nil
	}
	return places
}

// touch notes a blank drawn on one side of the word; text from right to left is
// drawn so as well.
func (w *word) touch(blank unit) {
	right, left := math.Abs(blank.u0-w.u1), math.Abs(w.u0-blank.u1)
	switch {
	case min(left, right) > blankReach*w.size:
	case right <= left:
		w.after = true
	default:
		w.before = true
	}
}

// covers reports whether a blank begins before the end of the word and does not
// reach beyond it: on its left, or under a ligature.
func (w *word) covers(blank unit) bool {
	reach := sameWord * w.size
	return blank.u0 < w.u1-reach && blank.u1 <= w.u1+reach
}

// goesOn reports whether the next of the glyphs that is no blank continues the
// word.
func goesOn(w *word, glyphs []glyph, f frame) bool {
	const blanks = 3 // in one place, at most
	for i := range glyphs[:min(len(glyphs), blanks+1)] {
		if g := &glyphs[i]; g.class&classBlank == 0 {
			return continues(w, g, f)
		}
	}
	return false
}

// continues reports whether a glyph goes on the word.
func continues(w *word, g *glyph, f frame) bool {
	u, v := f.to(g.x, g.y)
	end := w.units[len(w.units)-1].u1
	gap := u - end
	return math.Abs(v-w.v) <= sameWord*w.size &&
		math.Abs(g.size-w.size) <= 0.02*w.size &&
		gap <= wordGap*w.size && gap >= -backwards*w.size &&
		w.bold == g.bold && w.italic == g.italic
}

// clean gives the text of a glyph as it goes into lines: presentation forms and
// ligatures as their letters, every blank as a space, a hyphen for the soft one
// (it is drawn, so it is no longer soft), no control characters.
func clean(text string, f *font) string {
	if len(text) == 1 && text[0] > ' ' && text[0] < 0x7f {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if r >= 0xf020 && r <= 0xf0ff {
			r = symbolic(r, f.name)
		}
		out.WriteString(cleanRune(r))
	}
	return out.String()
}
