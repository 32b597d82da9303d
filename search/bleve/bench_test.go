package bleve_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// zipf makes texts whose words are as unevenly frequent as those of language.
type zipf struct {
	random *rand.Rand
	words  *rand.Zipf
}

func newZipf() *zipf {
	random := rand.New(rand.NewPCG(1, 1))
	return &zipf{random, rand.NewZipf(random, 1.1, 10, 50_000)}
}

func (z *zipf) text(words int) string {
	var b strings.Builder
	for range words {
		fmt.Fprintf(&b, "w%x ", z.words.Uint64())
	}
	return b.String()
}

// collection writes documents of 50 passages of a hundred words each.
func collection(b *testing.B, dir string, documents int) (words int64) {
	b.Helper()
	z := newZipf()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Close()
	for i := range documents {
		r := rendition(b, fmt.Sprintf("A/%d/%d", 60+i%20, i+1), "en")
		r.Document.Types = []un.Type{un.Types()[i%20]}
		r.Document.Date = un.Date(fmt.Sprintf("%d-01-02", 1990+i%35))
		for n := range 50 {
			text := z.text(60 + z.random.IntN(80))
			words += int64(len(text))
			r.Passages = append(r.Passages, un.Passage{Anchor: fmt.Sprintf("para-%d", n), Number: fmt.Sprint(n), Type: un.Paragraph, Text: text})
		}
		if err := w.Apply(context.Background(), search.Change{Put: []un.Rendition{r}}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := w.Publish(context.Background()); err != nil {
		b.Fatal(err)
	}
	return words
}

func BenchmarkIndex(b *testing.B) {
	const documents = 200
	for b.Loop() {
		b.SetBytes(collection(b, b.TempDir(), documents))
	}
	b.ReportMetric(float64(b.N*documents*50)/b.Elapsed().Seconds(), "passages/s")
}

func BenchmarkSearch(b *testing.B) {
	dir := b.TempDir()
	collection(b, dir, 1000)
	e, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		b.Fatal(err)
	}
	defer e.Close()
	for _, text := range []string{"w2f", "w2f w30 w55", "w2f OR w30 OR w55", `"w1 w2"`, "w3 OR w2 OR w1", ""} {
		tree, err := query.Parse(text)
		if err != nil {
			b.Fatal(err)
		}
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			b.Run(fmt.Sprintf("%s/%s", view, text), func(b *testing.B) {
				p := search.Plan{Tree: tree, View: view, Sort: search.ByRelevance, Limit: 10, Facets: schema.Facets(), FacetSize: 20, Language: "en"}
				total := 0
				for b.Loop() {
					a, err := e.Search(context.Background(), p)
					if err != nil {
						b.Fatal(err)
					}
					total = a.Total.Value
				}
				b.ReportMetric(float64(total), "found")
			})
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	collection(b, dir, 500)
	for b.Loop() {
		e, err := bleve.Open(dir, bleve.Config{})
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
