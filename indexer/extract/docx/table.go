package docx

import (
	"strings"

	"travaux/indexer/layout"
)

// A table holds the row being read: its cells, and in them their blocks.
type table struct {
	cells [][]layout.Line
	cell  []layout.Line
}

// endRow makes a line of a table row. A row of which only one cell holds
// several blocks, and no other anything, is a frame around them: they stay
// blocks.
func (w *walker) endRow() {
	n := len(w.tables)
	if n == 0 {
		return
	}
	cells := w.tables[n-1].cells
	var filled []layout.Line
	full := 0
	texts := make([]string, len(cells))
	for i, cell := range cells {
		parts := make([]string, len(cell))
		for j, l := range cell {
			parts[j] = strings.ReplaceAll(l.Text, "\t", " ")
		}
		if texts[i] = strings.Join(parts, " "); texts[i] != "" {
			full++
			filled = cell
		}
	}
	switch {
	case full == 0:
	case full == 1 && (len(cells) == 1 || len(filled) > 1):
		for _, l := range filled {
			w.add(l, n-1)
		}
	default:
		w.add(layout.Line{Text: strings.TrimRight(strings.Join(texts, "\t"), "\t"), Row: true}, n-1)
	}
}
