package suggest_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

// spelling gives the spelling that a search suggests, empty for none.
func (c *collection) spelling(t *testing.T, r search.Request) search.Suggestion {
	t.Helper()
	r.Limit = -1
	res, err := c.Search(context.Background(), r)
	if err != nil {
		t.Fatalf("search %q: %v", r.Query, err)
	}
	for _, s := range res.Suggestions {
		if s.Kind == search.SuggestSpelling {
			return s
		}
	}
	return search.Suggestion{}
}

func TestCorrect(t *testing.T) {
	c := newCollection(
		t,
		rendition(t, "A/79/1", "en", "Asset recovery", "The recovery of stolen assets.", "Good practice in anticorruption work.", "Corruption and organized crime."),
		rendition(t, "A/79/2", "en", "Recovery", "Recovery, record, decoder.", "International cooperation and practices."),
		rendition(t, "A/79/3", "es", "Recuperación de activos", "La corrupción internacional y la recuperación."),
		rendition(t, "A/79/4", "ru", "Доклад", "Доклад о коррупции."),
		rendition(t, "A/79/5", "zh", "反腐败", "反腐败公约"),
	)
	for asked, want := range map[string]string{
		"recovvery":                     "recovery",
		"Recovrey":                      "recovery", // neighbours swapped
		"recov3ry":                      "",         // no word of letters
		"recovvery of asets":            "recovery of assets",
		"goodpractice":                  `"good practice"`,
		"goodpractice corruptoin":       `"good practice" corruption`,
		"anti corruptoin practise":      "", // no such three in one text
		`"stollen assets"`:              `"stolen assets"`,
		`"assets stollen"`:              "", // not in this order
		"title:recovry":                 "title:recovery",
		`title:"asset recovry"`:         `title:"asset recovery"`,
		"=recovry":                      "=recovery",
		"recovvery -nothinglike":        "recovery -nothinglike",
		"recovery -corruptoin zzzzz":    "", // NOT is kept, and zzzzz is near nothing
		"(stollen OR xyzzyx) recovvery": "(stolen OR xyzzyx) recovery",
		"recovvery NEAR/5 assets":       "recovery NEAR/5 assets",
		"corrupcoin internacional":      "corrupcion internacional", // in the language of the rest
		"recuperacoin":                  "recuperacion",
		"корупции":                      "коррупции",
		"A/79/99999":                    "",
		"recovvery symbol:A/79/1":       "recovery symbol:A/79/1",
		"recovvery type:progres":        "", // no value of the field is put in its place
		"反腐坏":                           "",
		"recovv*":                       "",
		"zzzzzzzz":                      "",
		"and":                           "",
	} {
		got := c.spelling(t, search.Request{Query: asked})
		if got.Query != want {
			t.Errorf("%q: offered %q, want %q", asked, got.Query, want)
		}
		if got.Query == "" {
			continue
		}
		res, err := c.Search(context.Background(), search.Request{Query: got.Query, Limit: -1})
		if err != nil || res.Total.Value != got.Count || got.Count == 0 {
			t.Errorf("%q: %q is said to find %d, and finds %d (%v)", asked, got.Query, got.Count, res.Total.Value, err)
		}
	}
}

// TestJoinedWords: two words are one where the collection writes them so.
func TestJoinedWords(t *testing.T) {
	c := newCollection(t, rendition(t, "A/79/1", "en", "Safeguards", "Anticorruption safeguards.", "Guards."))
	for asked, want := range map[string]string{
		"anti corruption":    "anticorruption",
		"safe guards":        "safeguards",
		"anticorruption saf": "",
	} {
		if got := c.spelling(t, search.Request{Query: asked}); got.Query != want {
			t.Errorf("%q: offered %q, want %q", asked, got.Query, want)
		}
	}
}

// TestCorrectKeepsFilters: a spelling is counted with the filters of the search,
// in its view, and is not offered where it finds nothing with them.
func TestCorrectKeepsFilters(t *testing.T) {
	c := newCollection(
		t,
		rendition(t, "A/79/1", "en", "One", "Recovery.", "Recovery again."),
		rendition(t, "A/79/2", "fr", "Deux", "Recovery."),
	)
	for _, tt := range []struct {
		filters map[string][]string
		view    search.View
		want    int
	}{
		{nil, search.Documents, 2},
		{nil, search.Paragraphs, 3},
		{map[string][]string{"lang": {"en"}}, search.Paragraphs, 2},
		{map[string][]string{"lang": {"ru"}}, search.Documents, 0},
	} {
		got := c.spelling(t, search.Request{Query: "recovvery", Filters: tt.filters, View: tt.view})
		if got.Count != tt.want {
			t.Errorf("with %v in %s: count %d, want %d", tt.filters, tt.view, got.Count, tt.want)
		}
	}
}

