package bleve_test

import (
	"context"
	"fmt"
	"testing"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// valued writes documents of 50 passages, some of which do something, name a
// State or cite an article.
func valued(b *testing.B, dir string, documents int) {
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
		r.Document.Meeting = fmt.Sprintf("A/%d", 60+i%20)
		r.Document.Date = un.Date(fmt.Sprintf("%d-01-02", 1990+i%35))
		for n := range 50 {
			p := un.Passage{Anchor: fmt.Sprintf("para-%d", n), Number: fmt.Sprint(n), Type: un.Paragraph, Text: z.text(20)}
			if n%8 == 0 {
				p.Kinds = []un.KindMark{{Value: un.Kinds()[(i+n)%8]}}
			}
			if n%5 == 0 {
				p.States = []string{[]string{"FRA", "KEN", "PAN"}[(i+n)%3]}
			}
			r.Passages = append(r.Passages, p)
		}
		if err := w.Apply(context.Background(), search.Change{Put: []un.Rendition{r}}); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := w.Publish(context.Background()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFacets asks for three frequent words with no facets, with five, and
// with five and three choices, on 25,000 passages.
func BenchmarkFacets(b *testing.B) {
	dir := b.TempDir()
	valued(b, dir, 500)
	e := open(b, dir)
	tree, err := query.Parse("w5 OR w9 OR w12")
	if err != nil {
		b.Fatal(err)
	}
	five := []string{"meeting", "type", "year", "kind", "state"}
	chosen := map[string][]string{"type": {"resolution", "decision", "report_of_meeting"}, "meeting": {"A/60", "A/61", "A/62"}, "year": {"2000..2020"}}
	for _, test := range []struct {
		name   string
		facets []string
		chosen map[string][]string
	}{{"none", nil, nil}, {"five", five, nil}, {"chosen", five, chosen}} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			b.Run(fmt.Sprintf("%s/%s", view, test.name), func(b *testing.B) {
				p := search.Plan{Tree: tree, View: view, Facets: test.facets, FacetSize: 20, Filters: test.chosen, Limit: 10, Language: "en"}
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
