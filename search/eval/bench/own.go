package bench

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"travaux/search"
	"travaux/search/un"
)

// Indexed is what a peer says of an index it has made.
type Indexed struct {
	Seconds float64 `json:"seconds"`
	Bytes   int64   `json:"bytes"`
}

// Reply is what a peer says of one query: the time it took, how many passages it
// found, and the ids of the first ten.
type Reply struct {
	ID    string   `json:"id"`
	MS    float64  `json:"ms"`
	Total int      `json:"total"`
	Top   []string `json:"top"`
	// Error is why there is no answer.
	Error string `json:"error,omitempty"`
}

// Renditions puts passages together to the documents they come from. Passages of
// one document stand side by side.
func Renditions(passages iter.Seq2[Passage, error]) iter.Seq2[un.Rendition, error] {
	return func(yield func(un.Rendition, error) bool) {
		var r un.Rendition
		for p, err := range passages {
			if err != nil {
				yield(r, err)
				return
			}
			if p.Symbol != r.Document.ID {
				if r.Document.ID != "" && !yield(r, nil) {
					return
				}
				if r, err = begin(p); err != nil {
					yield(r, err)
					return
				}
			}
			r.Passages = append(r.Passages, asPassage(p, len(r.Passages)+1))
		}
		if r.Document.ID != "" {
			yield(r, nil)
		}
	}
}

// begin makes the rendition of a passage's document, still without passages.
func begin(p Passage) (un.Rendition, error) {
	symbol, err := un.ParseSymbol(p.Symbol)
	if err != nil {
		return un.Rendition{}, fmt.Errorf("passage %s: %w", p.ID, err)
	}
	return un.Rendition{
		Document: un.Document{
			ID: p.Symbol, Symbols: []un.Symbol{symbol}, Title: p.Title, Types: []un.Type{un.Type(p.Type)},
			Body: p.Body, Session: symbol.Session, Meeting: p.Meeting, Date: un.Date(p.Date),
		},
		Language: p.Lang, Reader: "bench/1", Pages: 1,
		Files: []un.File{{SHA256: "bench-" + symbol.Key(), Name: "made.pdf", Media: "application/pdf", Size: 1}},
	}, nil
}

// passagesAPage is how many passages stand on a page.
const passagesAPage = 6

// asPassage is a passage in English, whatever its document's language: the text
// of all is English.
func asPassage(p Passage, n int) un.Passage {
	_, anchor, _ := strings.Cut(p.ID, "#")
	out := un.Passage{
		Anchor: anchor, Number: strconv.Itoa(n), Type: un.Paragraph, Language: "en",
		Page: 1 + n/passagesAPage, PageEnd: 1 + n/passagesAPage, Text: p.Text, States: p.States,
	}
	if p.Kind != "" {
		out.Kinds = []un.KindMark{{Value: un.Kind(p.Kind)}}
	}
	return out
}

// Write puts passages into a collection and publishes it. It gives the passages
// written.
func Write(ctx context.Context, w search.Writer, passages iter.Seq2[Passage, error]) (int, error) {
	n := 0
	for r, err := range Renditions(passages) {
		if err != nil {
			return n, err
		}
		n += len(r.Passages)
		if err := w.Apply(ctx, search.Change{Put: []un.Rendition{r}}); err != nil {
			return n, err
		}
	}
	_, err := w.Publish(ctx)
	return n, err
}

// valuesGiven is how many values of each facet every engine gives.
const valuesGiven = 10

// Ask asks a service queries one after the other, in the view given; in that of
// paragraphs a result is a passage, as for every peer.
func Ask(ctx context.Context, s *search.Service, view search.View, queries []Query) ([]Reply, error) {
	var out []Reply
	for _, q := range queries {
		text, err := q.Text()
		if err != nil {
			return nil, err
		}
		request := search.Request{
			Query: text, View: view, Filters: q.Filter, Facets: q.Facets, FacetSize: valuesGiven, Limit: 10, Bare: !q.Snippets,
		}
		if q.Sort == "date" {
			request.Sort = search.Newest
		}
		began := time.Now()
		result, err := s.Search(ctx, request)
		reply := Reply{ID: q.ID, MS: float64(time.Since(began).Nanoseconds()) / 1e6, Top: []string{}}
		if err != nil {
			reply.Error = err.Error()
		} else {
			reply.Total, reply.Top = result.Total.Value, names(result.Hits, view)
			if result.Total.Relation != "eq" {
				reply.Error = "the total is no exact one"
			}
		}
		out = append(out, reply)
	}
	return out, ctx.Err()
}

// names gives the ids of hits.
func names(hits []search.Hit, view search.View) []string {
	out := []string{}
	for _, h := range hits {
		id := h.Symbol
		if view == search.Paragraphs && len(h.Paragraphs) > 0 {
			id += "#" + h.Paragraphs[0].Anchor
		}
		out = append(out, id)
	}
	return slices.Clip(out)
}
