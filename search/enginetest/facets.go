package enginetest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// facet counts one facet of what answers a query under given choices.
func facet(t *testing.T, e search.Engine, view search.View, text, name string, chosen map[string][]string) []string {
	t.Helper()
	p := plan(t, view, text)
	p.Facets, p.Filters = []string{name}, chosen
	return counts(answer(t, e, p).Facets[name])
}

func documentsAreSymbols(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Theft of goods.").made(),
		doc("A/79/1").in("fr").says("Goods, le mot anglais.").made(),
		doc("A/79/2").says("Theft.").made(),
	)
	for _, test := range []struct {
		text  string
		langs []string
		total int
		want  []string
	}{
		{"", nil, 2, []string{"en 2", "fr 1"}},
		{"goods", nil, 1, []string{"en 1", "fr 1"}},
		{"theft", nil, 2, []string{"en 2"}},
		{"theft", []string{"fr"}, 0, []string{"fr* 0", "en 2"}},
		{"goods", []string{"fr"}, 1, []string{"fr* 1", "en 1"}},
	} {
		p := plan(t, search.Documents, test.text)
		p.Facets, p.Filters = []string{"lang"}, map[string][]string{"lang": test.langs}
		a := answer(t, e, p)
		if want := (search.Total{Value: test.total, Relation: "eq"}); a.Total != want {
			t.Errorf("%q in %v: total %v, want %v", test.text, test.langs, a.Total, want)
		}
		if diff := cmp.Diff(test.want, counts(a.Facets["lang"])); diff != "" {
			t.Errorf("%q in %v (-want +got):\n%s", test.text, test.langs, diff)
		}
	}
}

func choicesWidenAndNarrow(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").on("2024").typed(un.TypeResolution).says("x").made(),
		doc("A/79/2").on("2024").typed(un.TypeDecision).says("x").made(),
		doc("A/79/3").on("2025").typed(un.TypeDecision, un.TypeRevision).says("x").made(),
		doc("A/79/4").on("2025").typed(un.TypeLetter).says("x").made(),
	)
	type chosen = map[string][]string
	for _, test := range []struct {
		chosen       chosen
		total        int
		types, years []string
	}{
		{nil, 4, []string{"decision 2", "letter 1", "resolution 1", "revision 1"}, []string{"2025 2", "2024 2"}},
		{chosen{"type": {"decision"}}, 2, []string{"decision* 2", "letter 1", "resolution 1", "revision 1"}, []string{"2025 1", "2024 1"}},
		{chosen{"type": {"decision", "letter"}}, 3, []string{"decision* 2", "letter* 1", "resolution 1", "revision 1"}, []string{"2025 2", "2024 1"}},
		{chosen{"type": {"decision"}, "year": {"2024"}}, 1, []string{"decision* 1", "resolution 1"}, []string{"2024* 1", "2025 1"}},
		{chosen{"type": {"nothing"}}, 0, []string{"nothing* 0", "decision 2", "letter 1", "resolution 1", "revision 1"}, []string{}},
		{chosen{"year": {"2020..2024"}}, 2, []string{"decision 1", "resolution 1"}, []string{"2020..2024* 2", "2025 2", "2024 2"}},
		{chosen{"year": {"2020..2024", "2025"}}, 4, []string{"decision 2", "letter 1", "resolution 1", "revision 1"}, []string{"2025* 2", "2020..2024* 2", "2024 2"}},
	} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, "x")
			p.Facets, p.Filters = []string{"type", "year"}, test.chosen
			a := answer(t, e, p)
			if a.Total.Value != test.total {
				t.Errorf("%v, %s: total %d, want %d", test.chosen, view, a.Total.Value, test.total)
			}
			if diff := cmp.Diff(test.types, counts(a.Facets["type"])); diff != "" {
				t.Errorf("%v, %s, type (-want +got):\n%s", test.chosen, view, diff)
			}
			if diff := cmp.Diff(test.years, counts(a.Facets["year"])); diff != "" {
				t.Errorf("%v, %s, year (-want +got):\n%s", test.chosen, view, diff)
			}
		}
	}
}

