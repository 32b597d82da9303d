package search

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// maxOffset bounds how far a cursor reaches.
const maxOffset = 10_000

// cursor is where a page of results begins, and the generation that its
// forerunner came from.
type cursor struct {
	Generation string `json:"g"`
	Offset     int    `json:"o"`
}

func (c cursor) String() string {
	data, err := json.Marshal(c)
	if err != nil {
		panic(err) // a string and a number can be encoded
	}
	return base64.RawURLEncoding.EncodeToString(data)
}

// parseCursor reads what String writes; the empty text is the first page.
func parseCursor(text string) (cursor, error) {
	var c cursor
	if text == "" {
		return c, nil
	}
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err == nil {
		err = json.Unmarshal(data, &c)
	}
	if err != nil || c.Offset <= 0 || c.Generation == "" {
		return cursor{}, fmt.Errorf("cursor %q is not one of ours; begin again without it: %w", text, ErrInvalid)
	}
	if c.Offset > maxOffset {
		return cursor{}, fmt.Errorf("the first %d results are shown; narrow the search to see the others: %w", maxOffset, ErrTooExpensive)
	}
	return c, nil
}
