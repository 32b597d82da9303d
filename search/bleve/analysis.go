package bleve

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	tokenizer "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/registry"
	"golang.org/x/text/unicode/norm"
)

// undetermined is the analysis of every language without one of its own.
const undetermined = "und"

// Token is one term of an analysed text: its place counts from 1, and its
// bytes in the text are [Start, End).
type Token struct {
	Term       string
	Position   int
	Start, End int
}

// Analyzers turns texts into terms, each language by its own rules. It may be
// used from many goroutines.
type Analyzers struct {
	byLanguage map[string]analysis.Analyzer
}

// NewAnalyzers returns the analyzers of all languages.
func NewAnalyzers() (*Analyzers, error) {
	cache := registry.NewCache()
	names := map[string]string{"en": en.AnalyzerName, "fr": fr.AnalyzerName, "es": es.AnalyzerName, "ru": ru.AnalyzerName, "ar": ar.AnalyzerName, "zh": cjk.AnalyzerName}
	a := &Analyzers{byLanguage: map[string]analysis.Analyzer{}}
	for lang, name := range names {
		made, err := cache.AnalyzerNamed(name)
		if err != nil {
			return nil, fmt.Errorf("make analyzer for %s: %w", lang, err)
		}
		base, ok := made.(*analysis.DefaultAnalyzer)
		if !ok {
			return nil, fmt.Errorf("make analyzer for %s: unexpected type %T", lang, made)
		}
		a.byLanguage[lang] = withFixes(lang, base)
	}
	words, err := cache.TokenizerNamed(tokenizer.Name)
	if err != nil {
		return nil, fmt.Errorf("make tokenizer: %w", err)
	}
	lower, err := cache.TokenFilterNamed(lowercase.Name)
	if err != nil {
		return nil, fmt.Errorf("make lower-case filter: %w", err)
	}
	a.byLanguage[undetermined] = &analysis.DefaultAnalyzer{
		Tokenizer:    symbolTokenizer{words},
		TokenFilters: []analysis.TokenFilter{termFilter(normalise), lower, termFilter(foldAccents)},
	}
	a.byLanguage[exactForm] = &analysis.DefaultAnalyzer{
		Tokenizer:    symbolTokenizer{words},
		TokenFilters: []analysis.TokenFilter{termFilter(normalise), lower, exactFilter{}},
	}
	return a, nil
}

// withFixes puts our filters around those of Bleve's analyzer of a language.
func withFixes(lang string, base *analysis.DefaultAnalyzer) analysis.Analyzer {
	filters := []analysis.TokenFilter{termFilter(normalise)}
	if lang == "ru" {
		filters = append(filters, termFilter(foldYo))
	}
	filters = append(filters, base.TokenFilters...)
	switch lang {
	case "en":
		// The stemmer is the last filter: the spelling must be one before it.
		last := len(filters) - 1
		filters = append(filters[:last:last], termFilter(oxfordSpelling), termFilter(foldAccents), newKeepApart(), filters[last])
	case "fr":
		filters = append(filters, termFilter(foldAccents))
	}
	return &analysis.DefaultAnalyzer{CharFilters: base.CharFilters, Tokenizer: symbolTokenizer{base.Tokenizer}, TokenFilters: filters}
}

// analysed maps a BCP 47 tag to the language whose analysis it gets.
func analysed(lang string) string {
	primary, _, _ := strings.Cut(lang, "-")
	switch primary {
	case "en", "fr", "es", "ru", "ar", "zh", exactForm:
		return primary
	}
	return undetermined
}

// languages are those with an analysis of their own, and the rest.
func languages() []string { return []string{"en", "fr", "es", "ru", "ar", "zh", undetermined} }

// Analyze gives the terms of a text in a language (BCP 47).
func (a *Analyzers) Analyze(lang, text string) []Token {
	stream := a.of(lang).Analyze([]byte(text))
	tokens := make([]Token, len(stream))
	for i, t := range stream {
		tokens[i] = Token{Term: string(t.Term), Position: t.Position, Start: t.Start, End: t.End}
	}
	return tokens
}

func (a *Analyzers) of(lang string) analysis.Analyzer { return a.byLanguage[analysed(lang)] }

// termFilter is a token filter that changes terms one by one.
type termFilter func(term []byte) []byte

// Filter implements analysis.TokenFilter.
func (f termFilter) Filter(in analysis.TokenStream) analysis.TokenStream {
	for _, t := range in {
		t.Term = f(t.Term)
	}
	return in
}

func isASCII(term []byte) bool {
	for _, c := range term {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// normalise gives the NFKC form in lower case, with digits of every script as 0
// to 9 and without the soft hyphens and marks of direction that converters leave.
// Bleve's lower case breaks words in which a letter's form is shorter than its
// capital (İ, ẞ) and writes the last sigma in two ways; ASCII is left to it.
func normalise(term []byte) []byte {
	if isASCII(term) {
		return term
	}
	return bytes.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == '\u00ad', unicode.Is(unicode.Bidi_Control, r):
			return -1
		case r == 'ς':
			return 'σ'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.Bytes(term))
}

// foldYo writes ё as е, as most Russian texts do; the stemmer and the stop
// words know only the latter.
func foldYo(term []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(term, []byte("ё"), []byte("е")), []byte("Ё"), []byte("Е"))
}

// foldAccents takes the accents off Latin letters.
func foldAccents(term []byte) []byte {
	if isASCII(term) {
		return term
	}
	out := make([]byte, 0, len(term))
	for _, r := range string(norm.NFD.Bytes(term)) {
		if r >= 0x300 && r <= 0x36f {
			continue
		}
		out = append(out, string(r)...)
	}
	return norm.NFC.Bytes(out)
}

// oxfordSpelling writes -ise as -ize, the spelling of UN documents, so that
// "organisation" finds "organization". It also changes words such as "advise",
// in texts and queries alike, which does no harm.
func oxfordSpelling(term []byte) []byte {
	const shortest = 6 // "rise", "wise" stay; "realise" is changed
	for _, ending := range []string{"ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations", "isational"} {
		if len(term) >= shortest && bytes.HasSuffix(term, []byte(ending)) {
			out := bytes.Clone(term)
			out[len(out)-len(ending)+1] = 'z'
			return out
		}
	}
	return term
}
