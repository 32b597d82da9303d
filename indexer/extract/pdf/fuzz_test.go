package pdf_test

import (
	"errors"
	"math"
	"testing"
	"unicode/utf8"

	"travaux/indexer/extract/pdf"
)

// FuzzContent runs any bytes as the content of a page.
func FuzzContent(f *testing.F) {
	for _, seed := range []string{
		"BT /F1 10 Tf 72 700 Td [(asset)-250(recovery)] TJ T* (x) ' 1 2 (y) \" ET",
		"q 1 0 0 1 0 0 cm BI /W 4 /H 4 /BPC 8 ID xxxx EI Q /Fm1 Do << /A [ 1 2 ] >> BDC",
		"BT /F1 1e9 Tf 1e300 Tc 0 0 0 0 0 0 Tm <41> Tj ET", "[[[[[[[[", "((((((((", "<<<<<<<<", "--1 -.-2 +.",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		file := onePage(string(content))
		file.objects[20] = stream("/Type /XObject /Subtype /Form", string(content))
		check(t, file.bytes())
	})
}

// FuzzCMap reads any bytes as the ToUnicode CMap of a font.
func FuzzCMap(f *testing.F) {
	for _, seed := range []string{
		"2 beginbfchar <0003> <0020> <0024> <0041> endbfchar",
		"1 beginbfrange <0000> <FFFF> <0041> endbfrange 1 beginbfrange <01> <00> [<41>] endbfrange",
		"1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange /X usecmap 1 begincidrange <00> <FF> 0 endcidrange",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, cmap []byte) {
		file := onePage("BT /F3 10 Tf 72 700 Td <000100020041FFFF> Tj ET")
		composite(file, string(cmap), "")
		file.objects[11] = stream("", string(cmap))
		check(t, file.bytes())
	})
}

// check reads a file whose content may be anything: it must not fail as a
// file, and what comes out must be text at places.
func check(t *testing.T, data []byte) {
	t.Helper()
	c, err := pdf.Read(data, pdf.Options{})
	if err != nil {
		if errors.Is(err, pdf.ErrMalformed) {
			return // "endstream" in the content can break the file itself
		}
		t.Fatal(err)
	}
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			if l.Text == "" || !utf8.ValidString(l.Text) {
				t.Errorf("line %q", l.Text)
			}
			for _, v := range []float64{l.X, l.Y, l.W, l.H, l.Size} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("line %+v", l)
				}
			}
		}
	}
}
