package paragraph_test

import (
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
)

// Places of the fixtures' pages: an A4 page with the text between two edges.
const (
	pageWidth, pageHeight = 595.0, 842.0
	leftEdge, rightEdge   = 90.0, 510.0
	pitch                 = 12.0
	perRune               = 5.0
)

// placed sets pages as a printer would. The lines of a page are given as text;
// a mark before the text says how it is set:
//
//	"^" bold   "~" centred   "_" small   ">" indented   "|" after a gap
//
// The tab separates pieces on one baseline.
func placed(rtl bool, pages ...[]string) *layout.Content {
	c := &layout.Content{Reader: "fixture/1"}
	for i, lines := range pages {
		p := layout.Page{Number: i + 1, Width: pageWidth, Height: pageHeight}
		y := 60.0
		for _, text := range lines {
			l := layout.Line{H: 10, Size: 10}
			mark := strings.TrimLeft(text, "^~_>|@")
			marks := text[:len(text)-len(mark)]
			if strings.Contains(marks, "|") {
				y += pitch
			}
			if strings.Contains(marks, "@") {
				y = pageHeight - 60
			}
			l.Bold = strings.Contains(marks, "^")
			if strings.Contains(marks, "_") {
				l.Size, l.H = 8, 8
			}
			x := leftEdge
			if strings.Contains(marks, ">") {
				x += 30
			}
			for j, piece := range strings.Split(mark, "\t") {
				l.Text, l.Y = piece, y
				l.W = float64(utf8.RuneCountInString(piece)) * perRune * l.Size / 10
				l.X = x + float64(j)*160
				if strings.Contains(marks, "~") {
					l.X = (leftEdge + rightEdge - l.W) / 2
				}
				if rtl {
					l.X = pageWidth - l.X - l.W
				}
				p.Lines = append(p.Lines, l)
			}
			y += pitch
		}
		c.Pages = append(c.Pages, p)
	}
	return c
}

// blocks makes content as formats without pages give it: each text is a block.
// "#", "##" before a text declare a heading.
func blocks(texts ...string) *layout.Content {
	p := layout.Page{Number: 1}
	for i, text := range texts {
		level := len(text) - len(strings.TrimLeft(text, "#"))
		p.Lines = append(p.Lines, layout.Line{Text: text[level:], Heading: level, Block: i + 1, Row: strings.Contains(text, "\t")})
	}
	return &layout.Content{Reader: "fixture/1", Pages: []layout.Page{p}}
}
