package catalogue

import (
	"sort"
	"sync"
	"unicode"
	"unicode/utf8"
)

// StateFound is a State named in a text, with its place there.
type StateFound struct {
	// Code is the State's code: "PAN".
	Code string
	// Start and End are byte offsets in the text.
	Start, End int
}

// FindStates finds the States that a text names, in the order of their places:
// by short and full names, former ones and variants, in one of the six
// languages (BCP 47; others are read as English). The longest name wins, so
// that "Equatorial Guinea" does not name Guinea, and what only contains a name
// ("South China Sea", "United States dollars") names nobody. Names keep their
// capital letters; Russian ones may be declined, Arabic ones may have prefixes.
func FindStates(text, lang string) []StateFound {
	if len(lang) > 2 {
		lang = lang[:2]
	}
	switch lang {
	case "fr":
		return frenchForms().find(text)
	case "es":
		return spanishForms().find(text)
	case "ru":
		return russianForms().find(text)
	case "ar":
		return arabicForms().find(text)
	case "zh":
		return chineseForms().find(text)
	}
	return englishForms().find(text)
}

var (
	englishForms = sync.OnceValue(func() *stateForms { return newStateForms("en") })
	frenchForms  = sync.OnceValue(func() *stateForms { return newStateForms("fr") })
	spanishForms = sync.OnceValue(func() *stateForms { return newStateForms("es") })
	russianForms = sync.OnceValue(func() *stateForms { return newStateForms("ru") })
	arabicForms  = sync.OnceValue(func() *stateForms { return newStateForms("ar") })
	chineseForms = sync.OnceValue(func() *stateForms { return newStateForms("zh") })
)

// stateForms are the names of all States in one language, ready to be found.
type stateForms struct {
	lang string
	// first holds the names by the key of their first word, the longest first.
	first map[string][]stateForm
}

// stateForm is one name. One without a code is no State's: it stands in the way
// of shorter ones.
type stateForm struct {
	code  string
	words []formWord
}

func (f stateForm) size() int {
	n := 0
	for _, w := range f.words {
		n += 1 + len(w.stem)
	}
	return n
}

func newStateForms(lang string) *stateForms {
	forms := &stateForms{lang: lang, first: map[string][]stateForm{}}
	for _, s := range shippedStates().all {
		for _, name := range s.Forms(lang) {
			forms.add(s.Code, name)
		}
	}
	for _, name := range noStates[lang] {
		forms.add("", name)
	}
	for _, all := range forms.first {
		sort.SliceStable(all, func(i, j int) bool { return all[i].size() > all[j].size() })
	}
	return forms
}

// find goes through the words of a text.
func (f *stateForms) find(text string) []StateFound {
	if f.lang == "zh" {
		return f.findRunes(text)
	}
	var found []StateFound
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			at += size
			continue
		}
		w, ok := f.firstWord(text, at, r)
		if !ok {
			at = wordEnd(text, at)
			continue
		}
		code, end := f.longest(text, at, w)
		if end == 0 {
			at = w.end
			continue
		}
		if code != "" && !f.trapped(code, text, at, end) {
			found = append(found, StateFound{Code: code, Start: at, End: end})
		}
		at = end
	}
	return found
}

// firstWord reads the word at a place where a name may begin: one with a capital
// letter where the script has them.
func (f *stateForms) firstWord(text string, at int, r rune) (textWord, bool) {
	if f.lang != "ar" && !unicode.IsUpper(r) {
		return textWord{}, false
	}
	return readWord(text, at), true
}

// longest gives the longest name that begins with the word; end is 0 where none
// does.
func (f *stateForms) longest(text string, at int, w textWord) (code string, end int) {
	for _, form := range f.first[f.key(w.folded)] {
		if end := form.match(text, w); end > 0 {
			return form.code, end
		}
	}
	return "", 0
}

// match gives the end of the name in the text, 0 where it does not stand there.
func (form stateForm) match(text string, w textWord) int {
	for i, fw := range form.words {
		if i > 0 {
			at := skipBetween(text, w.end)
			if at < 0 {
				return 0
			}
			w = readWord(text, at)
		}
		if !fw.is(w) {
			return 0
		}
	}
	return w.end
}

// findRunes finds names in a text without spaces.
func (f *stateForms) findRunes(text string) []StateFound {
	var found []StateFound
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		code, end := "", 0
		for _, form := range f.first[text[at:at+size]] {
			if name := form.words[0].stem; len(text)-at >= len(name) && text[at:at+len(name)] == name {
				code, end = form.code, at+len(name)
				break
			}
		}
		if end == 0 {
			at += size
			continue
		}
		if code != "" {
			found = append(found, StateFound{Code: code, Start: at, End: end})
		}
		at = end
	}
	return found
}
