package search

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/fnv"
)

const (
	// maxReach bounds what a cursor may claim at all: more than any collection
	// has.
	maxReach = 2_000_000_000
	// maxCursor bounds a cursor's length in bytes.
	maxCursor = 1024
)

// cursor is where a page of results begins, what it goes on behind, and the
// generation and the search that its forerunner came from.
type cursor struct {
	Generation string `json:"g"`
	Offset     int    `json:"o"`
	// After is the Next of the engine's answer.
	After string `json:"a,omitempty"`
	// Search is the print of the request.
	Search uint32 `json:"s"`
}

func (c cursor) String() string {
	data, err := json.Marshal(c)
	if err != nil {
		panic(err) // strings and numbers can be encoded
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// print tells searches apart whose results differ or stand in another order:
// a cursor of one means nothing in another.
func (r Request) print() uint32 {
	r.Cursor, r.Limit, r.Language, r.Facets, r.FacetPages, r.Explain = "", 0, "", nil, nil, false
	r.View, r.Sort = cmp.Or(r.View, Documents), cmp.Or(r.Sort, ByRelevance)
	h := fnv.New32a()
	h.Write([]byte(r.Values().Encode()))
	return h.Sum32()
}

// start reads a request's cursor; without one it is the first page.
// Errors: ErrInvalid for what is none of ours or of another search.
func (r Request) start() (cursor, error) {
	if r.Cursor == "" {
		return cursor{}, nil
	}
	var c cursor
	data, err := base64.RawURLEncoding.DecodeString(r.Cursor)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil || len(r.Cursor) > maxCursor || c.Offset <= 0 || c.Offset > maxReach || c.Generation == "" {
		return cursor{}, fmt.Errorf("the cursor is not one of ours; begin again without it: %w", ErrInvalid)
	}
	if c.Search != r.print() {
		return cursor{}, fmt.Errorf("the cursor belongs to another query, view, order or choice; begin again without it: %w", ErrInvalid)
	}
	if c.After == "" && c.Offset > MaxOffset {
		return cursor{}, fmt.Errorf("the first %d results are shown; narrow the search to see the others: %w", MaxOffset, ErrTooExpensive)
	}
	return c, nil
}

// next gives the cursor of the page behind an answer, empty where there is none.
func (r Request) next(p Plan, a *Answer) string {
	offset := p.Offset + p.Limit
	if p.Limit == 0 || offset >= a.Groups || a.Next == "" && offset > MaxOffset {
		return ""
	}
	return cursor{Generation: a.Generation, Offset: offset, After: a.Next, Search: r.print()}.String()
}
