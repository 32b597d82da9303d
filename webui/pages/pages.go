// Package pages makes the HTML pages. A page is a struct and a template of the
// same name; templates escape all they print, and marked text comes as spans,
// never as HTML.
//
//	p, err := pages.New(pages.Config{Service: service, Templates: templates})
//	mux.Handle("/search", handle(p.Search))
package pages

import (
	"bytes"
	"context"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"net/url"

	"github.com/gorilla/mux"

	"travaux/search"
	"travaux/search/un"
	"travaux/webui/reply"
)

// Service is what the pages need of search.Service.
type Service interface {
	Search(ctx context.Context, r search.Request) (*search.Result, error)
	Document(ctx context.Context, name, language, text string) (*search.DocumentView, error)
	Meeting(ctx context.Context, id, language string) (*search.MeetingView, error)
	Original(ctx context.Context, sha256 string) (un.File, io.ReadSeekCloser, error)
	Status(ctx context.Context) (search.Status, error)
	Help() search.Help
}

// Config is what the pages stand on.
type Config struct {
	Service Service
	// Templates holds layout.tmpl and one file for each page.
	Templates fs.FS
	// Base is the path all pages stand under, without a last slash.
	Base string
	// Stylesheet and Icon are the names of the two files under /static/.
	Stylesheet, Icon string
	// Version is shown at the foot of each page.
	Version string
	// Revision changes whenever a page may look different: it is part of every
	// entity tag.
	Revision string
}

// Pages answers requests for pages. It may be used from many goroutines.
type Pages struct {
	config    Config
	templates map[string]*template.Template
}

// interfaceLanguage is the language of the pages' own words (BCP 47).
const interfaceLanguage = "en"

// names are the pages; each is a template of its own on the common layout.
func names() []string { return []string{"home", "search", "document", "meeting", "help", "failure"} }

// New parses all templates and returns the pages.
func New(c Config) (*Pages, error) {
	p := &Pages{config: c, templates: map[string]*template.Template{}}
	for _, name := range names() {
		t, err := template.New("layout.tmpl").ParseFS(c.Templates, "layout.tmpl", "parts.tmpl", name+".tmpl")
		if err != nil {
			return nil, fmt.Errorf("parse template %s: %w", name, err)
		}
		p.templates[name] = t.Option("missingkey=error")
	}
	return p, nil
}

// frame is what every page has around it.
type frame struct {
	links
	// Title is the page's name, without that of the program.
	Title                     string
	InterfaceLanguage         string
	Stylesheet, Icon, Version string
	// Box is the search box at the top.
	Box box
	// Home says that the page brings a large box of its own.
	Home bool
	// Canonical is the address a crawler should keep, empty for none.
	Canonical string
}

// box is the search box: what stands in it and what a new search keeps.
type box struct {
	Query string
	Kept  []field
}

// field is a hidden field of a form.
type field struct{ Name, Value string }

// frame starts a page.
func (p *Pages) frame(title string) frame {
	return frame{
		links:             links{base: p.config.Base},
		Title:             title,
		InterfaceLanguage: interfaceLanguage,
		Stylesheet:        p.links().Static(p.config.Stylesheet),
		Icon:              p.links().Static(p.config.Icon),
		Version:           p.config.Version,
	}
}

// MaxQuery is how many characters of a query are answered.
func (frame) MaxQuery() int { return search.MaxQueryRunes }

func (p *Pages) links() links { return links{base: p.config.Base} }

// variable gives a part of the path as its sender meant it. The router matches the
// path as it was sent, so the part still is in percent form.
func variable(r *http.Request, name string) string {
	raw := mux.Vars(r)[name]
	text, err := url.PathUnescape(raw)
	if err != nil {
		return raw
	}
	return text
}

// htmlType is the media type of every page.
const htmlType = "text/html; charset=utf-8"

// send renders a page whole and sends it. The tag is made of the address, the
// program and what state names: the generation and whatever else shows.
func (p *Pages) send(w http.ResponseWriter, r *http.Request, name string, page any, state ...string) error {
	body, err := p.render(name, page)
	if err != nil {
		return err
	}
	tag := reply.Tag(append([]string{p.config.Revision, r.URL.RequestURI()}, state...)...)
	return reply.Send(w, r, reply.Content{Type: htmlType, Body: body, Tag: tag})
}

// render makes the page's HTML.
func (p *Pages) render(name string, page any) ([]byte, error) {
	var b bytes.Buffer
	if err := p.templates[name].Execute(&b, page); err != nil {
		return nil, fmt.Errorf("render %s: %w", name, err)
	}
	return b.Bytes(), nil
}
