package extract_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
)

// TestTorture reads files made to break readers: every one is read or classed,
// and afterwards the pool still reads.
func TestTorture(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(corpus.Path(t, "corpus", "torture"), "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no torture files: %v", err)
	}
	p := newPool(t, func(c *extract.Config) { c.Workers, c.Timeout = 2, 10*time.Second })
	var mu sync.Mutex // guards classes
	classes := map[string]int{}
	work := make(chan string)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for path := range work {
				class := tortured(t, p, path)
				mu.Lock()
				classes[class]++
				mu.Unlock()
			}
		})
	}
	for _, path := range paths {
		work <- path
	}
	close(work)
	wg.Wait()
	t.Logf("%d files: %v", len(paths), classes)
	if classes["read"] < len(paths)*4/5 {
		t.Errorf("only %d of %d files were read", classes["read"], len(paths))
	}
	if got, err := order(t, p, "nothing"); got != "done" || err != nil {
		t.Errorf("after it: %q, %v", got, err)
	}
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
