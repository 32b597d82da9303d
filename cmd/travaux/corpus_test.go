package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer"
	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/search/bleve"
	"travaux/search/enginetest"
)

// sums gives the sha256 of every file that an index run would see, by path.
func sums(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		got[filepath.Base(path)] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestCorpus indexes all of corpus/un twice and holds the accounts to what lies
// on the disk. No text is recognised in pictures: that would take nearly all of
// the time, and has tests of its own.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	papers := corpus.Path(t, "corpus", "un")
	want := sums(t, papers)
	pdfs := 0
	for name := range want {
		if strings.EqualFold(filepath.Ext(name), ".pdf") {
			pdfs++
		}
	}
	dir := t.TempDir()
	p := &program{
		shell: shell{stdout: t.Output(), stderr: t.Output(), getenv: func(string) string { return "" }},
		pool:  extract.Config{NoOCR: true},
	}
	o := indexOptions{dir: filepath.Join(dir, "index"), jobs: 2, quiet: true, report: filepath.Join(dir, "report.ndjson")}

	first, err := p.index(t.Context(), o, []string{papers})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d pages in %v: reading %v, analysing %v, writing %v", first.Pages, first.Elapsed, first.Reading, first.Analysing, first.Writing)
	if first.Seen != len(want) || !first.Balanced() {
		t.Errorf("%d files on disk, accounts %+v", len(want), first)
	}
	if got := first.Indexed + first.Duplicate + first.Failed; got != pdfs || first.Failed != 0 {
		t.Errorf("%d PDF files on disk, accounts %+v", pdfs, first)
	}
	checkReport(t, readReport(t, o.report), want, first)
	t.Run("counts", func(t *testing.T) { checkCounts(t, o.dir) })

	second, err := p.index(t.Context(), o, []string{papers})
	if err != nil {
		t.Fatal(err)
	}
	if second.Read != 0 || second.Unchanged != pdfs || second.Generation != first.Generation || !second.Balanced() {
		t.Errorf("second run: %+v", second)
	}
	if _, err := bleve.Verify(o.dir); err != nil {
		t.Errorf("verify: %v", err)
	}
}

// checkCounts holds the totals and facet counts of 200 random queries with
// random choices, in each view, to a plain count over all that the index holds.
func checkCounts(t *testing.T, dir string) {
	t.Helper()
	analyzers, err := bleve.NewAnalyzers()
	if err != nil {
		t.Fatal(err)
	}
	analyze := func(language, text string) []enginetest.Token {
		var tokens []enginetest.Token
		for _, token := range analyzers.Analyze(language, text) {
			tokens = append(tokens, enginetest.Token{Term: token.Term, Position: token.Position})
		}
		return tokens
	}
	engine, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer engine.Close()
	enginetest.CheckCollection(t, engine, analyze, 1, 200)
}

// TestEncryptedFile wants the reason in the report, whatever the encryption.
func TestEncryptedFile(t *testing.T) {
	papers := corpus.Path(t, "corpus", "multi")
	dir := t.TempDir()
	report := filepath.Join(dir, "report.ndjson")
	for _, name := range []string{"r3-user-password.pdf", "r6-user-password.pdf"} {
		r := travaux(t, "index", "--quiet", "--index", filepath.Join(dir, "index"), "--report", report, filepath.Join(papers, name))
		if r.status != 3 {
			t.Errorf("%s: status %d, want 3\n%s", name, r.status, r.stderr)
		}
		files := readReport(t, report)
		if len(files) != 1 || files[0].Status != "failed" || !strings.HasPrefix(files[0].Reason, "encrypted") {
			t.Errorf("%s: report %+v", name, files)
		}
	}
}

// checkReport holds a report to the files on disk and to the accounts.
func checkReport(t *testing.T, files []reportedFile, want map[string]string, acc indexer.Accounts) {
	t.Helper()
	counts := map[string]int{}
	pages := 0
	for _, f := range files {
		sum, ok := want[f.Path]
		if !ok || f.SHA256 != sum && f.Status != "skipped" {
			t.Errorf("report says %+v, sha256 on disk %q", f, sum)
		}
		delete(want, f.Path)
		counts[f.Status]++
		pages += f.Pages
	}
	for name := range want {
		t.Errorf("%s is not in the report", name)
	}
	wantCounts := map[string]int{"indexed": acc.Indexed, "duplicate": acc.Duplicate, "skipped": acc.Skipped(), "failed": acc.Failed}
	for status, n := range wantCounts {
		if n == 0 {
			delete(wantCounts, status)
		}
	}
	if diff := cmp.Diff(wantCounts, counts); diff != "" {
		t.Errorf("accounts (-) and report (+) differ:\n%s", diff)
	}
	if pages != acc.Pages {
		t.Errorf("%d pages in the report, %d in the accounts", pages, acc.Pages)
	}
}
