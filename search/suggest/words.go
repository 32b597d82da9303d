package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	// written is how titles write a word that its exact form does not show, with
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

// spell gives a word as titles write it.
func (w *words) spell(word string) string {
	if written := w.written[word]; written != "" {
		return written
	}
	return word
}

// learn notes how the words of a title are written; seen counts the spellings.
func learn(title string, seen map[string]map[string]int) {
	const most = 50_000
	if isASCII(title) || len(seen) >= most {
		return
	}
	for word := range strings.FieldsFuncSeq(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if isASCII(word) || utf8.RuneCountInString(word) < 3 {
			continue
		}
		lower := strings.ToLower(word)
		folded := fold(word)
		if folded == lower {
			continue
		}
		if seen[folded] == nil {
			seen[folded] = map[string]int{}
		}
		seen[folded][lower]++
	}
}

// spellings gives the most frequent spelling of each word.
func spellings(seen map[string]map[string]int) map[string]string {
	out := make(map[string]string, len(seen))
	for word, spelt := range seen {
		best := ""
		for s, n := range spelt {
			if best == "" || n > spelt[best] || n == spelt[best] && s < best {
				best = s
			}
		}
		out[word] = best
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
