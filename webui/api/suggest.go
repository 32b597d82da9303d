package api

import (
	"cmp"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"travaux/search"
	"travaux/webui/reply"
)

// suggestAnswer is the reply to GET /api/v1/suggest.
type suggestAnswer struct {
	Query       string              `json:"query"`
	Suggestions []search.Suggestion `json:"suggestions"`
}

// Suggest answers GET /api/v1/suggest: q is the text that is being typed, limit
// the number of suggestions, language (or lang) that of labels. The reply is
// {"query", "suggestions"}; with format=opensearch it is that of OpenSearch
// suggestions 1.1, which browsers ask for: the text, the queries, what they are,
// and where their results stand.
func (a *API) Suggest(w http.ResponseWriter, r *http.Request) error {
	values, err := reply.Parameters(r)
	if err != nil {
		return err
	}
	asked, err := parseSuggest(values)
	if err != nil {
		return err
	}
	found, err := a.service.Suggest(r.Context(), asked.text, asked.language, asked.limit)
	if err != nil {
		return err
	}
	if found == nil {
		found = []search.Suggestion{}
	}
	var content any = suggestAnswer{Query: asked.text, Suggestions: found}
	media := "application/json"
	if asked.opensearch {
		content, media = openSearch(asked.text, found, r), "application/x-suggestions+json"
	}
	body, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("encode suggestions: %w", err)
	}
	return reply.Send(w, r, reply.Content{Type: media, Body: body, Tag: reply.Tag(a.version, string(body))})
}

type suggestRequest struct {
	text, language string
	limit          int
	opensearch     bool
}

// parseSuggest reads the parameters; what is not known is ErrInvalid.
func parseSuggest(values url.Values) (suggestRequest, error) {
	for name, given := range values {
		switch name {
		case "q", "limit", "language", "lang", "format":
		default:
			return suggestRequest{}, fmt.Errorf("parameter %q is not known: %w", name, search.ErrInvalid)
		}
		if len(given) > 1 {
			return suggestRequest{}, fmt.Errorf("%s is given %d times, expected once: %w", name, len(given), search.ErrInvalid)
		}
	}
	asked := suggestRequest{text: values.Get("q"), language: cmp.Or(values.Get("language"), values.Get("lang"))}
	switch format := values.Get("format"); format {
	case "", "json":
	case "opensearch":
		asked.opensearch = true
	default:
		return asked, fmt.Errorf("format %q: expected json or opensearch: %w", format, search.ErrInvalid)
	}
	if text := values.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > search.MaxSuggestions {
			return asked, fmt.Errorf("limit %q: expected a number from 1 to %d: %w", text, search.MaxSuggestions, search.ErrInvalid)
		}
		asked.limit = n
	}
	return asked, nil
}

// openSearch gives suggestions in the form of OpenSearch suggestions. The
// addresses are of this server, without its name: behind a proxy it does not know
// how readers call it.
func openSearch(text string, found []search.Suggestion, r *http.Request) []any {
	queries, labels, links := []string{}, []string{}, []string{}
	page := r.URL.ResolveReference(&url.URL{Path: "../../search"}) // beside /api/v1
	for _, s := range found {
		page.RawQuery = url.Values{"q": {s.Query}}.Encode()
		queries, labels, links = append(queries, s.Query), append(labels, s.Label), append(links, page.String())
	}
	return []any{text, queries, labels, links}
}
