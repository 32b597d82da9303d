package masthead_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/text"
	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/search/un"
)

// truth is one row of testdata/truth.tsv, what a reader of the document sees, with
// its row of testdata/heads.tsv, if it has one.
type truth struct {
	file, symbol, date, lang, distribution, kind, job, session string
	text                                                       bool
	head                                                       []string
}

// readTable reads a table of testdata without its comments and its header; "-"
// stands for what is absent.
func readTable(t testing.TB, name string, columns int) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows [][]string
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if strings.HasPrefix(scan.Text(), "#") {
			continue
		}
		row := strings.Split(scan.Text(), "\t")
		if len(row) != columns {
			t.Fatalf("%s: %d columns in %q", name, len(row), scan.Text())
		}
		for i := range row {
			if row[i] == "-" {
				row[i] = ""
			}
		}
		rows = append(rows, row)
	}
	return rows[1:]
}

func readTruth(t testing.TB) []truth {
	t.Helper()
	heads := map[string][]string{}
	for _, c := range readTable(t, "heads.tsv", 6) {
		heads[c[0]] = c[1:]
	}
	var rows []truth
	for _, c := range readTable(t, "truth.tsv", 9) {
		rows = append(rows, truth{c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8] == "yes", heads[c[0]]})
	}
	return rows
}

// readPDF reads the first pages of a file; the masthead looks at no later ones.
func readPDF(t testing.TB, path string) *layout.Content {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content, err := pdf.Read(data, pdf.Options{MaxPages: 12})
	if err != nil {
		t.Fatalf("%s: %v", filepath.Base(path), err)
	}
	return content
}

// symbolsOf writes symbols as the table does, in the form they are compared in.
func symbolsOf(symbols []un.Symbol) string {
	var keys []string
	for _, s := range symbols {
		keys = append(keys, s.Key()+s.Reissue)
	}
	return strings.Join(keys, " | ")
}

// want brings the table's symbols to the same form.
func (r truth) want(t *testing.T) string {
	t.Helper()
	if r.symbol == "" {
		return ""
	}
	var symbols []un.Symbol
	for _, s := range strings.Split(r.symbol, " | ") {
		symbol, err := un.ParseSymbol(s)
		if err != nil {
			t.Fatalf("%s: %v", r.file, err)
		}
		symbols = append(symbols, symbol)
	}
	return symbolsOf(symbols)
}

// contentType returns the first type that is no flag.
func contentType(types []un.Type) string {
	for _, t := range types {
		if !t.IsFlag() {
			return string(t)
		}
	}
	return ""
}

// TestExcerpts reads mastheads that other sites carry as text, and those of files
// of the Economic Commission for Europe, every one right.
func TestExcerpts(t *testing.T) {
	dir := corpus.Path(t, "corpus", "multi")
	for _, row := range readTable(t, "excerpts.tsv", 11) {
		m := masthead.Parse(readFile(t, filepath.Join(dir, row[0])))
		got := []string{symbolsOf(m.Symbols), string(m.Date), m.Language, m.Distribution, m.Job, m.AgendaItem, m.Place, string(m.Start), string(m.End), m.Title}
		for i, want := range append([]string{truth{file: row[0], symbol: row[1]}.want(t)}, row[2:]...) {
			if want != "?" && want != got[i] {
				t.Errorf("%s: %q, the document has %q", row[0], got[i], want)
			}
		}
	}
}

// readFile reads a PDF or a text.
func readFile(t *testing.T, path string) *layout.Content {
	t.Helper()
	if filepath.Ext(path) == ".pdf" {
		return readPDF(t, path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content, err := text.Read(data)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return content
}
