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
	Facets map[string][]FacetValue `json:"facets,omitempty"`
	// FacetTotals are the numbers of values there are of each facet, of which
	// Facets may give a part.
	FacetTotals map[string]int `json:"facet_totals,omitempty"`
	Suggestions []Suggestion   `json:"suggestions,omitempty"`
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
	// Languages are those of all held renditions, Language that of the one shown:
	// of title and paragraphs. It is empty where nothing is held.
	Languages []string `json:"languages"`
	Language  string   `json:"language,omitempty"`
	// Held is false for a document known from a meeting page only.
	Held bool `json:"held"`
	// NoText says that the rendition shown has no text layer.
	NoText bool    `json:"no_text,omitempty"`
	Score  float64 `json:"score"`
	// Explanation is given where the request asks for it.
	Explanation *Explanation `json:"explanation,omitempty"`
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

// FamilyHit is a member of a hit's family, with its best paragraph where it
// matches.
type FamilyHit struct {
	Symbol string    `json:"symbol"`
	Title  string    `json:"title,omitempty"`
	Type   []un.Type `json:"type,omitempty"`
	URL    string    `json:"url"`
	Held   bool      `json:"held"`
	// Language is that of title and paragraph, in an answer to a search alone.
	Language string `json:"language,omitempty"`
	// Paragraphs is the best of its matching paragraphs, in an answer to a search
	// alone; More counts the others.
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`
	More       int         `json:"more,omitempty"`
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
	// Gap says that the span is no text but stands for what is left out there.
	Gap bool `json:"gap,omitempty"`
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

// SuggestionKind is what a Suggestion offers.
type SuggestionKind string

// The kinds of suggestion.
const (
	// SuggestSymbol is a held document whose symbol is near to or begins with
	// what was asked for, or a symbol that documents stand under.
	SuggestSymbol SuggestionKind = "symbol"
	// SuggestMeeting is a meeting of the collection.
	SuggestMeeting SuggestionKind = "meeting"
	// SuggestTitle is a title of the collection.
	SuggestTitle SuggestionKind = "title"
	// SuggestTerm is a word of the collection, or words of which the last is
	// completed.
	SuggestTerm SuggestionKind = "term"
	// SuggestValue is a value of a field that is being typed.
	SuggestValue SuggestionKind = "value"
	// SuggestSpelling is the query with words of the collection in place of those
	// it does not have; it finds something.
	SuggestSpelling SuggestionKind = "spelling"
	// SuggestFilter is the search without the choice in one facet.
	SuggestFilter SuggestionKind = "filter"
	// SuggestFewer is the query without one of its words, which finds nothing
	// beside the others.
	SuggestFewer SuggestionKind = "fewer"
)

// Suggestion is another search worth asking.
type Suggestion struct {
	Kind SuggestionKind `json:"kind"`
	// Query is what to ask for; for SuggestFilter the query as it was.
	Query string `json:"query"`
	// Label is what to show.
	Label string `json:"label"`
	// Count is how many results there would be; 0 where it was not counted.
	Count int `json:"count,omitempty"`
	// Facet is the facet whose choice is left out (SuggestFilter).
	Facet string `json:"facet,omitempty"`
}

// Explanation tells how a score came about. A hit's score is the Score of its
// explanation to within rounding.
type Explanation struct {
	// Rule says in words how the parts make up the score.
	Rule  string  `json:"rule"`
	Score float64 `json:"score"`
	Parts []Part  `json:"parts"`
}

// Part is what one word, phrase or rule gives to a score.
type Part struct {
	// What is the part of the query as it is printed, or the name of a rule.
	What string `json:"what"`
	// Where is "title", "document" (its whole text), "paragraph" (its best one,
	// or the one that is the hit) or "symbol".
	Where string `json:"where"`
	// Language is that of the analysis, "=" for the exact form.
	Language string `json:"language,omitempty"`
	// Frequency, Length and MeanLength count terms; With of Texts have the part.
	Frequency  int     `json:"frequency,omitempty"`
	Length     int     `json:"length,omitempty"`
	MeanLength float64 `json:"mean_length,omitempty"`
	With       int     `json:"with,omitempty"`
	Texts      int     `json:"texts,omitempty"`
	IDF        float64 `json:"idf,omitempty"`
	Score      float64 `json:"score"`
}
