// Package html reads web pages: the main text in blocks, with headings, table
// rows and links; menus, scripts and forms are left out.
//
//	content, err := html.Read(data)
package html

import (
	"errors"
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "html/4"

// ErrMalformed means that the page cannot be parsed.
var ErrMalformed = errors.New("malformed")

// Read reads an HTML page into one layout page. Each block (paragraph, heading,
// list item, table row) is a Line with a Block number of its own; the lines of
// preformatted text share one up to a blank line. Items of numbered lists begin
// with their number. Cells of a Row are parted by tabs, and Links name the cell
// they stand in. The encoding is the one the page declares, unless its bytes are
// plainly another.
func Read(data []byte) (*layout.Content, error) {
	root, err := html.Parse(strings.NewReader(decode(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	c := &collector{rowspans: map[*html.Node][]int{}, ordinals: map[*html.Node]int{}, measured: map[*html.Node]linkage{}}
	c.main(root)
	if c.lines == nil {
		c.lines = []layout.Line{}
	}
	return &layout.Content{
		Reader:   Version,
		Pages:    []layout.Page{{Number: 1, Lines: c.lines}},
		Title:    title(root),
		Language: language(root),
	}, nil
}

func title(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Title && n.FirstChild != nil {
			return squeeze(n.FirstChild.Data)
		}
	}
	return ""
}

func language(root *html.Node) string {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == atom.Html {
			return strings.TrimSpace(attribute(n, "lang"))
		}
	}
	return ""
}

func attribute(n *html.Node, name string) string {
	value, _ := find(n, name)
	return value
}

func find(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
