package enginetest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/query"
)

// read is a text with its tokens, in the analysis of its language and in the
// exact form.
type read struct {
	language     string
	stems, words []Token
}

func (o *oracle) read(language, text string) read {
	return read{language, o.analyze(language, text), o.analyze(ExactForm, text)}
}

// spot is where something stands: the places of its first and last word.
type spot struct{ first, last int }

// says tells whether a leaf's words stand in a text.
func (o *oracle) says(leaf query.Node, text read) say {
	spots, asks := o.spots(leaf, text)
	switch {
	case !asks:
		return nothing
	case len(spots) > 0:
		return yes
	}
	return no
}

// spots gives where a leaf stands; asks is false where it asks for nothing.
func (o *oracle) spots(leaf query.Node, text read) (found []spot, asks bool) {
	switch n := leaf.(type) {
	case query.Word:
		if r, size := utf8.DecodeRuneInString(n.Text); size == len(n.Text) && unicode.Is(unicode.Han, r) {
			return inOrder(text.words, o.analyze(ExactForm, n.Text))
		}
		return inOrder(text.stems, o.analyze(text.language, n.Text))
	case query.Phrase:
		return inOrder(text.stems, o.analyze(text.language, n.Text))
	case query.Exact:
		return inOrder(text.words, o.analyze(ExactForm, n.Text))
	case query.Wildcard:
		stem, rest, _ := strings.Cut(o.one(n.Pattern, "*"), "*") // the only form that is drawn
		return fitting(text.words, func(word string) bool { return strings.HasPrefix(word, stem) && rest == "" }), true
	case query.Fuzzy:
		wanted := o.one(n.Text, "")
		return fitting(text.words, func(word string) bool { return changes(wanted, word, n.Distance) }), true
	case query.Near:
		return o.near(n, text)
	}
	return nil, true
}

// one gives a word in the exact form, with what is put behind it.
func (o *oracle) one(word, behind string) string {
	for _, t := range o.analyze(ExactForm, strings.TrimSuffix(word, behind)) {
		return t.Term + behind
	}
	return behind
}

func inOrder(tokens, wanted []Token) (found []spot, asks bool) {
	if len(wanted) == 0 {
		return nil, false
	}
	at := map[Token]bool{}
	for _, t := range tokens {
		at[t] = true
	}
	for _, t := range tokens {
		all, last := t.Term == wanted[0].Term, t.Position
		for _, w := range wanted[1:] {
			next := Token{w.Term, t.Position + w.Position - wanted[0].Position}
			all, last = all && at[next], max(last, next.Position)
		}
		if all {
			found = append(found, spot{t.Position, last})
		}
	}
	return found, true
}

func fitting(words []Token, fits func(word string) bool) (found []spot) {
	for _, w := range words {
		if !strings.Contains(w.Term, "/") && fits(w.Term) {
			found = append(found, spot{w.Position, w.Position})
		}
	}
	return found
}

// changes reports whether at most n changes make one word of another: a letter
// changed, added, left out, or two neighbours swapped.
func changes(from, to string, n int) bool {
	a, b := []rune(from), []rune(to)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	switch {
	case len(a) == 0 || len(b) == 0:
		return len(a)+len(b) <= n
	case n == 0:
		return false
	}
	rest := func(cut, other int) bool { return changes(string(a[cut:]), string(b[other:]), n-1) }
	swapped := len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0]
	return rest(1, 1) || rest(1, 0) || rest(0, 1) || swapped && rest(2, 2)
}

// near follows the nodes of a NEAR from one to the next.
func (o *oracle) near(n query.Near, text read) (reached []spot, asks bool) {
	for _, node := range n.Nodes {
		here, some := o.beside(node, text)
		if !some {
			continue
		}
		if asks {
			here = close(reached, here, n.Within)
		}
		reached, asks = here, true
	}
	return reached, asks
}

// beside gives where a node of a NEAR stands: stop words and Chinese in the
// exact form.
func (o *oracle) beside(node query.Node, text read) ([]spot, bool) {
	words := ""
	switch n := node.(type) {
	case query.Word:
		words = n.Text
	case query.Phrase:
		words = n.Text
	default:
		return o.spots(node, text)
	}
	if strings.HasPrefix(text.language, "zh") || len(o.analyze(text.language, words)) == 0 {
		return inOrder(text.words, o.analyze(ExactForm, words))
	}
	return inOrder(text.stems, o.analyze(text.language, words))
}

func close(from, to []spot, within int) (out []spot) {
	for _, y := range to {
		for _, x := range from {
			if d := max(y.first-x.last, x.first-y.last); d >= 1 && d <= within {
				out = append(out, y)
				break
			}
		}
	}
	return out
}
