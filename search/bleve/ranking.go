package bleve

import (
	"cmp"

	"travaux/search"
)

// ranking holds what the order of results depends on.
type ranking struct {
	columns *columns
	sort    search.Sort
	scores  []float64 // by document or passage; not read when the order has no scores
	exact   uint32    // the document that the query names, or none
}

// documents compares two documents.
func (r *ranking) documents(a, b uint32) int {
	switch r.sort {
	case search.Newest:
		return cmp.Compare(a, b)
	case search.Oldest:
		return cmp.Compare(r.columns.oldestOf(a), r.columns.oldestOf(b))
	case search.BySymbol, search.ByParagraph:
		return cmp.Compare(r.columns.symbolOf(a), r.columns.symbolOf(b))
	}
	return cmp.Or(r.exactFirst(a, b), r.better(a, b))
}

// exactFirst puts the document that the query names before all others.
func (r *ranking) exactFirst(a, b uint32) int {
	switch {
	case a == b:
		return 0
	case a == r.exact:
		return -1
	case b == r.exact:
		return 1
	}
	return 0
}

// passages compares two passages. Passages and documents stand newest first.
func (r *ranking) passages(a, b uint32) int {
	switch r.sort {
	case search.Oldest:
		return cmp.Or(cmp.Compare(r.columns.oldestOf(r.columns.documentOf(a)), r.columns.oldestOf(r.columns.documentOf(b))), cmp.Compare(a, b))
	case search.BySymbol, search.ByParagraph:
		return cmp.Or(cmp.Compare(r.columns.symbolOf(r.columns.documentOf(a)), r.columns.symbolOf(r.columns.documentOf(b))), cmp.Compare(a, b))
	case search.ByRelevance:
		if r.exact != none {
			if first := r.exactFirst(r.columns.documentOf(a), r.columns.documentOf(b)); first != 0 {
				return first
			}
		}
		return r.better(a, b)
	}
	return cmp.Compare(a, b)
}

// better compares by score; of equal ones the newest is first.
func (r *ranking) better(a, b uint32) int {
	switch x, y := r.scores[a], r.scores[b]; {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return cmp.Compare(a, b)
}
