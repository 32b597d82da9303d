package webui_test

import (
	"context"
	"fmt"
	"strings"

	"travaux/search"
)

// Quote finds every text with a space in one source.
func (f *fakeService) Quote(_ context.Context, r search.QuoteRequest) (*search.QuoteResult, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	if !strings.Contains(r.Text, " ") {
		return nil, fmt.Errorf("the quote has 1 words, expected at least 4: %w", search.ErrInvalid)
	}
	return &search.QuoteResult{
		Quote: r.Text, Words: len(strings.Fields(r.Text)), Generation: f.status.Generation, Total: search.Total{Value: 1, Relation: "eq"},
		Sources: []search.Source{{
			ID: "A/31/1", Title: hostile, Anchor: "para-1", Language: "en", URL: "/doc/A/31/1",
			Comparison: search.Comparison{Share: 1, Closeness: 1, Verbatim: true, Differences: []search.Difference{{In: search.InBoth, Text: r.Text}}},
		}},
	}, nil
}

// Like finds what Search finds.
func (f *fakeService) Like(ctx context.Context, r search.LikeRequest) (*search.Result, error) {
	if r.ID == "A/99/1" {
		return nil, &search.NearError{Asked: r.ID}
	}
	return f.Search(ctx, search.Request{Query: r.ID, View: r.View, Filters: r.Filters, Facets: r.Facets, Limit: r.Limit, Language: r.Language})
}
