package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"travaux/indexer/layout"
)

// Bounds on the cells of tables: browsers take up to 1000 columns, tables of
// documents have a dozen.
const (
	maxSpan    = 32
	maxColumns = 256
)

// tableRow gathers a row: a line with tabs between its cells. Columns that a cell
// of an earlier row reaches down into are empty.
func (c *collector) tableRow(n *html.Node, depth int) {
	c.flush()
	c.together = false
	c.row, c.cell = true, 0
	reach := c.reach(n)
	var cells []string
	var raised []layout.Span
	bold, at := true, 0
	fill := func(text string) {
		if c.cell > 0 {
			at++ // the tab
		}
		cells = append(cells, text)
		at += len(text)
		c.cell++
	}
	covered := func() {
		for c.cell < len(reach) && reach[c.cell] > 0 && c.cell < maxColumns {
			reach[c.cell]--
			fill("")
		}
	}
	for td := n.FirstChild; td != nil && c.cell < maxColumns; td = td.NextSibling {
		if td.Type != html.ElementNode || td.DataAtom != atom.Td && td.DataAtom != atom.Th || skipped(td) {
			continue
		}
		covered()
		c.inline(td, depth+1)
		before := at + min(c.cell, 1)
		for _, mark := range c.text.raised {
			raised = append(raised, layout.Span{Start: mark.Start + before, End: mark.End + before})
		}
		bold = bold && !c.text.light
		text, down := string(c.text.text), spanned(td, "rowspan")-1
		c.text = run{}
		for i := range spanned(td, "colspan") {
			reach = reachDown(reach, c.cell, down)
			if i > 0 {
				text = ""
			}
			fill(text)
		}
	}
	covered()
	c.keepReach(n, reach)
	c.row = false
	if text := strings.TrimRight(strings.Join(cells, "\t"), "\t "); strings.TrimSpace(text) != "" {
		c.add(layout.Line{Text: text, Row: true, Raised: raised, Bold: bold})
	}
	c.links, c.cell = nil, 0
}

// reach gives how many further rows each column of a row's table is covered for.
func (c *collector) reach(tr *html.Node) []int { return c.rowspans[tableOf(tr)] }

func (c *collector) keepReach(tr *html.Node, reach []int) {
	if table := tableOf(tr); table != nil && len(reach) > 0 {
		c.rowspans[table] = reach
	}
}

// reachDown notes that a cell covers its column for some more rows.
func reachDown(reach []int, column, rows int) []int {
	if rows <= 0 || column >= maxColumns {
		return reach
	}
	for len(reach) <= column {
		reach = append(reach, 0)
	}
	reach[column] = rows
	return reach
}

// tableOf gives the part of a table that a row stands in: cells do not reach out
// of it.
func tableOf(tr *html.Node) *html.Node { return tr.Parent }

// spanned gives the number of columns or rows a cell spans.
func spanned(td *html.Node, attr string) int {
	n, err := strconv.Atoi(strings.TrimSpace(attribute(td, attr)))
	if err != nil {
		return 1
	}
	return max(1, min(n, maxSpan))
}

// holdsTable reports whether a row only lays out other tables or headings, as
// pages of the 1990s do.
func holdsTable(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.Table || headingLevel(d.DataAtom) > 0 {
			return true
		}
	}
	return false
}
