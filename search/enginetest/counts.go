package enginetest

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// CheckCounts asks an engine n random queries with random choices in each view,
// about the renditions it holds, and compares totals, facet counts and the
// documents found with a plain count over all of them. The same seed asks the
// same.
func CheckCounts(t *testing.T, e search.Engine, analyze func(language, text string) []Token, renditions []un.Rendition, seed uint64, n int) {
	t.Helper()
	o := newOracle(renditions, analyze)
	a := &asker{random: rand.New(rand.NewPCG(seed, 2)), renditions: renditions}
	found := 0
	for i := range n {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := a.plan(view)
			want := o.answer(p)
			got := answer(t, e, p)
			if got.Total.Value != len(want.results) || got.Total.Relation != "eq" {
				t.Errorf("plan %d: %v in %v, %s: total %v, want %d", i, p.Tree, p.Filters, view, got.Total, len(want.results))
			}
			if diff := cmp.Diff(want.facets, tallies(p, got)); diff != "" {
				t.Errorf("plan %d: %v in %v, %s (-want +got):\n%s", i, p.Tree, p.Filters, view, diff)
			}
			checkFound(t, e, p, want)
			if len(want.results) > 0 {
				found++
			}
			if t.Failed() {
				return
			}
		}
	}
	if found < n/2 {
		t.Errorf("only %d of %d plans found anything: the questions are too poor", found, 2*n)
	}
}

// tallies gives the facets of an answer by value, without what is only given
// because it is chosen.
func tallies(p search.Plan, a *search.Answer) map[string]map[string]int {
	out := map[string]map[string]int{}
	for _, facet := range p.Facets {
		out[facet] = map[string]int{}
		for _, v := range a.Facets[facet] {
			if v.Count > 0 && (facet != "year" || len(v.Value) == 4) {
				out[facet][v.Value] = v.Count
			}
		}
	}
	return out
}

// checkFound compares the very documents found.
func checkFound(t *testing.T, e search.Engine, p search.Plan, want counted) {
	t.Helper()
	if p.View != search.Documents {
		return
	}
	p.Limit, p.Facets = 1<<20, nil
	got := map[string]bool{}
	for _, h := range answer(t, e, p).Hits {
		got[h.ID] = true
		for _, f := range h.Family {
			got[f.Symbol] = true
		}
	}
	if diff := cmp.Diff(want.results, got); diff != "" {
		t.Errorf("%v in %v finds others (-want +got):\n%s", p.Tree, p.Filters, diff)
	}
}
