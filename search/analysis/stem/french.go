package stem

import "strings"

const frenchVowels = "aeiouyàâèéêëîïôùû"

// French gives the stem of a French word, as Snowball 3.1 does
// (https://snowballstem.org/algorithms/french/stemmer.html). An elided article
// before the word is left out.
func French(text string) string {
	w := &word{letters: frenchMarked(withoutElision([]rune(text)))}
	w.frenchRegions()
	if w.frenchEnding() || w.verbInI() || w.verb() {
		last := len(w.letters) - 1
		switch {
		case w.is("Y", last):
			w.cut(last, "i")
		case w.is("ç", last):
			w.cut(last, "c")
		}
	} else {
		w.residue()
	}
	w.undouble()
	w.unaccent()
	return strings.NewReplacer("He", "ë", "Hi", "ï", "H", "", "I", "i", "U", "u", "Y", "y").Replace(string(w.letters))
}

// withoutElision cuts off what is elided before a word.
func withoutElision(letters []rune) []rune {
	n := 0
	switch {
	case len(letters) > 2 && letters[1] == '\'' && strings.ContainsRune("cdjlmnst", letters[0]):
		n = 2
	case len(letters) > 3 && letters[0] == 'q' && letters[1] == 'u' && letters[2] == '\'':
		n = 3
	}
	return letters[n:]
}

// frenchMarked writes vowels that are consonants as capitals, and ë and ï as He
// and Hi.
func frenchMarked(in []rune) []rune {
	w := &word{letters: make([]rune, 0, len(in)+2)}
	for _, r := range in {
		switch r {
		case 'ë':
			w.letters = append(w.letters, 'H', 'e')
		case 'ï':
			w.letters = append(w.letters, 'H', 'i')
		default:
			w.letters = append(w.letters, r)
		}
	}
	// ë and ï count as vowels for what stands before them, and He and Hi do not.
	diaeresis := func(at int) bool { return w.is("H", at) && w.is("ei", at+1) }
	vowel := func(at int) bool { return w.is(frenchVowels, at) || diaeresis(at) }
	for i := range w.letters {
		switch {
		case w.is(frenchVowels, i) && w.is("u", i+1) && vowel(i+2):
			w.letters[i+1] = 'U'
		case w.is(frenchVowels, i) && w.is("i", i+1) && vowel(i+2):
			w.letters[i+1] = 'I'
		case w.is(frenchVowels, i) && w.is("y", i+1):
			w.letters[i+1] = 'Y'
		}
		switch {
		case w.is("y", i) && vowel(i+1):
			w.letters[i] = 'Y'
		case w.is("q", i) && w.is("u", i+1):
			w.letters[i+1] = 'U'
		}
	}
	return w.letters
}

func (w *word) frenchRegions() {
	w.r1 = w.behindSyllable(frenchVowels, 0)
	w.r2 = w.behindSyllable(frenchVowels, w.r1)
	w.rv = len(w.letters)
	switch {
	case w.rv >= 3 && w.is(frenchVowels, 0) && w.is(frenchVowels, 1),
		w.rv >= 3 && (w.has("col", 3) || w.has("par", 3) || w.has("tap", 3)),
		w.rv >= 3 && w.has("ni", 2) && w.is(frenchVowels, 2):
		w.rv = 3
		return
	}
	for i := 1; i < len(w.letters); i++ {
		if w.is(frenchVowels, i) {
			w.rv = i + 1
			return
		}
	}
}

// What becomes of an ending of a French noun or adjective.
const (
	byR2 = iota // replaced in R2
	isAtion
	isEment
	isIte
	isIf
	isEaux
	byR1
	isOux
	isEuse
	isIssement
	isAdverb
	isMent
)

var frenchEndings = []rule{
	{"iqUe", byR2, ""},
	{"iqUes", byR2, ""},
	{"ance", byR2, ""},
	{"ances", byR2, ""},
	{"able", byR2, ""},
	{"ables", byR2, ""},
	{"isme", byR2, ""},
	{"ismes", byR2, ""},
	{"iste", byR2, ""},
	{"istes", byR2, ""},
	{"eux", byR2, ""},
	{"atrice", isAtion, ""},
	{"atrices", isAtion, ""},
	{"ateur", isAtion, ""},
	{"ateurs", isAtion, ""},
	{"ation", isAtion, ""},
	{"ations", isAtion, ""},
	{"logie", byR2, "log"},
	{"logies", byR2, "log"},
	{"usion", byR2, "u"},
	{"usions", byR2, "u"},
	{"ution", byR2, "u"},
	{"utions", byR2, "u"},
	{"ence", byR2, "ent"},
	{"ences", byR2, "ent"},
	{"ement", isEment, ""},
	{"ements", isEment, ""},
	{"ité", isIte, ""},
	{"ités", isIte, ""},
	{"if", isIf, ""},
	{"ifs", isIf, ""},
	{"ive", isIf, ""},
	{"ives", isIf, ""},
	{"eaux", isEaux, "eau"},
	{"aux", byR1, "al"},
	{"oux", isOux, "ou"},
	{"euse", isEuse, ""},
	{"euses", isEuse, ""},
	{"issement", isIssement, ""},
	{"issements", isIssement, ""},
	{"amment", isAdverb, "ant"},
	{"emment", isAdverb, "ent"},
	{"ment", isMent, ""},
	{"ments", isMent, ""},
}

