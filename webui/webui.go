// Package webui is travaux in a browser and over HTTP: search page, document
// page, meeting page, originals and the API. Pages are complete without
// JavaScript, every response carries the same strict headers, and no text of a
// document is ever taken for HTML.
//
//	handler, err := webui.New(webui.Config{Service: service, Logger: logger, BasePath: "/"})
//	http.ListenAndServe("127.0.0.1:8080", handler)
package webui

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"travaux/webui/api"
	"travaux/webui/pages"
)

// Service is what the web needs of search.Service.
type Service interface {
	pages.Service
	api.Searcher
}

// Config is what the web stands on.
type Config struct {
	Service Service
	// Logger gets one line a request at debug level and every fault at error
	// level; nil discards them. Queries stay below info level.
	Logger *slog.Logger
	// BasePath is where the pages stand: "/" or "/travaux". Empty means "/".
	BasePath string
	// Version is the program's version, shown at the foot of each page and part
	// of every entity tag.
	Version string
}

// New returns a handler that serves everything below the base path. It fails
// when the configuration is not complete or a template does not parse.
func New(c Config) (http.Handler, error) {
	if c.Service == nil {
		return nil, errors.New("web: no service")
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	base, err := cleanBase(c.BasePath)
	if err != nil {
		return nil, err
	}
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	// A build whose pages or style changed must not answer 304 for the old ones.
	version := c.Version + "+" + files.digest
	p, err := pages.New(pages.Config{
		Service:    c.Service,
		Templates:  files.templates,
		Base:       base,
		Stylesheet: files.stylesheet,
		Icon:       files.icon,
		Version:    c.Version,
		Revision:   version,
	})
	if err != nil {
		return nil, fmt.Errorf("load pages: %w", err)
	}
	s := &server{
		base:    base,
		logger:  c.Logger,
		service: c.Service,
		pages:   p,
		api:     api.New(api.Config{Service: c.Service, Version: version}),
		assets:  files,
	}
	return s.routes(), nil
}

// cleanBase gives the base path without its last slash: "" or "/travaux".
func cleanBase(base string) (string, error) {
	base = strings.TrimRight(base, "/")
	if base != "" && !strings.HasPrefix(base, "/") {
		return "", fmt.Errorf("base path %q: must begin with a slash", base)
	}
	if strings.ContainsAny(base, "{}?#%\"<> ") {
		return "", fmt.Errorf("base path %q: letters, digits, slashes and dashes only", base)
	}
	return base, nil
}
