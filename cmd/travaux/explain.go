package main

import (
	"fmt"
	"strings"

	"travaux/search"
)

// explanationLines sets how a score came about: the rule, then a table with a
// line a part.
func explanationLines(s screen, indent string, e *search.Explanation) []string {
	lines := s.wrap(indent, piece{fmt.Sprintf("score %.3f: ", e.Score), bold}, piece{e.Rule, dim})
	if len(e.Parts) == 0 {
		return lines
	}
	rows := [][]string{{"score", "where", "what", "", "times", "words", "mean", "in texts", "idf"}}
	for _, p := range e.Parts {
		rows = append(rows, partRow(p))
	}
	for i, line := range table(rows, map[int]bool{1: true, 2: true, 3: true}) {
		if i == 0 {
			line = s.set(dim, line)
		}
		lines = append(lines, indent+"  "+line)
	}
	return lines
}

// partRow gives a part's cells; what does not apply is empty.
func partRow(p search.Part) []string {
	row := []string{fmt.Sprintf("%.3f", p.Score), p.Where, shortened(oneLine(p.What), 24), p.Language, "", "", "", "", ""}
	if p.Frequency > 0 {
		row[4] = fmt.Sprint(p.Frequency)
	}
	if p.Length > 0 {
		row[5], row[6] = fmt.Sprint(p.Length), fmt.Sprintf("%.1f", p.MeanLength)
	}
	if p.Texts > 0 {
		row[7], row[8] = fmt.Sprintf("%d of %d", p.With, p.Texts), fmt.Sprintf("%.3f", p.IDF)
	}
	return row
}

// table sets rows with their cells under each other; cells are set right but for
// those of some columns.
func table(rows [][]string, left map[int]bool) []string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], textWidth(cell))
		}
	}
	lines := make([]string, len(rows))
	for n, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			gap := strings.Repeat(" ", widths[i]-textWidth(cell))
			if left[i] {
				cells[i] = cell + gap
			} else {
				cells[i] = gap + cell
			}
		}
		lines[n] = strings.TrimRight(strings.Join(cells, "  "), " ")
	}
	return lines
}

// shortened cuts a text to a number of cells, with an ellipsis where it was
// longer.
func shortened(text string, width int) string {
	if textWidth(text) <= width {
		return text
	}
	room := width - 1 // for the ellipsis
	for i, r := range text {
		if room -= runeWidth(r); room < 0 {
			return text[:i] + "…"
		}
	}
	return text
}
