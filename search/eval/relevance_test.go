package eval_test

import (
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/search/bleve"
	"travaux/search/eval"
)

// TestRelevance holds nDCG@10 on retrieval collections to floors. They lie a
// hundredth below what was measured: smaller differences are noise on
// collections of this size.
func TestRelevance(t *testing.T) {
	for _, c := range []struct {
		name, language string
		floor          float64
	}{
		{"cranfield", "en", 0.373},
		{"cisi", "en", 0.405},
		{"time", "en", 0.669},
		{"piaf-fr", "fr", 0.8},
		{"xquad-en", "en", 0.958},
		{"xquad-es", "es", 0.953},
		{"xquad-ru", "ru", 0.943},
		{"xquad-zh", "zh", 0.953},
	} {
		t.Run(c.name, func(t *testing.T) {
			collection, err := eval.Read(corpus.Path(t, "ir", c.name))
			if err != nil {
				t.Fatal(err)
			}
			engine := engineOf(t, collection, c.language)
			run, err := eval.Ask(t.Context(), engine, collection, eval.Options{Depth: 10})
			if err != nil {
				t.Fatal(err)
			}
			got := eval.Measure(collection, run)
			t.Logf("nDCG@10 %.4f over %d questions", got.NDCG10, got.Queries)
			if got.NDCG10 < c.floor {
				t.Errorf("nDCG@10 %.4f, want at least %.3f", got.NDCG10, c.floor)
			}
		})
	}
}

// engineOf holds a collection.
func engineOf(t *testing.T, c *eval.Collection, language string) *bleve.Engine {
	t.Helper()
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := eval.Index(t.Context(), w, c, language); err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}
