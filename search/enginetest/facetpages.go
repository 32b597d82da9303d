package enginetest

import (
	"cmp"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/schema"
	"travaux/search/un"
)

// facetPagesCutTheOrder: by count or by name, chosen values first, from one place
// to another.
func facetPagesCutTheOrder(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").on("2021").says("x").names("FRA", "PAN").made(),
		doc("A/79/2").on("2022").says("x").names("FRA", "KEN").made(),
		doc("A/79/3").on("2023").says("x").names("FRA", "KEN", "BRA").made(),
		doc("A/79/10").on("2024").says("x").names("CHN").made(),
	)
	for _, test := range []struct {
		name, facet string
		page        search.FacetPage
		size        int
		chosen      []string
		want        []string
		total       int
	}{
		{"by count", "state", search.FacetPage{}, 0, nil, []string{"FRA 3", "KEN 2", "BRA 1", "CHN 1", "PAN 1"}, 5},
		{"by name", "state", search.FacetPage{Order: search.ByName}, 0, nil, []string{"BRA 1", "CHN 1", "FRA 3", "KEN 2", "PAN 1"}, 5},
		{"first page", "state", search.FacetPage{Limit: 2}, 4, nil, []string{"FRA 3", "KEN 2"}, 5},
		{"second page", "state", search.FacetPage{Offset: 2, Limit: 2}, 0, nil, []string{"BRA 1", "CHN 1"}, 5},
		{"last page", "state", search.FacetPage{Offset: 4, Limit: 2}, 0, nil, []string{"PAN 1"}, 5},
		{"beyond", "state", search.FacetPage{Offset: 9, Limit: 2}, 0, nil, []string{}, 5},
		{"the request's size", "state", search.FacetPage{Offset: 1}, 2, nil, []string{"KEN 2", "BRA 1"}, 5},
		{"second page by name", "state", search.FacetPage{Order: search.ByName, Offset: 3, Limit: 1}, 0, nil, []string{"KEN 2"}, 5},
		{"prefix", "state", search.FacetPage{Prefix: "k"}, 0, nil, []string{"KEN 2"}, 1},
		{"prefix of none", "state", search.FacetPage{Prefix: "ke2"}, 0, nil, []string{}, 0},
		{"chosen first", "state", search.FacetPage{Order: search.ByName, Limit: 2}, 0, []string{"PAN"}, []string{"PAN* 1", "BRA 1"}, 5},
		{"chosen whatever the prefix", "state", search.FacetPage{Prefix: "F"}, 0, []string{"PAN"}, []string{"PAN* 1", "FRA 3"}, 2},
		{"chosen whatever the limit", "state", search.FacetPage{Limit: 1}, 0, []string{"PAN", "CHN"}, []string{"CHN* 1", "PAN* 1"}, 5},
		{"behind the chosen", "state", search.FacetPage{Offset: 2, Limit: 1}, 0, []string{"PAN", "CHN"}, []string{"FRA 3"}, 5},
		{"years", "year", search.FacetPage{Limit: 2}, 0, nil, []string{"2024 1", "2023 1"}, 4},
		{"years by name", "year", search.FacetPage{Order: search.ByName, Limit: 2}, 0, nil, []string{"2021 1", "2022 1"}, 4},
		{"numbers by value", "symbol", search.FacetPage{Order: search.ByName, Offset: 4}, 0, nil, []string{"A/79/3 1", "A/79/10 1"}, 6},
		{"symbols in their case", "symbol", search.FacetPage{Prefix: "a/79/1"}, 0, nil, []string{"A/79/1 1", "A/79/10 1"}, 2},
	} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, "x")
			p.Facets, p.FacetSize = []string{test.facet}, test.size
			p.FacetPages = map[string]search.FacetPage{test.facet: test.page}
			p.Filters = map[string][]string{test.facet: test.chosen}
			a := answer(t, e, p)
			if diff := gocmp.Diff(test.want, counts(a.Facets[test.facet])); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", test.name, view, diff)
			}
			if got := a.FacetTotals[test.facet]; got != test.total {
				t.Errorf("%s, %s: %d values, want %d", test.name, view, got, test.total)
			}
		}
	}
}

