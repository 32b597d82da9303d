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
			{What: "the document asked for", Where: "symbol"},
		},
	}
	want := strings.Join([]string{
		"  score 3.250: the mean of document and paragraph, and the title",
		"       2.500  document  asset                   en  12 times, among 340 words (mean 410.2), in 5 of 200 texts, idf 3.600",
		"       0.750  title     资产                    zh  1 time, among 1 word (mean 6.0), in 1 of 1 text, idf 0.288",
		"       0.000  symbol    the document asked for",
	}, "\n")
	got := strings.Join(explanationLines(screen{width: 200}, "  ", e), "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
