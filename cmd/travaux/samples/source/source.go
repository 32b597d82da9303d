// Package source reads the sources from which the PDF and DOCX samples are made:
// HTML pages in which a paragraph's or heading's number stands in its data-n
// attribute.
//
//	doc, err := source.Parse(file)
//	for _, b := range doc.Blocks { fmt.Println(b.Number, b.Text) }
package source

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Document is one source.
type Document struct {
	// Language is a BCP 47 tag.
	Language string
	Title    string
	// Head, Mark and Job are what pages after the first carry: the symbol, the
	// words that say that this is a sample, the job number.
	Head, Mark, Job string
	Blocks          []Block
}

// Block is one run of text in reading order.
type Block struct {
	// Tag is the element: div, h1, h2, h3, p, or tr with its cells parted by tabs.
	Tag string
	// Class is the element's own class ("sub"); Part is that of the nearest
	// block around it ("masthead", "meeting", "summary", "foot", "distr").
	Class, Part string
	// Number is the number as printed: "12.", "(a)", "IV.". It may be empty.
	Number string
	// Text has its white space collapsed.
	Text string
}

// parts are the classes that stand for a region of the page.
var parts = map[string]bool{"masthead": true, "meeting": true, "summary": true, "foot": true, "distr": true}

// Parse reads a source. It fails on HTML without a language, and on a block
// without text.
func Parse(r io.Reader) (*Document, error) {
	root, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("parse source: %w", err)
	}
	doc := &Document{}
	doc.walk(root, "")
	if doc.Language == "" {
		return nil, fmt.Errorf("parse source: no language declared")
	}
	for i, b := range doc.Blocks {
		if b.Text == "" {
			return nil, fmt.Errorf("parse source: block %d (%s %s) has no text", i+1, b.Tag, b.Number)
		}
	}
	return doc, nil
}

func (d *Document) walk(n *html.Node, part string) {
	if n.Type == html.ElementNode {
		if class := attr(n, "class"); parts[class] {
			part = class
		}
		switch n.DataAtom {
		case atom.Html:
			d.Language = attr(n, "lang")
		case atom.Title:
			d.Title = text(n)
			return
		case atom.Style:
			d.readStyle(text(n))
			return
		case atom.H1, atom.H2, atom.H3, atom.P, atom.Tr:
			d.add(n, part)
			return
		case atom.Div:
			if !parts[attr(n, "class")] {
				d.add(n, part)
				return
			}
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.walk(c, part)
	}
}

func (d *Document) add(n *html.Node, part string) {
	d.Blocks = append(d.Blocks, Block{
		Tag: n.Data, Class: attr(n, "class"), Part: part, Number: attr(n, "data-n"), Text: text(n),
	})
}

// content finds what a page's margin boxes print.
var content = regexp.MustCompile(`@(top-left|bottom-center|bottom-right)\s*\{\s*content:\s*"([^"]*)"`)

func (d *Document) readStyle(css string) {
	for _, m := range content.FindAllStringSubmatch(css, -1) {
		switch m[1] {
		case "top-left":
			d.Head = m[2]
		case "bottom-center":
			d.Mark = m[2]
		case "bottom-right":
			d.Job = m[2]
		}
	}
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text returns the text of n with white space collapsed and table cells parted
// by tabs.
func text(n *html.Node) string {
	var cells []string
	var b strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(b.String()), " "); s != "" {
			cells = append(cells, s)
		}
		b.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		cell := n.DataAtom == atom.Td || n.DataAtom == atom.Th
		if cell {
			flush()
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if cell {
			flush()
		}
	}
	walk(n)
	flush()
	return strings.Join(cells, "\t")
}
