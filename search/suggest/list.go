package suggest

import (
	"slices"
	"sort"
	"strings"
)

// list is strings without a header each: one text, and where each string ends.
type list struct {
	text []byte
	ends []uint32
}

func (l *list) add(s string) {
	l.text = append(l.text, s...)
	l.ends = append(l.ends, uint32(len(l.text)))
}

func (l *list) len() int { return len(l.ends) }

func (l *list) at(i int) string {
	start := uint32(0)
	if i > 0 {
		start = l.ends[i-1]
	}
	return string(l.text[start:l.ends[i]])
}

// clip gives back what has been reserved and not used.
func (l *list) clip() { l.text, l.ends = slices.Clip(l.text), slices.Clip(l.ends) }

// size is the number of bytes held.
func (l *list) size() int { return cap(l.text) + 4*cap(l.ends) }

// beginning gives the range of the strings that begin so, in a list that is in
// order.
func (l *list) beginning(prefix string) (from, to int) {
	return span(l.len(), l.at, prefix)
}

// span gives the range of keys that begin so among n that are in order.
func span(n int, key func(int) string, prefix string) (from, to int) {
	from = sort.Search(n, func(i int) bool { return key(i) >= prefix })
	to = from + sort.Search(n-from, func(i int) bool {
		k := key(from + i)
		return k > prefix && !strings.HasPrefix(k, prefix)
	})
	return from, to
}
