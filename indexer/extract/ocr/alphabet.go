package ocr

import (
	"strings"
	"unicode"
)

// Letters of Latin and Cyrillic that look the same, in one order.
const (
	latinTwins    = "ABCEHKMOPTXYaceopxyk"
	cyrillicTwins = "АВСЕНКМОРТХУасеорхук"
)

var (
	toLatin    = twins(cyrillicTwins, latinTwins)
	toCyrillic = twins(latinTwins, cyrillicTwins)
)

func twins(from, to string) map[rune]rune {
	other := map[rune]rune{}
	target := []rune(to)
	for i, r := range []rune(from) {
		other[r] = target[i]
	}
	return other
}

// oneAlphabet writes each word that mixes Latin and Cyrillic letters in one of
// them, where those of the other all have a twin in it: no word is meant to mix
// them, and a symbol in two alphabets is not found.
func oneAlphabet(text string) string {
	words := strings.Split(text, " ")
	for i, w := range words {
		words[i] = unmixed(w)
	}
	return strings.Join(words, " ")
}

func unmixed(word string) string {
	latin, cyrillic, onlyLatin, onlyCyrillic := 0, 0, 0, 0
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
			if toCyrillic[r] == 0 {
				onlyLatin++
			}
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
			if toLatin[r] == 0 {
				onlyCyrillic++
			}
		}
	}
	switch {
	case latin == 0 || cyrillic == 0 || onlyLatin > 0 && onlyCyrillic > 0:
		return word
	case onlyCyrillic > 0 || onlyLatin == 0 && cyrillic > latin:
		return mapped(word, toCyrillic)
	}
	return mapped(word, toLatin)
}

func mapped(word string, twin map[rune]rune) string {
	return strings.Map(func(r rune) rune {
		if other := twin[r]; other != 0 {
			return other
		}
		return r
	}, word)
}
