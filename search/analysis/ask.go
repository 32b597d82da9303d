package analysis

import "strings"

// Ask gives the ways in which the words of a query may stand in a text: each the
// terms that stand there at their distances. A compound may stand in parts or as
// one word, whichever way the query has it. There is none where all words are too
// common to be looked for.
func (a *Analyzers) Ask(language, words string) [][]Token {
	var ways [][]Token
	add := func(text string) {
		var tokens []Token
		if Of(language) == Exact {
			a.pass(a.languages[Undetermined], text, false, nil, &tokens)
		} else {
			a.pass(a.languages[Of(language)], text, false, &tokens, nil)
		}
		if len(tokens) > 0 {
			ways = append(ways, tokens)
		}
	}
	add(words)
	if joined := joinCompounds(words); joined != words {
		add(joined)
	}
	return ways
}

// Verbatim reports whether words are to be looked for in the exact form whatever
// the language: a Han or kana character by itself, which the analysis of Chinese
// has only in pairs, and several words of which a language keeps none ("have
// been"), which who puts them in a row means as they stand.
func (a *Analyzers) Verbatim(words string) bool {
	if loneIdeograph(words) {
		return true
	}
	if Count(a.Analyze(Exact, words)) < 2 {
		return false
	}
	for _, language := range Languages() {
		if len(a.Analyze(language, words)) == 0 {
			return true
		}
	}
	return false
}

// loneIdeograph reports whether words have a Han or kana character by itself.
func loneIdeograph(words string) bool {
	s := scanner{text: words}
	run, end := 0, -1
	for {
		w, ok := s.next()
		beside := ok && w.sort == ideograph && w.from == end
		if !beside && run == 1 {
			return true
		}
		switch {
		case !ok:
			return false
		case w.sort != ideograph:
			run, end = 0, -1
		case beside:
			run, end = run+1, w.to
		default:
			run, end = 1, w.to
		}
	}
}

// joinCompounds writes the compounds among words without their hyphens.
func joinCompounds(words string) string {
	words, _ = narrow(words)
	s := scanner{text: words}
	var out strings.Builder
	kept := 0
	symbol, _ := nextSymbol(words, 0)
	for w, ok := s.next(); ok; w, ok = s.next() {
		for symbol.to > 0 && symbol.to <= w.from {
			symbol, _ = nextSymbol(words, symbol.to)
		}
		if symbol.to > 0 && symbol.from <= w.from || w.sort != letter && w.sort != digit {
			continue
		}
		end := s.compoundEnd(w)
		if end == 0 || onlyDigits(words[w.from:end]) {
			continue
		}
		out.WriteString(words[kept:w.from])
		for _, c := range words[w.from:end] {
			if classOf(c) != hyphen {
				out.WriteRune(c)
			}
		}
		kept, s.at = end, end
	}
	return out.String() + words[kept:]
}
