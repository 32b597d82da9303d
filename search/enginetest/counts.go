package enginetest

import (
	"context"
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
			for o.isCut(p.Tree) {
				p = a.plan(view)
			}
			want := o.answer(p)
			got := answer(t, e, p)
			if got.Total.Value != len(want.results) || got.Total.Relation != "eq" {
				t.Errorf("plan %d: %v in %v, %s: total %v, want %d", i, p.Tree, p.Filters, view, got.Total, len(want.results))
			}
			if diff := cmp.Diff(want.facets, tallies(p, got)); diff != "" {
				t.Errorf("plan %d: %v in %v, %s (-want +got):\n%s", i, p.Tree, p.Filters, view, diff)
			}
			if len(want.results) <= 200 {
				checkFound(t, e, p, want)
			}
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

// CheckCollection does as CheckCounts about all that an engine holds, read back
// through it: for collections made of real documents.
func CheckCollection(t *testing.T, e search.Engine, analyze func(language, text string) []Token, seed uint64, n int) {
	t.Helper()
	CheckCounts(t, e, analyze, everything(t, e), seed, n)
}

// everything reads all renditions with their passages, and checks that they are
// as many as the status says.
func everything(t *testing.T, e search.Engine) []un.Rendition {
	t.Helper()
	ctx := context.Background()
	status, err := e.Status(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var out []un.Rendition
	documents, passages := 0, 0
	for _, h := range answer(t, e, search.Plan{View: search.Documents, Sort: search.BySymbol, Limit: 1 << 20}).Hits {
		ids := []string{h.ID}
		for _, f := range h.Family {
			ids = append(ids, f.Symbol)
		}
		documents += len(ids)
		for _, id := range ids {
			renditions, err := e.Renditions(ctx, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range renditions {
				if r.Passages, err = e.Passages(ctx, r.Key()); err != nil {
					t.Fatal(err)
				}
				passages += len(r.Passages)
				out = append(out, r)
			}
		}
	}
	if documents != status.Documents || passages != status.Passages {
		t.Errorf("%d documents and %d passages are found, the status says %d and %d", documents, passages, status.Documents, status.Passages)
	}
	return out
}
