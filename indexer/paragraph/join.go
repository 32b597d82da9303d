package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// words counts how words are written inside lines, to tell a hyphen that breaks
// a word from one that belongs to it.
type words map[string]int

func countWords(lines []line) words {
	w := words{}
	for _, l := range lines {
		fields := strings.Fields(l.text)
		for i, f := range fields {
			f = trimWord(f)
			if f == "" || i == len(fields)-1 && strings.HasSuffix(f, "-") {
				continue
			}
			w[strings.ToLower(f)]++
			for _, part := range strings.Split(f, "-") {
				if part != f {
					w[strings.ToLower(part)]++
				}
			}
		}
	}
	return w
}

func trimWord(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' })
}

// join joins two printed lines: with a blank, without one between Han
// characters, and with the hyphen at the line's end kept or dropped.
func (w words) join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	last, lastSize := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	before, _ := utf8.DecodeLastRuneInString(a[:len(a)-lastSize])
	switch {
	case last == softHyphen:
		return a[:len(a)-lastSize] + b
	case (last == '-' || last == '‐' || last == '‑') && unicode.IsLetter(before):
		if unicode.IsLower(first) && w.broken(a[:len(a)-lastSize], b) {
			return a[:len(a)-lastSize] + b
		}
		return a + b
	case (last == '-' || last == '–' || last == '/') && unicode.IsDigit(before) && unicode.IsDigit(first):
		return a + b
	case last == '/' && before != ' ':
		return a + b
	case isHan(last) && isHan(first):
		return a + b
	}
	return a + " " + b
}

// broken reports whether the hyphen between the last word of a and the first
// of b only broke a word at the line's end. What the document writes elsewhere
// decides; else the hyphen stays where both parts are words of their own.
func (w words) broken(a, b string) bool {
	left := a[strings.LastIndexAny(a, " \t\n")+1:]
	if strings.Contains(left, "/") {
		return false // an address
	}
	left = strings.ToLower(trimWord(left))
	right := b
	if i := strings.IndexAny(b, " \t\n"); i >= 0 {
		right = b[:i]
	}
	right = strings.ToLower(trimWord(right))
	compound, whole := w[left+"-"+right], w[left+right]
	if compound != whole {
		return whole > compound
	}
	return w[left] == 0 || w[right] == 0
}

// isHan reports whether blanks are not written beside the rune: Han
// characters, kana and the punctuation of both.
func isHan(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= '\u3000' && r <= '\u303f' || r >= '\uff00' && r <= '\uffef'
}
