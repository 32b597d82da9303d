package pdf

import (
	"strings"
	"unicode"
)

// parted reports whether a raised word stands for itself behind a, as the mark
// of a note does ("States" and "1" are not the word "States1"), or belongs to
// it, as in 5th, No and m2.
func parted(a, b word) bool {
	if b.size > 0.8*a.size || a.v-b.v < 0.15*a.size {
		return false
	}
	before, mark := a.string(), b.string()
	last := []rune(before)[len([]rune(before))-1]
	letters := strings.TrimFunc(mark, func(r rune) bool { return !unicode.IsLetter(r) })
	switch {
	case letters == "":
		// Digits and stars are marks, but an exponent behind a unit.
		return !unicode.IsLetter(last) || len([]rune(before)) > 2
	case unicode.IsDigit(last):
		return false // an ordinal
	}
	return len([]rune(letters)) == 1 && len([]rune(before)) > 2
}

func (w word) string() string {
	var out strings.Builder
	for _, u := range w.units {
		out.WriteString(u.text)
	}
	return out.String()
}
