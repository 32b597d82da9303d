package pdf

import "travaux/indexer/layout"

// A Glyph is one character (or ligature) drawn on a page, as another reader of
// PDF files found it. Lengths are in points on the page as it is seen, with the
// origin top left and y downwards.
type Glyph struct {
	Text         string
	X, Y         float64 // where it stands, on the baseline
	DX, DY       float64 // how far and which way it moves the text on
	Size         float64 // of the font, as seen
	Font         string  // its name, which tells what codes of symbol fonts mean
	Bold, Italic bool
}

// Arrange makes lines in reading order of the glyphs of a page, which come in
// the order they are drawn in.
func Arrange(glyphs []Glyph) []layout.Line {
	own := make([]glyph, 0, len(glyphs))
	for _, g := range glyphs {
		text := clean(g.Text, &font{name: g.Font})
		if text == "" {
			continue
		}
		own = append(own, glyph{
			text: text, class: classOf(text), x: g.X, y: g.Y, dx: g.DX, dy: g.DY, size: g.Size, bold: g.Bold, italic: g.Italic,
		})
	}
	return new(compositor).arrange(own)
}
