package bleve

import (
	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/analysis"
)

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
type Analyzers struct {
	*analysis.Analyzers
	locations locations
}

// NewAnalyzers returns the analyzers of all languages.
func NewAnalyzers() (*Analyzers, error) {
	made, err := analysis.New()
	if err != nil {
		return nil, err
	}
	return &Analyzers{made, newLocations()}, nil
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

// locations are the locations that Bleve keeps of terms, by position: all texts
// share them. Bytes are not told, for nobody reads them: a text that is shown is
// analysed again.
type locations []*index.TokenLocation

// sharedLocations is how many words of a text have a shared location.
const sharedLocations = 4096

func newLocations() locations {
	all := make([]index.TokenLocation, sharedLocations)
	out := make(locations, sharedLocations)
	for i := range all {
		all[i].Position = i
		out[i] = &all[i]
	}
	return out
}

func (p locations) at(position int) *index.TokenLocation {
	if position < len(p) {
		return p[position]
	}
	return &index.TokenLocation{Position: position}
}

// frequencies counts tokens by term, as Bleve takes them.
func (p locations) frequencies(tokens []Token) index.TokenFrequencies {
	out := make(index.TokenFrequencies, len(tokens))
	counted := make([]index.TokenFreq, 0, len(tokens))
	of := make([]*index.TokenFreq, len(tokens))
	for i, t := range tokens {
		f := out[t.Term]
		if f == nil {
			counted = append(counted, index.TokenFreq{})
			f = &counted[len(counted)-1]
			out[t.Term] = f
		}
		f.SetFrequency(f.Frequency() + 1)
		of[i] = f
	}
	rest := make([]*index.TokenLocation, len(tokens))
	for i, t := range tokens {
		f := of[i]
		if f.Locations == nil {
			n := f.Frequency()
			f.Locations, rest = rest[:0:n], rest[n:]
		}
		f.Locations = append(f.Locations, p.at(t.Position))
	}
	return out
}