// withoutAChoice: each choice tells how many results there would be without it.
func withoutAChoice(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").on("2024").typed(un.TypeResolution).says("x", "x").made(),
		doc("A/79/1").in("fr").on("2024").typed(un.TypeResolution).says("x").made(),
		doc("A/79/2").on("2024").typed(un.TypeDecision).says("x").made(),
		doc("A/79/3").on("2025").typed(un.TypeDecision).says("x", "y").made(),
	)
	type chosen = map[string][]string
	for _, test := range []struct {
		chosen                chosen
		documents, paragraphs map[string]int
	}{
		{nil, nil, nil},
		{chosen{"type": {"decision"}}, map[string]int{"type": 3}, map[string]int{"type": 5}},
		{chosen{"type": {"decision"}, "year": {"2024"}}, map[string]int{"type": 2, "year": 2}, map[string]int{"type": 4, "year": 2}},
		{chosen{"type": {"letter"}, "year": {"2025"}}, map[string]int{"type": 1, "year": 0}, map[string]int{"type": 1, "year": 0}},
		{chosen{"type": {"letter"}, "year": {"2020"}}, map[string]int{"type": 0, "year": 0}, map[string]int{"type": 0, "year": 0}},
		{chosen{"lang": {"fr"}, "type": {"resolution", "decision"}}, map[string]int{"lang": 3, "type": 1}, map[string]int{"lang": 5, "type": 1}},
	} {
		for view, want := range map[search.View]map[string]int{search.Documents: test.documents, search.Paragraphs: test.paragraphs} {
			p := plan(t, view, "x")
			p.Filters = test.chosen
			if diff := gocmp.Diff(want, answer(t, e, p).Without); diff != "" {
				t.Errorf("%v, %s (-want +got):\n%s", test.chosen, view, diff)
			}
		}
	}
}

// CheckFacetPages asks an engine n random queries with random choices and random
// pages of facets in each view, about the renditions it holds, and compares pages,
// their totals and the totals without each choice with a plain count.
func CheckFacetPages(t *testing.T, e search.Engine, analyze func(language, text string) []Token, renditions []un.Rendition, seed uint64, n int) {
	t.Helper()
	o := newOracle(renditions, analyze)
	a := &asker{random: rand.New(rand.NewPCG(seed, 3)), renditions: renditions}
	for range n {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := a.plan(view)
			for o.isCut(p.Tree) || slices.ContainsFunc(p.Filters["year"], func(v string) bool { return strings.Contains(v, "..") }) {
				p = a.plan(view)
			}
			p.FacetPages = a.pages()
			checkPages(t, o, p, answer(t, e, p))
			if t.Failed() {
				return
			}
		}
	}
}

// pages makes a page of every facet.
func (a *asker) pages() map[string]search.FacetPage {
	out := map[string]search.FacetPage{}
	for _, facet := range schema.Facets() {
		page := search.FacetPage{Offset: a.random.IntN(4) * a.random.IntN(2), Limit: a.random.IntN(6)}
		if a.random.IntN(2) == 0 {
			page.Order = search.ByName
		}
		if value := a.value(facet); value != "" && a.random.IntN(3) == 0 && !strings.Contains(value, "..") {
			page.Prefix = strings.ToLower(value[:1+a.random.IntN(len(value))])
		}
		out[facet] = page
	}
	return out
}

func checkPages(t *testing.T, o *oracle, p search.Plan, got *search.Answer) {
	t.Helper()
	want := o.answer(p)
	for _, facet := range p.Facets {
		values, total := pageOf(facet, want.facets[facet], p.Filters[facet], p.FacetPages[facet])
		if diff := gocmp.Diff(values, counts(got.Facets[facet])); diff != "" || total != got.FacetTotals[facet] {
			t.Errorf("%v in %v, %s, %+v of %s: %d values, want %d (-want +got):\n%s", p.Tree, p.Filters, p.View, p.FacetPages[facet], facet, got.FacetTotals[facet], total, diff)
		}
	}
	for facet := range p.Filters {
		without := p
		without.Filters = maps.Clone(p.Filters)
		delete(without.Filters, facet)
		if n := len(o.answer(without).results); got.Without[facet] != n {
			t.Errorf("%v in %v, %s: %d without %s, want %d", p.Tree, p.Filters, p.View, got.Without[facet], facet, n)
		}
	}
}

// pageOf puts counted values in order and cuts a page out, the plain way.
func pageOf(facet string, counted map[string]int, chosen []string, page search.FacetPage) (given []string, total int) {
	var all []search.FacetValue
	for value, n := range counted {
		if strings.HasPrefix(strings.ToLower(value), page.Prefix) && !slices.Contains(chosen, value) {
			all = append(all, search.FacetValue{Value: value, Count: n})
		}
	}
	for i, value := range chosen {
		if !slices.Contains(chosen[:i], value) {
			all = append(all, search.FacetValue{Value: value, Count: counted[value], Selected: true})
		}
	}
	first := 0
	slices.SortFunc(all, func(a, b search.FacetValue) int {
		byName := search.CompareSymbols(a.Value, b.Value)
		switch {
		case a.Selected != b.Selected && a.Selected:
			return -1
		case a.Selected != b.Selected:
			return 1
		case page.Order == search.ByName:
			return byName
		case facet == "year":
			return -byName
		}
		return cmp.Or(b.Count-a.Count, byName)
	})
	for first < len(all) && all[first].Selected {
		first++
	}
	to := len(all)
	if page.Limit > 0 {
		to = min(to, max(page.Offset+page.Limit, first))
	}
	return counts(all[min(page.Offset, to):to]), len(all)
}
