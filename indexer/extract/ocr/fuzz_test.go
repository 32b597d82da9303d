package ocr_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"travaux/indexer/extract/ocr"
)

// FuzzReadTable reads what tesseract might print: lines stay on the page, and
// hold text.
func FuzzReadTable(f *testing.F) {
	f.Add(row(1, 10, 10, 60, 20, 96, "Report")+row(1, 80, 12, 20, 20, 95, "of"), row(1, 30, 30, 60, 20, 90, "x"))
	f.Add(row(1, 10, 10, 60, 20, 9, "الدول")+row(1, 80, 12, 20, 20, 5, "A/1")+row(2, 1, 1, 999, 399, 0, "国"), row(1, 25, 25, 600, 20, 99, "CAC"))
	page := white(1000, 400)
	ink(page, 10, 10, 400, 30)
	ink(page, 500, 5, 700, 80)
	f.Fuzz(func(t *testing.T, table, second string) {
		for _, l := range append(ocr.ReadTable(table, 1000, 400), ocr.ReadAgain(table, second, page)...) {
			if strings.TrimSpace(l.Text) == "" || !utf8.ValidString(l.Text) || strings.ContainsAny(l.Text, "\n\t\r") {
				t.Errorf("text %q", l.Text)
			}
			if l.W <= 0 || l.H <= 0 || l.W > 1000 || l.H > 1000 {
				t.Errorf("box %+v", l)
			}
		}
	})
}

// FuzzSaid reads what tesseract might say about itself and about a page.
func FuzzSaid(f *testing.F) {
	f.Add("tesseract 5.3.0\nRotate: 90\nScript: Han\n")
	f.Fuzz(func(t *testing.T, said string) {
		_, models, rotate, _ := ocr.Said(said)
		if rotate%90 != 0 || rotate < 0 || rotate > 270 {
			t.Errorf("turn by %d", rotate)
		}
		for _, m := range models {
			if m == "" || strings.ContainsAny(m, " /\n") {
				t.Errorf("model %q", m)
			}
		}
	})
}
