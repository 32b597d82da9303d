package bleve_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// TestCompoundsAndNumbers asks for compounds in each way of writing them, and for
// numbers and symbols by their parts.
func TestCompoundsAndNumbers(t *testing.T) {
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var put []un.Rendition
	for i, text := range []string{
		"Decision-making was slow.", "Decision making was slow.", "Decisionmaking was slow.", "Making a decision was slow.",
		"See article 46(13) and V.25-05391.", "See articles 46 and 13, and 25 of them.", "载于A/79/1号决议。", "46(13)",
	} {
		id := fmt.Sprint("file-", i+1)
		language := "en"
		if i == 6 {
			language = "zh"
		}
		put = append(put, un.Rendition{
			Document: un.Document{ID: id}, Language: language, Files: []un.File{{SHA256: id, Name: id}},
			Passages: []un.Passage{{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: text}},
		})
	}
	if err := w.Apply(t.Context(), search.Change{Put: put}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(t.Context()); err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(dir, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for text, want := range map[string][]string{
		"decision-making":           {"file-1", "file-2", "file-3"},
		"decisionmaking":            {"file-1", "file-3"},
		`"decision making"`:         {"file-1", "file-2"},
		`"decision-making was"`:     {"file-1", "file-2", "file-3"},
		"=decision-making":          {"file-1", "file-2", "file-3"},
		"decision-making NEAR slow": {"file-1", "file-2", "file-3"},
		"46(13)":                    {"file-5", "file-8"},
		"46":                        {"file-5", "file-6", "file-8"},
		"25-05391":                  {"file-5"},
		"05391":                     {"file-5"},
		`"A/79/1号"`:                 {"file-7"},
		`"A/79/2号"`:                 nil,
	} {
		tree, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		a, err := e.Search(t.Context(), search.Plan{Tree: tree, View: search.Documents, Limit: 10})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range a.Hits {
			got = append(got, h.ID)
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
