package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
)

func TestSwapFailsNoRequest(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	stop := make(chan struct{})
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				// Whatever the generation, it answers with one document a run.
				a, err := e.Search(context.Background(), search.Plan{View: search.Documents, Sort: search.ByRelevance, Limit: 100})
				if err != nil {
					t.Errorf("search during a swap: %v", err)
					return
				}
				if want := fmt.Sprintf("gen-%06d", a.Total.Value); a.Generation != want {
					t.Errorf("%s answers with %d documents", a.Generation, a.Total.Value)
				}
			}
		})
	}
	for i := range 8 {
		publish(t, dir, change(rendition(t, fmt.Sprintf("A/79/%d", i+2), "en", "Theft.")))
	}
	close(stop)
	asking.Wait()
	if got := len(ask(t, e, "theft")); got != 9 {
		t.Errorf("%d documents after the last swap, want 9", got)
	}
}

func TestClosedEngine(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	for range 2 {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := e.Search(context.Background(), search.Plan{View: search.Documents}); !errors.Is(err, search.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}

func TestTimeIsBounded(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e, err := bleve.Open(dir, bleve.Config{Timeout: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	_, err = e.Search(context.Background(), search.Plan{View: search.Documents, Limit: 10})
	if !errors.Is(err, search.ErrTooExpensive) || !strings.Contains(err.Error(), "longer than 1ns") {
		t.Errorf("error %v", err)
	}
}

func TestMemoryIsBounded(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft of goods.", "Theft.", "Goods.")))
	e, err := bleve.Open(dir, bleve.Config{Memory: 9})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for text, dear := range map[string]bool{"theft": false, "theft goods": true, "thef* OR good*": true} {
		tree, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		_, err = e.Search(context.Background(), search.Plan{Tree: tree, View: search.Documents, Limit: 10})
		if dear != errors.Is(err, search.ErrTooExpensive) || !dear && err != nil {
			t.Errorf("%s: error %v", text, err)
		}
	}
}
