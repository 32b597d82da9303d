package bench

import (
	"fmt"
	"strings"
)

// Query is one line of queries.jsonl. Words are in lower case and made of letters
// only; term, and, or, phrase and near act on stems, prefix and fuzzy (one edit)
// on words as they are written.
type Query struct {
	ID     string              `json:"id"`
	Class  string              `json:"class"`
	Op     string              `json:"op"`
	Words  []string            `json:"words"`
	Within int                 `json:"within,omitempty"` // near: at most so many words apart
	Filter map[string][]string `json:"filters,omitempty"`
	Facets []string            `json:"facets,omitempty"`
	Sort   string              `json:"sort,omitempty"` // "date": newest first
	// Snippets asks for the ten texts shown, cut and marked.
	Snippets bool `json:"snippets"`
}

// The operations of a Query.
const (
	opTerm   = "term"
	opAnd    = "and"
	opOr     = "or"
	opPhrase = "phrase"
	opNear   = "near"
	opPrefix = "prefix"
	opFuzzy  = "fuzzy"
)

// The classes that the tables name beside each other.
const (
	classFacets  = "or3+facets"
	classFilters = "or3+facets+filters"
)

// class is a kind of query.
type class struct {
	name, op string
	facets   []string
	filters  bool
	sort     string
	snippets bool
}

// classes are all there are, in the order of the tables.
func classes() []class {
	five := []string{"meeting", "body", "type", "lang", "kind"}
	return []class{
		{name: opTerm, op: opTerm, snippets: true},
		{name: "and3", op: opAnd, snippets: true},
		{name: "or3", op: opOr, snippets: true},
		{name: opPhrase, op: opPhrase, snippets: true},
		{name: opNear, op: opNear, snippets: true},
		{name: opPrefix, op: opPrefix, snippets: true},
		{name: opFuzzy, op: opFuzzy, snippets: true},
		{name: "or3 by date", op: opOr, sort: "date", snippets: true},
		{name: classFacets, op: opOr, facets: five},
		{name: classFilters, op: opOr, facets: append(five, "year"), filters: true},
	}
}

// Classes are the names of the classes, in the order of the tables.
func Classes() []string {
	var names []string
	for _, c := range classes() {
		names = append(names, c.name)
	}
	return names
}

// Text is the query in the language of package query.
func (q Query) Text() (string, error) {
	switch q.Op {
	case opTerm, opAnd:
		return strings.Join(q.Words, " "), nil
	case opOr:
		return strings.Join(q.Words, " OR "), nil
	case opPhrase:
		return `"` + strings.Join(q.Words, " ") + `"`, nil
	case opNear:
		return strings.Join(q.Words, fmt.Sprintf(" NEAR/%d ", q.Within)), nil
	case opPrefix:
		return q.Words[0] + "*", nil
	case opFuzzy:
		return q.Words[0] + "~1", nil
	}
	return "", fmt.Errorf("query %s: unknown operation %q", q.ID, q.Op)
}
