package masthead_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/search/un"
)

// truth is one row of testdata/truth.tsv: what a reader of the document sees.
type truth struct {
	file, symbol, date, lang, distribution, kind, job, session string
	text                                                       bool
}

func readTruth(t *testing.T) []truth {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "truth.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var rows []truth
	header := true
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if strings.HasPrefix(scan.Text(), "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		c := strings.Split(scan.Text(), "\t")
		if len(c) != 9 {
			t.Fatalf("truth.tsv: %d columns in %q", len(c), scan.Text())
		}
		for i := range c {
			if c[i] == "-" {
				c[i] = ""
			}
		}
		rows = append(rows, truth{c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8] == "yes"})
	}
	return rows
}

// corpus returns the folder of the real documents; without it the test is
// skipped, or fails where the corpus is required.
func corpus(t *testing.T) string {
	t.Helper()
	root := os.Getenv("TRAVAUX_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	dir := filepath.Join(root, "corpus", "un")
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("TRAVAUX_REQUIRE_CORPUS") == "1" {
			t.Fatalf("the corpus is required: %v", err)
		}
		t.Skipf("no corpus: %v", err)
	}
	return dir
}

// readPDF reads the first pages of a file; the masthead looks at no later ones.
func readPDF(t *testing.T, path string) *layout.Content {
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

// prefixOf returns the prefix documents are counted by: A/HRC apart from A.
func prefixOf(symbols string) string {
	first, _, _ := strings.Cut(symbols, " | ")
	if strings.HasPrefix(first, "A/HRC/") {
		return "A/HRC"
	}
	head, _, _ := strings.Cut(first, "/")
	return head
}

// tally counts for one field the documents that have it and those read right.
type tally struct{ right, all int }

func (c tally) share() float64 { return float64(c.right) / float64(max(c.all, 1)) }

func TestCorpus(t *testing.T) {
	dir := corpus(t)
	counts := map[string]*tally{}
	invented := 0
	wantPrefixes, gotPrefixes := map[string]int{}, map[string]int{}
	compare := func(file, field, want, got string) {
		if counts[field] == nil {
			counts[field] = &tally{}
		}
		if want == "" {
			if got != "" {
				t.Logf("%s: %s %q, the document has none", file, field, got)
			}
			return
		}
		counts[field].all++
		if want == got {
			counts[field].right++
			return
		}
		t.Logf("%s: %s %q, the document has %q", file, field, got, want)
	}
	for _, row := range readTruth(t) {
		content := readPDF(t, filepath.Join(dir, row.file))
		m := masthead.Parse(content)
		want, got := row.want(t), symbolsOf(m.Symbols)
		if want == "" && got != "" {
			invented++
		}
		compare(row.file, "symbol", want, got)
		if want == "" || !row.text {
			continue
		}
		wantPrefixes[prefixOf(want)]++
		gotPrefixes[prefixOf(got)]++
		compare(row.file, "date", row.date, string(m.Date))
		compare(row.file, "lang", row.lang, m.Language)
		compare(row.file, "distribution", row.distribution, m.Distribution)
		compare(row.file, "type", row.kind, contentType(m.Types))
		compare(row.file, "job", row.job, m.Job)
		compare(row.file, "session", row.session, m.Session)
	}
	if invented > 0 {
		t.Errorf("%d symbols invented", invented)
	}
	for prefix, n := range wantPrefixes {
		if gotPrefixes[prefix] != n {
			t.Errorf("%d documents under %s, the table has %d", gotPrefixes[prefix], prefix, n)
		}
	}
	for _, f := range []struct {
		field string
		floor float64
	}{
		{"symbol", 0.95},
		{"date", 0.9},
		{"lang", 0.9},
		{"distribution", 0.9},
		{"type", 0.9},
		{"job", 0.9},
		{"session", 0.9},
	} {
		c := counts[f.field]
		t.Logf("%-12s %3d of %3d = %.3f", f.field, c.right, c.all, c.share())
		if c.share() < f.floor {
			t.Errorf("%s right in %.3f of the documents, want %.2f", f.field, c.share(), f.floor)
		}
	}
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
