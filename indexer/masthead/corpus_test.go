package masthead_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/text"
	"travaux/indexer/layout"
	"travaux/indexer/masthead"
	"travaux/search/un"
)

// truth is one row of testdata/truth.tsv: what a reader of the document sees.
type truth struct {
	file, symbol, date, lang, distribution, kind, job, session string
	text                                                       bool
}

// readTable reads a table of testdata without its comments and its header; "-"
// stands for what is absent.
func readTable(t *testing.T, name string, columns int) [][]string {
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

func readTruth(t *testing.T) []truth {
	t.Helper()
	var rows []truth
	for _, c := range readTable(t, "truth.tsv", 9) {
		rows = append(rows, truth{c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8] == "yes"})
	}
	return rows
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

// score collects the tallies of all fields.
type score map[string]*tally

// compare counts one field of one document and logs what is not right.
func (s score) compare(t *testing.T, file, field, want, got string) {
	t.Helper()
	if s[field] == nil {
		s[field] = &tally{}
	}
	switch {
	case want == "" && got != "":
		t.Logf("%s: %s %q, the document has none", file, field, got)
	case want == "":
	case want == got:
		s[field].all++
		s[field].right++
	default:
		s[field].all++
		t.Logf("%s: %s %q, the document has %q", file, field, got, want)
	}
}

// hold fails the test where a field falls below its floor.
func (s score) hold(t *testing.T) {
	t.Helper()
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
		c := s[f.field]
		t.Logf("%-12s %3d of %3d = %.3f", f.field, c.right, c.all, c.share())
		if c.share() < f.floor {
			t.Errorf("%s right in %.3f of the documents, want %.2f", f.field, c.share(), f.floor)
		}
	}
}

func TestCorpus(t *testing.T) {
	dir := corpus.Path(t, "corpus", "un")
	fields := score{}
	wantPrefixes, gotPrefixes := map[string]int{}, map[string]int{}
	for _, row := range readTruth(t) {
		m := masthead.Parse(readPDF(t, filepath.Join(dir, row.file)))
		want, got := row.want(t), symbolsOf(m.Symbols)
		if want == "" && got != "" {
			t.Errorf("%s: symbol %s invented", row.file, got)
		}
		if want == "" || !row.text {
			continue
		}
		fields.compare(t, row.file, "symbol", want, got)
		wantPrefixes[prefixOf(want)]++
		gotPrefixes[prefixOf(got)]++
		fields.compare(t, row.file, "date", row.date, string(m.Date))
		fields.compare(t, row.file, "lang", row.lang, m.Language)
		fields.compare(t, row.file, "distribution", row.distribution, m.Distribution)
		fields.compare(t, row.file, "type", row.kind, contentType(m.Types))
		fields.compare(t, row.file, "job", row.job, m.Job)
		fields.compare(t, row.file, "session", row.session, m.Session)
	}
	if diff := cmp.Diff(wantPrefixes, gotPrefixes); diff != "" {
		t.Errorf("documents by prefix (-table +read):\n%s", diff)
	}
	fields.hold(t)
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

// TestExcerpts reads mastheads that other sites carry as text, every one right.
func TestExcerpts(t *testing.T) {
	dir := corpus.Path(t, "corpus", "multi", "mastheads")
	for _, row := range readTable(t, "excerpts.tsv", 6) {
		data, err := os.ReadFile(filepath.Join(dir, row[0]))
		if err != nil {
			t.Fatal(err)
		}
		content, err := text.Read(data)
		if err != nil {
			t.Fatalf("%s: %v", row[0], err)
		}
		m := masthead.Parse(content)
		want := []string{truth{file: row[0], symbol: row[1]}.want(t), row[2], row[3], row[4], row[5]}
		got := []string{symbolsOf(m.Symbols), string(m.Date), m.Language, m.Distribution, m.Job}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-table +read):\n%s", row[0], diff)
		}
	}
}
