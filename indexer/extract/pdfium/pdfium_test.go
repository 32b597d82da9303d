package pdfium_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"travaux/indexer/extract/pdfium"
	"travaux/indexer/layout"
)

// engine is one for all tests: starting it costs seconds without a warm cache.
var engine *pdfium.Engine

func TestMain(m *testing.M) {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "travaux", "pdfium")
	}
	if engine, err = pdfium.Open(cache); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = engine.Close()
	os.Exit(status)
}

// onePage makes a PDF file of one page, 200 by 100 points, with further entries
// of the page and the content.
func onePage(page, content string) []byte {
	return fmt.Appendf(nil, `%%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R /Lang (en-GB) >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> %s >> endobj
4 0 obj << /Length %d >> stream
%s
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >> endobj
6 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> endobj
trailer << /Root 1 0 R /Size 7 >>
%%%%EOF
`, page, len(content), content)
}

func TestRead(t *testing.T) {
	text := "BT /F1 10 Tf 20 80 Td (The Confer-) Tj 0 -12 Td (ence ) Tj /F2 10 Tf (of the States) Tj ET"
	tests := []struct {
		name, page, content string
		want                []layout.Line
	}{
		{"upright", "", text, []layout.Line{
			{Text: "The Confer-", X: 20, Y: 12, W: 49.15, H: 10, Size: 10},
			{Text: "ence of the States", X: 20, Y: 24, W: 80.83, H: 10, Size: 10},
		}},
		{"turned by the page", "/Rotate 90", "BT /F1 10 Tf 0 1 -1 0 100 20 Tm (Turned) Tj ET", []layout.Line{
			{Text: "Turned", X: 20, Y: 92, W: 28.88, H: 10, Size: 10},
		}},
		{"cropped", "/CropBox [10 10 190 90]", "BT /F1 10 Tf 20 80 Td (Seen) Tj 0 200 Td (Not seen) Tj ET", []layout.Line{
			{Text: "Seen", X: 10, Y: 2, W: 19.44, H: 10, Size: 10},
		}},
		{"raised", "", "BT /F1 10 Tf 20 80 Td (States) Tj /F1 6 Tf 4 Ts (1) Tj ET", []layout.Line{
			{Text: "States 1", X: 20, Y: 11.2, W: 26.89, H: 10.8, Size: 10, Raised: []layout.Span{{Start: 7, End: 8}}},
		}},
		{"nothing", "", "q Q", []layout.Line{}},
	}
	for _, tt := range tests {
		c, err := engine.Read(onePage(tt.page, tt.content), pdfium.Options{})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		near := cmpopts.EquateApprox(0, 0.1)
		if diff := cmp.Diff(tt.want, c.Pages[0].Lines, near); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if c.Language != "en-GB" || c.Reader != pdfium.Version || c.Pages[0].Doubt != "" {
			t.Errorf("%s: language %q, reader %q, doubt %q", tt.name, c.Language, c.Reader, c.Pages[0].Doubt)
		}
	}
}
