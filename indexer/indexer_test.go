package indexer_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer"
	"travaux/indexer/corpus"
	"travaux/search"
)

func TestAccountsAddUp(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b/copy.txt", "doc A/1 en\none")
	b.write("bad.pdf", "malformed")
	b.write("badcopy.pdf", "malformed")
	b.write("notes.xls", "numbers")
	b.write(".hidden/x.txt", "doc A/9 en\nnine")
	b.write(".hidden.txt", "doc A/9 en\nnine")

	first := b.run()
	want := indexer.Accounts{Seen: 5, Indexed: 1, Duplicate: 1, Unsupported: 1, Failed: 2, Read: 2, Pages: 1}
	if diff := cmp.Diff(want, counts(first)); diff != "" {
		t.Errorf("first run (-want +got):\n%s", diff)
	}
	second := b.run()
	want = indexer.Accounts{Seen: 5, Unchanged: 2, Unsupported: 1, Failed: 2}
	if diff := cmp.Diff(want, counts(second)); diff != "" {
		t.Errorf("second run (-want +got):\n%s", diff)
	}
	for _, acc := range []indexer.Accounts{first, second} {
		var failed []string
		for _, f := range acc.Failures {
			failed = append(failed, filepath.Base(f.Path)+": "+f.Reason)
		}
		if diff := cmp.Diff([]string{"bad.pdf: malformed", "badcopy.pdf: malformed"}, failed); diff != "" {
			t.Errorf("failures named (-want +got):\n%s", diff)
		}
	}
	if first.Generation != second.Generation {
		t.Errorf("a run without changes published %s after %s", second.Generation, first.Generation)
	}
	if diff := cmp.Diff([]string{"a.txt", "bad.pdf"}, b.reader.taken()); diff != "" {
		t.Errorf("files read in both runs (-want +got):\n%s", diff)
	}
}

func TestFailedFilesAreTriedAgainByAnotherReader(t *testing.T) {
	b := newBench(t)
	b.write("bad.pdf", "malformed")
	b.run()
	b.reader.taken()
	b.run()
	if got := b.reader.taken(); len(got) != 0 {
		t.Errorf("unchanged, yet read: %v", got)
	}
	b.reader.version = "fake/2"
	b.run()
	if diff := cmp.Diff([]string{"bad.pdf"}, b.reader.taken()); diff != "" {
		t.Errorf("with another reader (-want +got):\n%s", diff)
	}
	b.write("bad.pdf", "doc A/1 en\nmended")
	acc := b.run()
	if acc.Indexed != 1 || acc.Failed != 0 {
		t.Errorf("mended: %+v", acc)
	}
}

func TestQuarantineOutlivesTheIndex(t *testing.T) {
	b := newBench(t)
	b.write("slow.pdf", "timeout")
	b.run()
	if diff := cmp.Diff([]string{"slow.pdf"}, b.reader.taken()); diff != "" {
		t.Errorf("tries (-want +got):\n%s", diff)
	}
	b.writer = newMemory() // as after a run that was killed before its checkpoint
	acc := b.run()
	if got := b.reader.taken(); len(got) != 0 {
		t.Errorf("in quarantine, yet read: %v", got)
	}
	if acc.Failed != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	b.writer = newMemory()
	b.reader.version = "fake/2"
	b.run()
	if got := b.reader.taken(); len(got) != 1 {
		t.Errorf("with another reader tries = %v, want 1", got)
	}
}

func TestANewIndexReadsNothingTwice(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("b.txt", "doc A/2 en\ntwo")
	b.run()
	before := b.held()
	b.reader.taken()
	b.writer = newMemory()
	acc := b.run()
	if got := b.reader.taken(); len(got) != 0 || acc.Read != 0 || acc.Indexed != 2 {
		t.Errorf("read %v, accounts %+v", got, acc)
	}
	if diff := cmp.Diff(before, b.held()); diff != "" {
		t.Errorf("made anew (-first +second):\n%s", diff)
	}
}

