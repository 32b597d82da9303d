package api

import (
	"net/http"

	"travaux/search"
	"travaux/webui/reply"
)

// Quote answers GET /api/v1/quote: q is the text, limit, language and the names of
// facets are as in a search; the reply is search.QuoteResult as JSON.
func (a *API) Quote(w http.ResponseWriter, r *http.Request) error {
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	request, err := search.ParseQuoteRequest(values)
	if err != nil {
		return err
	}
	result, err := a.service.Quote(r.Context(), request)
	if err != nil {
		return err
	}
	return a.send(w, r, result.Generation, result)
}
