package suggest

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// names finds things by the beginnings of the words of their names, in any
// order. Things are numbers from 0.
type names struct {
	words list
	// things are the numbers of the things with each word, one word behind the
	// other as in words, from ends of the word before up to ends.
	things []uint32
	ends   []uint32
	count  int
}

// namesBuilder collects what names is made of.
type namesBuilder struct {
	words  map[string]uint32
	things [][]uint32 // by word
	count  int
}

func newNamesBuilder() *namesBuilder { return &namesBuilder{words: map[string]uint32{}} }

// add gives the next thing its words.
func (b *namesBuilder) add(words []string) {
	thing := uint32(b.count)
	b.count++
	for _, word := range words {
		ord, known := b.words[word]
		if !known {
			ord = uint32(len(b.things))
			b.words[word] = ord
			b.things = append(b.things, nil)
		}
		if list := b.things[ord]; len(list) == 0 || list[len(list)-1] != thing {
			b.things[ord] = append(list, thing)
		}
	}
}

func (b *namesBuilder) made() names {
	n := names{count: b.count}
	total := 0
	for _, list := range b.things {
		total += len(list)
	}
	n.things = make([]uint32, 0, total)
	for _, word := range slices.Sorted(maps.Keys(b.words)) {
		n.words.add(word)
		n.things = append(n.things, b.things[b.words[word]]...)
		n.ends = append(n.ends, uint32(len(n.things)))
	}
	n.words.clip()
	n.ends = slices.Clip(n.ends)
	return n
}

// of gives the things with the word of a number.
func (n *names) of(word int) []uint32 { return n.things[n.start(word):n.ends[word]] }

func (n *names) start(word int) uint32 {
	if word == 0 {
		return 0
	}
	return n.ends[word-1]
}

// beginning gives the things with a word that begins so.
func (n *names) beginning(prefix string) set {
	from, to := n.words.beginning(prefix)
	out := newSet(n.count)
	if from < to {
		for _, thing := range n.things[n.start(from):n.ends[to-1]] {
			out.add(thing)
		}
	}
	return out
}

// named gives the things that a typed word means: those with a word that begins
// so; a number of one or two digits beside others is meant as it stands.
func (n *names) named(typed string) set {
	if len(typed) > 2 || strings.Trim(typed, "0123456789") != "" {
		return n.beginning(typed)
	}
	out := newSet(n.count)
	if from, to := n.words.beginning(typed); from < to && n.words.at(from) == typed {
		for _, thing := range n.of(from) {
			out.add(thing)
		}
	}
	return out
}

// matching gives the things that each of the typed words means; nil when there
// are none.
func (n *names) matching(typed []string) set {
	var out set
	if len(typed) == 1 {
		out = n.beginning(typed[0])
		if out.empty() {
			return nil
		}
		return out
	}
	for _, word := range typed {
		found := n.named(word)
		if out != nil {
			found.and(out)
		}
		out = found
		if out.empty() {
			return nil
		}
	}
	return out
}

func (n *names) size() int { return n.words.size() + 4*cap(n.things) + 4*cap(n.ends) }

// set is a set of small numbers.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func (s set) add(i uint32)      { s[i/64] |= 1 << (i % 64) }
func (s set) has(i uint32) bool { return s[i/64]&(1<<(i%64)) != 0 }

func (s set) and(t set) {
	for i := range s {
		s[i] &= t[i]
	}
}

func (s set) empty() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

// all calls visit with the numbers in order until it says no.
func (s set) all(visit func(i uint32) bool) {
	for at, word := range s {
		for word != 0 {
			if !visit(uint32(at*64 + bits.TrailingZeros64(word))) {
				return
			}
			word &= word - 1
		}
	}
}
