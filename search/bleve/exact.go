package bleve

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// exactForm is the analysis, one for all languages, that keeps words as they
// are written but for case and accents: no stems, no stop words, Chinese
// character by character. It serves =words, wildcards, tolerance and NEAR, and
// stands where a language has a name.
const exactForm = "="

// analyses are the languages and the exact form: all that texts are indexed by.
func analyses() []string { return append(languages(), exactForm) }

// foldMarks takes off what writers of a language put on or leave off at will:
// accents of Latin letters, the two dots of ё, the vowel signs and the kashida of
// Arabic. й stays another letter than и.
func foldMarks(term []byte) []byte {
	if isASCII(term) {
		return term
	}
	out := make([]rune, 0, len(term))
	base := rune(0)
	for _, r := range string(norm.NFD.Bytes(term)) {
		switch {
		case !unicode.Is(unicode.Mn, r):
			base = r
		case unicode.Is(unicode.Latin, base), unicode.Is(unicode.Arabic, base), base == 'е' && r == '\u0308':
			continue
		}
		if r != '\u0640' { // kashida
			out = append(out, r)
		}
	}
	return norm.NFC.Bytes([]byte(string(out)))
}

// exactTerm makes of one word, or of a pattern for words, what the exact form
// makes of a word of a text.
func exactTerm(word string) string {
	return string(foldMarks([]byte(strings.ToLower(string(normalise([]byte(word)))))))
}