// TestFewer: where one word keeps a query from finding anything, the query
// without it is offered.
func TestFewer(t *testing.T) {
	c := newCollection(t, rendition(t, "A/79/1", "en", "One", "Recovery of assets."), rendition(t, "A/79/2", "en", "Two", "Recovery."))
	for asked, want := range map[string][]search.Suggestion{
		"recovery assets qqqqqq": {{Kind: search.SuggestFewer, Query: "recovery assets", Label: "recovery assets", Count: 1}},
		"recovery qqqqqq":        {{Kind: search.SuggestFewer, Query: "recovery", Label: "recovery", Count: 2}},
		"recovery -assets -two":  {{Kind: search.SuggestFewer, Query: "recovery -two", Label: "recovery -two", Count: 1}},
		"qqqqqq -zzzzzz":         nil, // what is left would only exclude
		"qqqqqq zzzzzz":          nil,
		"recovery":               nil,
	} {
		res, err := c.Search(context.Background(), search.Request{Query: asked, Limit: -1})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, res.Suggestions); diff != "" {
			t.Errorf("%q (-want +got):\n%s", asked, diff)
		}
	}
}

// TestWithoutFilters: where nothing is found with filters, what each keeps out is
// told.
func TestWithoutFilters(t *testing.T) {
	c := newCollection(t, rendition(t, "A/79/1", "en", "One", "Recovery of assets."), rendition(t, "A/79/2", "fr", "Deux", "Recovery."))
	for _, tt := range []struct {
		filters map[string][]string
		want    []search.Suggestion
	}{
		{map[string][]string{"lang": {"ru"}}, []search.Suggestion{{Kind: search.SuggestFilter, Query: "recovery", Label: "without the filter by lang", Count: 2, Facet: "lang"}}},
		{map[string][]string{"lang": {"fr"}, "symbol": {"A/79/1"}}, []search.Suggestion{
			{Kind: search.SuggestFilter, Query: "recovery", Label: "without the filter by symbol", Count: 1, Facet: "symbol"},
			{Kind: search.SuggestFilter, Query: "recovery", Label: "without the filter by lang", Count: 1, Facet: "lang"},
		}},
		{map[string][]string{"lang": {"ru"}, "symbol": {"A/99"}}, nil}, // either alone finds nothing
		{map[string][]string{"lang": {"en"}}, nil},
	} {
		res, err := c.Search(context.Background(), search.Request{Query: "recovery", Filters: tt.filters, Limit: -1})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, res.Suggestions); diff != "" {
			t.Errorf("%v (-want +got):\n%s", tt.filters, diff)
		}
	}
}

func FuzzCorrect(f *testing.F) {
	c := newCollection(f, rendition(f, "A/79/1", "en", "One", "Recovery of stolen assets.", "Good practice."), rendition(f, "A/79/2", "ru", "Доклад", "Возврат активов."))
	for _, text := range []string{"recovvery", `"stollen asets" -recovvery`, `title:"recovry`, "goodpractice", "(a OR recovvery) NEAR/3 assets", `="recovry of`, "re covery", "\xff", "возврта", `recovvery"`, "recovv-ery's"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 {
			return
		}
		res, err := c.Search(context.Background(), search.Request{Query: text, Limit: -1})
		if err != nil {
			return // no query
		}
		for _, s := range res.Suggestions {
			if s.Kind != search.SuggestSpelling && s.Kind != search.SuggestFewer {
				continue
			}
			again, err := c.Search(context.Background(), search.Request{Query: s.Query, Limit: -1})
			if err != nil || again.Total.Value != s.Count || s.Count <= res.Total.Value {
				t.Errorf("%q: %s %q finds %d of %d (%v)", text, s.Kind, s.Query, again.Total.Value, s.Count, err)
			}
		}
	})
}
