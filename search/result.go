package search

import "travaux/search/un"

// Result is an answer. Its JSON is the contract of `travaux search --format
// json` and of GET /api/v1/search.
type Result struct {
	Query Query `json:"query"`
	// Generation is the generation that answered, "gen-000007".
	Generation string `json:"generation"`
	TookMS     int64  `json:"took_ms"`
	View       View   `json:"view"`
	Total      Total  `json:"total"`
	// Hits are at most Limit results; a family stands under its first member.
	Hits []Hit `json:"hits"`
	// Facets by name, values sorted chosen first, then by count, then by value;
	// years by value, newest first.
	Facets      map[string][]FacetValue `json:"facets,omitempty"`
	Suggestions []Suggestion            `json:"suggestions,omitempty"`
	// Next is the cursor of the next page, empty on the last one.
	Next string `json:"next,omitempty"`
}

// Query tells how the query was understood.
type Query struct {
	Input string `json:"input"`
	// Interpreted is the query in plain words.
	Interpreted string   `json:"interpreted"`
	Warnings    []string `json:"warnings,omitempty"`
}

// Total is a count and what it is worth: Relation is "eq" for an exact count
// and "about" otherwise.
type Total struct {
	Value    int    `json:"value"`
	Relation string `json:"relation"`
}

// Hit is one result: a document with its best paragraphs (document view), or
// one paragraph with its document (paragraph view).
type Hit struct {
	// Symbol is empty for a document without one; ID never is.
	Symbol string    `json:"symbol,omitempty"`
	ID     string    `json:"id"`
	Title  string    `json:"title"`
	Type   []un.Type `json:"type,omitempty"`
	Body   string    `json:"body,omitempty"`
	// Meeting is nil when the meeting is not known.
	Meeting *MeetingRef `json:"meeting,omitempty"`
	Date    un.Date     `json:"date,omitempty"`
	// Languages are those of all held renditions.
	Languages []string `json:"languages"`
	// Held is false for a document known from a meeting page only.
	Held bool `json:"held"`
	// NoText says that the rendition shown has no text layer.
	NoText bool    `json:"no_text,omitempty"`
	Score  float64 `json:"score"`
	// URL is the permalink, beginning with /doc/.
	URL string `json:"url"`
	// Family are matching corrigenda, addenda and revisions (or the parent) of
	// the same family that rank below; they are counted in the total.
	Family     []FamilyHit `json:"family,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs"`
	// More counts the matching paragraphs that are not given.
	More int `json:"more"`
}

// MeetingRef is a meeting's id with its label.
type MeetingRef struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// FamilyHit is a member of a hit's family.
type FamilyHit struct {
	Symbol string    `json:"symbol"`
	Title  string    `json:"title,omitempty"`
	Type   []un.Type `json:"type,omitempty"`
	URL    string    `json:"url"`
	Held   bool      `json:"held"`
}

// Paragraph is a matching passage, its text cut to the part worth reading.
type Paragraph struct {
	Anchor string `json:"anchor"`
	// Number as printed, empty for an unnumbered block.
	Number   string         `json:"number,omitempty"`
	Page     int            `json:"page,omitempty"`
	Language string         `json:"language"`
	Kind     []un.Kind      `json:"kind,omitempty"`
	Type     un.PassageType `json:"-"`
	URL      string         `json:"url"`
	Spans    []Span         `json:"spans"`
}

// Span is a run of text that matches the query or does not. Text is plain and
// is never parsed as HTML.
type Span struct {
	Text  string `json:"text"`
	Match bool   `json:"match"`
}

// FacetValue is one value of a facet. Count is of documents in the document
// view and of passages in the paragraph view, with all filters applied but the
// facet's own.
type FacetValue struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
	// Selected says that the request chooses the value.
	Selected bool `json:"selected"`
	// Depth is the value's place in a tree facet, from 0.
	Depth int `json:"depth,omitempty"`
	// Parent is the value above it in a tree facet.
	Parent string `json:"parent,omitempty"`
}

// Suggestion is another query worth asking.
type Suggestion struct {
	// Kind is "symbol" (a near symbol that is held) or "spelling".
	Kind  string `json:"kind"`
	Query string `json:"query"`
	Label string `json:"label"`
}
