// Package api is the HTTP API, /api/v1: the answers of search.Service as JSON,
// errors as application/problem+json (RFC 9457).
//
//	GET /api/v1/search?q="asset recovery"&type=resolution&facets=meeting,year
package api

import (
	"context"
	"net/http"

	"travaux/search"
	"travaux/webui/reply"
)

// Searcher is what the API needs of search.Service.
type Searcher interface {
	Search(ctx context.Context, r search.Request) (*search.Result, error)
	Quote(ctx context.Context, r search.QuoteRequest) (*search.QuoteResult, error)
	Like(ctx context.Context, r search.LikeRequest) (*search.Result, error)
	Suggest(ctx context.Context, text, language string, limit int) ([]search.Suggestion, error)
}

// Config is what an API stands on.
type Config struct {
	Service Searcher
	// Version is the program's version, part of every entity tag.
	Version string
}

// API answers requests under /api/v1. It may be used from many goroutines.
type API struct {
	service Searcher
	version string
}

// New returns an API.
func New(c Config) *API { return &API{service: c.Service, version: c.Version} }

// Search answers GET /api/v1/search: the parameters are those of the search
// page, the reply is search.Result as JSON.
func (a *API) Search(w http.ResponseWriter, r *http.Request) error {
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	request, err := search.ParseRequest(values)
	if err != nil {
		return err
	}
	result, err := a.service.Search(r.Context(), request)
	if err != nil {
		return err
	}
	return a.send(w, r, result.Generation, result)
}
