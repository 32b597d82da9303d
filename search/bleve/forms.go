package bleve

import (
	"fmt"

	"travaux/search/bleve/zap"
	"travaux/search/query"
)

// form is one way in which a leaf of a query may stand in a text: terms of one
// analysis at their distances.
type form struct {
	tokens []Token
	words  []zap.Term // where each token stands
}

// analysesOf gives those by which a leaf is looked for. What does not depend on
// the language is looked for once, in the exact form.
func (a *Analyzers) analysesOf(leaf query.Node) []string {
	switch n := leaf.(type) {
	case query.Word, query.Phrase:
		if words, _ := plainWords(n); a.Verbatim(words) {
			return []string{exactForm}
		}
		return languages()
	case query.Or:
		return a.analysesOfAny(n.Nodes)
	case query.Near:
		return a.analysesOfAny(n.Nodes)
	}
	return []string{exactForm}
}

func (a *Analyzers) analysesOfAny(nodes []query.Node) []string {
	for _, n := range nodes {
		if in := a.analysesOf(n); len(in) > 1 {
			return in
		}
	}
	return []string{exactForm}
}

// wordsOf gives the forms of a word or phrase in one analysis, none when nothing
// is left of it there.
func (e *evaluation) wordsOf(lang, text string, d *dictionary) ([]form, error) {
	field := e.lists.Field(d.field + analysed(lang))
	var forms []form
	for _, tokens := range e.analyse(lang, text) {
		f := form{tokens: tokens, words: make([]zap.Term, len(tokens))}
		for i, t := range tokens {
			var err error
			if f.words[i], err = field.Term(t.Term); err != nil {
				return nil, err
			}
		}
		forms = append(forms, f)
	}
	return forms, nil
}

// analyse gives the ways in which a query's words may stand in one analysis.
func (e *evaluation) analyse(lang, text string) [][]Token {
	key := [2]string{lang, text}
	ways, ok := e.tokens[key]
	if !ok {
		ways = e.analyzers.Ask(lang, text)
		e.tokens[key] = ways
	}
	return ways
}

// forms gives all forms of a leaf other than a Near in one analysis.
func (e *evaluation) forms(leaf query.Node, analysis string, d *dictionary) ([]form, error) {
	switch n := leaf.(type) {
	case query.Word, query.Phrase:
		words, _ := plainWords(n)
		return e.wordsOf(analysis, words, d)
	case query.Exact:
		return e.wordsOf(exactForm, n.Text, d)
	case query.Wildcard, query.Fuzzy:
		return e.expand(n, d)
	}
	return nil, fmt.Errorf("unknown part of a query %T", leaf)
}

func isWild(r rune) bool { return r == '*' || r == '?' }

// matchesPattern reports whether a whole word fits a pattern of letters, * and ?.
// It goes back to the last star only, so its time is bounded by the product of
// both lengths.
func matchesPattern(pattern, word []rune) bool {
	p, w, star, from := 0, 0, -1, 0
	for w < len(word) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, w
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == word[w]):
			p++
			w++
		case star >= 0:
			from++
			p, w = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// distance counts the letters to change, add, leave out or swap with a
// neighbour to make one word of another, as Bleve's automaton does.
func distance(x, y []rune) int {
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
