package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"travaux/indexer/layout"
)

// A table holds the row being read: its cells, and in them their blocks.
type table struct {
	cells   []tableCell
	cell    []layout.Line
	span    int  // columns of the cell being read
	joined  bool // the cell goes on with the one above it or before it
	before  int  // columns left out before the first cell
	deleted bool // the row was deleted
}

type tableCell struct {
	lines []layout.Line
	span  int
}

// maxSpan bounds the columns of a cell: Word's tables have at most 63.
const maxSpan = 63

// startTable takes what belongs to tables.
func (w *walker) startTable(t xml.StartElement) bool {
	name := t.Name.Local
	if name == "tbl" {
		w.release()
		w.tables = append(w.tables, &table{})
		return true
	}
	n := len(w.tables)
	if n == 0 {
		return false
	}
	tb := w.tables[n-1]
	switch name {
	case "tr":
		*tb = table{}
	case "trPr":
		w.inRow = true
	case "tc":
		tb.cell, tb.span, tb.joined = nil, 1, false
	case "gridSpan":
		tb.span = spanOf(value(t, "val"))
	case "gridBefore":
		tb.before = min(spanOf(value(t, "val")), maxSpan)
	case "vMerge", "hMerge":
		tb.joined = value(t, "val") != "restart"
	default:
		return false
	}
	return true
}

func spanOf(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1
	}
	return max(1, min(n, maxSpan))
}

// endTable takes the end of what belongs to tables.
func (w *walker) endTable(name string) bool {
	switch name {
	case "tc":
		w.release()
		if n := len(w.tables); n > 0 {
			tb := w.tables[n-1]
			if tb.joined {
				tb.cell = nil // what Word keeps in it is not shown
			}
			tb.cells = append(tb.cells, tableCell{tb.cell, tb.span})
			tb.cell, tb.span, tb.joined = nil, 1, false
		}
	case "tr":
		w.endRow()
	case "tbl":
		w.release()
		if n := len(w.tables); n > 0 {
			w.tables = w.tables[:n-1]
		}
	default:
		return false
	}
	return true
}

// endRow makes a line of a table row. A row of which only one cell holds
// several blocks, and no other anything, is a frame around them: they stay
// blocks.
func (w *walker) endRow() {
	n := len(w.tables)
	if n == 0 {
		return
	}
	tb := *w.tables[n-1]
	*w.tables[n-1] = table{}
	if tb.deleted {
		return
	}
	var filled []layout.Line
	full := 0
	for _, cell := range tb.cells {
		if len(cell.lines) > 0 {
			full++
			filled = cell.lines
		}
	}
	switch {
	case full == 0:
	case full == 1 && (len(tb.cells) == 1 || len(filled) > 1):
		for _, l := range filled {
			w.add(l, n-1)
		}
	default:
		w.add(tb.line(), n-1)
	}
}

// line joins the cells of a row by tabs, one for each column that a cell spans.
func (tb *table) line() layout.Line {
	row := layout.Line{Row: true}
	var text strings.Builder
	text.WriteString(strings.Repeat("\t", tb.before))
	column := tb.before
	for i, cell := range tb.cells {
		if i > 0 {
			text.WriteByte('\t')
		}
		for j, l := range cell.lines {
			if j > 0 {
				text.WriteByte(' ')
			}
			for _, mark := range l.Raised {
				row.Raised = append(row.Raised, layout.Span{Start: mark.Start + text.Len(), End: mark.End + text.Len()})
			}
			for _, link := range l.Links {
				link.Cell = column
				row.Links = append(row.Links, link)
			}
			text.WriteString(strings.ReplaceAll(l.Text, "\t", " "))
		}
		text.WriteString(strings.Repeat("\t", cell.span-1))
		column += cell.span
	}
	row.Text = strings.TrimRight(text.String(), "\t")
	return row
}
