package webui_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

// Suggest completes everything with the same two words, one of them hostile.
func (f *fakeService) Suggest(_ context.Context, text, _ string, limit int) ([]search.Suggestion, error) {
	if f.fail != nil || text == "" {
		return nil, f.fail
	}
	all := []search.Suggestion{
		{Kind: search.SuggestTerm, Query: text + "ery", Label: text + "ery"},
		{Kind: search.SuggestMeeting, Query: "meeting:CAC/COSP/2013", Label: hostile, Count: 3},
	}
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	return all, nil
}

func TestSuggest(t *testing.T) {
	for target, want := range map[string]string{
		"/api/v1/suggest?q=recov&limit=1":                     `{"query":"recov","suggestions":[{"kind":"term","query":"recovery","label":"recovery"}]}`,
		"/api/v1/suggest?q=":                                  `{"query":"","suggestions":[]}`,
		"/api/v1/suggest?q=recov&limit=1&format=opensearch":   `["recov",["recovery"],["recovery"],["/search?q=recovery"]]`,
		"/api/v1/suggest?q=&format=opensearch":                `["",[],[],[]]`,
		"/api/v1/suggest?q=%22a%26b&limit=1&format=json":      `{"query":"\"a\u0026b","suggestions":[{"kind":"term","query":"\"a\u0026bery","label":"\"a\u0026bery"}]}`,
		"/api/v1/suggest?q=%26&limit=1&format=opensearch":     `["\u0026",["\u0026ery"],["\u0026ery"],["/search?q=%26ery"]]`,
		"/api/v1/suggest?q=recov&limit=1&lang=fr&format=json": `{"query":"recov","suggestions":[{"kind":"term","query":"recovery","label":"recovery"}]}`,
	} {
		w := serve(t, newFake(), http.MethodGet, target)
		if diff := cmp.Diff(want, strings.TrimSpace(w.Body.String())); w.Code != http.StatusOK || diff != "" {
			t.Errorf("%s: status %d (-want +got):\n%s", target, w.Code, diff)
		}
		if w.Header().Get("ETag") == "" {
			t.Errorf("%s has no entity tag", target)
		}
	}
	w := serve(t, newFake(), http.MethodGet, "/api/v1/suggest?q=recov&format=opensearch")
	if got := w.Header().Get("Content-Type"); got != "application/x-suggestions+json" {
		t.Errorf("type %q", got)
	}
	if strings.Contains(w.Body.String(), "<") {
		t.Errorf("a label's angle bracket stands unescaped: %s", w.Body)
	}
}
