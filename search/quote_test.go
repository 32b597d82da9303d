package search_test

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

const agreed = "Urges States to ensure the prompt and unconditional return of stolen vessels to their legitimate owners"

// agreedIn are documents of three years that use the same paragraph, and some that
// share words with it.
func agreedIn(t *testing.T) *search.Service {
	t.Helper()
	dated := func(symbol string, date un.Date, texts ...string) un.Rendition {
		r := rendition(t, symbol, "en", "Title of "+symbol, texts...)
		r.Document.Date = date
		return r
	}
	return service(t,
		dated("A/RES/60/1", "2005-12-01", "Stressing the need for guardianship, "+agreed+"."),
		dated("A/RES/58/1", "2003-12-01", "URGES States to ensure the prompt and un-\nconditional return of stolen vessels to their “legitimate” owners;"),
		dated("A/RES/55/1", "2000-12-01", "Invites States to ensure the prompt return of stolen vessels and cargo to their legitimate owners."),
		dated("A/RES/70/1", "2015-12-01", "States met. Vessels return. Owners are legitimate.", "Nothing of the kind was said about the budget."),
		dated("A/RES/71/1", "2016-12-01", "The meeting was told of the return of stolen vessels to their legitimate owners.", "It then heard a report on the training of prosecutors in the region."),
	)
}

func quote(t *testing.T, s *search.Service, r search.QuoteRequest) *search.QuoteResult {
	t.Helper()
	res, err := s.Quote(context.Background(), r)
	if err != nil {
		t.Fatalf("quote %q: %v", r.Text, err)
	}
	return res
}

// sourcesOf writes sources as "symbol para share", in percent, with a star for the
// first use.
func sourcesOf(res *search.QuoteResult) []string {
	out := []string{}
	for _, s := range res.Sources {
		line := s.Symbol + " " + s.Number
		if s.Verbatim {
			line += " verbatim"
		}
		if s.First {
			line += " first"
		}
		out = append(out, line)
	}
	return out
}

func TestQuote(t *testing.T) {
	s := agreedIn(t)
	for _, test := range []struct {
		name string
		ask  search.QuoteRequest
		want []string
	}{
		{"the oldest first", search.QuoteRequest{Text: agreed}, []string{"A/RES/55/1 1", "A/RES/58/1 1 verbatim first", "A/RES/60/1 1 verbatim", "A/RES/71/1 1"}},
		{"four words", search.QuoteRequest{Text: "to their legitimate owners"}, []string{"A/RES/55/1 1 verbatim first", "A/RES/58/1 1 verbatim", "A/RES/60/1 1 verbatim", "A/RES/71/1 1 verbatim"}},
		{"the closest of more", search.QuoteRequest{Text: agreed, Limit: 2}, []string{"A/RES/58/1 1 verbatim first", "A/RES/60/1 1 verbatim"}},
		{"a filter", search.QuoteRequest{Text: agreed, Filters: map[string][]string{"year": {"2004..2010"}}}, []string{"A/RES/60/1 1 verbatim first"}},
		{
			"two paragraphs",
			search.QuoteRequest{Text: "the return of stolen vessels to their legitimate owners. It then heard a report on the training of prosecutors in the region."},
			[]string{"A/RES/55/1 1", "A/RES/58/1 1", "A/RES/60/1 1", "A/RES/71/1 1", "A/RES/71/1 2"},
		},
		{"nothing", search.QuoteRequest{Text: "Requests the Secretary-General to report on fisheries at its next session"}, []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := sourcesOf(quote(t, s, test.ask))
			if test.name == "two paragraphs" { // those that share the first half may be shown or not
				for _, want := range test.want[3:] {
					if !slices.Contains(got, want) {
						t.Errorf("%q is not among %q", want, got)
					}
				}
				return
			}
			if d := cmp.Diff(test.want, got); d != "" {
				t.Error(d)
			}
		})
	}
	res := quote(t, s, search.QuoteRequest{Text: agreed})
	if got, want := compared(res.Sources[0].Comparison), "[-Urges-] {+Invites+} States to ensure the prompt [-and unconditional-] return of stolen vessels {+and cargo+} to their legitimate owners"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	last := res.Sources[2]
	if !last.Before || last.Behind || last.URL != "/doc/A/RES/60/1?lang=en&para=1#para-1" || last.Date != "2005-12-01" || last.Title != "Title of A/RES/60/1" {
		t.Errorf("the source is told as %+v", last)
	}
	if res.Words != 16 || res.Total != (search.Total{Value: 4, Relation: "eq"}) {
		t.Errorf("%d words, total %+v", res.Words, res.Total)
	}
	if counted := quote(t, agreedIn(t), search.QuoteRequest{Text: agreed, Limit: -1}); len(counted.Sources) > 0 || counted.Total != res.Total {
		t.Errorf("the counts alone: %d sources of %+v", len(counted.Sources), counted.Total)
	}
}

func TestQuoteRefuses(t *testing.T) {
	s := agreedIn(t)
	for _, r := range []search.QuoteRequest{
		{Text: ""},
		{Text: "three words only"},
		{Text: "资产追"},
		{Text: strings.Repeat("word ", 1001)},
		{Text: agreed, Limit: 101},
		{Text: agreed, Filters: map[string][]string{"colour": {"red"}}},
	} {
		if _, err := s.Quote(context.Background(), r); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("%+v: %v", r, err)
		}
	}
	for _, text := range []string{strings.Repeat("of ", 1600), strings.Repeat("资产追回", 1250), strings.Repeat("e\u0301 ", 1600), "a\u0301\u0302b c d e f"} {
		if res := quote(t, s, search.QuoteRequest{Text: text}); len(res.Sources) > 0 {
			t.Errorf("%.20q: sources %q", text, sourcesOf(res))
		}
	}
}

func TestParseQuoteRequest(t *testing.T) {
	got, err := search.ParseQuoteRequest(url.Values{"q": {"a b c d"}, "limit": {"3"}, "type": {"resolution"}, "language": {"fr"}})
	want := search.QuoteRequest{Text: "a b c d", Limit: 3, Language: "fr", Filters: map[string][]string{"type": {"resolution"}}}
	if d := cmp.Diff(want, got); d != "" || err != nil {
		t.Error(d, err)
	}
	for _, bad := range []string{"q=x&sort=newest", "q=x&limit=many", "q=x&q=y"} {
		v, err := url.ParseQuery(bad)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := search.ParseQuoteRequest(v); !errors.Is(err, search.ErrInvalid) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
