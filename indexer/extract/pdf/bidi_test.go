package pdf_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/pdf"
)

// seen lays characters out from left to right, half a font size each, 20 points
// below the line before.
func seen(lines ...string) []pdf.Glyph {
	var out []pdf.Glyph
	for i, line := range lines {
		x := 72.0
		for _, r := range line {
			out = append(out, pdf.Glyph{Text: string(r), X: x, Y: 100 + 20*float64(i), DX: 5, Size: 10})
			x += 5
		}
	}
	return out
}

// backwards turns a line as a right-to-left one is drawn.
func backwards(line string) string {
	var out strings.Builder
	for line != "" {
		r, n := utf8.DecodeLastRuneInString(line)
		out.WriteRune(r)
		line = line[:len(line)-n]
	}
	return out.String()
}

func arranged(glyphs []pdf.Glyph) string {
	var out []string
	for _, l := range pdf.Arrange(glyphs) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "\n")
}

// TestLogicalOrder gives lines as they are seen; what is wanted is what a reader
// of Arabic reads, by the Unicode Bidirectional Algorithm.
func TestLogicalOrder(t *testing.T) {
	tests := []struct{ name, shown, want string }{
		{"letters", backwards("قرار"), "قرار"},
		{"European number", "2012 " + backwards("عام"), "عام 2012"},
		{"thousands", backwards("غارة") + " 14 600 " + backwards("نحو"), "نحو 14 600 غارة"},
		{"two numbers", backwards("غارة") + " 14 60 " + backwards("نحو"), "نحو 60 14 غارة"},
		{"date", "15/3/2012 " + backwards("في"), "في 15/3/2012"},
		{"decimal", backwards("مليون") + " 4.5", "4.5 مليون"},
		{"range", "9-3 " + backwards("الفقرات"), "الفقرات 3-9"},
		{"percentage", backwards("من") + " %12", "12% من"},
		{"symbol of a document", "A/RES/58/4 " + backwards("القرار"), "القرار A/RES/58/4"},
		{"Latin words with a number", "Annex 2 (2013) " + backwards("انظر الصفحة الأولى"), "انظر الصفحة الأولى Annex 2 (2013)"},
		{"bracket named by its shape", "(" + backwards("أ") + ") " + backwards("بند"), "بند (أ)"},
		{"bracket named by its meaning", ")" + backwards("أ") + "( " + backwards("بند"), "بند (أ)"},
		{"full stop", "." + backwards("انتهى"), "انتهى."},
		{"kashida", backwards("الدولـة هـ"), "الدولة هـ"},
		{"Latin line with an Arabic word", "the word " + backwards("قرار") + " means decision", "the word قرار means decision"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, arranged(seen(tt.shown))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestLineOfNumbersOnArabicPage has no letters to tell its direction by.
func TestLineOfNumbersOnArabicPage(t *testing.T) {
	got := arranged(seen(backwards("عقدت الدورة في عام"), ".2010"))
	if want := "عقدت الدورة في عام\n2010."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestVowelSigns draws the sign before its letter, as whoever draws Arabic from
// left to right does, above it and without a width.
func TestVowelSigns(t *testing.T) {
	at := func(text string, x, y, width float64) pdf.Glyph {
		return pdf.Glyph{Text: text, X: x, Y: y, DX: width, Size: 10}
	}
	got := arranged([]pdf.Glyph{
		at("م", 72, 100, 5), at("\u064f", 78, 94, 0), at("\u0639", 77, 100, 5), at("ن", 82, 100, 5),
	})
	if want := "نع\u064fم"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestActualText(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"in the content", "BT /F1 10 Tf 72 700 Td (a) Tj /Span <</ActualText <FEFF00660069>>> BDC (x) Tj EMC (b) Tj ET", "afib"},
		{"several glyphs", "BT /F1 10 Tf 72 700 Td /Span <</ActualText (q)>> BDC (x) Tj (y) Tj EMC (b) Tj ET", "qb"},
		{"nothing drawn", "BT /F1 10 Tf 72 700 Td /Span <</ActualText (q)>> BDC EMC (b) Tj ET", "b"},
		{"empty text", "BT /F1 10 Tf 72 700 Td /Span <</ActualText ()>> BDC (x) Tj EMC (b) Tj ET", "xb"},
		{"words", "BT /F1 10 Tf 72 700 Td /Span <</ActualText (one two)>> BDC (xy) Tj EMC ET", "xy"},
		{"nested", "BT /F1 10 Tf 72 700 Td /P <</MCID 0>> BDC /Span <</ActualText (q)>> BDC (x) Tj EMC (b) Tj EMC ET", "qb"},
		{"without an end", "BT /F1 10 Tf 72 700 Td EMC EMC /Span <</ActualText (q)>> BDC (x) Tj ET", "x"},
	}
	for _, tt := range tests {
		if got := texts(readFile(t, onePage(tt.content))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
