package bleve_test

import (
	"context"
	"math"
	"testing"

	"travaux/search"
	"travaux/search/query"
)

// The parts of an explanation add up to the score, by the rule that it names, and
// hold what BM25 is worked out from.
func TestExplanation(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(
		rendition(t, "A/79/1", "en", "Theft of goods and theft of data.", "Goods are goods.", "Nothing else."),
		rendition(t, "A/79/2", "en", "Of theft.", "Data."),
		rendition(t, "A/79/3", "en", "Data only."),
	))
	e := open(t, dir)
	tree, err := query.Parse(`theft OR data OR "theft of goods"`)
	if err != nil {
		t.Fatal(err)
	}
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		a, err := e.Search(context.Background(), search.Plan{Tree: tree, View: view, Limit: 10, Explain: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range a.Hits {
			if hit.Explanation == nil || hit.Explanation.Rule == "" {
				t.Fatalf("%s: %s is not explained", view, hit.ID)
			}
			sums := map[string]float64{}
			for _, p := range hit.Explanation.Parts {
				sums[p.Where] += p.Score
				f, n, with := float64(p.Frequency), float64(p.Texts), float64(p.With)
				idf := math.Log(1 + (n-with+0.5)/(with+0.5))
				want := idf * f / (f + 1.2*(0.25+0.75*float64(p.Length)/p.MeanLength))
				if math.Abs(p.Score-want) > 1e-9 || math.Abs(p.IDF-idf) > 1e-9 {
					t.Errorf("%s: %s: part %+v, want a score of %v", view, hit.ID, p, want)
				}
			}
			want := sums["paragraph"]
			if view == search.Documents {
				want = (sums["document"]+sums["paragraph"])/2 + sums["title"]
			}
			if math.Abs(hit.Score-want) > 1e-9 || math.Abs(hit.Explanation.Score-want) > 1e-9 || want == 0 {
				t.Errorf("%s: %s has a score of %v, explained as %v, want %v", view, hit.ID, hit.Score, hit.Explanation.Score, want)
			}
		}
		if len(a.Hits) != 3 && view == search.Documents {
			t.Errorf("%d documents, want 3", len(a.Hits))
		}
		part := a.Hits[0].Explanation.Parts[0]
		if view == search.Paragraphs && (part.What != "theft" || part.Frequency != 2 || part.With != 2 || part.Texts != 6 || part.Language != "en") {
			t.Errorf("first part %+v", part)
		}
	}
}
