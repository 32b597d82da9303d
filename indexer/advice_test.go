package indexer_test

import (
	"strings"
	"testing"

	"travaux/indexer"
)

func TestAdvice(t *testing.T) {
	for _, tt := range []struct {
		tool  string
		files int
		want  string
	}{
		{"tesseract", 7, "7 files have pages that are pictures only; install tesseract-ocr ("},
		{"tesseract", 1, "1 file has pages that are pictures only; install tesseract-ocr ("},
		{"tesseract-ocr-rus", 2, "2 files have pages that are pictures only, in a language that tesseract has no data for; install it (Debian, Ubuntu: apt install tesseract-ocr-rus;"},
		{"antiword", 1, "1 file is of an older Word format; install antiword (Debian, Ubuntu: apt install antiword) and index again"},
		{"catdoc", 3, "3 files are of an older Word format; install catdoc (Debian, Ubuntu: apt install catdoc) and index again"},
	} {
		if got := indexer.Advice(tt.tool, tt.files); !strings.HasPrefix(got, tt.want) || !strings.HasSuffix(got, " and index again") {
			t.Errorf("%s, %d: %s", tt.tool, tt.files, got)
		}
	}
}
