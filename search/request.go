package search

// View is what one result of a search is.
type View string

// The views. In the document view one result is one symbol and AND and NOT act
// on a rendition as a whole; in the paragraph view one result is one passage
// and they act on the passage. Phrases stay inside one paragraph in both.
const (
	Documents  View = "documents"
	Paragraphs View = "paragraphs"
)

// Sort is the order of results.
type Sort string

// The orders. Equal results come newest first, then by symbol.
const (
	ByRelevance Sort = "relevance"
	Newest      Sort = "newest"
	Oldest      Sort = "oldest"
	BySymbol    Sort = "symbol"
	// ByParagraph puts paragraphs in the order of their documents' symbols and,
	// within a document, as they are printed; for documents it is BySymbol.
	ByParagraph Sort = "paragraph"
)

// Sorts returns the orders in which they are offered.
func Sorts() []Sort { return []Sort{ByRelevance, Newest, Oldest, BySymbol, ByParagraph} }

// FacetOrder is the order of a facet's values.
type FacetOrder string

// The orders of a facet's values; chosen values come first in both. By count,
// equal counts come by name; years come newest first unless ByName is asked for.
const (
	ByCount FacetOrder = "count"
	ByName  FacetOrder = "name"
)

// FacetPage says which values of one facet to give.
type FacetPage struct {
	// Order defaults to ByCount.
	Order FacetOrder
	// Prefix keeps the values that it begins, or a word of whose label it begins,
	// in any case and with or without accents; empty keeps all. Chosen values are
	// kept always.
	Prefix string
	// Offset and Limit cut the values out of their order; Limit 0 means the
	// request's FacetSize.
	Offset, Limit int
}

// The bounds of a Request.
const (
	DefaultLimit  = 10
	MaxLimit      = 100
	MaxQueryRunes = 512
	// MaxOffset is how many results may stand before a page that an engine cannot
	// reach from the last one.
	MaxOffset = 10_000
)

// Request is one search. The zero values mean the defaults.
type Request struct {
	// Query is a text in the query language; empty asks for everything.
	Query string
	// View defaults to Documents.
	View View
	// Filters are the chosen values by facet name (schema's names: meeting,
	// symbol, body, type, lang, year, kind). Values of one facet widen (OR),
	// several facets narrow (AND). A year is "2013" or a range "2011..2015",
	// open at either end.
	Filters map[string][]string
	// Facets are the names of the facets to count; nil counts none.
	Facets []string
	// FacetSize is how many values of each facet to give; 0 means all. Chosen
	// values are given always.
	FacetSize int
	// FacetPages says more of single facets, by name.
	FacetPages map[string]FacetPage
	// Explain asks for the parts of every hit's score.
	Explain bool
	// Bare asks for hits without texts: documents without paragraphs, which are
	// then all counted in More, and paragraphs without Spans. Who lists names only
	// has them sooner. It is no part of an address.
	Bare bool
	// Sort defaults to ByRelevance.
	Sort Sort
	// Limit is the number of results, at most MaxLimit; 0 means DefaultLimit,
	// and a negative one no results, only the counts.
	Limit int
	// Cursor is the Next of an earlier Result.
	Cursor string
	// Language is the language (BCP 47) of labels and of the rendition shown
	// where the query does not tell; it defaults to "en".
	Language string
}
