package paragraph

import "unicode"

// languageOf gives a passage's own language: the rendition's, unless the passage
// is written in the script of another official language, as an annex may be
// that is circulated in the language of submission only.
func languageOf(text, lang string) string {
	var arabicLetters, cyrillic, han, total int
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		total++
		switch {
		case unicode.Is(unicode.Arabic, r):
			arabicLetters++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Han, r):
			han++
		}
	}
	switch {
	case total < 20:
		return lang
	case arabicLetters*10 > total*8:
		return scriptLanguage(lang, "ar", "fa")
	case cyrillic*10 > total*8:
		return scriptLanguage(lang, "ru", "uk")
	case han*10 > total*8:
		return scriptLanguage(lang, "zh", "ja")
	}
	return lang
}

// scriptLanguage gives the official language of a script, unless the
// rendition's is written in it too.
func scriptLanguage(lang, official, other string) string {
	if lang == other {
		return lang
	}
	return official
}
