package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

func TestExplanationLines(t *testing.T) {
	e := &search.Explanation{
		Rule: "the mean of document and paragraph, and the title", Score: 3.25,
		Parts: []search.Part{
			{What: "asset", Where: "document", Language: "en", Frequency: 12, Length: 340, MeanLength: 410.25, With: 5, Texts: 200, IDF: 3.6, Score: 2.5},
			{What: "资产", Where: "title", Language: "zh", Frequency: 1, Length: 1, MeanLength: 6, With: 1, Texts: 1, IDF: 0.2877, Score: 0.75},
			{What: "the document that was asked for", Where: "symbol"},
		},
	}
	want := strings.Join([]string{
		"  score 3.250: the mean of document and paragraph, and the title",
		"    score  where     what                          times  words   mean  in texts    idf",
		"    2.500  document  asset                     en     12    340  410.2  5 of 200  3.600",
		"    0.750  title     资产                      zh      1      1    6.0    1 of 1  0.288",
		"    0.000  symbol    the document that was a…",
	}, "\n")
	got := strings.Join(explanationLines(screen{width: 200}, "  ", e), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
