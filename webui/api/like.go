package api

import (
	"net/http"

	"travaux/search"
	"travaux/webui/reply"
)

// Like answers GET /api/v1/like: id is a document's symbol or id, para the anchor
// or number of a paragraph; view, limit, cursor, language, facets and the names of
// facets are as in a search. The reply is search.Result as JSON.
func (a *API) Like(w http.ResponseWriter, r *http.Request) error {
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	request, err := search.ParseLikeRequest(values)
	if err != nil {
		return err
	}
	result, err := a.service.Like(r.Context(), request)
	if err != nil {
		return err
	}
	return a.send(w, r, result.Generation, result)
}
