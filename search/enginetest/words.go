package enginetest

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/query"
	"travaux/search/un"
)

// read is a text with its words, in the analysis of its language and in the
// exact form.
type read struct {
	language     string
	stems, words []placed
}

// placed is a term, by its number in the oracle's vocabulary, and its place.
type placed struct{ term, place int }

func (o *oracle) read(language, text string) read {
	return read{language, o.numbered(o.analyze(language, text)), o.numbered(o.analyze(ExactForm, text))}
}

// numbered gives terms their numbers; new ones get the next.
func (o *oracle) numbered(tokens []Token) []placed {
	out := make([]placed, len(tokens))
	for i, t := range tokens {
		n, ok := o.numbers[t.Term]
		if !ok {
			n = len(o.vocabulary)
			o.numbers[t.Term] = n
			o.vocabulary = append(o.vocabulary, t.Term)
		}
		out[i] = placed{n, t.Position}
	}
	return out
}

// asked gives the words of a query in a language; each is analysed once.
func (o *oracle) asked(language, words string) []placed {
	key := [2]string{language, words}
	known, ok := o.queries[key]
	if !ok {
		known = o.numbered(o.analyze(language, words))
		o.queries[key] = known
	}
	return known
}

// spot is where something stands: the places of its first and last word.
type spot struct{ first, last int }

// says tells whether a leaf's words stand in a text.
func (o *oracle) says(leaf query.Node, text *read) say {
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
func (o *oracle) spots(leaf query.Node, text *read) (found []spot, asks bool) {
	switch n := leaf.(type) {
	case query.Word:
		return o.plain(n.Text, text)
	case query.Phrase:
		return o.plain(n.Text, text)
	case query.Exact:
		return inOrder(text.words, o.asked(ExactForm, n.Text))
	case query.Wildcard, query.Fuzzy:
		return fitting(text.words, o.fits(n)), true
	case query.Near:
		return o.near(n, text)
	}
	return nil, true
}

// plain gives where words stand in the analysis of the text; a Chinese character
// by itself, which the analysis of Chinese puts in pairs, in the exact form, and
// so several words of which a language keeps none.
func (o *oracle) plain(words string, text *read) ([]spot, bool) {
	r, size := utf8.DecodeRuneInString(words)
	lone := size == len(words) && unicode.Is(unicode.Han, r)
	dropped := func(language string) bool { return len(o.asked(language, words)) == 0 }
	if lone || len(o.asked(ExactForm, words)) > 1 && slices.ContainsFunc(un.Languages(), dropped) {
		return inOrder(text.words, o.asked(ExactForm, words))
	}
	return inOrder(text.stems, o.asked(text.language, words))
}

func inOrder(words, wanted []placed) (found []spot, asks bool) {
	if len(wanted) == 0 {
		return nil, false
	}
	for _, w := range words {
		if w.term != wanted[0].term {
			continue
		}
		all, last := true, w.place
		for _, next := range wanted[1:] {
			there := placed{next.term, w.place + next.place - wanted[0].place}
			all, last = all && slices.Contains(words, there), max(last, there.place)
		}
		if all {
			found = append(found, spot{w.place, last})
		}
	}
	return found, true
}

func fitting(words []placed, fits []bool) (found []spot) {
	for _, w := range words {
		if w.term < len(fits) && fits[w.term] {
			found = append(found, spot{w.place, w.place})
		}
	}
	return found
}

// fits tells of every term of the vocabulary whether a leaf stands for it; for
// symbols none does.
func (o *oracle) fits(leaf query.Node) []bool {
	known, ok := o.fitting[leaf.String()]
	if ok {
		return known
	}
	is := o.like(leaf)
	known = make([]bool, len(o.vocabulary))
	for i, word := range o.vocabulary {
		known[i] = !strings.Contains(word, "/") && is(word)
	}
	o.fitting[leaf.String()] = known
	return known
}

// isCut reports whether a leaf of a tree may stand for more words than an engine
// takes.
func (o *oracle) isCut(tree query.Node) bool {
	const fewest = 200 // that every engine takes
	cut := false
	query.Walk(tree, func(leaf query.Node, _ bool) {
		switch n := leaf.(type) {
		case query.Near:
			cut = cut || slices.ContainsFunc(n.Nodes, o.isCut)
		case query.Wildcard, query.Fuzzy:
			words := 0
			for _, fits := range o.fits(n) {
				if fits {
					words++
				}
			}
			cut = cut || words > fewest
		}
	})
	return cut
}

// like tells whether a leaf stands for a word.
func (o *oracle) like(leaf query.Node) func(word string) bool {
	if f, ok := leaf.(query.Fuzzy); ok {
		wanted := o.word(f.Text)
		return func(word string) bool { return changes(wanted, word, f.Distance) }
	}
	var pattern strings.Builder
	letters := ""
	flush := func() {
		pattern.WriteString(regexp.QuoteMeta(o.word(letters)))
		letters = ""
	}
	for _, r := range leaf.String() {
		switch r {
		case '*':
			flush()
			pattern.WriteString(".*")
		case '?':
			flush()
			pattern.WriteString(".")
		default:
			letters += string(r)
		}
	}
	flush()
	return regexp.MustCompile("^" + pattern.String() + "$").MatchString
}

// word gives a word, or a part of one, in the exact form.
func (o *oracle) word(text string) string {
	for _, t := range o.analyze(ExactForm, text) {
		return t.Term
	}
	return ""
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
func (o *oracle) near(n query.Near, text *read) (reached []spot, asks bool) {
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
func (o *oracle) beside(node query.Node, text *read) ([]spot, bool) {
	words := ""
	switch n := node.(type) {
	case query.Word:
		words = n.Text
	case query.Phrase:
		words = n.Text
	default:
		return o.spots(node, text)
	}
	if strings.HasPrefix(text.language, "zh") || len(o.asked(text.language, words)) == 0 {
		return inOrder(text.words, o.asked(ExactForm, words))
	}
	return inOrder(text.stems, o.asked(text.language, words))
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
