package analysis

import "strings"

// reader is one pass over a text.
type reader struct {
	*Analyzers
	scanner
	language     *language
	whole        bool // compounds also as one word
	stems, words *[]Token
	position     int
	// places are where the bytes of the scanned text stand in the text given; nil
	// for where they are.
	places []int
	symbol found // the next document symbol; there is none when to is 0
	// partsUntil is where the compound or number ends that the scanner is within.
	partsUntil int
}

// pass reads the terms of a text into stems and words; either may be nil.
func (a *Analyzers) pass(l *language, text string, whole bool, stems, words *[]Token) {
	text, places := narrow(text)
	r := reader{Analyzers: a, scanner: scanner{text: text}, language: l, whole: whole, stems: stems, words: words, places: places}
	r.symbol, _ = nextSymbol(text, 0)
	for s, ok := r.next(); ok; s, ok = r.next() {
		r.position++
		r.symbols(s)
		switch s.sort {
		case ideograph:
			r.ideograph(s)
		case digit:
			r.number(s)
			r.compound(s)
			r.add(s, word)
		case letter:
			r.compound(s)
			r.add(s, word)
		default:
			r.add(s, word)
		}
	}
}

// add puts down the terms of a stretch at the place reached.
func (r *reader) add(s span, as sort) {
	e := r.known.look(r.language, r.text[s.from:s.to], as)
	r.put(s, e.stem, e.exact)
}

func (r *reader) put(s span, stem, exact string) {
	if r.places != nil {
		s.from, s.to = r.places[s.from], r.places[s.to]
	}
	if r.stems != nil && stem != "" {
		*r.stems = append(*r.stems, Token{stem, r.position, s.from, s.to})
	}
	if r.words != nil && exact != "" {
		*r.words = append(*r.words, Token{exact, r.position, s.from, s.to})
	}
}

// symbols puts down the symbols that begin at a word, or before it since the last.
func (r *reader) symbols(s span) {
	for r.symbol.to > 0 && r.symbol.from <= s.from {
		if s.from < r.symbol.to {
			r.put(span{r.symbol.from, r.symbol.to, letter}, r.symbol.term, r.symbol.term)
			r.partsUntil = max(r.partsUntil, r.symbol.to)
		}
		r.symbol, _ = nextSymbol(r.text, r.symbol.to)
	}
}

// number puts down a number that is written of several.
func (r *reader) number(s span) {
	if s.from < r.partsUntil || !onlyDigits(r.text[s.from:s.to]) {
		return
	}
	if end := numberEnd(r.text, s.from); end > s.to {
		r.add(span{s.from, end, digit}, number)
		r.partsUntil = end
	}
}

// compound puts down a compound as one word.
func (r *reader) compound(s span) {
	if !r.whole || s.from < r.partsUntil {
		return
	}
	if c, _ := r.peek(s.to); c != hyphen {
		return
	}
	if end := r.compoundEnd(s); end > 0 && !onlyDigits(r.text[s.from:end]) {
		r.add(span{s.from, end, letter}, compound)
		r.partsUntil = end
	}
}

// ideograph puts down a character, in Chinese together with the next one; the
// last of several is the second of a pair and stands for none itself.
func (r *reader) ideograph(s span) {
	e := r.known.look(r.language, r.text[s.from:s.to], word)
	if !r.language.pairs {
		r.put(s, e.stem, e.exact)
		return
	}
	ahead := r.scanner
	if next, ok := ahead.next(); ok && next.sort == ideograph && next.from == s.to {
		pair := r.known.look(r.language, r.text[s.from:next.to], word)
		r.put(span{s.from, next.to, ideograph}, pair.stem, "")
		r.put(s, "", e.exact)
		return
	}
	if r.follows(s) {
		r.put(s, "", e.exact)
		return
	}
	r.put(s, e.stem, e.exact)
}

// follows reports whether an ideograph stands right before another.
func (r *reader) follows(s span) bool {
	before := strings.LastIndexFunc(r.text[:s.from], func(c rune) bool { return classOf(c) != mark })
	if before < 0 {
		return false
	}
	c, _ := r.peek(before)
	return c == ideograph
}
