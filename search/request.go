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
)

// The bounds of a Request.
const (
	DefaultLimit  = 10
	MaxLimit      = 100
	MaxQueryRunes = 512
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
