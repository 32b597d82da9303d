package pdf_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// FuzzDoubt doubts any text without a panic, and the same text twice alike; of a
// page and itself the better is the page.
func FuzzDoubt(f *testing.F) {
	for _, text := range []string{englishText, shifted(englishText), arabicText, apart(frenchText), asLatin1(russianText), ""} {
		f.Add(text, 100, 10, 0.5, 3)
	}
	f.Fuzz(func(t *testing.T, text string, chars, lost int, images float64, paints int) {
		lines := linesOf(text)
		m := pdf.Marks{Chars: chars, Lost: lost, Images: images, Paints: paints}
		page := layout.Page{Lines: lines, Doubt: pdf.Doubt(lines, m)}
		if again := pdf.Doubt(lines, m); again != page.Doubt {
			t.Errorf("doubt %q, then %q", page.Doubt, again)
		}
		if diff := cmp.Diff(lines, pdf.Better(page, page).Lines); diff != "" {
			t.Errorf("of twice the same page (-want +got):\n%s", diff)
		}
	})
}

// FuzzArrange makes lines of any glyphs: no panic, and boxes that are numbers.
func FuzzArrange(f *testing.F) {
	f.Add("The Conference", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
	f.Add(arabicText, []byte("some bytes that are places of glyphs on a page"))
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		var glyphs []pdf.Glyph
		at := func(i int) float64 {
			if len(places) < 2 {
				return 0
			}
			i = 2 * i % (len(places) - 1)
			return float64(int16(binary.LittleEndian.Uint16(places[i:]))) / 16
		}
		for i, r := range []rune(text) {
			if i == 2000 {
				break
			}
			glyphs = append(glyphs, pdf.Glyph{
				Text: string(r), X: at(5 * i), Y: at(5*i + 1), DX: at(5*i + 2), DY: at(5*i+3) / 8, Size: math.Abs(at(5*i+4)) + 0.5,
			})
		}
		for _, l := range pdf.Arrange(glyphs) {
			for _, x := range []float64{l.X, l.Y, l.W, l.H, l.Size} {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					t.Fatalf("line %+v", l)
				}
			}
		}
	})
}
