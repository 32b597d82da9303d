package analysis

import (
	"fmt"
	"strings"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"

	"travaux/search/analysis/stem"
)

// language is how one language turns normal words into terms.
type language struct {
	salt uint64 // parts the languages in the cache
	// stem gives the term of a word, empty for a stop word.
	stem func(word string) string
	// pairs puts ideographs in pairs.
	pairs bool
}

// newLanguages makes the analyses of all languages. Stop words are Snowball's, of
// Arabic those of Savoy, as Bleve brings them.
func newLanguages() (map[string]*language, error) {
	stops := map[string]bleve.TokenMap{}
	for name, list := range map[string][]byte{"en": en.EnglishStopWords, "fr": fr.FrenchStopWords, "es": es.SpanishStopWords, "ru": ru.RussianStopWords, "ar": ar.ArabicStopWords} {
		stops[name] = bleve.NewTokenMap()
		if err := stops[name].LoadBytes(list); err != nil {
			return nil, fmt.Errorf("read the stop words of %s: %w", name, err)
		}
	}
	apart := newKeepApart()
	unmarked := func(word string) string { return foldAccents(word, "") }
	return map[string]*language{
		"en":         {salt: 1, stem: func(word string) string { return english(word, stops["en"], apart) }},
		"fr":         {salt: 2, stem: func(word string) string { return french(word, stops["fr"]) }},
		"es":         {salt: 3, stem: func(word string) string { return spanish(word, stops["es"]) }},
		"ru":         {salt: 4, stem: func(word string) string { return russian(word, stops["ru"]) }},
		"ar":         {salt: 5, stem: func(word string) string { return arabic(word, stops["ar"]) }},
		"zh":         {salt: 6, stem: unmarked, pairs: true},
		Undetermined: {salt: 7, stem: unmarked},
	}, nil
}

func english(word string, stops bleve.TokenMap, apart map[string]string) string {
	word = strings.TrimSuffix(word, "'s")
	if stops[word] {
		return ""
	}
	word = oneSpelling(foldAccents(word, ""))
	if kept, ok := apart[word]; ok {
		return kept
	}
	return stem.English(word)
}

func french(word string, stops bleve.TokenMap) string {
	word = withoutElision(word)
	if stops[word] {
		return ""
	}
	return foldAccents(stem.French(word), "")
}

// spanish keeps ñ, a letter of its own: año is no ano.
func spanish(word string, stops bleve.TokenMap) string {
	if stops[word] {
		return ""
	}
	return foldAccents(stem.Spanish(word), "ñ")
}

func russian(word string, stops bleve.TokenMap) string {
	word = strings.ReplaceAll(word, "ё", "е")
	if stops[word] {
		return ""
	}
	return stem.Russian(word)
}

// arabic is Lucene's light stemming, which takes off the article with what is
// written together with it ("وال", "بال", "لل") and the endings of number and sex.
func arabic(word string, stops bleve.TokenMap) string {
	if stops[word] {
		return ""
	}
	tokens := bleve.TokenStream{{Term: []byte(word)}}
	tokens = ar.NewArabicNormalizeFilter().Filter(tokens)
	tokens = ar.NewArabicStemmerFilter().Filter(tokens)
	return string(tokens[0].Term)
}
