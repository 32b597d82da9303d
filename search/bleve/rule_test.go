package bleve_test

import (
	"testing"

	"travaux/search"
	"travaux/search/query"
)

// A document about what is asked for comes before those that mention it, and a
// paragraph before the heading that it stands under.
func TestRule(t *testing.T) {
	titled := rendition(t, "A/79/3", "en", "The first lamps were lit in spring by the keepers.", "The harbour was closed to ships for a week.")
	titled.Document.Title = "Theft of goods"
	long := rendition(t, "A/79/2", "en",
		"Theft", "The keepers of the harbour told the council of a theft of goods.", "Lamps and ropes were bought for the pier that year.",
		"The council thanked the keepers for all their work.", "The next meeting will be held in the old town hall.")
	long.Document.Title = "Report on the harbour"
	dir := t.TempDir()
	publish(t, dir, change(titled, long))
	e := open(t, dir)
	for _, c := range []struct {
		name, text string
		view       search.View
		want       string // of the first hit: its document, and in the paragraph view its paragraph
	}{
		{"all words in the title", "theft OR goods", search.Documents, "A/79/3"},
		{"the paragraph, not its heading", "theft", search.Paragraphs, "A/79/2 2"},
		{"words of title and text together", "theft lamps", search.Documents, "A/79/3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tree, err := query.Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			a, err := e.Search(t.Context(), search.Plan{Tree: tree, View: c.view, Limit: 5})
			if err != nil || len(a.Hits) == 0 {
				t.Fatal(err, "no hits")
			}
			got := a.Hits[0].ID
			if c.view == search.Paragraphs {
				got += " " + a.Hits[0].Paragraphs[0].Number
			}
			if got != c.want {
				t.Errorf("%s comes first, want %s", got, c.want)
			}
		})
	}
}

// What is written with a hyphen is one word, however it is asked for, and counts
// as what is written with a blank.
func TestHyphenCountsOnce(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(
		rendition(t, "A/79/2", "en", "Ships left, and the check-list was read."),
		rendition(t, "A/79/3", "en", "Ships left, and the check list was read."),
		rendition(t, "A/79/4", "en", "Lamps were lit in spring by the keepers."),
	))
	e := open(t, dir)
	for _, text := range []string{"check-list", `"and the check-list"`, "ships NEAR/6 check-list"} {
		tree, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		a, err := e.Search(t.Context(), search.Plan{Tree: tree, View: search.Documents, Limit: 5})
		if err != nil || len(a.Hits) != 2 {
			t.Fatalf("%s: %d hits, %v", text, len(a.Hits), err)
		}
		if a.Hits[0].Score != a.Hits[1].Score {
			t.Errorf("%s: %v for %s, %v for %s", text, a.Hits[0].Score, a.Hits[0].ID, a.Hits[1].Score, a.Hits[1].ID)
		}
	}
}
