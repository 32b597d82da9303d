package fidelity_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/indexer/fidelity"
)

// TestMain lets the test binary be a worker of the pools under test.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(extract.Worker())
	}
	os.Exit(m.Run())
}

// need skips, or fails where tools are required, unless a program is installed.
func need(t *testing.T, program, from string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		corpus.Missing(t, program+" ("+from+")")
	}
}

// The floors lie under the figures of docs/fidelity.md by what a change of
// poppler's version may move them.
const (
	wordFloor    = 0.995
	lowFloor     = 0.985
	pairFloor    = 0.975
	openedFloor  = 0.98
	memoryAtMost = 128 << 20
)

// TestDocuments holds every fifth UN document to what pdftotext reads. Arabic
// is left out: pdftotext is wrong there.
func TestDocuments(t *testing.T) {
	need(t, "pdftotext", "poppler-utils")
	all, _, err := fidelity.Collection(corpus.Path(t, "corpus", "un"))
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for i := 0; i < len(all); i += 5 {
		paths = append(paths, all[i])
	}
	sound, doubted, err := fidelity.Sound(paths)
	if err != nil {
		t.Fatal(err)
	}
	first, err := fidelity.ReadAll(context.Background(), extract.Config{}, sound)
	if err != nil {
		t.Fatal(err)
	}
	second, err := fidelity.ReadAll(context.Background(), extract.Config{}, doubted)
	if err != nil {
		t.Fatal(err)
	}
	rows := fidelity.Table(slices.Concat(first.Documents, second.Documents), func(d fidelity.Document) string {
		if fidelity.Script(d.Reference) == "Arabic" {
			return ""
		}
		return "all"
	})
	if len(rows) != 1 || rows[0].Documents < len(paths)*3/4 {
		t.Fatalf("compared: %+v", rows)
	}
	r := rows[0]
	t.Logf("%d documents, words %.4f, 5th percentile %.4f, pairs %.4f, peak memory %d MB", r.Documents, r.Words, r.Low, r.Pairs, first.Peak>>20)
	if r.Words < wordFloor || r.Low < lowFloor || r.Pairs < pairFloor {
		t.Errorf("under the floors: %+v", r)
	}
	if first.Peak > memoryAtMost {
		t.Errorf("a worker held %d MB", first.Peak>>20)
	}
}

// TestHostileFiles holds the share of opened files to a floor, and sees that no
// file has to be stopped by the clock.
func TestHostileFiles(t *testing.T) {
	need(t, "pdftotext", "poppler-utils")
	paths, err := filepath.Glob(filepath.Join(corpus.Path(t, "corpus", "torture"), "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	run, err := fidelity.ReadAll(context.Background(), extract.Config{Timeout: 20 * time.Second}, paths)
	if err != nil {
		t.Fatal(err)
	}
	o := fidelity.Count(run.Documents)
	t.Logf("%d of %d opened", o.Both, o.Theirs)
	if float64(o.Both) < openedFloor*float64(o.Theirs) || o.Hung > 0 {
		t.Errorf("hung %d, missed %q", o.Hung, o.Missed)
	}
}
