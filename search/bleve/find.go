package bleve

import (
	"slices"
	"strings"

	"travaux/search/query"
)

// analysedText is one text in which the leaves of a query are looked for, by the
// same rules as in the index. It is analysed when it is needed.
type analysedText struct {
	analyzers *Analyzers
	// ask tells how words of the query may stand in a text; who marks many texts
	// keeps the answers.
	ask            func(analysis, words string) [][]Token
	language, text string
	stems, words   []Token
	// room is memory that the tokens are put into.
	room *tokenRoom
}

// tokenRoom is memory for the tokens of one text after the other.
type tokenRoom struct{ stems, words []Token }

// roomFor gives the room for a text, or a new one for a text so long that its
// memory is not to be kept.
func (r *tokenRoom) roomFor(text string) *tokenRoom {
	const longest = 64 << 10 // bytes
	if len(text) > longest {
		return &tokenRoom{}
	}
	return r
}

// occurrence is one place where a leaf stands: in words and in bytes.
type occurrence struct {
	run
	stretch
}

func (t *analysedText) tokens(form string) []Token {
	// To read both forms at once takes longer, where one will do.
	if form == exactForm {
		if t.words == nil {
			t.room.words = t.analyzers.Append(t.room.words[:0], form, t.text)
			t.words = t.room.words
		}
		return t.words
	}
	if t.stems == nil {
		t.room.stems = t.analyzers.Append(t.room.stems[:0], form, t.text)
		t.stems = t.room.stems
	}
	return t.stems
}

// find gives where a leaf stands; fields stand nowhere.
func (t *analysedText) find(leaf query.Node) []occurrence {
	switch n := leaf.(type) {
	case query.Word, query.Phrase:
		words, _ := plainWords(n)
		if t.analyzers.Verbatim(words) {
			return t.standing(exactForm, words)
		}
		return t.standing(t.language, words)
	case query.Exact:
		return t.standing(exactForm, n.Text)
	case query.Wildcard:
		pattern := []rune(exactTerm(n.Pattern))
		return t.fitting(func(term []rune) bool { return matchesPattern(pattern, term) })
	case query.Fuzzy:
		word := []rune(exactTerm(n.Text))
		return t.fitting(func(term []rune) bool { return distance(word, term) <= n.Distance })
	case query.Near:
		return t.near(n)
	}
	return nil
}

// standing gives where words stand in their order.
func (t *analysedText) standing(analysis, words string) (out []occurrence) {
	for _, way := range t.ask(analysis, words) {
		out = append(out, occurrences(t.tokens(analysis), way)...)
	}
	return out
}

// fitting gives the words that fit, symbols left out.
func (t *analysedText) fitting(fits func(term []rune) bool) (out []occurrence) {
	for _, w := range t.tokens(exactForm) {
		if !strings.Contains(w.Term, "/") && fits([]rune(w.Term)) {
			out = append(out, occurrence{run{w.Position, w.Position}, stretch{w.Start, w.End}})
		}
	}
	return out
}

// near gives the occurrences that make up one of a NEAR: from the first node on
// those that are reached, and of them those from which the last is.
func (t *analysedText) near(n query.Near) (out []occurrence) {
	chain := make([][]occurrence, 0, len(n.Nodes))
	for _, node := range n.Nodes {
		found, something := t.operand(node)
		if !something {
			continue
		}
		if len(chain) > 0 {
			found = within(found, chain[len(chain)-1], n.Within)
		}
		chain = append(chain, found)
	}
	for i := len(chain) - 2; i >= 0; i-- {
		chain[i] = within(chain[i], chain[i+1], n.Within)
	}
	return slices.Concat(chain...)
}

// operand gives where a node of a NEAR stands; something tells whether it holds
// a word at all.
func (t *analysedText) operand(node query.Node) (found []occurrence, something bool) {
	if or, ok := node.(query.Or); ok {
		for _, c := range or.Nodes {
			some, thing := t.operand(c)
			found, something = append(found, some...), something || thing
		}
		return found, something
	}
	words, ok := plainWords(node)
	if !ok {
		return t.find(node), expands(node) || len(t.analyzers.Analyze(exactForm, exactWords(node))) > 0
	}
	analysis := t.analyzers.besideOthers(t.language, words)
	return t.standing(analysis, words), len(t.analyzers.Analyze(analysis, words)) > 0
}

// exactWords gives the words of an Exact.
func exactWords(n query.Node) string {
	e, _ := n.(query.Exact)
	return e.Text
}

func plainWords(n query.Node) (string, bool) {
	switch n := n.(type) {
	case query.Word:
		return n.Text, true
	case query.Phrase:
		return n.Text, true
	}
	return "", false
}

// within keeps the occurrences at most so many words from one of the others.
func within(occurrences, others []occurrence, words int) []occurrence {
	runs := make([]run, len(others))
	for i, o := range others {
		runs[i] = o.run
	}
	far := farFrom(runs, words)
	return slices.DeleteFunc(slices.Clone(occurrences), func(o occurrence) bool { return far(o.run) })
}

// place is a term at a position.
type place struct {
	position int
	term     string
}

// occurrences gives where the wanted tokens stand in a text at their distances,
// from the first to the last of them.
func occurrences(tokens, wanted []Token) []occurrence {
	if len(wanted) == 0 {
		return nil
	}
	at := map[place]Token{}
	for _, t := range tokens {
		if len(wanted) > 1 {
			at[place{t.Position, t.Term}] = t
		}
	}
	var out []occurrence
	for _, t := range tokens {
		if t.Term != wanted[0].Term {
			continue
		}
		o, all := occurrence{run{t.Position, t.Position}, stretch{t.Start, t.End}}, true
		for _, w := range wanted[1:] {
			next, ok := at[place{t.Position + w.Position - wanted[0].Position, w.Term}]
			if !ok {
				all = false
				break
			}
			o.to, o.last = max(o.to, next.End), max(o.last, next.Position)
		}
		if all {
			out = append(out, o)
		}
	}
	return out
}
