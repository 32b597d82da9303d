// Package analysis turns texts into the terms they are looked for by: stems, in
// the six languages of the United Nations, and words as they are written.
//
//	a, err := analysis.New()
//	a.Analyze("en", "Organisations met.") // organiz at 1, met at 2
//
// Beside the terms of its words a text has, at the place of the first of them, one
// for each document symbol ("a/res/70/1"), each number written of several
// ("46(13)") and each compound ("decision-making": decisionmak), so that these are
// found whole and by their parts. What a query's words ask for is told by Ask.
package analysis

import "strings"

// Undetermined is the analysis of every language without one of its own, Exact
// the one, for all languages, that keeps words as they are written but for case,
// accents and elided articles: no stems, no stop words, Chinese character by
// character. Both stand where a language has a name.
const (
	Undetermined = "und"
	Exact        = "="
)

// Of maps a BCP 47 tag to the language whose analysis it gets.
func Of(language string) string {
	primary, _, _ := strings.Cut(language, "-")
	switch primary {
	case "en", "fr", "es", "ru", "ar", "zh", Exact:
		return primary
	}
	return Undetermined
}

// Languages are those with an analysis of their own, and the rest.
func Languages() []string { return []string{"en", "fr", "es", "ru", "ar", "zh", Undetermined} }

// Token is one term of an analysed text: its place counts words from 1, and its
// bytes in the text are [Start, End).
type Token struct {
	Term       string
	Position   int
	Start, End int
}

// Analyzers turns texts into terms, each language by its own rules. It may be
// used from many goroutines.
type Analyzers struct {
	languages map[string]*language
	known     cache
}

// New returns the analyzers of all languages.
func New() (*Analyzers, error) {
	made, err := newLanguages()
	if err != nil {
		return nil, err
	}
	return &Analyzers{languages: made, known: newCache()}, nil
}

// Reading is a text in both forms. Read into again, it uses its memory again.
type Reading struct {
	// Stems are the terms in the analysis of the language, Words as written.
	Stems, Words []Token
	// StemCount and WordCount are the numbers of terms, without those that stand
	// at the place of another: the text's lengths.
	StemCount, WordCount int
}

// Analyze gives the terms of a text in a language (BCP 47, or Exact). Their
// positions never go down.
func (a *Analyzers) Analyze(language, text string) []Token { return a.Append(nil, language, text) }

// Append puts the terms of a text behind others, into their memory as far as it
// reaches. It serves who analyses many texts.
func (a *Analyzers) Append(to []Token, language, text string) []Token {
	if Of(language) == Exact {
		a.pass(a.languages[Undetermined], text, true, nil, &to)
	} else {
		a.pass(a.languages[Of(language)], text, true, &to, nil)
	}
	return to
}

// Read gives the terms of a text in both forms, in one pass over it.
func (a *Analyzers) Read(language, text string, into *Reading) {
	into.Stems, into.Words = into.Stems[:0], into.Words[:0]
	a.pass(a.languages[Of(language)], text, true, &into.Stems, &into.Words)
	into.StemCount, into.WordCount = Count(into.Stems), Count(into.Words)
}

// Count counts terms, but of those at one place one: the length of a text, which
// no symbol or compound makes longer than its words do.
func Count(tokens []Token) int {
	n, last := 0, 0
	for _, t := range tokens {
		if t.Position != last {
			n, last = n+1, t.Position
		}
	}
	return n
}
