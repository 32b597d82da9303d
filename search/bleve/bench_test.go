package bleve_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
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

var kept = flag.String("collection", "", "folder in which to keep the collection of BenchmarkSearch")

// large opens a collection of 125,000 passages; with -collection the one that an
// earlier run made.
func large(b *testing.B) *bleve.Engine {
	b.Helper()
	dir := cmp.Or(*kept, b.TempDir())
	if _, err := os.Stat(filepath.Join(dir, "current")); err != nil {
		collection(b, dir, 2500)
	}
	e, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { e.Close() })
	return e
}

// BenchmarkSearch asks one query of each class, the same each time. The OR finds
// a fifth of all passages.
func BenchmarkSearch(b *testing.B) {
	e := large(b)
	five := []string{"type", "lang", "year", "body", "symbol"}
	for _, c := range []struct {
		name, query string
		sort        search.Sort
		facets      []string
	}{
		{"term", "w94", search.ByRelevance, nil},
		{"and", "w2f w30 w55", search.ByRelevance, nil},
		{"or", "w94 OR w9a OR wa0", search.ByRelevance, nil},
		{"or-facets", "w94 OR w9a OR wa0", search.ByRelevance, five},
		{"or-newest", "w94 OR w9a OR wa0", search.Newest, nil},
		{"or-frequent", "w3 OR w2 OR w1", search.ByRelevance, nil},
		{"phrase", `"w1 w2"`, search.ByRelevance, nil},
		{"near", "w20 NEAR/5 w30", search.ByRelevance, nil},
		{"prefix", "w12*", search.ByRelevance, nil},
		{"fuzzy", "w94a~1", search.ByRelevance, nil},
		{"all", "", search.ByRelevance, five},
	} {
		tree, err := query.Parse(c.query)
		if err != nil {
			b.Fatal(err)
		}
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			b.Run(fmt.Sprintf("%s/%s", c.name, view), func(b *testing.B) {
				p := search.Plan{Tree: tree, View: view, Sort: c.sort, Limit: 10, Facets: c.facets, FacetSize: 20, Language: "en"}
				total := 0
				b.ReportAllocs()
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