// frenchEnding takes off the ending of a noun or adjective. It is false where
// none was, and behind adverbs, of which more is to come off.
func (w *word) frenchEnding() bool {
	r, at, ok := w.longest(frenchEndings, 0)
	if !ok {
		return false
	}
	switch r.action {
	case isEment:
		return w.cutIf(at >= w.rv, at, "") && w.behindEment()
	case isEaux:
		return w.cutIf(true, at, r.by)
	case byR1:
		return w.cutIf(at >= w.r1, at, r.by)
	case isOux:
		return w.cutIf(w.is("bhjlnp", at-1), at, r.by)
	case isEuse:
		return w.cutIf(at >= w.r2, at, "") || w.cutIf(at >= w.r1, at, "eux")
	case isIssement:
		return w.cutIf(at >= w.r1 && w.isNot(frenchVowels, at-1), at, "")
	case isAdverb:
		w.cutIf(at >= w.rv, at, r.by)
		return false
	case isMent:
		w.cutIf(w.is(frenchVowels, at-1) && at-1 >= w.rv, at, "")
		return false
	}
	if !w.cutIf(at >= w.r2, at, r.by) {
		return false
	}
	switch r.action {
	case isAtion:
		w.cutOr("ic", "iqU")
	case isIte:
		if !w.cutOr("abil", "abl") && !w.cutOr("ic", "iqU") {
			w.cutInR2("iv")
		}
	case isIf:
		if w.cutInR2("at") {
			w.cutOr("ic", "iqU")
		}
	}
	return true
}

// behindEment takes off what stands before -ement.
func (w *word) behindEment() bool {
	end := len(w.letters)
	switch {
	case w.has("iv", end):
		if w.cutInR2("iv") {
			w.cutInR2("at")
		}
	case w.has("eus", end):
		if !w.cutInR2("eus") {
			w.cutIf(end-3 >= w.r1, end-3, "eux")
		}
	case w.has("iqU", end):
		w.cutInR2("iqU")
	case w.has("abl", end):
		w.cutInR2("abl")
	case w.has("ièr", end), w.has("Ièr", end):
		w.cutIf(end-3 >= w.rv, end-3, "i")
	}
	return true
}

// cutIf replaces all from a place on where a condition holds, which it gives.
func (w *word) cutIf(holds bool, at int, by string) bool {
	if holds {
		w.cut(at, by)
	}
	return holds
}

// cutInR2 takes an ending off in R2.
func (w *word) cutInR2(ending string) bool {
	end := len(w.letters)
	at := end - runes(ending)
	return w.cutIf(w.has(ending, end) && at >= w.r2, at, "")
}

// cutOr takes an ending off in R2 and replaces it elsewhere; false where the word
// has it not.
func (w *word) cutOr(ending, by string) bool {
	end := len(w.letters)
	return w.cutInR2(ending) || w.cutIf(w.has(ending, end), end-runes(ending), by)
}

var frenchVerbsInI = endings(0, `îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait
	issant issante issantes issants isse issent isses issez issiez issions issons it`)

// verbInI takes off the ending of a verb in -ir.
func (w *word) verbInI() bool {
	_, at, ok := w.longest(frenchVerbsInI, w.rv)
	return w.cutIf(ok && at > w.rv && w.isNot(frenchVowels+"H", at-1), at, "")
}

const (
	isVerb = iota
	isIons
	isVerbInA
	isAis
)

var frenchVerbs = append(append(append(
	endings(isVerb, "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez eais"),
	endings(isIons, "ions")...),
	endings(isVerbInA, "âmes ât âtes a ai aIent ait ant ante antes ants as asse assent asses assiez assions")...),
	endings(isAis, "ais aise aises")...)

// verb takes off the ending of another verb.
func (w *word) verb() bool {
	r, at, ok := w.longest(frenchVerbs, w.rv)
	if !ok {
		return false
	}
	switch r.action {
	case isIons:
		return w.cutIf(at >= w.r2, at, "")
	case isVerbInA:
		if w.is("e", at-1) && at-1 >= w.rv {
			at--
		}
	case isAis: // no verbs: palais, mauvais, déplaise
		if w.has("al", at) && at == 3 || w.has("auv", at) || w.has("épl", at) {
			return false
		}
	}
	return w.cutIf(true, at, "")
}

// residue takes off what is left of a word without other endings.
func (w *word) residue() {
	last := len(w.letters) - 1
	if w.is("s", last) && (w.has("Hi", last) || w.isNot("aiosuè", last-1)) {
		w.cut(last, "")
	}
	const e, ion, ier = 1, 2, 3
	r, at, _ := w.longest([]rule{{ending: "e", action: e}, {ending: "ion", action: ion}, {ending: "ier", action: ier}, {ending: "ière", action: ier}, {ending: "Ier", action: ier}, {ending: "Ière", action: ier}}, w.rv)
	switch {
	case r.action == e, r.action == ion && at >= w.r2 && at > w.rv && w.is("st", at-1):
		w.cut(at, "")
	case r.action == ier:
		w.cut(at, "i")
	}
}

func (w *word) undouble() {
	end := len(w.letters)
	for _, double := range []string{"enn", "onn", "ett", "ell", "eill"} {
		if w.has(double, end) {
			w.cut(end-1, "")
			return
		}
	}
}

// unaccent writes é and è as e before the consonants at the end.
func (w *word) unaccent() {
	i := len(w.letters) - 1
	for w.isNot(frenchVowels, i) {
		i--
	}
	if w.is("éè", i) && i < len(w.letters)-1 {
		w.letters[i] = 'e'
	}
}

// endings makes rules of one action.
func endings(action int, list string) (rules []rule) {
	for e := range strings.FieldsSeq(list) {
		rules = append(rules, rule{ending: e, action: action})
	}
	return rules
}
