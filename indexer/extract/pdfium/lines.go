package pdfium

import (
	"math"
	"strings"

	"travaux/indexer/layout"
)

// lines makes lines of characters as PDFium parts them, by the blanks and line
// ends it finds in gaps, in the order of the file.
func (v view) lines(chars []char) []layout.Line {
	lines := []layout.Line{}
	var text strings.Builder
	b := newBox()
	end := func() {
		if s := strings.Join(strings.Fields(text.String()), " "); s != "" {
			lines = append(lines, b.line(s))
		}
		text.Reset()
		b = newBox()
	}
	for _, c := range chars {
		switch {
		case c.code == '\n' || c.code == '\r':
			end()
			continue
		case !c.generated:
			x0, y0 := v.at(c.x, c.y)
			x1, _ := v.at(c.right, c.y)
			b.add(x0, x1, y0, c.size*math.Hypot(c.matrix[2], c.matrix[3]))
		}
		text.WriteString(c.text())
	}
	end()
	return lines
}

// A box grows over the characters of a line.
type box struct{ left, right, top, bottom, size float64 }

func newBox() box {
	return box{left: math.Inf(1), right: math.Inf(-1), top: math.Inf(1), bottom: math.Inf(-1)}
}

// How far type reaches above and below its baseline, in font sizes.
const (
	ascent  = 0.8
	descent = 0.2
)

func (b *box) add(x0, x1, y, size float64) {
	if !finite(x0, x1, y, size) {
		return
	}
	b.left, b.right = min(b.left, x0, x1), max(b.right, x0, x1)
	b.top, b.bottom = min(b.top, y-ascent*size), max(b.bottom, y+descent*size)
	b.size = max(b.size, size)
}

func (b *box) line(text string) layout.Line {
	l := layout.Line{Text: text, Size: math.Round(b.size*10) / 10}
	if b.left <= b.right && b.top <= b.bottom {
		l.X, l.Y, l.W, l.H = round(b.left), round(b.top), round(b.right-b.left), round(b.bottom-b.top)
	}
	return l
}
