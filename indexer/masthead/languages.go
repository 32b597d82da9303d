package masthead

import (
	"strings"
	"unicode"
)

// languageNames maps the folded names of languages, in the languages in which
// mastheads print them, to BCP 47 tags.
var languageNames = map[string]string{
	"english": "en", "anglais": "en", "ingles": "en", fold("английский"): "en", "الانكليزية": "en", "بالانكليزية": "en", "انكليزي": "en", "英文": "en",
	"french": "fr", "francais": "fr", "frances": "fr", fold("французский"): "fr", "الفرنسية": "fr", "بالفرنسية": "fr", "法文": "fr",
	"spanish": "es", "espagnol": "es", "espanol": "es", fold("испанский"): "es", "الاسبانية": "es", "بالاسبانية": "es", "西班牙文": "es",
	"russian": "ru", "russe": "ru", "ruso": "ru", fold("русский"): "ru", "الروسية": "ru", "بالروسية": "ru", "俄文": "ru",
	"arabic": "ar", "arabe": "ar", fold("арабский"): "ar", "عربي": "ar", "العربية": "ar", "بالعربية": "ar", "阿拉伯文": "ar",
	"chinese": "zh", "chinois": "zh", "chino": "zh", fold("китайский"): "zh", "الصينية": "zh", "بالصينية": "zh", "中文": "zh",
	"german": "de", "allemand": "de", "aleman": "de", "portuguese": "pt", "portugais": "pt", "portugues": "pt",
}

// LanguageNamed returns the BCP 47 tag of the language that a word names in one of
// the six languages ("français", "Ruso", "阿拉伯文"), empty when it names none.
func LanguageNamed(word string) string { return languageNames[fold(word)] }

// spelledIn tells in which language a language's name is printed, where that
// tells the language of the document: "original: anglais" stands in French ones.
var spelledIn = map[string]string{
	"anglais": "fr", "francais": "fr", "espagnol": "fr", "russe": "fr", "chinois": "fr",
	"ingles": "es", "frances": "es", "espanol": "es", "ruso": "es", "chino": "es",
}

// languagesOf reads a folded list of language names, "english, french and
// spanish", "arabic/english". It is nil when anything else stands there.
func languagesOf(folded string) []string {
	var tags []string
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("/,;&:.*[]()", r)
	}) {
		switch w {
		case "and", "et", "y", "e", "и", "و":
			continue
		}
		tag, ok := languageNames[w]
		if !ok {
			return nil
		}
		tags = append(tags, tag)
	}
	return tags
}

// stopWords are short words frequent in one language's prose and rare in the
// others' of the same script.
var stopWords = byWord(map[string]string{
	"en": "the of and to in that is was for with on by which has be as are from its this at",
	"fr": "le la les des et du dans une est que pour par sur au aux qui ce cette sont ont",
	"es": "el los las y del que una por con para su al se como sus esta ha lo entre sobre",
	"pt": "o os as e do da dos das que em um uma para com por ao não nos na pela",
	"de": "der die das und den von zu mit ist auf für im nicht des dem eine ein werden",
	"it": "il gli di e che della dei per nel alla delle una con sono del dal non si",
})

// byWord turns lists of words by language into the languages of each word.
func byWord(lists map[string]string) map[string][]string {
	table := map[string][]string{}
	for lang, words := range lists {
		for _, w := range strings.Fields(words) {
			table[w] = append(table[w], lang)
		}
	}
	return table
}

// detect tells the language of a text by its script, and by stop words where
// the script is Latin: a tag of the six languages, or of a few that are to be
// kept apart from them; "" when too little text or too even a mixture tells
// nothing.
func detect(text string) string {
	var latin, cyrillic, arabic, han, kana int
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.In(r, unicode.Hiragana, unicode.Katakana):
			kana++
		}
	}
	// A Chinese character carries about what three letters carry.
	scripts := map[string]int{"latin": latin, "ru": cyrillic, "ar": arabic, "zh": 3 * han}
	top, second := "", 0
	for _, s := range []string{"latin", "ru", "ar", "zh"} {
		if top == "" || scripts[s] > scripts[top] {
			if top != "" {
				second = scripts[top]
			}
			top = s
		} else if scripts[s] > second {
			second = scripts[s]
		}
	}
	switch {
	case scripts[top] < 40 || second*2 > scripts[top] || kana*4 > han && top == "zh":
		return ""
	case top == "latin":
		return detectLatin(text)
	}
	return top
}

// detectLatin tells languages of the Latin script apart.
func detectLatin(text string) string {
	counts := map[string]int{}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		for _, lang := range stopWords[w] {
			counts[lang]++
		}
	}
	best, second := "", 0
	for _, lang := range []string{"en", "fr", "es", "pt", "de", "it"} {
		switch n := counts[lang]; {
		case best == "" || n > counts[best]:
			if best != "" {
				second = counts[best]
			}
			best = lang
		case n > second:
			second = n
		}
	}
	if counts[best] < 4 || counts[best]*12 < len(words) || second*5 > counts[best]*4 {
		return ""
	}
	return best
}

// scriptOf returns the script a language is written in.
func scriptOf(tag string) string {
	switch tag {
	case "ru", "ar", "zh":
		return tag
	}
	return "latin"
}
