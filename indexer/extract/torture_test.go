package extract_test

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
)

// TestTorture reads files made to break readers: every one is read, or classed
// with a reason; nearly all that pdftotext opens are read; and afterwards the
// pool still reads.
func TestTorture(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		corpus.Missing(t, "pdftotext (poppler-utils)")
	}
	paths := torturePaths(t)
	p := newPool(t, func(c *extract.Config) { c.Workers, c.Timeout, c.NoOCR = 2, 30*time.Second, true })
	var mu sync.Mutex // guards the counts
	classes := map[string]int{}
	opened, read := 0, 0
	work := make(chan string)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for path := range work {
				class := tortured(t, p, path)
				other := opens(path)
				mu.Lock()
				classes[class]++
				if other {
					opened++
					if class == "read" {
						read++
					}
				}
				mu.Unlock()
			}
		})
	}
	for _, path := range paths {
		work <- path
	}
	close(work)
	wg.Wait()
	t.Logf("%d files: %v; of %d that pdftotext opens %d are read", len(paths), classes, opened, read)
	if opened < 200 || float64(read) < 0.98*float64(opened) {
		t.Errorf("of %d files that pdftotext opens %d are read, want 98 %% at least", opened, read)
	}
	if n := classes[extract.ClassTimeout] + classes[extract.ClassMemory] + classes[extract.ClassCrash]; n > 0 {
		t.Errorf("%d files outlasted or killed both readers", n)
	}
	if got, err := order(t, p, "nothing"); got != "done" || err != nil {
		t.Errorf("after it: %q, %v", got, err)
	}
}

func torturePaths(t *testing.T) (paths []string) {
	t.Helper()
	for _, dir := range []string{"torture", "multi"} {
		found, err := filepath.Glob(filepath.Join(corpus.Path(t, "corpus", dir), "*.pdf"))
		if err != nil || len(found) == 0 {
			t.Fatalf("no files in %s: %v", dir, err)
		}
		paths = append(paths, found...)
	}
	return paths
}

// opens reports whether pdftotext opens a file.
func opens(path string) bool {
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "pdftotext", "-q", path, "-").Run() == nil
}

func tortured(t *testing.T, p *extract.Pool, path string) string {
	content, err := p.Read(context.Background(), path, extract.MediaPDF)
	if err == nil {
		if content.Pages == nil {
			t.Errorf("%s: read without pages", filepath.Base(path))
		}
		return "read"
	}
	var f *extract.Failure
	if !errors.As(err, &f) {
		t.Errorf("%s: not classed: %v", filepath.Base(path), err)
		return "unknown"
	}
	t.Logf("%s: %v", filepath.Base(path), f)
	switch f.Class {
	case extract.ClassTimeout, extract.ClassMemory, extract.ClassCrash, extract.ClassMalformed,
		extract.ClassEncrypted, extract.ClassTooLarge:
	default:
		t.Errorf("%s: class %q", filepath.Base(path), f.Class)
	}
	return f.Class
}
