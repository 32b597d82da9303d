package suggest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes typed text and names comparable: lower case, compatibility forms
// as one, without the accents of Latin letters, the vowel signs and kashida of
// Arabic, the dots of ё and marks of direction, digits of every script as 0 to 9.
// It agrees with the exact form of an engine's words.
func fold(text string) string {
	if isASCII(text) {
		return strings.ToLower(text)
	}
	var out strings.Builder
	out.Grow(len(text))
	base := rune(0)
	for _, r := range norm.NFD.String(norm.NFKC.String(text)) {
		if unicode.Is(unicode.Mn, r) {
			if unicode.In(base, unicode.Latin, unicode.Arabic) || base == 'е' && r == '\u0308' {
				continue
			}
			out.WriteRune(r)
			continue
		}
		if base = foldRune(r); base >= 0 {
			out.WriteRune(base)
		}
	}
	return norm.NFC.String(out.String())
}

// foldRune folds what is no mark; -1 drops it.
func foldRune(r rune) rune {
	switch {
	case r == '\u0640', r == '\u00ad', unicode.Is(unicode.Bidi_Control, r):
		return -1
	case r >= '٠' && r <= '٩':
		return '0' + r - '٠'
	case r >= '۰' && r <= '۹':
		return '0' + r - '۰'
	case r == 'ς':
		return 'σ'
	case r == '’', r == '‘', r == 'ʼ':
		return '\''
	}
	return unicode.ToLower(r)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

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
