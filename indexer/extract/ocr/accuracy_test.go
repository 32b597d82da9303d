package ocr_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/indexer/extract/ocr"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// seen is the part of a page in points that is recognised from its top: enough to
// tell, in less than half the time.
const seen = 384

// TestAccuracy recognises the tops of first pages of samples in six languages, whose
// text is known, and counts the characters that are right: one less the edit
// distance over the length, line by line, blanks apart. The floors are below what
// was measured with tesseract 5.3.0 by what another release may change.
func TestAccuracy(t *testing.T) {
	tests := []struct {
		file  string
		floor float64
	}{
		{"CAC_COSP_EG.1_2031_3_en.pdf", 0.97},
		{"CAC_COSP_EG.1_2031_3_fr.pdf", 0.97},
		{"CAC_COSP_EG.1_2031_2_es.pdf", 0.97},
		{"CAC_COSP_WG.2_2031_1_ru.pdf", 0.97},
		{"CAC_COSP_WG.2_2031_4_ar.pdf", 0.92},
		{"CAC_COSP_WG.2_2031_2_zh.pdf", 0.93},
	}
	e := engine(t)
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			path := filepath.Join("..", "..", "..", "cmd", "travaux", "samples", "files", tt.file)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			content, err := pdf.Read(data, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			want := content.Pages[0]
			got, err := e.Document("").Page(t.Context(), ocr.Picture{PNG: drawTop(t, path, want.Width), Width: want.Width, Height: seen})
			if err != nil {
				t.Fatal(err)
			}
			figure := accuracy(want.Lines, got.Lines)
			t.Logf("%.4f of the characters, confidence %.2f", figure, got.Confidence)
			if figure < tt.floor {
				t.Errorf("%.4f of the characters are right, want %.2f", figure, tt.floor)
			}
		})
	}
}

// accuracy compares the lines of a page with what was recognised in their places.
func accuracy(want, got []layout.Line) float64 {
	wrong, all := 0, 0
	for _, w := range want {
		if w.Y+w.H > seen {
			continue
		}
		var there strings.Builder
		for _, g := range got {
			middle := g.Y + g.H/2
			if middle > w.Y-2 && middle < w.Y+w.H+2 && g.X < w.X+w.W && g.X+g.W > w.X {
				there.WriteString(g.Text)
			}
		}
		text := letterRunes(w.Text)
		all += len(text)
		wrong += min(len(text), distance(text, letterRunes(there.String())))
	}
	return 1 - float64(wrong)/float64(max(all, 1))
}

func letterRunes(s string) []rune { return []rune(strings.Join(strings.Fields(s), "")) }

// distance is the number of characters to change, add or take away.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		before := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := before
			if x != y {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
