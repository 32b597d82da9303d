package pdfium

import (
	"math"
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

const (
	fewLetters = 60   // on a page with less text than this, what else is drawn counts
	maxObjects = 1000 // of such a page, looked at
	lookDPI    = 24   // at which it is drawn to see whether it is blank
	smallImage = 0.1  // share of a page; images take long to draw and are seldom blank
)

// marks counts what a page draws: its characters, and on a page with little
// text what there is besides.
func (d *document) marks(page requests.Page, v view, chars []char, lines []layout.Line) pdf.Marks {
	var m pdf.Marks
	unmapped := 0
	for _, c := range chars {
		switch {
		case c.generated:
			continue
		case c.lost():
			m.Lost++
		case c.unmapped:
			unmapped++
		}
		m.Chars++
	}
	letters, all := count(lines)
	if letters >= fewLetters {
		return m
	}
	// What PDFium makes of characters without a mapping may be right or not;
	// the letters of a longer text tell, those of a short one do not.
	m.Lost += unmapped
	d.countObjects(page, v, &m)
	if all == 0 && m.Paints+m.Chars > 0 && m.Images < smallImage && d.blank(page, v) {
		return pdf.Marks{}
	}
	return m
}

// count gives the number of letters and that of all that is not blank.
func count(lines []layout.Line) (letters, all int) {
	for _, l := range lines {
		for _, r := range l.Text {
			if unicode.IsLetter(r) {
				letters++
			}
			if r != ' ' {
				all++
			}
		}
	}
	return letters, all
}

// lost reports whether a character has no meaning that PDFium knows of.
func (c char) lost() bool {
	return c.code == 0 || c.code == unicode.ReplacementChar || c.code >= 0xe000 && c.code <= 0xf8ff
}

// countObjects counts the objects of a page that are no text, and the share of
// it that images cover.
func (d *document) countObjects(page requests.Page, v view, m *pdf.Marks) {
	count, err := d.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return
	}
	area := 0.0
	for i := range min(count.Count, maxObjects) {
		object, err := d.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			continue
		}
		kind, err := d.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type == enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		m.Paints++
		if kind.Type == enums.FPDF_PAGEOBJ_IMAGE {
			area += d.area(object.PageObject)
		}
	}
	m.Images = min(1, area/max(1, v.width*v.height))
}

func (d *document) area(object references.FPDF_PAGEOBJECT) float64 {
	b, err := d.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object})
	if err != nil {
		return 0
	}
	area := math.Abs(float64(b.Right-b.Left) * float64(b.Top-b.Bottom))
	if !finite(area) {
		return 0
	}
	return area
}

// blank reports whether a page, drawn, shows nothing but white.
func (d *document) blank(page requests.Page, v view) bool {
	width, height := pixels(v.width, v.height, lookDPI)
	drawn, err := d.paint(page, width, height)
	if err != nil {
		return false
	}
	defer drawn.destroy()
	const nearlyWhite = 250
	for y := range height {
		row := drawn.pixels[y*drawn.stride : y*drawn.stride+4*width]
		for i := 0; i < len(row); i += 4 {
			if row[i] < nearlyWhite || row[i+1] < nearlyWhite || row[i+2] < nearlyWhite {
				return false
			}
		}
	}
	return true
}
