package bleve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"travaux/search"
)

// start is where a page of results begins: behind one of them, or where so many
// have been passed.
type start struct {
	// behind is the last result of the page before, a document or a passage; none
	// where the page is counted off.
	behind        uint32
	offset, limit int
}

// startOf reads where a plan goes on, among n documents or passages. What was
// said by another generation is counted off, as far as that may go.
func (e *evaluation) startOf(p search.Plan, n int) (start, error) {
	at := start{none, p.Offset, p.Limit}
	if p.After != "" {
		generation, ordinal, err := e.readAfter(p.After)
		if err != nil {
			return at, err
		}
		if generation == e.name {
			if ordinal >= uint64(n) {
				return at, errAfter
			}
			at.behind = uint32(ordinal)
			return at, nil
		}
	}
	if p.Offset > search.MaxOffset {
		return at, fmt.Errorf("%d results stand before the ones asked for, at most %d are counted off; narrow the search: %w", p.Offset, search.MaxOffset, search.ErrTooExpensive)
	}
	return at, nil
}

// errAfter tells of a place that no answer gave.
var errAfter = fmt.Errorf("the place to go on from is none of this collection's; begin again without it: %w", search.ErrInvalid)

// after names a result for the next plan: the generation, the view and the
// ordinal.
func (e *evaluation) after(result uint32) string {
	return strings.Join([]string{e.name, string(e.view[:1]), strconv.FormatUint(uint64(result), 36)}, ":")
}

func (e *evaluation) readAfter(text string) (generation string, ordinal uint64, err error) {
	parts := strings.Split(text, ":")
	if len(parts) != 3 || parts[1] != string(e.view[:1]) {
		return "", 0, errAfter
	}
	ordinal, err = strconv.ParseUint(parts[2], 36, 32)
	if err != nil {
		return "", 0, errAfter
	}
	return parts[0], ordinal, nil
}

// page gives the results of a page in order, and how many stand behind them. It
// writes over the items.
func (at start) page(items []uint32, compare func(a, b uint32) int) (best []uint32, more int) {
	if at.behind != none {
		items = slices.DeleteFunc(items, func(item uint32) bool { return compare(item, at.behind) <= 0 })
		at.offset = 0
	}
	best = page(items, at.offset, at.limit, compare)
	return best, max(0, len(items)-at.offset-len(best))
}
