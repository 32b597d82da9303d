package pages

import (
	"net/url"
	"strings"

	"travaux/search"
)

// links makes the addresses of pages. Templates reach it through frame.
type links struct{ base string }

// Root is the address of the home page.
func (l links) Root() string { return l.base + "/" }

// SearchForm is the address the search form leads to.
func (l links) SearchForm() string { return l.base + "/search" }

// Search is the address of a request's results.
func (l links) Search(r search.Request) string {
	values := r.Values()
	if len(values) == 0 {
		return l.SearchForm()
	}
	return l.SearchForm() + "?" + values.Encode()
}

// Help is the address of what can be asked.
func (l links) Help() string { return l.base + "/help" }

// Query is the address of the results of a query alone.
func (l links) Query(query string) string { return l.Search(search.Request{Query: query}) }

// Document is the address of a document by symbol or id.
func (l links) Document(id string) string { return l.base + search.DocumentURL(id, "", "") }

// Permalink is the address of a passage for ever (design section 8).
func (l links) Permalink(id, language, anchor string) string {
	return l.base + search.DocumentURL(id, language, anchor)
}

// Meeting is the address of a meeting by id.
func (l links) Meeting(id string) string { return l.base + "/meeting/" + escapePath(id) }

// File is the address of an original.
func (l links) File(sha256 string) string { return l.base + "/file/" + sha256 }

// Static is the address of a static file by its served name.
func (l links) Static(name string) string { return l.base + "/static/" + name }

// At puts the base before an address that the Service made, which begins with
// a slash.
func (l links) At(address string) string {
	if !strings.HasPrefix(address, "/") || strings.HasPrefix(address, "//") {
		return l.base + "/"
	}
	return l.base + address
}

// escapePath escapes an id for the path of an address. Its slashes stay: they are
// the id's own structure and are read more easily.
func escapePath(s string) string {
	parts := strings.Split(s, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}

// withParameter adds a parameter to an address, before its fragment.
func withParameter(address, name, value string) string {
	address, fragment, found := strings.Cut(address, "#")
	mark := "?"
	if strings.Contains(address, "?") {
		mark = "&"
	}
	address += mark + name + "=" + url.QueryEscape(value)
	if found {
		address += "#" + fragment
	}
	return address
}
