package main

import (
	"fmt"
	"strings"

	"travaux/search"
)

// explanationLines sets how a score came about: the rule, then a line a part,
// its columns under each other.
func explanationLines(s screen, indent string, e *search.Explanation) []string {
	lines := s.wrap(indent, piece{fmt.Sprintf("score %.3f: ", e.Score), bold}, piece{e.Rule, dim})
	where, what, language := 0, 0, 0
	for _, p := range e.Parts {
		where, what, language = max(where, textWidth(p.Where)), max(what, textWidth(oneLine(p.What))), max(language, textWidth(p.Language))
	}
	const widest = 32 // a long phrase may stand out
	what = min(what, widest)
	for _, p := range e.Parts {
		head := fmt.Sprintf("%s  %8.3f  %s  %s  %s  ", indent, p.Score, padded(p.Where, where), padded(oneLine(p.What), what), padded(p.Language, language))
		lines = append(lines, s.hang(head, piece{partFacts(p), dim})...)
	}
	return lines
}

// partFacts tells what the score of a part was worked out from.
func partFacts(p search.Part) string {
	var facts []string
	if p.Frequency > 0 {
		facts = append(facts, count(p.Frequency, "time"))
	}
	if p.Length > 0 {
		facts = append(facts, fmt.Sprintf("among %s (mean %.1f)", count(p.Length, "word"), p.MeanLength))
	}
	if p.Texts > 0 {
		facts = append(facts, fmt.Sprintf("in %d of %s, idf %.3f", p.With, count(p.Texts, "text"), p.IDF))
	}
	return strings.Join(facts, ", ")
}

// padded fills text with blanks up to a width in cells.
func padded(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-textWidth(text)))
}
