// Package html reads web pages: the main text in blocks, with headings, table
// rows and links; menus, scripts and forms are left out.
//
//	content, err := html.Read(data)
package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "html/2"

// ErrMalformed means that the page cannot be parsed.
var ErrMalformed = errors.New("malformed")

// Read reads an HTML page into one layout page. Each block (paragraph, heading,
// list item, table row) is a Line with a Block number of its own; cells of a
// Row are parted by tabs, and Links name the cell they stand in. The encoding
// is the one the page declares, else a guess as browsers make it.
func Read(data []byte) (*layout.Content, error) {
	r, err := charset.NewReader(bytes.NewReader(data), "")
	if err != nil && !errors.Is(err, io.EOF) { // EOF: the page is empty
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if r == nil {
		r = bytes.NewReader(nil)
	}
	root, err := html.Parse(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	c := &collector{}
	c.walk(mainPart(root), 0)
	c.flush()
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

// mainPart is the element that holds the text of the page: main, or the only
// article, else the body.
func mainPart(root *html.Node) *html.Node {
	var main, body *html.Node
	var articles []*html.Node
	for n := range root.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case main == nil && (n.DataAtom == atom.Main || attribute(n, "role") == "main"):
			main = n
		case n.DataAtom == atom.Article:
			articles = append(articles, n)
		case body == nil && n.DataAtom == atom.Body:
			body = n
		}
	}
	switch {
	case main != nil && hasText(main):
		return main
	case len(articles) == 1 && hasText(articles[0]):
		return articles[0]
	case body != nil:
		return body
	}
	return root
}

func hasText(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !skipped(d.Parent) && strings.TrimSpace(d.Data) != "" {
			return true
		}
	}
	return false
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
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
