package masthead_test

import (
	"path/filepath"
	"strings"
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

// BenchmarkHostile reads pages made to be slow: the first of each repeats what a
// masthead run together has, the others have lines without end.
func BenchmarkHostile(b *testing.B) {
	run := "Distr.: General 1 March 2031 " + strings.Repeat("Report Annual Session Meeting ", 50)
	resolution := []string{"United Nations", "A/RES/59/25", "Distr.: General"}
	for range 20_000 {
		resolution = append(resolution, strings.Repeat("59/25. Planting of Trees The ", 50))
	}
	for name, lines := range map[string][]string{
		"runs": strings.Split(strings.Repeat(run+"\n", 60), "\n"), "resolution": resolution, "one line": {strings.Repeat(run, 10_000)},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				masthead.Parse(flat(lines...))
			}
		})
	}
}
