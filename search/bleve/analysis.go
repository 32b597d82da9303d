package bleve

import "travaux/search/analysis"

// undetermined is the analysis of every language without one of its own,
// exactForm the one of words as they are written. It serves =words, wildcards,
// tolerance and NEAR, and stands where a language has a name.
const (
	undetermined = analysis.Undetermined
	exactForm    = analysis.Exact
)

// Token is one term of an analysed text: its place counts from 1, and its
// bytes in the text are [Start, End).
type Token = analysis.Token

// Analyzers turns texts into terms, each language by its own rules. It may be
// used from many goroutines.
type Analyzers struct{ *analysis.Analyzers }

// NewAnalyzers returns the analyzers of all languages.
func NewAnalyzers() (*Analyzers, error) {
	made, err := analysis.New()
	if err != nil {
		return nil, err
	}
	return &Analyzers{made}, nil
}

// analysed maps a BCP 47 tag to the language whose analysis it gets.
func analysed(lang string) string { return analysis.Of(lang) }

// languages are those with an analysis of their own, and the rest.
func languages() []string { return analysis.Languages() }

// analyses are the languages and the exact form: all that texts are indexed by.
func analyses() []string { return append(languages(), exactForm) }

// exactTerm makes of one word, or of a pattern for words, what the exact form
// makes of a word of a text.
func exactTerm(word string) string { return analysis.ExactTerm(word) }
