package bleve_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/query"
)

// The parts of an explanation add up to the score, whatever is asked.
func TestExplanation(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	words := []string{"theft", "goods", "data", "states", "visits", "lamps", "the", "vol"}
	some := func(n int) string {
		var out []string
		for range n {
			out = append(out, words[random.IntN(len(words))])
		}
		return strings.Join(out, " ")
	}
	dir := t.TempDir()
	c := search.Change{}
	for i := range 30 {
		r := rendition(t, fmt.Sprintf("A/79/%d", i+1), []string{"en", "fr"}[i%2], some(1+random.IntN(30)), some(3), some(8))
		r.Document.Title = some(random.IntN(4))
		c.Put = append(c.Put, r)
	}
	publish(t, dir, c)
	e := open(t, dir)
	explained := 0
	for range 60 {
		text := strings.NewReplacer("A", some(1), "B", some(1), "C", some(2)).Replace([]string{
			`A or B`, `A or "C"`, `A B`, `title:A or B`, `A or =B`, `the* or A`, `A near/3 B or B`, `A -B`, `lang:en`,
		}[random.IntN(9)])
		tree, err := query.Parse(strings.NewReplacer(" or ", " OR ", "near", "NEAR").Replace(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			a, err := e.Search(t.Context(), search.Plan{Tree: tree, View: view, Limit: 20, Explain: true})
			if err != nil {
				t.Fatal(err)
			}
			for _, hit := range a.Hits {
				explained += checkExplanation(t, fmt.Sprintf("%s in %s: %s", text, view, hit.ID), hit)
			}
		}
	}
	if explained < 1000 {
		t.Errorf("only %d parts were seen", explained)
	}
}

// checkExplanation holds an explanation to its hit's score and gives the number
// of its parts.
func checkExplanation(t *testing.T, what string, hit search.Hit) int {
	t.Helper()
	if hit.Explanation == nil || hit.Explanation.Rule == "" {
		t.Fatalf("%s: not explained", what)
	}
	sum := 0.0
	for _, p := range hit.Explanation.Parts {
		sum += p.Score
		n, with := float64(max(p.Texts, p.With)), float64(p.With)
		if want := math.Log(1 + (n-with+0.5)/(with+0.5)); math.Abs(p.IDF-want) > 1e-9 || p.Score <= 0 || p.Frequency == 0 {
			t.Errorf("%s: part %+v, want an idf of %v", what, p, want)
		}
	}
	if math.Abs(hit.Score-sum) > 1e-6 || math.Abs(hit.Explanation.Score-hit.Score) > 1e-6 {
		t.Errorf("%s: has a score of %v, explained as %v by parts of %v", what, hit.Score, hit.Explanation.Score, sum)
	}
	return len(hit.Explanation.Parts)
}
