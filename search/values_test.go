package search_test

import (
	"errors"
	"net/url"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"travaux/search"
	"travaux/search/schema"
)

func TestRequestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 20, -1)
		want := search.Request{
			Query:    rapid.OneOf(rapid.Just(""), text).Draw(t, "query"),
			View:     rapid.SampledFrom([]search.View{"", search.Documents, search.Paragraphs}).Draw(t, "view"),
			Sort:     rapid.SampledFrom(append(search.Sorts(), "")).Draw(t, "sort"),
			Explain:  rapid.Bool().Draw(t, "explain"),
			Limit:    rapid.IntRange(-1, search.MaxLimit).Draw(t, "limit"),
			Cursor:   rapid.OneOf(rapid.Just(""), text).Draw(t, "cursor"),
			Language: rapid.SampledFrom([]string{"", "en", "ar"}).Draw(t, "language"),
		}
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(schema.Facets()), 0, 3, rapid.ID).Draw(t, "filters") {
			value := text
			if name == "year" {
				value = rapid.SampledFrom([]string{"2013", "2011..2015", "..2015"})
			}
			if want.Filters == nil {
				want.Filters = map[string][]string{}
			}
			want.Filters[name] = rapid.SliceOfN(value, 1, 3).Draw(t, name)
		}
		if f := rapid.SliceOfNDistinct(rapid.SampledFrom(schema.Facets()), 0, 4, rapid.ID).Draw(t, "facets"); len(f) > 0 {
			want.Facets = f
		}
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(schema.Facets()), 0, 3, rapid.ID).Draw(t, "paged") {
			page := search.FacetPage{
				Order:  rapid.SampledFrom([]search.FacetOrder{"", search.ByCount, search.ByName}).Draw(t, "order"),
				Prefix: rapid.OneOf(rapid.Just(""), text, rapid.Just("state:x")).Draw(t, "prefix"),
				Offset: rapid.IntRange(0, 99).Draw(t, "offset"),
				Limit:  rapid.IntRange(0, 99).Draw(t, "size"),
			}
			if page == (search.FacetPage{}) {
				continue
			}
			if want.FacetPages == nil {
				want.FacetPages = map[string]search.FacetPage{}
			}
			want.FacetPages[name] = page
		}
		encoded, err := url.ParseQuery(want.Values().Encode())
		if err != nil {
			t.Fatal(err)
		}
		got, err := search.ParseRequest(encoded)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestParseRequestRefuses(t *testing.T) {
	for _, in := range []string{
		"nonsense=1", "page=2", "view=rows", "sort=size", "limit=-1", "limit=101", "limit=ten",
		"facets=origin", "year=soon", "year=2015..2011", "q=a&q=b",
		"explain=perhaps", "facet-order=name", "facet-order=state:size", "facet-limit=state:-1", "facet-offset=state:x", "facet-order=origin:name",
	} {
		v, err := url.ParseQuery(in)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := search.ParseRequest(v); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", in, err)
		}
	}
}

// What is said of no facet by name is said of those that are counted.
func TestParseRequestPagesOfFacets(t *testing.T) {
	v := url.Values{"facets": {"meeting,state"}, "facet-order": {"name"}, "facet-prefix": {"state:pa"}, "facet-limit": {"20", "meeting:5"}}
	got, err := search.ParseRequest(v)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]search.FacetPage{
		"meeting": {Order: search.ByName, Limit: 5},
		"state":   {Order: search.ByName, Prefix: "pa", Limit: 20},
	}
	if diff := cmp.Diff(want, got.FacetPages); diff != "" {
		t.Error(diff)
	}
}

func TestParseRequestEmptyValues(t *testing.T) {
	v, err := url.ParseQuery("q=&type=&limit=&view=&year=&facet-order=&explain=")
	if err != nil {
		t.Fatal(err)
	}
	got, err := search.ParseRequest(v)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(search.Request{}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompareSymbols(t *testing.T) {
	inOrder := []string{"A/79/2", "A/79/2/Corr.1", "A/79/10", "A/80/1", "CAC/COSP/2013/2", "CAC/COSP/2013/10"}
	for i, a := range inOrder {
		for j, b := range inOrder {
			got := search.CompareSymbols(a, b)
			if (got < 0) != (i < j) || (got == 0) != (i == j) {
				t.Errorf("CompareSymbols(%s, %s) = %d", a, b, got)
			}
		}
	}
}

func TestDocumentURL(t *testing.T) {
	for _, test := range []struct{ id, lang, anchor, want string }{
		{"A/79/1", "", "", "/doc/A/79/1"},
		{"A/79/1", "fr", "para-12", "/doc/A/79/1?lang=fr&para=12#para-12"},
		{"CU 2013/175", "en", "annex-I-para-4", "/doc/CU%202013/175?lang=en&para=annex-I-para-4#annex-I-para-4"},
	} {
		if got := search.DocumentURL(test.id, test.lang, test.anchor); got != test.want {
			t.Errorf("DocumentURL(%q, %q, %q) = %s, want %s", test.id, test.lang, test.anchor, got, test.want)
		}
	}
}

// FuzzParseRequest: what can be read is written as it was read.
func FuzzParseRequest(f *testing.F) {
	for _, in := range []string{
		"q=asset+recovery&view=paragraphs&sort=paragraph&limit=0&explain=1",
		"facets=state,year&facet-order=name&facet-prefix=state:pa&facet-offset=state:5&facet-limit=7&year=2011..&state=PAN&state=KEN",
		"facet-order=state:", "facet-prefix=:", "facet-limit=state:0", "cursor=%00&language=",
	} {
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		values, err := url.ParseQuery(in)
		if err != nil {
			return
		}
		first, err := search.ParseRequest(values)
		if err != nil {
			if !errors.Is(err, search.ErrInvalid) && !errors.Is(err, search.ErrTooExpensive) {
				t.Errorf("%q: error %v is of no kind", in, err)
			}
			return
		}
		second, err := search.ParseRequest(first.Values())
		if err != nil {
			t.Fatalf("%q is written as %q: %v", in, first.Values().Encode(), err)
		}
		if diff := cmp.Diff(first, second); diff != "" {
			t.Errorf("%q is written as %q (-first +second):\n%s", in, first.Values().Encode(), diff)
		}
	})
}
