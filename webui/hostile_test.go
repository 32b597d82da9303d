package webui_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestHostileText puts markup into every place where text can come from and
// looks for it in the pages as a browser reads them.
func TestHostileText(t *testing.T) {
	q := url.QueryEscape(hostile)
	targets := []string{
		"/search?q=" + q,
		"/search?view=paragraphs&q=" + q,
		"/search?q=bad+" + q,
		"/search?q=nothing" + q,
		"/search?q=x&meeting=" + q + "&type=" + q + "&symbol=" + q + "&cursor=c2&back=" + q,
		"/search?q=x&" + q + "=1",
		"/search?q=x&sort=" + q,
		"/doc/" + url.PathEscape(hostile),
		"/doc/CAC/COSP/EG.1/2031/3?q=" + q + "&para=" + q + "&lang=" + q + "&part=" + q,
		"/doc/file-0123456789ab?q=script",
		"/meeting/" + url.PathEscape(hostile),
		"/s/" + url.PathEscape(hostile),
	}
	for target := range everyRoute() {
		targets = append(targets, target)
	}
	for _, target := range targets {
		w := ask(shared(t), http.MethodGet, target)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || strings.HasPrefix(target, "/file/") {
			continue
		}
		for n := range parse(t, w.Body).Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if slices.Contains([]string{"script", "img", "iframe", "object", "style", "svg"}, n.Data) {
				t.Errorf("%s: element %s", target, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
					t.Errorf("%s: attribute %s=%q", target, a.Key, a.Val)
				}
				if address := slices.Contains([]string{"href", "action", "src"}, a.Key); address && (!strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "//")) {
					t.Errorf("%s: address %s=%q leads elsewhere", target, a.Key, a.Val)
				}
			}
		}
	}
}

// TestHostileTextIsShown makes sure that the test above looks at pages that do
// carry the hostile text.
func TestHostileTextIsShown(t *testing.T) {
	for _, target := range []string{"/", "/search?q=x", "/doc/file-0123456789ab", "/doc/" + url.PathEscape(hostile)} {
		w := ask(shared(t), http.MethodGet, target)
		if !strings.Contains(textOf(parse(t, w.Body)), hostile) {
			t.Errorf("%s does not show the text", target)
		}
	}
}

// TestPagesAreSound checks what a validator would: ids once, fragments that
// lead somewhere, fields with labels, one main and one h1, no heading level left
// out.
func TestPagesAreSound(t *testing.T) {
	for target := range everyRoute() {
		w := ask(shared(t), http.MethodGet, target)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || strings.HasPrefix(target, "/file/") || w.Code == http.StatusFound || w.Code == http.StatusMovedPermanently {
			continue
		}
		doc := parse(t, w.Body)
		ids := idsOnce(t, target, doc)
		for _, a := range find(doc, "a", "") {
			fragment, ok := strings.CutPrefix(attr(a, "href"), "#")
			if name, err := url.PathUnescape(fragment); ok && (err != nil || !ids[name]) {
				t.Errorf("%s: #%s leads nowhere", target, fragment)
			}
			if strings.TrimSpace(textOf(a)) == "" {
				t.Errorf("%s: link to %s without words", target, attr(a, "href"))
			}
		}
		for _, l := range find(doc, "label", "") {
			if id := attr(l, "for"); id != "" && !ids[id] {
				t.Errorf("%s: label for %q, which is not there", target, id)
			}
		}
		if n := len(find(doc, "main", "")); n != 1 {
			t.Errorf("%s: %d main elements", target, n)
		}
		if n := len(find(doc, "h1", "")); n != 1 {
			t.Errorf("%s: %d h1 elements", target, n)
		}
		headingsInOrder(t, target, doc)
		if title := textOf(find(doc, "title", "")[0]); strings.HasPrefix(title, " ·") {
			t.Errorf("%s: no title", target)
		}
	}
}

// idsOnce gives the ids of a page and tells of those that stand twice.
func idsOnce(t *testing.T, target string, doc *html.Node) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for n := range doc.Descendants() {
		id := attr(n, "id")
		if id == "" {
			continue
		}
		if ids[id] {
			t.Errorf("%s: id %q twice", target, id)
		}
		ids[id] = true
	}
	return ids
}

// headingsInOrder tells of a heading more than one level below the one before.
func headingsInOrder(t *testing.T, target string, doc *html.Node) {
	t.Helper()
	level := 1
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || !slices.Contains([]string{"h1", "h2", "h3", "h4", "h5", "h6"}, n.Data) {
			continue
		}
		here := int(n.Data[1] - '0')
		if here > level+1 {
			t.Errorf("%s: %s %q stands under h%d", target, n.Data, textOf(n), level)
		}
		level = here
	}
}
