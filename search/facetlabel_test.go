package search_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

// Values with names are cut and put in order by these, in the reader's language.
func TestFacetsByLabel(t *testing.T) {
	r := rendition(t, "A/80/5", "en", "Paper", "On States.", "On others.")
	r.Passages[0].States = []string{"GBR", "USA", "ESP", "DEU", "ARE"}
	r.Passages[1].States = []string{"USA"}
	s := service(t, r)
	for _, test := range []struct {
		language string
		page     search.FacetPage
		chosen   []string
		want     []string
		total    int
	}{
		{"en", search.FacetPage{Prefix: "UNITED", Order: search.ByName}, nil, []string{"ARE", "GBR", "USA"}, 3},
		{"en", search.FacetPage{Prefix: "america"}, nil, []string{"USA"}, 1},
		{"en", search.FacetPage{Prefix: "united", Order: search.ByName, Offset: 1, Limit: 1}, nil, []string{"GBR"}, 3},
		{"en", search.FacetPage{Prefix: "united k", Limit: 1}, []string{"ESP"}, []string{"ESP"}, 2},
		{"en", search.FacetPage{Prefix: "deu"}, nil, []string{"DEU"}, 1},
		{"fr", search.FacetPage{Prefix: "emirats"}, nil, []string{"ARE"}, 1},
		{"fr", search.FacetPage{Order: search.ByName, Limit: 2}, nil, []string{"DEU", "ARE"}, 5}, // Allemagne, Émirats
		{"es", search.FacetPage{Prefix: "españa"}, nil, []string{"ESP"}, 1},
		{"en", search.FacetPage{Order: search.ByName, Offset: 9}, nil, []string{}, 5},
	} {
		res := ask(t, s, search.Request{
			View: search.Paragraphs, Language: test.language, Facets: []string{"state"},
			Filters: map[string][]string{"state": test.chosen}, FacetPages: map[string]search.FacetPage{"state": test.page},
		})
		got := []string{}
		for _, v := range res.Facets["state"] {
			got = append(got, v.Value)
		}
		if diff := cmp.Diff(test.want, got); diff != "" || res.FacetTotals["state"] != test.total {
			t.Errorf("%+v in %s: total %d, want %d (-want +got):\n%s", test.page, test.language, res.FacetTotals["state"], test.total, diff)
		}
	}
}
