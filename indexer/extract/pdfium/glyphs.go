package pdfium

import (
	"math"

	"github.com/klippa-app/go-pdfium/requests"

	"travaux/indexer/extract/pdf"
)

// A view maps the space of a page to the page as it is seen: origin top left, y
// downwards, turned as the page says.
type view struct {
	left, bottom, right, top float64
	turns                    int // quarter turns clockwise
	width, height            float64
}

func (d *document) view(page requests.Page) (view, error) {
	box, err := d.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return view{}, err
	}
	rotation, err := d.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return view{}, err
	}
	v := view{
		left: float64(box.Rect.Left), bottom: float64(box.Rect.Bottom),
		right: float64(box.Rect.Right), top: float64(box.Rect.Top),
		turns: int(rotation.PageRotation) & 3,
	}
	v.width, v.height = round(v.right-v.left), round(v.top-v.bottom)
	if v.turns%2 == 1 {
		v.width, v.height = v.height, v.width
	}
	return v, nil
}

func (v view) at(x, y float64) (float64, float64) {
	switch v.turns {
	case 1:
		return y - v.bottom, x - v.left
	case 2:
		return v.right - x, y - v.bottom
	case 3:
		return v.top - y, v.right - x
	}
	return x - v.left, v.top - y
}

// along turns a direction as at turns places.
func (v view) along(x, y float64) (float64, float64) {
	switch v.turns {
	case 1:
		return y, x
	case 2:
		return -x, y
	case 3:
		return -y, -x
	}
	return x, -y
}

// glyphs makes the glyphs of a page of PDFium's characters. What PDFium found
// in gaps is left out: the arrangement of lines looks at the gaps itself.
// Several characters at one place are those of one ligature.
func (v view) glyphs(chars []char) []pdf.Glyph {
	out := make([]pdf.Glyph, 0, len(chars))
	for i := 0; i < len(chars); i++ {
		c := chars[i]
		if c.generated {
			continue
		}
		text := c.text()
		last := i
		for last+1 < len(chars) && pieceOf(c, chars[last+1]) {
			last++
			text += chars[last].text()
		}
		dx, dy := c.advance(chars[last+1:])
		i = last
		g := pdf.Glyph{Text: text, Font: c.name, Bold: c.bold, Italic: c.italic}
		g.X, g.Y = v.at(c.x, c.y)
		g.DX, g.DY = v.along(dx, dy)
		g.Size = c.size * math.Hypot(c.matrix[2], c.matrix[3])
		if finite(g.X, g.Y, g.DX, g.DY, g.Size) && g.Size > 0 && g.X < v.width+g.Size && g.X > -10*g.Size && g.Y > -g.Size && g.Y < v.height+g.Size {
			out = append(out, g)
		}
	}
	return out
}

// text gives the text of a character. PDFium puts U+0002 where it takes a hyphen
// at the end of a line for one that is only there for the line.
func (c char) text() string {
	switch c.code {
	case 0:
		return ""
	case 2, 0xfffe:
		return "-"
	}
	return string(c.code)
}

// pieceOf reports whether b is drawn by the same glyph as a.
func pieceOf(a, b char) bool {
	return !b.generated && a.x == b.x && a.y == b.y && a.right == b.right && a.size == b.size && a.matrix == b.matrix && a.code != b.code
}

// advance gives how far a character moves the text on, in the page's space. The
// box that PDFium gives is that of upright text; for turned text the next
// character tells.
func (c char) advance(next []char) (dx, dy float64) {
	a, b := c.matrix[0], c.matrix[1]
	if math.Abs(b) <= 0.01*math.Abs(a) {
		return c.right - c.x, 0
	}
	const usual = 0.5 // font sizes
	length := usual * c.size * math.Hypot(a, b)
	scale := math.Hypot(a, b)
	if len(next) > 0 && !next[0].generated && next[0].matrix == c.matrix {
		along := ((next[0].x-c.x)*a + (next[0].y-c.y)*b) / scale
		if along > 0 && along < 2*length*2 {
			length = along
		}
	}
	return length * a / scale, length * b / scale
}

func finite(values ...float64) bool {
	for _, x := range values {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// round keeps hundredths of a point: finer is noise, and takes room on disk.
func round(x float64) float64 { return math.Round(x*100)/100 + 0 } // + 0: never -0
