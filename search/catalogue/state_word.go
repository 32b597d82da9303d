package catalogue

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// formWord is one word of a name, folded: small letters without accents.
type formWord struct {
	stem string
	// endings are what may follow the stem; nil: nothing.
	endings []string
	// capital: in a text it begins with a capital letter; shout: it is all
	// capitals, as an abbreviation is.
	capital, shout bool
}

// is reports whether a word of a text is this one.
func (fw formWord) is(w textWord) bool {
	if fw.capital && !w.capital || fw.shout && !w.shout {
		return false
	}
	if fw.endings == nil {
		return w.folded == fw.stem
	}
	rest, ok := strings.CutPrefix(w.folded, fw.stem)
	return ok && slices.Contains(fw.endings, rest)
}

// textWord is one word of a text.
type textWord struct {
	folded         string
	end            int // where it ends in the text
	capital, shout bool
}

// readWord reads the word that begins at a place.
func readWord(text string, at int) textWord {
	end := wordEnd(text, at)
	r, size := utf8.DecodeRuneInString(text[at:])
	w := textWord{end: end, capital: unicode.IsUpper(r), folded: foldName(text[at:end])}
	w.shout = w.capital && at+size < end && strings.IndexFunc(text[at:end], unicode.IsLower) < 0
	return w
}

// wordEnd gives where the letters that begin at a place end.
func wordEnd(text string, at int) int {
	for i, r := range text[at:] {
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && r != 'ـ' {
			return at + i
		}
	}
	return len(text)
}

// skipBetween gives where the next word of a name begins: behind at most three
// blanks, hyphens, apostrophes or points. It is -1 where none does.
func skipBetween(text string, at int) int {
	for range 4 {
		if at >= len(text) {
			return -1
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsLetter(r) {
			return at
		}
		if !unicode.IsSpace(r) && !strings.ContainsRune("-‐‑–—'’.\u00ad", r) {
			return -1
		}
		at += size
	}
	return -1
}

// foldName takes accents, marks and cases away. Of the Arabic vowel marks damma
// stays: it tells Oman from Amman.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf {
			return unicode.ToLower(r)
		}
		r = unicode.ToLower(r)
		switch {
		case strings.ContainsRune("àâäáãåā", r):
			return 'a'
		case strings.ContainsRune("éèêëē", r):
			return 'e'
		case strings.ContainsRune("îïíìī", r):
			return 'i'
		case strings.ContainsRune("ôöóòõō", r):
			return 'o'
		case strings.ContainsRune("ùûüúū", r):
			return 'u'
		case r == 'ç':
			return 'c'
		case r == 'ñ':
			return 'n'
		case r == 'ё':
			return 'е'
		case strings.ContainsRune("أإآٱ", r):
			return 'ا'
		case r == 'ـ', r != '\u064f' && unicode.Is(unicode.Mn, r):
			return -1
		}
		return r
	}, s)
}

// key is what names are kept under: the first word, in Russian its first three
// letters, since the rest declines.
func (f *stateForms) key(folded string) string {
	if f.lang != "ru" {
		return folded
	}
	n := 0
	for i := range folded {
		if n == 3 {
			return folded[:i]
		}
		n++
	}
	return folded
}

var articles = map[string][]string{
	"en": {"the "}, "fr": {"le ", "la ", "les ", "l’"}, "es": {"el ", "la ", "los ", "las "},
}

// add takes in a name. Names with brackets are left to their parts.
func (f *stateForms) add(code, name string) {
	if strings.Contains(name, " (") || f.lang == "zh" && strings.ContainsRune(name, '（') && !strings.HasPrefix(name, "刚果") {
		return
	}
	for _, article := range articles[f.lang] {
		name = strings.TrimPrefix(name, article)
	}
	if f.lang == "zh" {
		_, size := utf8.DecodeRuneInString(name)
		f.first[name[:size]] = append(f.first[name[:size]], stateForm{code, []formWord{{stem: name}}})
		return
	}
	var words []formWord
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) }) {
		words = append(words, f.formWord(word))
	}
	if f.lang != "ar" {
		k := f.key(foldName(firstField(name)))
		f.first[k] = append(f.first[k], stateForm{code, words})
		return
	}
	for _, first := range withPrefixes(words[0].stem) {
		f.first[first] = append(f.first[first], stateForm{code, append([]formWord{{stem: first}}, words[1:]...)})
	}
}

func firstField(name string) string {
	if i := strings.IndexFunc(name, func(r rune) bool { return !unicode.IsLetter(r) }); i > 0 {
		return name[:i]
	}
	return name
}

func (f *stateForms) formWord(word string) formWord {
	r, size := utf8.DecodeRuneInString(word)
	w := formWord{stem: foldName(word), capital: unicode.IsUpper(r)}
	w.shout = w.capital && len(word) > size && strings.ToUpper(word) == word
	if f.lang == "ru" && !w.shout {
		w.stem, w.endings = decline(w.stem)
	}
	return w
}

// withPrefixes gives an Arabic word with the letters that are written before it
// as one: and, so, in, for, like; "for the" drops a letter.
func withPrefixes(word string) []string {
	var out []string
	for _, and := range []string{"", "و", "ف"} {
		for _, to := range []string{"", "ب", "ل", "ك"} {
			w := word
			if rest, ok := strings.CutPrefix(word, "ال"); ok && to == "ل" {
				w = "ل" + rest
			}
			out = append(out, and+to+w)
		}
	}
	return out
}

// russianEndings are the endings that go with an ending of the nominative, the
// longer ones first.
var russianEndings = []struct{ nominative, endings string }{
	{"ая", "ая ой ую ою"},
	{"яя", "яя ей юю"},
	{"ий", "ий его ого ему ому им ом ем"},
	{"ый", "ый ого ому ым ом"},
	{"ое", "ое ого ому ым ом"},
	{"ее", "ее его ему им ем"},
	{"ые", "ые ых ым ыми"},
	{"ие", "ие их им ими"},
	{"ии", "ии"},
	{"ия", "ия ии ию ией"},
	{"а", "а ы и у е ой ою"},
	{"я", "я и ю е ей ею"},
	{"ь", "ь я и ю е ем ью"},
	{"й", "й я ю е ем"},
	{"о", "о а у е ом"},
	{"ы", "ы ов ам ами ах ых ым ыми |"},
	{"", "| а у е ом ем ы ов ам ами ах"},
}

// decline parts a Russian word into its stem and the endings it may have.
func decline(word string) (stem string, endings []string) {
	for _, e := range russianEndings {
		if stem, ok := strings.CutSuffix(word, e.nominative); ok && utf8.RuneCountInString(stem) >= 2 {
			endings := strings.Fields(e.endings)
			for i := range endings {
				endings[i] = strings.Trim(endings[i], "|")
			}
			return stem, endings
		}
	}
	return word, []string{""}
}
