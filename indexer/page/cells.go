package page

import (
	"strings"

	"travaux/indexer/layout"
)

// maxCells bounds the cells of a row.
const maxCells = 64

// unpiped puts a line of a table that was flattened with bars between its cells
// ("A/1 | Agenda | |") into the form of a row. A cell on a line of its own, with
// a bar behind it, becomes plain text; ok is false for a line of nothing but bars
// and rules.
func unpiped(l layout.Line) (line layout.Line, ok bool) {
	if l.Row || !strings.Contains(l.Text, "|") || strings.Contains(l.Text, "\t") {
		return l, true
	}
	text := strings.TrimSpace(l.Text)
	if strings.Trim(text, "|-–—: ") == "" {
		return l, false
	}
	if rest, cut := strings.CutSuffix(text, "|"); cut && !strings.Contains(rest, "|") {
		l.Text = strings.TrimSpace(rest)
		return l, true
	}
	if strings.Count(text, "|") == 1 && !strings.HasSuffix(text, "|") && !strings.HasPrefix(text, "|") {
		if _, _, ok := readHead(nil, strings.ReplaceAll(text, "|", " ")); !ok {
			return l, true // two symbols, or a remark
		}
	}
	text = strings.TrimSuffix(strings.TrimPrefix(text, "|"), "|")
	cells := strings.Split(text, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	l.Text, l.Row = strings.Join(cells, "\t"), true
	return l, true
}

// cellsOf gives the cells of a line, one for a line that is no row. A row ends
// behind its last text, but cells that hold only a picture with a link count.
func cellsOf(l layout.Line) []string {
	cells := strings.Split(l.Text, "\t")
	for _, link := range l.Links {
		for l.Row && len(cells) <= link.Cell && len(cells) < maxCells {
			cells = append(cells, "")
		}
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// firstCell gives the number of the first cell that holds something, else of the
// last.
func firstCell(cells []string) int {
	first := 0
	for first < len(cells)-1 && cells[first] == "" {
		first++
	}
	return first
}
