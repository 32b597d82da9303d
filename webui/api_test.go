package webui_test

import (
	"encoding/json"
	"net/http"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/webui/api"
)

func TestAPISearch(t *testing.T) {
	f := newFake()
	w := serve(t, f, http.MethodGet, "/api/v1/search?q=%3Cb%3E&facets=year,type&view=paragraphs&limit=3&type=report")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" {
		t.Fatalf("status %d, type %q", w.Code, w.Header().Get("Content-Type"))
	}
	asked := search.Request{Query: "<b>", View: search.Paragraphs, Limit: 3, Facets: []string{"year", "type"}, Filters: map[string][]string{"type": {"report"}}}
	if d := cmp.Diff(asked, f.asked); d != "" {
		t.Error(d)
	}
	var got search.Result
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want, err := newFake().Search(t.Context(), asked)
	if err != nil {
		t.Fatal(err)
	}
	// The type of a paragraph is not part of the contract.
	for i := range want.Hits {
		for j := range want.Hits[i].Paragraphs {
			want.Hits[i].Paragraphs[j].Type = ""
		}
		for _, f := range want.Hits[i].Family {
			for j := range f.Paragraphs {
				f.Paragraphs[j].Type = ""
			}
		}
	}
	if d := cmp.Diff(want, &got); d != "" {
		t.Error(d)
	}
}

func TestAPIProblems(t *testing.T) {
	tests := []struct {
		target string
		want   api.Problem
	}{
		{"/api/v1/search?q=bad+query", api.Problem{
			Type: "about:blank", Title: "Bad Request", Status: 400, Detail: "query, column 5: a word was expected here", Instance: "/api/v1/search",
			Errors: []api.ParameterError{{Parameter: "q", Position: 5, Reason: "a word was expected here"}},
		}},
		{"/api/v1/search?q=a*+b*", api.Problem{
			Type: "about:blank", Title: "Unprocessable Entity", Status: 422, Detail: "more than 1024 words begin so", Instance: "/api/v1/search",
		}},
		{"/api/v1/none", api.Problem{Type: "about:blank", Title: "Not Found", Status: 404, Detail: "There is no such page.", Instance: "/api/v1/none"}},
	}
	for _, tt := range tests {
		w := get(t, tt.target, tt.want.Status)
		if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%s: type %q", tt.target, got)
		}
		var got api.Problem
		if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.target, d)
		}
	}
}
