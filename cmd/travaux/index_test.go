package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/search/bleve"
)

// writeFile writes a file for a test.
func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestSecondWriter(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "paper.txt"), "A/79/1\n\n1. Text.\n")
	index := filepath.Join(dir, "index")
	w, err := bleve.OpenWriter(index, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	r := travaux(t, "index", "--index", index, filepath.Join(dir, "paper.txt"))
	if r.status != 1 || !strings.Contains(r.stderr, "another process is indexing") || strings.Count(r.stderr, "\n") > 2 {
		t.Errorf("status %d, stderr:\n%s", r.status, r.stderr)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "index", "--index", index, filepath.Join(dir, "paper.txt"))
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "paper.txt"), "A/79/1\n\n1. Text.\n")
	index := filepath.Join(dir, "closed", "index")
	if os.Geteuid() == 0 { // whom permissions do not stop
		index = "/proc/travaux-index"
	} else if err := os.Mkdir(filepath.Join(dir, "closed"), 0o555); err != nil {
		t.Fatal(err)
	}
	r := travaux(t, "index", "--index", index, filepath.Join(dir, "paper.txt"))
	if r.status != 1 || !strings.Contains(r.stderr, index) || strings.Contains(r.stderr, "panic") || strings.Count(r.stderr, "\n") > 2 {
		t.Errorf("status %d, stderr:\n%s", r.status, r.stderr)
	}
}

// TestHangingReader has a worker that never answers: the file is reported, put
// into quarantine and not tried again.
func TestHangingReader(t *testing.T) {
	dir := t.TempDir()
	paper, index, report := filepath.Join(dir, "paper.txt"), filepath.Join(dir, "index"), filepath.Join(dir, "report.ndjson")
	writeFile(t, paper, "A/79/1\n\n1. Text.\n")
	indexWith := func(pool extract.Config) (status int, stderr string) {
		var out strings.Builder
		p := &program{shell: shell{stdout: &out, stderr: &out, getenv: func(string) string { return "" }}, pool: pool}
		return p.run(t.Context(), []string{"index", "--quiet", "--index", index, "--report", report, paper}), out.String()
	}
	impatient := hanging()
	impatient.Timeout = 50 * time.Millisecond
	if status, stderr := indexWith(impatient); status != 3 {
		t.Fatalf("status %d, want 3\n%s", status, stderr)
	}
	files := readReport(t, report)
	if len(files) != 1 || files[0].Status != "failed" || !strings.Contains(files[0].Reason, "timeout") {
		t.Fatalf("report: %+v", files)
	}
	// A sound reader would read it, but nothing has changed for a second try.
	if status, stderr := indexWith(extract.Config{}); status != 3 {
		t.Errorf("second run: status %d, want 3\n%s", status, stderr)
	}
	if data, err := os.ReadFile(filepath.Join(index, "quarantine.json")); err != nil || !strings.Contains(string(data), files[0].SHA256) {
		t.Errorf("quarantine: %s, %v", data, err)
	}
}

// TestNoRoom indexes where files cannot grow: the run ends with a sentence, what
// was published before stays, and with room the same command goes on.
func TestNoRoom(t *testing.T) {
	dir := t.TempDir()
	index, papers := filepath.Join(dir, "index"), filepath.Join(dir, "papers")
	writePapers(t, papers, 0, 2)
	mustRun(t, "index", "--quiet", "--index", index, papers)
	writePapers(t, papers, 2, 40)
	cmd := process(filesLimited, "index", "--quiet", "--index", index, papers)
	out, err := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code != 1 {
		t.Errorf("exit status %d (%v)", code, err)
	}
	if !strings.Contains(string(out), "; nothing was published") || strings.Count(string(out), "\n") > 2 {
		t.Errorf("it says:\n%s", out)
	}
	if r := mustRun(t, "status", "--index", index); !strings.Contains(r.stdout, "gen-000001") {
		t.Errorf("after that the status is\n%s", r.stdout)
	}
	if r := mustRun(t, "index", "--quiet", "--index", index, papers); !strings.Contains(r.stdout, "gen-000002 is live") {
		t.Errorf("with room:\n%s", r.stdout)
	}
}