// TestAFileThatChangesWhileItIsRead wants nothing of it kept under the sha256
// that it had: not its original, not what was read, not a place in quarantine.
func TestAFileThatChangesWhileItIsRead(t *testing.T) {
	const first = "doc A/1 en\none"
	for _, second := range []string{"doc A/2 en\ntwo, longer", "timeout", ""} {
		b := newBench(t)
		b.write("a.txt", first)
		b.write("copy.txt", first)
		b.reader.before = func(path string) {
			b.reader.before = nil
			if second == "" {
				b.remove("a.txt")
				return
			}
			b.write("a.txt", second)
		}
		if got := reasons(t, b, false)["a.txt"]; got != "failed: changed or went away while it was being read" {
			t.Errorf("into %q: the report says %q", second, got)
		}
		b.write("a.txt", first)
		if acc := b.run(); acc.Indexed != 1 || acc.Duplicate != 1 || acc.Failed != 0 {
			t.Errorf("into %q: then %+v", second, acc)
		}
		wantHeld(t, b, "into "+second, "A/1 en [one] a.txt")
	}
}

// TestFilesThatCannotBeLookedAt takes files away under the walk and gives them
// back: what they held stays, and they are judged anew.
func TestFilesThatCannotBeLookedAt(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 en\none")
	b.write("good.txt", "doc A/2 en\ntwo")
	b.write("poor.txt", "malformed")
	b.run()
	b.reader.taken()
	b.write("a.txt", "doc A/1 en\none, longer")
	b.write("good.txt", "doc A/2 en\ntwo, longer")
	b.reader.looked = func(string) {
		b.reader.looked = nil
		for _, name := range []string{"good.txt", "poor.txt"} {
			b.remove(name)
			if err := os.Mkdir(filepath.Join(b.papers, name), 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	got := reasons(t, b, true)
	want := map[string]string{
		"a.txt":    "indexed: ",
		"good.txt": "failed: cannot be read: not a regular file; what was read of it before stays",
		"poor.txt": "failed: cannot be read: not a regular file",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
	wantHeld(t, b, "meanwhile", "A/1 en [one, longer] a.txt", "A/2 en [two] good.txt")
	b.reader.taken()
	for _, name := range []string{"good.txt", "poor.txt"} {
		b.remove(name)
	}
	b.write("good.txt", "doc A/2 en\ntwo")
	b.write("poor.txt", "malformed")
	want = map[string]string{"a.txt": "skipped: unchanged", "good.txt": "skipped: unchanged", "poor.txt": "failed: malformed"}
	if diff := cmp.Diff(want, reasons(t, b, true)); diff != "" {
		t.Errorf("report when they are back (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"poor.txt"}, b.reader.taken()); diff != "" {
		t.Errorf("read again (-want +got):\n%s", diff)
	}
}

func TestAFaultInAnalysisIsTheFilesFailure(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "panic")
	b.write("b.txt", "doc A/1 en\none")
	acc := b.run()
	if acc.Failed != 1 || acc.Indexed != 1 {
		t.Errorf("accounts: %+v", acc)
	}
}

func TestAReaderThatCannotStartEndsTheRun(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "broken-pool")
	_, err := b.try(t.Context())
	if err == nil || !strings.Contains(err.Error(), "no worker starts") {
		t.Errorf("err = %v", err)
	}
	if b.writer.published != 0 {
		t.Error("published all the same")
	}
}

func TestWriterErrorEndsTheRun(t *testing.T) {
	b := newBench(t)
	for i := range 30 {
		b.write(fmt.Sprintf("%02d.txt", i), fmt.Sprintf("doc A/%d en\ntext", i))
	}
	b.writer.fail = errors.New("no space left")
	_, err := b.try(t.Context())
	if !errors.Is(err, b.writer.fail) {
		t.Errorf("err = %v", err)
	}
	if b.writer.published != 0 {
		t.Error("published all the same")
	}
}

func TestAnInterruptedRunGoesOn(t *testing.T) {
	b := newBench(t)
	for i := range 30 {
		b.write(fmt.Sprintf("%02d.txt", i), fmt.Sprintf("doc A/%d en\ntext", i))
	}
	ctx, stop := context.WithCancel(t.Context())
	b.reader.before = func(path string) {
		if filepath.Base(path) == "20.txt" {
			stop()
		}
	}
	acc, err := b.try(ctx)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("err = %v, want canceled", err)
	}
	if b.writer.published != 0 {
		t.Error("an interrupted run published")
	}
	b.reader.before = nil
	b.reader.taken()
	again := b.run()
	if !again.Resumed {
		t.Error("the second run did not go on")
	}
	if again.Indexed != 30-acc.Indexed || again.Unchanged != acc.Indexed {
		t.Errorf("second run indexed %d, left %d; the first had indexed %d", again.Indexed, again.Unchanged, acc.Indexed)
	}
	if got := len(b.held()); got != 30 {
		t.Errorf("%d renditions, want 30", got)
	}
}

func TestReport(t *testing.T) {
	b := newBench(t)
	b.write("a.txt", "doc A/1 fr\none")
	b.write("b.txt", "malformed")
	b.write("c.txt", "doc file-0123456789ab en\nnameless")
	var out bytes.Buffer
	b.config = func(c *indexer.Config) { c.Report = &out }
	b.run()
	type line struct {
		Path, SHA256, Status, Reason, Symbol, Lang string
		Pages                                      int
	}
	var got []line
	for dec := json.NewDecoder(&out); dec.More(); {
		var l line
		if err := dec.Decode(&l); err != nil {
			t.Fatal(err)
		}
		if len(l.SHA256) != 64 {
			t.Errorf("%s: sha256 %q", l.Path, l.SHA256)
		}
		l.Path, l.SHA256 = filepath.Base(l.Path), ""
		got = append(got, l)
	}
	want := []line{
		{Path: "a.txt", Status: "indexed", Symbol: "A/1", Lang: "fr", Pages: 1},
		{Path: "b.txt", Status: "failed", Reason: "malformed"},
		{Path: "c.txt", Status: "indexed", Lang: "en", Pages: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("report (-want +got):\n%s", diff)
	}
}

func TestPathsThatAreNotThere(t *testing.T) {
	b := newBench(t)
	if _, err := b.try(t.Context(), "nowhere"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("err = %v, want not exist", err)
	}
	b.write("sub/a.txt", "doc A/1 en\none")
	b.run("sub")
	b.remove("sub/a.txt")
	b.remove("sub")
	if acc := b.prune("sub"); acc.Pruned != 1 {
		t.Errorf("accounts: %+v", acc)
	}
	if got := b.held(); len(got) != 0 {
		t.Errorf("still held: %v", got)
	}
}

func TestSymbolicLinks(t *testing.T) {
	b := newBench(t)
	b.write("in/a.txt", "doc A/1 en\none")
	outside := filepath.Join(b.dir, "outside.txt")
	if err := os.WriteFile(outside, []byte("doc A/2 en\ntwo"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, target := range map[string]string{"inside.txt": "in/a.txt", "out.txt": outside, "nothing.txt": "gone"} {
		if err := os.Symlink(target, filepath.Join(b.papers, name)); err != nil {
			corpus.Missing(t, "symbolic links: "+err.Error())
		}
	}
	acc := counts(b.run())
	want := indexer.Accounts{Seen: 4, Indexed: 1, Duplicate: 1, Unsupported: 2, Read: 1, Pages: 1}
	if diff := cmp.Diff(want, acc); diff != "" {
		t.Errorf("accounts (-want +got):\n%s", diff)
	}
	for path, rec := range b.writer.files {
		if filepath.Base(path) == "out.txt" && (rec.Status != search.Skipped || !strings.Contains(rec.Reason, "out of the folder")) {
			t.Errorf("link out: %+v", rec)
		}
	}
}
