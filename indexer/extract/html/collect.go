package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"travaux/indexer/layout"
)

// A collector gathers the lines of a page while it walks the tree.
type collector struct {
	lines []layout.Line
	text  strings.Builder
	links []layout.Link
	// level is the heading level of the block being gathered.
	level int
	// row says that a table row is being gathered, cell which cell of it.
	row  bool
	cell int
}

// maxDepth bounds the walk; the parser lets elements nest without end.
const maxDepth = 512

// skipped reports whether an element holds nothing of the text of the page.
func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Head, atom.Svg, atom.Iframe,
		atom.Object, atom.Embed, atom.Select, atom.Button, atom.Textarea, atom.Input, atom.Audio, atom.Video,
		atom.Canvas, atom.Map, atom.Dialog:
		return true
	case atom.Header, atom.Footer, atom.Aside:
		return !inside(n, atom.Main, atom.Article)
	}
	if _, hidden := find(n, "hidden"); hidden || attribute(n, "aria-hidden") == "true" {
		return true
	}
	switch attribute(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog":
		return true
	}
	return false
}

func find(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func inside(n *html.Node, names ...atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, a := range names {
			if p.DataAtom == a {
				return true
			}
		}
	}
	return false
}

// walk gathers a node and what is in it.
func (c *collector) walk(n *html.Node, depth int) {
	switch n.Type {
	case html.TextNode:
		c.text.WriteString(n.Data)
		return
	case html.ElementNode:
		if skipped(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if depth > maxDepth {
		return
	}
	switch {
	case n.DataAtom == atom.Br:
		c.lineBreak()
	case n.DataAtom == atom.A:
		c.link(n, depth)
	case n.DataAtom == atom.Tr && !c.row && !holdsTable(n):
		c.tableRow(n, depth)
	case c.row || !isBlock(n.DataAtom):
		if c.row && isBlock(n.DataAtom) {
			c.text.WriteByte(' ')
		}
		c.children(n, depth)
	default:
		c.block(n, depth)
	}
}

func (c *collector) children(n *html.Node, depth int) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, depth+1)
	}
}

// block gathers a block of its own: what stood before it ends, and it ends with
// its element.
func (c *collector) block(n *html.Node, depth int) {
	c.flush()
	outer := c.level
	if level := headingLevel(n.DataAtom); level > 0 {
		c.level = level
	}
	c.children(n, depth)
	c.flush()
	c.level = outer
}

func (c *collector) lineBreak() {
	if c.row {
		c.text.WriteByte(' ')
		return
	}
	c.flush()
}

// tableRow gathers a row: a line with tabs between its cells.
func (c *collector) tableRow(n *html.Node, depth int) {
	c.flush()
	c.row, c.cell = true, 0
	var cells []string
	for td := n.FirstChild; td != nil; td = td.NextSibling {
		if td.Type != html.ElementNode || td.DataAtom != atom.Td && td.DataAtom != atom.Th || skipped(td) {
			continue
		}
		c.children(td, depth+1)
		cells = append(cells, squeeze(c.text.String()))
		c.text.Reset()
		c.cell++
		for range columnsOf(td) - 1 {
			cells = append(cells, "")
			c.cell++
		}
	}
	c.row = false
	text := strings.TrimRight(strings.Join(cells, "\t"), "\t ")
	if strings.TrimSpace(text) != "" {
		c.add(layout.Line{Text: text, Row: true})
	}
	c.links, c.cell = nil, 0
}

// columnsOf gives the number of columns a cell spans.
func columnsOf(td *html.Node) int {
	const most = 32 // browsers take up to 1000, tables of documents have a dozen
	n, err := strconv.Atoi(attribute(td, "colspan"))
	if err != nil {
		return 1
	}
	return max(1, min(n, most))
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

func (c *collector) link(n *html.Node, depth int) {
	start := c.text.Len()
	lines := len(c.lines)
	c.children(n, depth)
	href := strings.TrimSpace(attribute(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(strings.ToLower(href), "javascript:") {
		return
	}
	if len(c.lines) == lines && start <= c.text.Len() {
		c.links = append(c.links, layout.Link{Text: squeeze(c.text.String()[start:]), URL: href, Cell: c.cell})
		return
	}
	if len(c.lines) > lines { // the link holds blocks: it belongs to the first
		l := &c.lines[lines]
		l.Links = append(l.Links, layout.Link{Text: l.Text, URL: href})
	}
}

// flush ends the block being gathered.
func (c *collector) flush() {
	if text := squeeze(c.text.String()); text != "" {
		c.add(layout.Line{Text: text, Heading: c.level})
	}
	c.text.Reset()
	c.links = nil
}

func (c *collector) add(l layout.Line) {
	l.Block = len(c.lines) + 1
	l.Links = c.links
	c.links = nil
	c.lines = append(c.lines, l)
}

func headingLevel(a atom.Atom) int {
	switch a {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hr, atom.Html, atom.Legend, atom.Li,
		atom.Main, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot,
		atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}