// TestNoRoomSaysWhy takes errors as they come: wrapped, or only quoted.
func TestNoRoomSaysWhy(t *testing.T) {
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"full", fmt.Errorf("write: %w", syscall.ENOSPC), "the disk that holds /ix is full"},
		{"full, quoted", errors.New("bolt: " + syscall.ENOSPC.Error()), "the disk that holds /ix is full"},
		{"quota", &os.PathError{Op: "write", Path: "/ix/a", Err: syscall.EDQUOT}, "the disk quota for /ix is used up"},
		{"limit", fmt.Errorf("write: %w", syscall.EFBIG), "a file of /ix cannot grow: files are limited in size here"},
		{"another", errors.New("no worker starts"), ""},
	} {
		if got := noRoom("/ix", tt.err); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestOddNames indexes files whose names are hard to tell, twice: bytes that are
// no UTF-8, line ends, quotation marks, the longest name there is.
func TestOddNames(t *testing.T) {
	dir := t.TempDir()
	papers, index, report := filepath.Join(dir, "papers"), filepath.Join(dir, "index"), filepath.Join(dir, "report.ndjson")
	names := []string{"\xff.txt", "\xfe.txt", "a\nb\".txt", "\ufffd.txt", strings.Repeat("x", 251) + ".txt"}
	if err := os.Mkdir(papers, 0o755); err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		if err := os.WriteFile(filepath.Join(papers, name), fmt.Appendf(nil, "A/79/%d\n\n1. Text.\n", i+1), 0o644); err != nil {
			corpus.Missing(t, "a file system that takes any name: "+err.Error())
		}
	}
	for _, want := range []string{"5 seen = 5 indexed + 0", "5 seen = 0 indexed + 0 duplicate + 5 skipped (5 unchanged"} {
		if r := mustRun(t, "index", "--quiet", "--index", index, "--report", report, papers); !strings.HasPrefix(r.stdout, want) {
			t.Errorf("want %q, got\n%s", want, r.stdout)
		}
	}
	told := map[string]bool{}
	for _, f := range readReport(t, report) {
		told[f.Path] = true
	}
	if len(told) != len(names) || !told[`\xff.txt`] {
		t.Errorf("the report tells of %v", told)
	}
	mustRun(t, "verify", "--index", index)
}

// TestDamagedIndex cuts a file of the live generation: the one before it is
// served, and everybody is told.
func TestDamagedIndex(t *testing.T) {
	dir := t.TempDir()
	papers, index := filepath.Join(dir, "papers"), filepath.Join(dir, "index")
	writePapers(t, papers, 0, 2)
	mustRun(t, "index", "--quiet", "--index", index, papers)
	writePapers(t, papers, 2, 4)
	mustRun(t, "index", "--quiet", "--index", index, papers)
	segments, err := filepath.Glob(filepath.Join(index, "gen-000002", "index", "store", "*.zap"))
	if err != nil || len(segments) == 0 {
		t.Fatalf("segments: %v, %v", segments, err)
	}
	for _, s := range segments {
		cut := s + ".cut" // the former generation may share the segment
		if data, err := os.ReadFile(s); err != nil {
			t.Fatal(err)
		} else if err := os.WriteFile(cut, data[:len(data)/2], 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(cut, s); err != nil {
			t.Fatal(err)
		}
	}
	r := mustRun(t, "search", "--index", index, "--format", "json", "lighthouse")
	if !strings.Contains(r.stdout, `"generation": "gen-000001"`) || !strings.Contains(r.stderr, "gen-000001") {
		t.Errorf("search says:\n%s\n%s", r.stdout, r.stderr)
	}
	if r := travaux(t, "verify", "--index", index); r.status != 1 || !strings.Contains(r.stderr, "--rebuild") {
		t.Errorf("verify: status %d\n%s", r.status, r.stderr)
	}
	mustRun(t, "index", "--quiet", "--rebuild", "--index", index, papers)
	mustRun(t, "verify", "--index", index)
}

// TestInterruptKeepsTheCheckpoint interrupts a run that cannot end by itself.
func TestInterruptKeepsTheCheckpoint(t *testing.T) {
	dir := t.TempDir()
	papers, index := filepath.Join(dir, "papers"), filepath.Join(dir, "index")
	writePapers(t, papers, 0, 5)
	mustRun(t, "index", "--quiet", "--index", index, papers)
	writePapers(t, papers, 10, 15)
	begun := func() bool {
		_, err := os.Stat(filepath.Join(index, "gen-000002", "origin.json"))
		return err == nil
	}
	r := interrupted(t, begun, "index", "--quiet", "--index", index, papers)
	if r.status != 1 || !strings.Contains(r.stderr, "kept as a checkpoint") {
		t.Errorf("status %d, stderr:\n%s", r.status, r.stderr)
	}
	if r := mustRun(t, "status", "--index", index); !strings.Contains(r.stdout, "gen-000001") {
		t.Errorf("after the interrupt the status is\n%s", r.stdout)
	}
	if r := mustRun(t, "index", "--quiet", "--index", index, papers); !strings.Contains(r.stdout, "10 seen = 5 indexed") {
		t.Errorf("second run:\n%s", r.stdout)
	}
}
