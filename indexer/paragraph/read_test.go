package paragraph_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/masthead"
	"travaux/indexer/paragraph"
	"travaux/search/un"
)

// readPassages are the passages of the corpus files that were asked for so far,
// functions that read and split a file the first time they are called, by path:
// several tests measure the same files.
var readPassages sync.Map

// passagesOf gives the passages of a file of the corpus, in the language that its
// masthead tells. Tests share them and must not change them.
func passagesOf(t testing.TB, file string) []un.Passage {
	t.Helper()
	path := filepath.Join(corpus.Path(t, "corpus", "un"), file)
	read, _ := readPassages.LoadOrStore(path, sync.OnceValues(func() ([]un.Passage, error) {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		content, err := pdf.Read(data, pdf.Options{})
		if err != nil {
			return nil, err
		}
		passages, _ := paragraph.Split(content, masthead.Parse(content).Language)
		return passages, nil
	}))
	passages, err := read.(func() ([]un.Passage, error))()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return passages
}

// handRows gives the rows of a table in testdata that was made by hand, those
// with as many cells as asked for or more.
func handRows(t testing.TB, name string, cells int) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for l := range strings.Lines(string(data)) {
		if strings.HasPrefix(l, "#") {
			continue
		}
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if len(f) < cells {
			t.Fatalf("%s: %d cells in %q", name, len(f), l)
		}
		rows = append(rows, f)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}

func atoi(t testing.TB, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}
