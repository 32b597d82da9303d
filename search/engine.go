package search

import (
	"context"

	"travaux/search/query"
	"travaux/search/un"
)

// Plan is a request made ready for an engine: parsed, checked, with defaults
// filled in.
type Plan struct {
	// Tree is the query; nil asks for everything.
	Tree query.Node
	// Marks is what to mark in texts; nil means the Tree.
	Marks query.Node
	// Exact is the match key of a symbol that the whole query names; its
	// document comes first.
	Exact string
	// Omit are ids of documents that are no results, nor are those of their families.
	Omit      []string
	View      View
	Filters   map[string][]string
	Facets    []string
	FacetSize int
	// FacetPages says more of single facets, by name.
	FacetPages map[string]FacetPage
	Explain    bool
	// Bare asks for hits without texts (Request.Bare).
	Bare bool
	Sort Sort
	// Offset and Limit cut the results out of their order; families count as
	// one in the document view.
	Offset, Limit int
	// After is the Next of an earlier Answer to the same plan: results go on
	// behind it, at the price of a first page. An engine that no longer has what
	// it names (another generation is live) goes by Offset, up to MaxOffset; what
	// is no engine's Next is ErrInvalid.
	After    string
	Language string
}

// Answer is an engine's reply to a Plan. Labels, URLs and suggestions are the
// Service's.
type Answer struct {
	Generation string
	Total      Total
	Hits       []Hit
	Facets     map[string][]FacetValue
	// FacetTotals are, by facet, the number of values there would be without
	// offset and limit.
	FacetTotals map[string]int
	// Without is, by the name of each facet that the plan chooses values of, the
	// total there would be without that choice.
	Without map[string]int
	// Next names the last hit for Plan.After; empty when there are no more.
	Next string
	// Groups is the number of hits there would be without Offset and Limit.
	Groups int
	// Warnings are sentences about what the engine could not do in full.
	Warnings []string
	// Absent are the fields and chosen values that nothing has.
	Absent []query.Field
}

// Engine answers plans. Its meaning is design section 5, held by enginetest.
// All methods may be called at the same time from many goroutines; each answers
// from one generation, whole.
type Engine interface {
	// Search answers a plan. ErrTooExpensive when a bound is passed.
	Search(ctx context.Context, p Plan) (*Answer, error)
	// Renditions gives the renditions of a document without their passages,
	// found by id or by match key; ErrNotFound when there are none.
	Renditions(ctx context.Context, id string) ([]un.Rendition, error)
	// Passages gives the passages of one rendition in their order.
	Passages(ctx context.Context, key un.RenditionKey) ([]un.Passage, error)
	// Family gives the documents of a document's family by its id, one
	// rendition each without passages, the document itself included.
	Family(ctx context.Context, id string) ([]un.Rendition, error)
	// Near gives ids of held documents nearest to a symbol, nearest first.
	Near(ctx context.Context, symbol string, limit int) ([]string, error)
	// File finds a held file by its sha256; ErrNotFound when it is not held.
	File(ctx context.Context, sha256 string) (un.File, error)
	Resembler
	// Mark cuts a passage's text into spans by what of a tree matches it; nil
	// when nothing does.
	Mark(tree query.Node, language, text string) []Span
	Vocabulary
	// Status tells what the live generation holds.
	Status(ctx context.Context) (Status, error)
	// Close gives everything back. It may be called twice.
	Close() error
}
