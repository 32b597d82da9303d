package bleve

import (
	"bytes"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"golang.org/x/text/unicode/norm"
)

// exactForm is the analysis, one for all languages, that keeps words as they
// are written but for case, accents and elided articles: no stems, no stop words,
// Chinese character by character. It serves =words, wildcards, tolerance and NEAR, and
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

// exactFilter is what the exact form does to terms in lower case. What nothing
// is left of, such as a kashida by itself, leaves its place empty.
type exactFilter struct{}

// Filter implements analysis.TokenFilter.
func (exactFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	out := in[:0]
	for _, t := range in {
		if t.Term = withoutElision(foldMarks(t.Term)); len(t.Term) > 0 {
			out = append(out, t)
		}
	}
	return out
}

// withoutElision cuts off what French elides before a word, so that who asks for
// the word finds it in "l’État", however the apostrophe is written.
func withoutElision(term []byte) []byte {
	if !isASCII(term) {
		for _, apostrophe := range []string{"’", "‘", "ʼ"} {
			term = bytes.ReplaceAll(term, []byte(apostrophe), []byte("'"))
		}
	}
	elided, rest, ok := bytes.Cut(term, []byte("'"))
	if !ok || len(rest) == 0 {
		return term
	}
	switch string(elided) {
	case "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu":
		return rest
	}
	return term
}

// exactTerm makes of one word, or of a pattern for words, what the exact form
// makes of a word of a text.
func exactTerm(word string) string {
	return string(withoutElision(foldMarks(bytes.ToLower(normalise([]byte(word))))))
}
