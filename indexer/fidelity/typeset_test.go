package fidelity_test

import (
	"context"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/indexer/fidelity"
	"travaux/search/un"
)

// TestTypeset sets some paragraphs in each language with each typesetter, and
// holds what is read back to floors.
func TestTypeset(t *testing.T) {
	need(t, "pdftotext", "poppler-utils")
	collections := corpus.Path(t, "ir")
	pool, err := extract.NewPool(extract.Config{Workers: 1, NoOCR: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pool.Close() })
	for _, setter := range fidelity.Typesetters() {
		for _, language := range un.Languages() {
			t.Run(setter.Name+"/"+language, func(t *testing.T) {
				need(t, setter.Program, setter.Name)
				text, err := fidelity.KnownText(collections, language, 10)
				if err != nil {
					t.Fatal(err)
				}
				s, err := setter.Measure(context.Background(), fidelity.PoolReader(pool), language, text)
				if err != nil {
					t.Fatal(err)
				}
				characters, pairs := 0.995, 0.98
				if language == "ar" {
					characters, pairs = 0.97, 0
				}
				t.Logf("characters %.4f, words %.4f, pairs %.4f", s.Characters, s.Score.Words, s.Score.Pairs)
				if s.Characters < characters || s.Score.Pairs < pairs {
					t.Errorf("want at least %v and %v", characters, pairs)
				}
			})
		}
	}
}
