package search_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

// movingEngine loses the first renditions that it names, as an engine does that
// moves over to another generation between two questions.
type movingEngine struct {
	search.Engine
	lost, losses int
}

func (e *movingEngine) Passages(ctx context.Context, key un.RenditionKey) ([]un.Passage, error) {
	if e.lost++; e.lost <= e.losses {
		return nil, fmt.Errorf("%s: %w", key.Document, search.ErrNotFound)
	}
	return e.Engine.Passages(ctx, key)
}

func TestDocumentOutlivesASwap(t *testing.T) {
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), search.Change{Put: []un.Rendition{rendition(t, report, "en", "Report", "Theft.")}}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(context.Background()); err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	s := search.NewService(search.Config{Engine: &movingEngine{Engine: e, losses: 1}})
	if v, err := s.Document(context.Background(), report, "", ""); err != nil || len(v.Rendition.Passages) != 1 {
		t.Errorf("one swap: %v, %v", v, err)
	}
	s = search.NewService(search.Config{Engine: &movingEngine{Engine: e, losses: 2}})
	if _, err := s.Document(context.Background(), report, "", ""); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("gone for good: %v", err)
	}
}
