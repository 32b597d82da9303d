package masthead_test

import (
	"path/filepath"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/layout"
	"travaux/indexer/masthead"
)

// BenchmarkParse reads the mastheads of the documents of the tables; the time is
// that of one document.
func BenchmarkParse(b *testing.B) {
	dir := corpus.Path(b, "corpus", "un")
	var contents []*layout.Content
	for _, row := range readTruth(b) {
		contents = append(contents, readPDF(b, filepath.Join(dir, row.file)))
	}
	for i := 0; b.Loop(); i++ {
		masthead.Parse(contents[i%len(contents)])
	}
}
