package pdf_test

import (
	"errors"
	"math"
	"testing"
	"unicode/utf8"

	"travaux/indexer/extract/pdf"
)

// FuzzRead reads any bytes as a file.
func FuzzRead(f *testing.F) {
	plain := onePage("BT /F1 10 Tf 72 700 Td (plain) Tj ET /Fm1 Do")
	plain.objects[20] = stream("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 0 0]", "BT /F1 8 Tf 72 600 Td (form) Tj ET")
	f.Add(plain.bytes())
	turned := onePage("BT /F3 10 Tf 72 700 Td <00010002> Tj ET")
	turned.page = "/Rotate 90 /CropBox [10 10 300 300]"
	composite(turned, "1 beginbfrange <0001> <0002> <0041> endbfrange", "1 [500 600]")
	f.Add(turned.bytes())
	packed := onePage("")
	packed.objects[4] = "[8 0 R 8 0 R]"
	packed.objects[8] = stream("/Filter [/ASCIIHexDecode /LZWDecode]", "800B6050220C0C8501>")
	f.Add(packed.bytes())
	f.Add([]byte("%PDF-1.4 1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj 2 0 obj << /Type /ObjStm /N 9 /First 9 >> stream"))
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

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
		if errors.Is(err, pdf.ErrMalformed) || errors.Is(err, pdf.ErrEncrypted) {
			return // "endstream" in the content can break the file itself
		}
		t.Fatal(err)
	}
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			if l.Text == "" || !utf8.ValidString(l.Text) {
				t.Errorf("line %q", l.Text)
			}
			at := 0
			for _, r := range l.Raised {
				if r.Start < at || r.End <= r.Start || r.End > len(l.Text) {
					t.Errorf("line %q, raised %v", l.Text, l.Raised)
				}
				at = r.End
			}
			for _, v := range []float64{l.X, l.Y, l.W, l.H, l.Size} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Errorf("line %+v", l)
				}
			}
		}
	}
}
