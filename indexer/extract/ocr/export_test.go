package ocr

import (
	"image"
	"strings"

	"travaux/indexer/layout"
)

// ReadTable makes lines of a table of words on a page of the given size, of a
// pixel a point.
func ReadTable(table string, width, height int) []layout.Line {
	words := relined(parseTable(strings.NewReader(table), width, height))
	p := look{picture: Picture{Width: float64(width), Height: float64(height)}, words: words}.page(width)
	return p.Lines
}

// ReadAgain gives the words of a table after those that are doubtful were looked
// at again, and the second table came of it.
func ReadAgain(table, second string, page *image.Gray) []layout.Line {
	width, height := page.Rect.Dx(), page.Rect.Dy()
	words := relined(parseTable(strings.NewReader(table), width, height))
	s := newSheet(page, words, doubtful(words))
	if s == nil {
		return nil
	}
	s.take(parseTable(strings.NewReader(second), s.picture.Rect.Dx(), s.picture.Rect.Dy()))
	p := look{picture: Picture{Width: float64(width), Height: float64(height)}, words: s.merged(words)}.page(width)
	return p.Lines
}

// Said reads what tesseract prints about itself and about a page.
func Said(text string) (version string, models []string, rotate int, script string) {
	o, ok := parseOrientation(text)
	if ok && o.script != nil {
		script = o.script.name
	}
	return parseVersion(text), parseModels(text), o.rotate, script
}

// Box is a rectangle, for CutBySize.
type Box = image.Rectangle

// CutBySize is cutBySize.
func CutBySize(page *image.Gray, box Box) []Box { return cutBySize(page, box) }

// Turned is Picture.turned.
func (p Picture) Turned(degrees int) (Picture, error) { return p.turned(degrees) }

// OneAlphabet is oneAlphabet.
func OneAlphabet(text string) string { return oneAlphabet(text) }