func symbolsAreATree(t *testing.T, m Maker) {
	e := published(t, m,
		doc("CAC/COSP/EG.1/2013/2").says("x", "x").made(),
		doc("CAC/COSP/EG.1/2013/3").says("x").made(),
		doc("A/79/1").says("x").made(),
	)
	p := plan(t, search.Documents, "")
	p.Facets = []string{"symbol"}
	got := map[string]search.FacetValue{}
	for _, v := range answer(t, e, p).Facets["symbol"] {
		got[v.Value] = v
	}
	want := map[string]search.FacetValue{}
	for _, v := range []search.FacetValue{
		{Value: "CAC/COSP", Count: 2},
		{Value: "CAC/COSP/EG.1", Count: 2, Depth: 1, Parent: "CAC/COSP"},
		{Value: "CAC/COSP/EG.1/2013", Count: 2, Depth: 2, Parent: "CAC/COSP/EG.1"},
		{Value: "CAC/COSP/EG.1/2013/2", Count: 1, Depth: 3, Parent: "CAC/COSP/EG.1/2013"},
		{Value: "CAC/COSP/EG.1/2013/3", Count: 1, Depth: 3, Parent: "CAC/COSP/EG.1/2013"},
		{Value: "A", Count: 1},
		{Value: "A/79", Count: 1, Depth: 1, Parent: "A"},
		{Value: "A/79/1", Count: 1, Depth: 2, Parent: "A/79"},
	} {
		want[v.Value] = v
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"CAC/COSP/EG.1* 3", "CAC/COSP 3"}, facet(t, e, search.Paragraphs, "", "symbol", map[string][]string{"symbol": {"CAC/COSP/EG.1"}})[:2]); diff != "" {
		t.Error(diff)
	}
}

func kindsInBothViews(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").says("Alpha.").kind(un.GoodPractice).says("Beta.").kind(un.GoodPractice).kind(un.Lesson).says("Gamma.").made(),
		doc("A/79/2").says("Alpha.").kind(un.Lesson).made(),
	)
	chosen := map[string][]string{"kind": {"lesson"}}
	for _, test := range []struct {
		view   search.View
		text   string
		chosen map[string][]string
		want   []string
	}{
		{search.Documents, "", nil, []string{"lesson 2", "good_practice 1"}},
		{search.Documents, "gamma", nil, []string{"good_practice 1", "lesson 1"}},
		{search.Paragraphs, "", nil, []string{"good_practice 2", "lesson 2"}},
		{search.Paragraphs, "alpha", nil, []string{"good_practice 1", "lesson 1"}},
		{search.Paragraphs, "alpha", chosen, []string{"lesson* 1", "good_practice 1"}},
		{search.Paragraphs, "gamma", nil, []string{}},
	} {
		if diff := cmp.Diff(test.want, facet(t, e, test.view, test.text, "kind", test.chosen)); diff != "" {
			t.Errorf("%s, %q (-want +got):\n%s", test.view, test.text, diff)
		}
	}
	p := plan(t, search.Documents, "")
	p.Filters = chosen
	for _, h := range answer(t, e, p).Hits {
		if len(h.Paragraphs) != 1 {
			t.Errorf("%s shows %d paragraphs, want the one lesson", h.Symbol, len(h.Paragraphs))
		}
	}
}

func facetSizeKeepsChosen(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").typed(un.TypeDecision).says("x").made(), doc("A/79/2").typed(un.TypeDecision).says("x").made(),
		doc("A/79/3").typed(un.TypeLetter).says("x").made(), doc("A/79/4").typed(un.TypeResolution).says("x").made(),
	)
	p := plan(t, search.Documents, "x")
	p.Facets, p.FacetSize = []string{"type"}, 1
	p.Filters = map[string][]string{"type": {"resolution", "letter"}}
	if diff := cmp.Diff([]string{"letter* 1", "resolution* 1"}, counts(answer(t, e, p).Facets["type"])); diff != "" {
		t.Error(diff)
	}
	p.Filters = nil
	if diff := cmp.Diff([]string{"decision 2"}, counts(answer(t, e, p).Facets["type"])); diff != "" {
		t.Error(diff)
	}
}
