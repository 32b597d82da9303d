package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A baseline is what the words of a line stand on, those of its usual size.
type baseline struct{ v, size float64 }

// Of a size up to smallWord of the line's, and this much of it above the
// baseline, text counts as raised.
const raisedBy = 0.15

func (s segment) baseline() baseline {
	b := baseline{size: usualSize(s.words)}
	widest := math.Inf(-1)
	for i := range s.words {
		if w := &s.words[i]; tenths(w.size) == b.size && w.u1-w.u0 > widest {
			b.v, widest = w.v, w.u1-w.u0
		}
	}
	return b
}

func (b baseline) raises(w *word) bool {
	return w.size <= smallWord*b.size && b.v-w.v >= raisedBy*b.size
}

// parted reports whether a raised word stands for itself behind a, as the mark
// of a note does ("States" and "1" are not the word "States1"), or belongs to
// it, as in 5th, No and m2.
func parted(a, b *word) bool {
	if b.size > smallWord*a.size || a.v-b.v < raisedBy*a.size {
		return false
	}
	before, mark := a.string(), b.string()
	if !isNoteMark(mark) {
		return false
	}
	const short = 2 // letters of a unit of measure, digits of an ordinal
	last, _ := utf8.DecodeLastRuneInString(before)
	switch {
	case unicode.IsLetter(last):
		return utf8.RuneCountInString(before) > short
	case unicode.IsDigit(last):
		return !strings.Contains("aeoаеой", mark) || utf8.RuneCountInString(before) > short
	}
	return true
}

// isNoteMark reports whether a raised text looks like the mark of a note: up to
// three digits, one letter, or signs, and several of them with commas.
func isNoteMark(mark string) bool {
	for part := range strings.SplitSeq(mark, ",") {
		part = strings.TrimSpace(strings.Trim(part, "()[]/."))
		digits, letters := 0, 0
		for _, r := range part {
			switch {
			case unicode.IsDigit(r):
				digits++
			case unicode.IsLetter(r):
				letters++
			}
		}
		if letters > 1 || digits > 3 || letters > 0 && digits > 0 {
			return false
		}
	}
	return true
}

func (w *word) string() string {
	var out strings.Builder
	for _, u := range w.units {
		out.WriteString(u.text)
	}
	return out.String()
}
