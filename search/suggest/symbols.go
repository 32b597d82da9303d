package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"travaux/search"
	"travaux/search/un"
)

// symbols are the values of the symbol tree in the order of their keys.
type symbols struct {
	list
	counts []uint32
	depths []byte
	// held are those that are a document's own.
	held set
}

// symbolKey brings all spellings of a symbol or its beginning to one: runs of
// letters and of digits, in capitals, with a slash between them, and one at the
// end of what was typed with one. "cac/cosp/eg.1" and "CAC COSP EG1" are
// CAC/COSP/EG/1.
func symbolKey(text string) string {
	var out strings.Builder
	const (
		none = iota
		letter
		digit
	)
	last, parted := none, false
	for _, r := range strings.ToUpper(fold(text)) {
		kind := none
		switch {
		case unicode.IsDigit(r):
			kind = digit
		case unicode.IsLetter(r):
			kind = letter
		}
		if kind == none {
			parted = true
			continue
		}
		if out.Len() > 0 && (parted || kind != last) {
			out.WriteByte('/')
		}
		out.WriteRune(r)
		last, parted = kind, false
	}
	if strings.HasSuffix(text, "/") || strings.HasSuffix(text, ".") {
		out.WriteByte('/')
	}
	return out.String()
}

// makeSymbols takes the values of the symbol facet and the ids of all documents.
func makeSymbols(values []search.FacetValue, ids map[string]bool) symbols {
	type node struct {
		key   string
		value search.FacetValue
	}
	all := make([]node, 0, len(values))
	inTree := make(map[string]bool, len(values))
	for _, v := range values {
		if v.Count > 0 {
			all = append(all, node{symbolKey(v.Value), v})
			inTree[v.Value] = true
		}
	}
	for id := range ids {
		if !inTree[id] && !un.IsAssignedID(id) {
			all = append(all, node{symbolKey(id), search.FacetValue{Value: id, Count: 1}})
		}
	}
	slices.SortFunc(all, func(a, b node) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.value.Value, b.value.Value))
	})
	s := symbols{held: newSet(len(all))}
	for i, n := range all {
		s.add(n.value.Value)
		s.counts = append(s.counts, uint32(n.value.Count))
		s.depths = append(s.depths, byte(min(n.value.Depth, 255)))
		if ids[n.value.Value] {
			s.held.add(uint32(i))
		}
	}
	s.clip()
	return s
}

func (s *symbols) size() int { return s.list.size() + 4*cap(s.counts) + cap(s.depths) + 8*cap(s.held) }

// foundSymbol is a symbol that begins as was typed: a document's own, or one
// that count documents stand under.
type foundSymbol struct {
	symbol string
	held   bool
	count  int
}

// complete gives what begins so: what was typed itself, then level by level
// those that hold most.
func (s *symbols) complete(typed string, limit int) []foundSymbol {
	key := symbolKey(typed)
	if key == "" {
		return nil
	}
	from, to := span(s.len(), func(i int) string { return symbolKey(s.at(i)) }, key)
	if from == to {
		return nil
	}
	whole := 0 // those that are what was typed come first in order
	for from+whole < to && symbolKey(s.at(from+whole)) == key {
		whole++
	}
	best := most(to-from, limit, func(a, b int) int {
		if a < whole || b < whole {
			return cmp.Compare(a, b)
		}
		a, b = from+a, from+b
		return cmp.Or(cmp.Compare(s.depths[a], s.depths[b]), cmp.Compare(s.counts[b], s.counts[a]), cmp.Compare(a, b))
	})
	out := make([]foundSymbol, len(best))
	for i, at := range best {
		at = s.only(from + at)
		out[i] = foundSymbol{symbol: s.at(at), held: s.held.has(uint32(at)), count: int(s.counts[at])}
	}
	return out
}

// only gives, of a symbol that one document stands under, that document.
func (s *symbols) only(at int) int {
	const deepest = 8 // levels
	for i := at; i < min(at+deepest, s.len()) && s.counts[at] == 1; i++ {
		if s.held.has(uint32(i)) && strings.HasPrefix(s.at(i), s.at(at)) {
			return i
		}
	}
	return at
}
