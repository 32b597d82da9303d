package stem

import "strings"

const (
	vowels       = "aeiouy"
	vowelsWXY    = "aeiouywxY"
	validLI      = "cdeghkmnrt"
	undoubled    = "bdfgmnprt"
	shortestWord = 3
)

// notByRule are words whose stems follow no rule; early and only are not "ear"
// and "on".
var notByRule = map[string]string{
	"skis": "ski", "skies": "sky", "sky": "sky", "idly": "idl", "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
	"news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
}

// beginnings are those behind which R1 begins, so that "universal" and
// "university", "organ" and "organization" keep apart.
var beginnings = []string{"arsen", "commun", "emerg", "gener", "inter", "later", "organ", "past", "univers"}

// English gives the stem of an English word, by Porter2 as of Snowball 3.1
// (https://snowballstem.org/algorithms/english/stemmer.html).
func English(text string) string {
	if stem, ok := notByRule[text]; ok {
		return stem
	}
	w := &word{letters: []rune(text)}
	if len(w.letters) < shortestWord {
		return text
	}
	w.markY()
	w.englishRegions()
	w.plural()
	w.pastTense()
	w.finalY()
	w.long(englishLong)
	w.long(englishMiddle)
	w.bare()
	w.finalE()
	return strings.ReplaceAll(string(w.letters), "Y", "y")
}

// markY writes the y that is a consonant as Y, and leaves out an apostrophe that
// the word begins with.
func (w *word) markY() {
	if w.letters[0] == '\'' {
		w.letters = w.letters[1:]
	}
	for i, r := range w.letters {
		if r == 'y' && (i == 0 || w.is(vowels, i-1)) {
			w.letters[i] = 'Y'
		}
	}
}

func (w *word) englishRegions() {
	w.r1 = w.behindSyllable(vowels, 0)
	for _, b := range beginnings {
		if n := len(b); n <= len(w.letters) && w.has(b, n) {
			w.r1 = n
		}
	}
	w.r2 = w.behindSyllable(vowels, w.r1)
}

// short reports whether what stands before a place ends in a short syllable.
func (w *word) short(end int) bool {
	switch {
	case w.isNot(vowelsWXY, end-1) && w.is(vowels, end-2) && w.isNot(vowels, end-3):
		return true
	case end == 2:
		return w.isNot(vowels, 1) && w.is(vowels, 0)
	}
	return w.has("past", end)
}

// plural is step 1a.
func (w *word) plural() {
	possessive := []rule{{ending: "'"}, {ending: "'s"}, {ending: "'s'"}}
	if _, at, ok := w.longest(possessive, 0); ok {
		w.cut(at, "")
	}
	const toSS, toI, cutS, keep = 1, 2, 3, 4
	r, at, _ := w.longest([]rule{{ending: "sses", action: toSS}, {ending: "ied", action: toI}, {ending: "ies", action: toI}, {ending: "s", action: cutS}, {ending: "us", action: keep}, {ending: "ss", action: keep}}, 0)
	switch {
	case r.action == toSS:
		w.cut(at, "ss")
	case r.action == toI && at >= 2:
		w.cut(at, "i")
	case r.action == toI:
		w.cut(at, "ie")
	case r.action == cutS && w.anyOf(vowels, at-1):
		w.cut(at, "")
	}
}

// pastTense is step 1b.
func (w *word) pastTense() {
	const eed, ed, ing = 1, 2, 3
	r, at, ok := w.longest([]rule{{ending: "eed", action: eed}, {ending: "eedly", action: eed}, {ending: "ed", action: ed}, {ending: "edly", action: ed}, {ending: "ing", action: ing}, {ending: "ingly", action: ed}}, 0)
	switch {
	case !ok:
		return
	case r.action == eed:
		if at >= w.r1 && !w.isWhole("succ", at) && !w.isWhole("proc", at) && !w.isWhole("exc", at) {
			w.cut(at, "ee")
		}
		return
	case r.action == ing && w.noParticiple(at):
		return
	case r.action == ing && at == 2 && w.letters[1] == 'y' && w.isNot(vowels, 0):
		w.cut(1, "ie") // dying
		return
	}
	if w.anyOf(vowels, at) {
		w.cut(at, "")
		w.restoreE()
	}
}

