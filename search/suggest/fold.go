package suggest

import (
	"unicode"
	"unicode/utf8"

	"travaux/search/analysis"
)

// fold makes typed text and names comparable, as the words of a collection are.
func fold(text string) string { return analysis.Fold(text) }

// isWordRune reports whether a letter belongs to a word.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// unspaced reports whether a letter is of a script that puts no blanks between
// words.
func unspaced(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) }

// cut gives the words of a folded text; a letter of a script without blanks is a
// word of its own.
func cut(folded string) []string {
	var words []string
	start := -1
	end := func(at int) {
		if start >= 0 {
			words = append(words, folded[start:at])
		}
		start = -1
	}
	for i, r := range folded {
		switch {
		case !isWordRune(r):
			end(i)
		case unspaced(r):
			end(i)
			words = append(words, folded[i:i+utf8.RuneLen(r)])
		case start < 0:
			start = i
		}
	}
	end(len(folded))
	return words
}
