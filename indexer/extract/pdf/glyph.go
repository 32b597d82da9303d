package pdf

import "math"

// A glyph is one shown character (or ligature) on the page as seen.
type glyph struct {
	text   string
	x, y   float64 // origin on the baseline
	dx, dy float64 // advance, spacing included
	spread float64 // how much of the advance is character spacing, along the text
	size   float64 // font size as seen
	class  charClass
	bold   bool // by its font, or struck or stroked to look so
	italic bool
}

// letterSpacing is the character spacing, in font sizes, up to which a word is
// set wide; with more, the characters stand apart. A typewriter's space is 0.6.
const letterSpacing = 0.5

// show collects the glyphs of a string and moves behind it.
func (in *interpreter) show(str string) {
	s := &in.state
	if s.font == nil {
		in.drawn.withoutFont(str)
		return
	}
	m := s.text.mul(s.ctm)
	if !m.finite() {
		return
	}
	x, y := m.apply(0, s.rise)
	ux, uy := m.vector(s.scale, 0)
	g := glyph{bold: s.mode == 2 || s.font.bold, italic: s.font.italic}
	g.size = math.Hypot(m.vector(0, s.size))
	charSpace, wordSpace := s.charSpace, s.wordSpace
	if s.font.vertical { // its advances are negative: downwards
		ux, uy = m.vector(0, 1)
		g.size = math.Hypot(m.vector(s.size, 0))
		charSpace, wordSpace = -charSpace, -wordSpace
	}
	gap := 0.0 // what of the spacing parts characters, not only letters of a word
	if math.Abs(charSpace) > letterSpacing*math.Abs(s.size) {
		gap = charSpace
	}
	moved := 0.0
	in.spaced = 0
	for len(str) > 0 && len(in.glyphs) <= maxGlyphs {
		c := s.font.read(str)
		str = str[c.length:]
		by := c.width*s.size + charSpace
		if c.space {
			by += wordSpace
		}
		if in.replacing == 0 && in.hiding == 0 {
			in.drawn.char(c.class)
		}
		if in.hiding > 0 {
			moved += by
			continue
		}
		if c.text != "" || by != 0 || in.replacing > 0 { // what has no text still fills its place in a word
			g.text, g.class = c.text, c.class
			g.x, g.y, g.dx, g.dy = x+moved*ux, y+moved*uy, (by-gap)*ux, (by-gap)*uy
			g.spread = (charSpace - gap) * math.Hypot(ux, uy)
			in.collect(&g)
			if gap == 0 {
				in.spaced = charSpace / by
			}
		}
		moved += by
	}
	in.advance(moved)
}

// undoSpacing takes back the character spacing behind the last glyph as far as
// a movement in the array it stands in does. Some producers space every
// character by far and cancel it each time.
func (in *interpreter) undoSpacing(by float64) {
	n := len(in.glyphs)
	if n == 0 || !(in.spaced > 0 && in.spaced <= 1) || by*in.state.charSpace >= 0 {
		return
	}
	g := &in.glyphs[n-1]
	share := in.spaced * min(1, -by/in.state.charSpace)
	g.dx, g.dy = g.dx*(1-share), g.dy*(1-share)
	g.spread *= 1 - min(1, -by/in.state.charSpace)
	in.spaced = 0
}

// collect adds a glyph, unless it lies outside the page.
func (in *interpreter) collect(g *glyph) {
	if g.size == 0 || g.x+g.dx < 0 && g.x < 0 || g.x > in.width || g.y < -g.size || g.y-g.size > in.height {
		return
	}
	in.glyphs = append(in.glyphs, *g)
}
