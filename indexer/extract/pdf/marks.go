package pdf

import (
	"math"
	"unicode"
)

// settleMarks gives the combining marks of a row (the vowel signs of Arabic,
// accents drawn by themselves) to the characters they are drawn over. They have
// no width, or stand beside the run of the text, so their place in the file and
// from left to right says nothing.
func settleMarks(words []word) []word {
	var marks []unit
	for i := range words {
		kept := words[i].units[:0:0]
		for _, u := range words[i].units {
			if isMark(u.text) {
				marks = append(marks, u)
			} else {
				kept = append(kept, u)
			}
		}
		if len(kept) < len(words[i].units) {
			words[i].units = kept
		}
	}
	if len(marks) == 0 {
		return words
	}
	for _, m := range marks {
		if u := under(words, m); u != nil {
			u.text += m.text
		}
	}
	out := words[:0]
	for _, w := range words {
		if len(w.units) > 0 {
			out = append(out, w)
		}
	}
	return out
}

func isMark(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			return false
		}
	}
	return text != ""
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
