package pdf

import (
	"math"
	"slices"
)

// settleMarks gives the combining marks of a row (the vowel signs of Arabic,
// accents drawn by themselves) to the characters they are drawn over. They have
// no width, or stand beside the run of the text, so their place in the file and
// from left to right says nothing.
func settleMarks(words []word) []word {
	if !slices.ContainsFunc(words, func(w word) bool { return w.class&classMark != 0 }) {
		return words
	}
	var marks []unit
	for i := range words {
		kept := words[i].units[:0:0]
		for _, u := range words[i].units {
			if classOf(u.text)&classMark != 0 {
				marks = append(marks, u)
			} else {
				kept = append(kept, u)
			}
		}
		words[i].units = kept
	}
	for _, m := range marks {
		if u := under(words, m); u != nil {
			u.text += m.text
		}
	}
	return slices.DeleteFunc(words, func(w word) bool { return len(w.units) == 0 })
}

// under gives the letter whose box is nearest to the middle of a mark; nil if
// the row has none.
func under(words []word, m unit) *unit {
	middle := (m.u0 + m.u1) / 2
	var best *unit
	least := math.Inf(1)
	for i := range words {
		for j := range words[i].units {
			u := &words[i].units[j]
			if distance := max(u.u0-middle, middle-u.u1, 0); distance < least {
				best, least = u, distance
			}
		}
	}
	return best
}
