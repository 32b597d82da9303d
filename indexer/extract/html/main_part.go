package html

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// main gathers the part of a page that holds its text: the element main, or the
// only article, or what its author named the content where most of the text is
// in it, else the body without what is navigation.
func (c *collector) main(root *html.Node) {
	part, told := c.mainPart(root)
	c.prune = !told
	c.walk(part, 0)
	c.flush()
}

// mainPart gives the element that holds the text; told says that the page itself
// tells so.
func (c *collector) mainPart(root *html.Node) (part *html.Node, told bool) {
	var main, body, content *html.Node
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
		case content == nil && namedContent(n):
			content = n
		}
	}
	switch {
	case main != nil && hasText(main):
		return main, true
	case len(articles) == 1 && hasText(articles[0]):
		return articles[0], true
	case content != nil && 2*c.plainText(content) >= c.plainText(body):
		return content, false
	case body != nil:
		return body, false
	}
	return root, false
}

var contentName = regexp.MustCompile(`(?i)^(?:(?:main|page|primary|article|body|post|entry|inner|site)[-_]?(?:content|body|text|main|column|area)|content|contents|maincol(?:umn)?|content[-_]?(?:area|main|inner|body|container|wrapper)|mw-content-text|region-content)$`)

// namedContent reports whether an element is called the content of the page.
func namedContent(n *html.Node) bool {
	if n.DataAtom != atom.Div && n.DataAtom != atom.Section && n.DataAtom != atom.Td {
		return false
	}
	if contentName.MatchString(attribute(n, "id")) || attribute(n, "itemprop") == "articleBody" {
		return true
	}
	for _, class := range strings.Fields(attribute(n, "class")) {
		if contentName.MatchString(class) {
			return true
		}
	}
	return false
}

func hasText(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !skipped(d.Parent) && strings.TrimSpace(d.Data) != "" {
			return true
		}
	}
	return false
}

// plainText counts the letters of an element that are in no link.
func (c *collector) plainText(n *html.Node) int {
	if n == nil {
		return 0
	}
	l := c.measure(n, 0)
	return l.letters - l.text
}

// linkage is what the text of an element and its links are like.
type linkage struct {
	letters     int
	links, text int // text: the letters in links
	files       int // links that lead to documents
}

// measure counts the letters of an element, and those in its links. Elements stand
// in each other, and each is asked for: what was counted is kept.
func (c *collector) measure(n *html.Node, depth int) linkage {
	switch {
	case depth > maxDepth:
		return linkage{}
	case n.Type == html.TextNode:
		return linkage{letters: utf8.RuneCountInString(squeeze(n.Data))}
	case n.Type == html.ElementNode && skipped(n):
		return linkage{}
	}
	if known, ok := c.measured[n]; ok {
		return known
	}
	var l linkage
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		of := c.measure(child, depth+1)
		l.letters, l.links, l.text, l.files = l.letters+of.letters, l.links+of.links, l.text+of.text, l.files+of.files
	}
	if href := attribute(n, "href"); n.DataAtom == atom.A && href != "" {
		l.text = l.letters
		l.links++
		if fileLink.MatchString(href) {
			l.files++
		}
	}
	c.measured[n] = l
	return l
}

var (
	fileLink  = regexp.MustCompile(`(?i)\.(?:pdf|docx?|rtf|xlsx?)(?:[?#].*)?$|undocs\.org/|docs\.un\.org/|daccess|/doc/`)
	aside     = regexp.MustCompile(`(?i)^(?:nav|navbar|navigation|menu|main-?menu|sub-?menu|side-?menu|left-?nav|right-?nav|top-?nav|side-?bar|bread-?crumbs?|footer|page-?footer|site-?footer|header|page-?header|site-?header|masthead-?(?:nav|bar)|banner|cookies?(?:-.*)?|share|sharing|social(?:-.*)?|addthis(?:_.*)?|skip-?(?:link|nav|to-?content)|search(?:-?(?:box|form|bar))?|languages?-?(?:switch(?:er)?|bar|nav|menu|selector)|pagination|pager|toolbar|print-?only-?url|back-?to-?top|visually-?hidden|sr-only)$`)
	documents = regexp.MustCompile(`\b(?:[A-Z][A-Z.]{0,8}/[\w.()-]+(?:/[\w.()-]+)*\d|CU \d{4})|\b\d{1,2}\s*[-–]\s*\d{1,2}\s+\pL+\s+\d{4}`)
)

// navigation reports whether an element of a page that does not tell its main
// part is there to lead elsewhere: its name says so, and most of its text is in
// links or there is little of it; or it is nothing but many short links, which
// lead to no documents.
func (c *collector) navigation(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Ul, atom.Ol, atom.Section, atom.Table, atom.Td, atom.P, atom.Span, atom.Dl:
	default:
		return false
	}
	named := aside.MatchString(attribute(n, "id"))
	for _, class := range strings.Fields(attribute(n, "class")) {
		named = named || aside.MatchString(class)
	}
	if !named && (!c.prune || n.DataAtom == atom.Span || n.DataAtom == atom.P || c.row) {
		return false
	}
	l := c.measure(n, 0)
	if named {
		const little = 400
		return l.letters < little && !documents.MatchString(textOf(n)) || 2*l.text > l.letters && l.files == 0
	}
	const few, short = 4, 45
	if l.links < few || l.files > 0 || 5*l.text < 4*l.letters || l.text > short*l.links {
		return false
	}
	return !documents.MatchString(textOf(n))
}

// textOf gives the text of an element, up to some length.
func textOf(n *html.Node) string {
	const most = 4000
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && out.Len() < most {
			out.WriteString(d.Data)
			out.WriteByte(' ')
		}
	}
	return out.String()
}
