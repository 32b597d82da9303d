package webui_test

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// parse reads a page as a browser does.
func parse(t *testing.T, body io.Reader) *html.Node {
	t.Helper()
	doc, err := html.Parse(body)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// find gives all elements of a name and, where it is not empty, a class.
func find(root *html.Node, name, class string) []*html.Node {
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != name && name != "*" {
			continue
		}
		if class != "" && !strings.Contains(" "+attr(n, "class")+" ", " "+class+" ") {
			continue
		}
		all = append(all, n)
	}
	return all
}

// byID gives the element with an id, nil when there is none.
func byID(root *html.Node, id string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attr(n, "id") == id {
			return n
		}
	}
	return nil
}

// attr gives an attribute, empty when it is absent.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf gives the text in an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// linkWith gives the address of the first link whose text contains a text.
func linkWith(t *testing.T, root *html.Node, text string) string {
	t.Helper()
	for _, a := range find(root, "a", "") {
		if strings.Contains(textOf(a), text) {
			return attr(a, "href")
		}
	}
	t.Fatalf("no link says %q", text)
	return ""
}

// hasAttr reports whether an attribute is there, with or without a value.
func hasAttr(attrs []html.Attribute, name string) bool {
	for _, a := range attrs {
		if a.Key == name {
			return true
		}
	}
	return false
}
