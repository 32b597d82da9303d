package indexer_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer"
	"travaux/search/archive"
)

// A new version of the reader reads every file again, once; copies stay copies.
func TestANewReaderReadsAgain(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/1 en\none")
	b.write("c.txt", "malformed")
	b.write("d.txt", "page em-2\nA/1 The first")
	b.run()
	b.reader.taken()
	held := b.held()

	b.reader.version = "fake/2"
	acc := counts(b.run())
	want := indexer.Accounts{Seen: 4, Indexed: 2, Duplicate: 1, Failed: 1, Read: 3, Pages: 2}
	if diff := cmp.Diff(want, acc); diff != "" {
		t.Errorf("with the new reader (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"a.txt", "c.txt", "d.txt"}, b.reader.taken()); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(held, b.held()); diff != "" {
		t.Errorf("held (-before +after):\n%s", diff)
	}
	for path, rec := range b.writer.files {
		if rec.Reader != "fake/2" {
			t.Errorf("%s was read by %s", filepath.Base(path), rec.Reader)
		}
	}
	acc = counts(b.run())
	if want := (indexer.Accounts{Seen: 4, Unchanged: 3, Failed: 1}); !cmp.Equal(want, acc) || len(b.reader.taken()) != 0 {
		t.Errorf("the run after: %+v", acc)
	}
}

// What a new reader cannot read stays as the former one read it.
func TestANewReaderThatFails(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.run()
	b.reader.version = "fake/2"
	info, err := os.Stat(filepath.Join(b.papers, "a.txt"))
	if err != nil {
		t.Fatal(err)
	}
	b.reader.before = func(path string) {
		_ = os.WriteFile(path, []byte("malformed a\nbc"), 0o600)
		_ = os.Chtimes(path, info.ModTime(), info.ModTime())
	}
	acc := b.run()
	if acc.Failed != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	wantHeld(t, b, "after the failure", "A/1 en [one] a.txt")
	b.reader.before = nil
	b.reader.taken()
	if acc := b.run(); acc.Failed != 1 || len(b.reader.taken()) != 0 {
		t.Errorf("the run after: %+v", acc)
	}
}

// A program that was missing and is there now reads what it was wanted for.
func TestAProgramThatCame(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none\npicture")
	b.write("copy.txt", "doc A/1 en\none\npicture")
	b.write("old.txt", "old-format\ntext")
	b.write("plain.txt", "doc A/2 en\ntwo")
	var report strings.Builder
	b.config = func(c *indexer.Config) { c.Report = &report }
	want := map[string]int{"tesseract": 2, "converter": 1}
	for run := range 2 { // the second reads nothing, and says it again
		acc := b.run()
		if diff := cmp.Diff(want, acc.Wanting); diff != "" {
			t.Errorf("run %d wants (-want +got):\n%s", run, diff)
		}
		if reads := len(b.reader.taken()); run == 1 && reads != 0 {
			t.Errorf("%d files read by the second run", reads)
		}
	}
	if got := strings.Count(report.String(), "tesseract would read"); got != 4 {
		t.Errorf("%d lines of the report name tesseract:\n%s", got, &report)
	}
	wantHeld(t, b, "without programs", "A/1 en [one|picture] a.txt", "A/2 en [two] plain.txt")

	b.reader.tools = map[string]bool{"tesseract": true, "converter": true}
	acc := counts(b.run())
	if diff := cmp.Diff(indexer.Accounts{Seen: 4, Indexed: 2, Duplicate: 1, Unchanged: 1, Read: 2, Pages: 2}, acc); diff != "" {
		t.Errorf("with the programs (-want +got):\n%s", diff)
	}
	wantHeld(t, b, "with programs", "A/1 en [one|recognised] a.txt", "A/2 en [two] plain.txt", "A/9 en [text] old.txt")
	if acc := counts(b.run()); acc.Unchanged != 4 || acc.Wanting != nil {
		t.Errorf("the run after: %+v", acc)
	}
}

// A run that prunes takes out the originals that no record names.
func TestPruneTakesOutOriginals(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/2 en\ntwo")
	b.run()
	kept := archive.New(b.dir)
	before, err := kept.Sums()
	if err != nil || len(before) != 2 {
		t.Fatalf("originals %v, %v", before, err)
	}
	b.remove("a.txt")
	b.run()
	if sums, _ := kept.Sums(); len(sums) != 2 {
		t.Errorf("without prune: %v", sums)
	}
	b.prune()
	sums, err := kept.Sums()
	if err != nil || len(sums) != 1 || b.writer.files[filepath.Join(b.papers, "b.txt")].SHA256 != sums[0] {
		t.Errorf("with prune: %v, %v", sums, err)
	}
	extracts, err := filepath.Glob(filepath.Join(b.dir, "extracted", "*", "*"))
	if err != nil || len(extracts) != 1 {
		t.Errorf("extracts: %v, %v", extracts, err)
	}
}

// A pipe that takes the place of a file between walk and reading is not waited
// for.
func TestAPipeInPlaceOfAFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no named pipes in folders there")
	}
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/2 en\ntwo")
	swapped := false
	b.reader.looked = func(string) { // a.txt is looked at: b.txt is swapped behind the walk
		if !swapped {
			swapped = true
			b.remove("b.txt")
			makePipe(t, filepath.Join(b.papers, "b.txt"))
		}
	}
	done := make(chan indexer.Accounts)
	go func() { done <- b.run() }()
	select {
	case acc := <-done:
		if acc.Indexed != 1 || acc.Failed != 1 {
			t.Errorf("accounts: %+v", acc)
		}
	case <-time.After(30 * time.Second):
		t.Fatal("the run waits for the pipe")
	}
}
