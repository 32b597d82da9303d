package suggest_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// TestSpellingsByLikelihood: of near words that goes first which differs in fewer
// letters, keeps the first one, and more texts have.
func TestSpellingsByLikelihood(t *testing.T) {
	times := map[string]int{"marble": 1, "marvel": 3, "wander": 3, "ganter": 1, "plintham": 4, "plinthamb": 20, "quarrel": 2, "quarry": 1}
	var texts []string
	for word, n := range times {
		for range n {
			texts = append(texts, word)
		}
	}
	slices.Sort(texts)
	c := newCollection(t, rendition(t, "A/79/1", "en", "Words", texts...))
	for asked, want := range map[string]string{
		"marbel":  "marvel",   // either is one letter away: more have it
		"gander":  "ganter",   // keeps its first letter
		"plintha": "plintham", // one letter, however many have the one with two
		"quarrl":  "quarrel",
	} {
		if got := c.spelling(t, search.Request{Query: asked}); got.Query != want {
			t.Errorf("%q: offered %q, want %q", asked, got.Query, want)
		}
	}
}

// TestRareWordsMayBeSlips: a word that is there is corrected only beside one that
// is a hundred times as frequent, and only where that finds more.
func TestRareWordsMayBeSlips(t *testing.T) {
	var texts []string
	for i := range 150 {
		texts = append(texts, fmt.Sprintf("Recovery number %d.", i))
	}
	c := newCollection(
		t,
		rendition(t, "A/79/1", "en", "One", append(texts, "The recovary of it.", "The malt.", "The main main.")...),
		rendition(t, "A/79/2", "en", "Two", "Recovery and a record."),
		rendition(t, "A/79/3", "en", "Three", "Recorb."),
	)
	for asked, want := range map[string]string{
		"recovary": "recovery",
		"recorb":   "", // record is as rare
		"malt":     "",
		"recovery": "",
	} {
		if got := c.spelling(t, search.Request{Query: asked}); got.Query != want {
			t.Errorf("%q: offered %q, want %q", asked, got.Query, want)
		}
	}
}

// TestTitlesByUsefulness: titles in the reader's language come first, then those
// that begin as was typed, and those of more documents.
func TestTitlesByUsefulness(t *testing.T) {
	c := newCollection(
		t,
		rendition(t, "A/79/1", "en", "Report on marble"),
		rendition(t, "A/79/2", "en", "Marble and granite"),
		rendition(t, "A/79/3", "fr", "Rapport sur le marbre"),
		rendition(t, "A/79/4", "en", "Shared marbles"), rendition(t, "A/79/5", "en", "Shared marbles"), rendition(t, "A/79/6", "en", "Shared marbles"),
	)
	for _, tt := range []struct {
		text, language string
		want           []string
	}{
		{"marb", "en", []string{`title:"Marble and granite"`, `title:"Shared marbles"`, `title:"Report on marble"`, `title:"Rapport sur le marbre"`}},
		{"marb", "fr", []string{`title:"Rapport sur le marbre"`, `title:"Marble and granite"`}},
		{"marble report", "en", []string{`title:"Report on marble"`}},
		{"mable", "en", nil},
	} {
		var got []string
		for _, query := range c.completed(t, tt.text, tt.language) {
			if len(query) > 6 && query[:6] == "title:" {
				got = append(got, query)
			}
		}
		if diff := cmp.Diff(tt.want, got[:min(len(got), max(len(tt.want), 1))]); diff != "" && (len(tt.want) > 0 || len(got) > 0) {
			t.Errorf("%q in %s (-want +got):\n%s", tt.text, tt.language, diff)
		}
	}
}

// TestSharesOfEachSort: none of the sorts of completion drives out the others.
func TestSharesOfEachSort(t *testing.T) {
	var all []un.Rendition
	for i := range 30 {
		all = append(all, rendition(t, fmt.Sprintf("CAC/COSP/2013/%d", i+1), "en", fmt.Sprintf("Caccia number %d", i), fmt.Sprintf("cacao cacb%c cacd%c", 'a'+i%26, 'a'+i%26)))
	}
	c := newCollection(t, all...)
	kinds := map[string]int{}
	for _, query := range c.completed(t, "cac", "en") {
		switch {
		case len(query) > 6 && query[:6] == "title:":
			kinds["title"]++
		case len(query) > 3 && query[:3] == "cac":
			kinds["term"]++
		default:
			kinds["symbol"]++
		}
	}
	if kinds["title"] < 3 || kinds["term"] < 4 || kinds["symbol"] < 1 {
		t.Errorf("shares %v", kinds)
	}
}
