package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"travaux/search"
)

// The bounds of the table of words: of more, the rarest are left out. 2 million
// passages have some 500,000 words that are worth completing.
const (
	maxWords     = 1 << 20
	maxWordBytes = 16 << 20
)

// words are the collection's words in order, with the number of texts that have
// each.
type words struct {
	list
	counts []uint32
	// floor is the count up to which words were left out for want of room.
	floor uint32
	// written is how texts write a word that its exact form does not show, with
	// its accents.
	written map[string]string
}

// worthCompleting reports whether a word may be offered: of letters, three of
// them at least, of a script that parts words by blanks.
func worthCompleting(word string) bool {
	const longest = 40
	if len(word) > 4*longest {
		return false
	}
	n := 0
	for _, r := range word {
		switch {
		case unicode.IsLetter(r) && !unspaced(r):
			n++
		case !unicode.IsMark(r) && r != '\'':
			return false
		}
	}
	return n >= 3 && n <= longest
}

// add takes in the next word in order.
func (w *words) add(word search.Word) {
	if uint32(word.Count) <= w.floor || !worthCompleting(word.Text) {
		return
	}
	w.list.add(word.Text)
	w.counts = append(w.counts, uint32(word.Count))
	for w.len() > maxWords || len(w.text) > maxWordBytes {
		w.floor++
		w.keep(func(_ string, count uint32) bool { return count > w.floor })
	}
}

// keep drops the other words.
func (w *words) keep(wanted func(word string, count uint32) bool) {
	var kept list
	counts := w.counts[:0]
	for i, count := range w.counts {
		if word := w.at(i); wanted(word, count) {
			kept.add(word)
			counts = append(counts, count)
		}
	}
	w.list, w.counts = kept, counts
}

// has reports whether a word is there.
func (w *words) has(word string) bool {
	from, to := w.beginning(word)
	return from < to && w.at(from) == word
}

// frequent gives the words beginning so that most texts have, at most limit.
func (w *words) frequent(prefix string, limit int) []search.Word {
	from, to := w.beginning(prefix)
	best := most(to-from, limit, func(a, b int) int {
		return cmp.Or(cmp.Compare(w.counts[from+b], w.counts[from+a]), cmp.Compare(a, b))
	})
	out := make([]search.Word, len(best))
	for i, at := range best {
		out[i] = search.Word{Text: w.at(from + at), Count: int(w.counts[from+at])}
	}
	return out
}

// most gives the first of the numbers below n in an order, at most limit.
func most(n, limit int, compare func(a, b int) int) []int {
	var kept []int
	for i := range n {
		if len(kept) == limit && (limit == 0 || compare(i, kept[limit-1]) >= 0) {
			continue
		}
		at, _ := slices.BinarySearchFunc(kept, i, compare)
		kept = slices.Insert(kept, at, i)
		kept = kept[:min(len(kept), limit)]
	}
	return kept
}

// spell gives a word as texts write it.
func (w *words) spell(word string) string {
	if written := w.written[word]; written != "" {
		return written
	}
	return word
}

// spellings counts how texts write the words that their folded form does not
// show.
type spellings struct {
	written map[string]map[string]int // by folded form
	plain   map[string]int            // written as they are folded
}

func newSpellings() *spellings {
	return &spellings{written: map[string]map[string]int{}, plain: map[string]int{}}
}

// maxSpellings bounds the words whose spellings are learnt.
const maxSpellings = 50_000

// learn notes how the words of a text are written.
func (s *spellings) learn(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		lower := strings.ToLower(word)
		folded := fold(word)
		switch {
		case folded == lower:
			if _, known := s.plain[folded]; known || len(s.plain) < 4*maxSpellings {
				s.plain[strings.Clone(folded)]++
			}
		case s.written[folded] != nil:
			s.written[folded][lower]++
		case len(s.written) < maxSpellings:
			s.written[folded] = map[string]int{lower: 1}
		}
	}
}

// best gives the most frequent spelling of each word that is mostly not written
// as it is folded.
func (s *spellings) best() map[string]string {
	out := map[string]string{}
	for word, spelt := range s.written {
		best, most := "", s.plain[word]
		for text, n := range spelt {
			if n > most || n == most && best != "" && text < best {
				best, most = text, n
			}
		}
		if best != "" {
			out[word] = best
		}
	}
	return out
}

func (w *words) size() int {
	n := w.list.size() + 4*cap(w.counts)
	for word, written := range w.written {
		n += 2*len(word) + len(written) + 32
	}
	return n
}