// noParticiple tells of words that only end like one: evening, inning.
func (w *word) noParticiple(at int) bool {
	for _, begin := range []string{"even", "cann", "inn", "earr", "herr", "out"} {
		if w.isWhole(begin, at) {
			return true
		}
	}
	return false
}

// restoreE gives a verb without its ending its e back, or takes a doubled
// consonant off.
func (w *word) restoreE() {
	end := len(w.letters)
	switch {
	case w.has("at", end), w.has("bl", end), w.has("iz", end):
		w.cut(end, "e")
	case end >= 2 && w.letters[end-1] == w.letters[end-2] && w.is(undoubled, end-1):
		if end != 3 || !w.is("aeo", 0) { // add, egg, off
			w.cut(end-1, "")
		}
	case end == w.r1 && w.short(end):
		w.cut(end, "e")
	}
}

// finalY is step 1c.
func (w *word) finalY() {
	if last := len(w.letters) - 1; w.is("yY", last) && last > 1 && w.isNot(vowels, last-1) {
		w.cut(last, "i")
	}
}

// What the rules of steps 2 and 3 do: replace in R1 or R2, or only behind
// certain letters.
const (
	inR1 = iota
	inR2
	behindL
	behindLI
)

var englishLong = []rule{
	{"tional", inR1, "tion"},
	{"enci", inR1, "ence"},
	{"anci", inR1, "ance"},
	{"abli", inR1, "able"},
	{"entli", inR1, "ent"},
	{"izer", inR1, "ize"},
	{"ization", inR1, "ize"},
	{"ational", inR1, "ate"},
	{"ation", inR1, "ate"},
	{"ator", inR1, "ate"},
	{"alism", inR1, "al"},
	{"aliti", inR1, "al"},
	{"alli", inR1, "al"},
	{"fulness", inR1, "ful"},
	{"ousli", inR1, "ous"},
	{"ousness", inR1, "ous"},
	{"iveness", inR1, "ive"},
	{"iviti", inR1, "ive"},
	{"biliti", inR1, "ble"},
	{"bli", inR1, "ble"},
	{"ogist", inR1, "og"},
	{"ogi", behindL, "og"},
	{"fulli", inR1, "ful"},
	{"lessli", inR1, "less"},
	{"li", behindLI, ""},
}

var englishMiddle = []rule{
	{"tional", inR1, "tion"},
	{"ational", inR1, "ate"},
	{"alize", inR1, "al"},
	{"icate", inR1, "ic"},
	{"iciti", inR1, "ic"},
	{"ical", inR1, "ic"},
	{"ful", inR1, ""},
	{"ness", inR1, ""},
	{"ative", inR2, ""},
}

// long is steps 2 and 3: endings of several syllables.
func (w *word) long(rules []rule) {
	r, at, ok := w.longest(rules, 0)
	switch {
	case !ok, at < w.r1,
		r.action == inR2 && at < w.r2,
		r.action == behindL && !w.is("l", at-1),
		r.action == behindLI && !w.is(validLI, at-1):
		return
	}
	w.cut(at, r.by)
}

// bare is step 4.
func (w *word) bare() {
	const cut, behindST = 1, 2
	r, at, ok := w.longest([]rule{
		{ending: "al", action: cut},
		{ending: "ance", action: cut},
		{ending: "ence", action: cut},
		{ending: "er", action: cut},
		{ending: "ic", action: cut},
		{ending: "able", action: cut},
		{ending: "ible", action: cut},
		{ending: "ant", action: cut},
		{ending: "ement", action: cut},
		{ending: "ment", action: cut},
		{ending: "ent", action: cut},
		{ending: "ism", action: cut},
		{ending: "ate", action: cut},
		{ending: "iti", action: cut},
		{ending: "ous", action: cut},
		{ending: "ive", action: cut},
		{ending: "ize", action: cut},
		{ending: "ion", action: behindST},
	}, 0)
	if ok && at >= w.r2 && (r.action == cut || w.is("st", at-1)) {
		w.cut(at, "")
	}
}

// finalE is step 5.
func (w *word) finalE() {
	last := len(w.letters) - 1
	switch {
	case w.is("e", last) && (last >= w.r2 || last >= w.r1 && !w.short(last)):
		w.cut(last, "")
	case w.is("l", last) && last >= w.r2 && w.is("l", last-1):
		w.cut(last, "")
	}
}
