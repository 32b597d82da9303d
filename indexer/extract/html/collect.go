package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"travaux/indexer/layout"
)

// A collector gathers the lines of a page while it walks the tree.
type collector struct {
	lines []layout.Line
	text  run
	links []layout.Link
	// level is the heading level of the block being gathered, number what stands
	// before the first block of an item of a numbered list.
	level  int
	number string
	// row says that a table row is being gathered, cell which cell of it.
	row      bool
	cell     int
	rowspans map[*html.Node][]int // of each table, by column: rows still covered
	ordinals map[*html.Node]int   // of the items of numbered lists
	measured map[*html.Node]linkage
	// bold, raised: how deep in such elements.
	bold, raised int
	pre          bool // line ends count
	block        int  // of the last line
	together     bool // the next line belongs to the same block
	prune        bool // the page does not tell its main part
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
	if style := attribute(n, "style"); style != "" && strings.Contains(strings.ReplaceAll(strings.ToLower(style), " ", ""), "display:none") {
		return true
	}
	switch attribute(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog":
		return true
	}
	return false
}

func inside(n *html.Node, names ...atom.Atom) bool {
	for p, up := n.Parent, 0; p != nil && up < maxDepth; p, up = p.Parent, up+1 {
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
		c.put(n.Data)
		return
	case html.ElementNode:
		if skipped(n) || c.navigation(n) {
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
			c.put(" ")
		}
		c.inline(n, depth)
	default:
		c.element(n, depth)
	}
}

// inline gathers an element inside a block.
func (c *collector) inline(n *html.Node, depth int) {
	step := func(by int) {
		switch n.DataAtom {
		case atom.B, atom.Strong:
			c.bold += by
		case atom.Sup:
			c.raised += by
		}
	}
	step(1)
	if c.row && n.DataAtom == atom.Li {
		c.put(c.itemNumber(n))
	}
	c.children(n, depth)
	step(-1)
}

// put adds text to the block being gathered.
func (c *collector) put(s string) {
	if !c.pre || c.row {
		c.text.put(s, c.bold > 0, c.raised > 0)
		return
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if i > 0 {
			empty := len(c.text.text) == 0
			c.flush()
			c.together = !empty
		}
		c.text.put(line, c.bold > 0, c.raised > 0)
	}
}

func (c *collector) children(n *html.Node, depth int) {
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		c.walk(child, depth+1)
	}
}

// element gathers a block of its own: what stood before it ends, and it ends
// with its element.
func (c *collector) element(n *html.Node, depth int) {
	c.flush()
	c.together = false
	level, pre := c.level, c.pre
	if l := headingLevel(n.DataAtom); l > 0 {
		c.level = l
	}
	c.pre = c.pre || n.DataAtom == atom.Pre
	if n.DataAtom == atom.Li {
		c.number = c.itemNumber(n)
	}
	c.children(n, depth)
	c.flush()
	if n.DataAtom == atom.Li {
		c.number = ""
	}
	c.level, c.pre, c.together = level, pre, false
}

func (c *collector) lineBreak() {
	if c.row {
		c.put(" ")
		return
	}
	c.flush()
}

func (c *collector) link(n *html.Node, depth int) {
	start := len(c.text.text)
	lines := len(c.lines)
	c.children(n, depth)
	href := strings.TrimSpace(attribute(n, "href"))
	if href == "" || strings.HasPrefix(href, "#") || strings.HasPrefix(strings.ToLower(href), "javascript:") {
		return
	}
	if len(c.lines) == lines && start <= len(c.text.text) {
		c.links = append(c.links, layout.Link{Text: squeeze(string(c.text.text[start:])), URL: href, Cell: c.cell})
		return
	}
	if len(c.lines) > lines { // the link holds blocks: it belongs to the first
		l := &c.lines[lines]
		l.Links = append(l.Links, layout.Link{Text: l.Text, URL: href})
	}
}

// flush ends the block being gathered.
func (c *collector) flush() {
	if len(c.text.text) > 0 {
		l := layout.Line{Text: string(c.text.text), Heading: c.level, Raised: c.text.raised, Bold: !c.text.light}
		if c.number != "" {
			prefix(&l, c.number)
			c.number = ""
		}
		c.add(l)
	}
	c.text = run{}
	c.links = nil
}

func (c *collector) add(l layout.Line) {
	if !c.together {
		c.block++
	}
	l.Block = c.block
	l.Links = c.links
	c.links = nil
	c.lines = append(c.lines, l)
}

// prefix puts text before a line and moves the marks in it.
func prefix(l *layout.Line, s string) {
	l.Text = s + l.Text
	for i := range l.Raised {
		l.Raised[i].Start += len(s)
		l.Raised[i].End += len(s)
	}
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
