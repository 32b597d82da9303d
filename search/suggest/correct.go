package suggest

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search"
	"travaux/search/query"
)

// The rules of correction.
const (
	// shortest is how many letters a word needs to be corrected, longest how many it
	// may have; from farther on two letters may differ.
	shortest, longest, farther = 4, 40, 6
	// rare is the count up to which a word may be a slip itself, where one near to
	// it is rareTimes as frequent and it has shortestRare letters.
	rare, rareTimes, shortestRare = 3, 100, 5
	// nearWords is how many near words are compared, options how many of them are
	// tried in a query.
	nearWords, options = 100, 3
	// maxCorrected is how many words of a query are corrected.
	maxCorrected = 8
)

// Correct implements search.Suggester. It asks the engine alone, and so needs
// nothing to be built. A word is likelier the fewer letters differ and the more
// texts have it, a letter outweighing a thousand times as many texts; keeping the
// first letter outweighs ten times as many. What stands under NOT, in
// symbols, patterns and fields other than title is left as it is.
func (s *Suggester) Correct(ctx context.Context, tree query.Node, limit int) ([]query.Node, error) {
	k := corrector{engine: s.engine, known: map[string][]replacement{}}
	var words []string
	if _, err := rewrite(tree, false, func(word string, _ bool) (string, error) {
		if !slices.Contains(words, word) && correctable(word) {
			words = append(words, word)
		}
		return word, nil
	}); err != nil {
		return nil, err
	}
	var slips []string
	for _, word := range words[:min(len(words), maxCorrected)] {
		found, err := k.replacements(ctx, word)
		if err != nil {
			return nil, fmt.Errorf("correct %q: %w", word, err)
		}
		if len(found) > 0 {
			slips = append(slips, word)
		}
	}
	joined, err := k.joined(ctx, tree)
	if err != nil {
		return nil, err
	}
	var out []query.Node
	add := func(n query.Node) {
		same := func(other query.Node) bool { return other.String() == n.String() }
		if n.String() != tree.String() && !slices.ContainsFunc(out, same) && parses(n) {
			out = append(out, n)
		}
	}
	if joined != nil {
		add(joined)
	}
	for _, choice := range choices(slips, k.known) {
		n, err := rewrite(tree, false, func(word string, alone bool) (string, error) {
			return choice[word].text(word, alone), nil
		})
		if err != nil {
			return nil, err
		}
		add(n)
	}
	return out[:min(len(out), limit)], nil
}

// parses reports whether a tree is one that its text gives.
func parses(n query.Node) bool {
	again, err := query.Parse(n.String())
	return err == nil && again != nil && again.String() == n.String()
}

// choices gives, for each word that is a slip, what to put in its place: first
// the likeliest for all, then the next for one at a time.
func choices(slips []string, known map[string][]replacement) []map[string]replacement {
	if len(slips) == 0 {
		return nil
	}
	with := func(changed string, option int) map[string]replacement {
		choice := map[string]replacement{}
		for _, word := range slips {
			choice[word] = known[word][0]
		}
		if changed != "" {
			choice[changed] = known[changed][option]
		}
		return choice
	}
	out := []map[string]replacement{with("", 0)}
	for option := 1; option < options; option++ {
		for _, word := range slips {
			if option < len(known[word]) {
				out = append(out, with(word, option))
			}
		}
	}
	return out
}

// replacement is what may stand in place of a word: another, or two.
type replacement struct {
	words      []string
	likelihood float64
}

// text gives the replacement as a query writes it; alone tells that the word
// stands by itself, where two need quotation marks to stay together. The zero
// replacement leaves the word.
func (r replacement) text(word string, alone bool) string {
	switch {
	case len(r.words) == 0:
		return word
	case len(r.words) > 1 && alone:
		return `"` + strings.Join(r.words, " ") + `"`
	}
	return strings.Join(r.words, " ")
}

// corrector corrects the words of one query.
type corrector struct {
	engine search.Vocabulary
	known  map[string][]replacement // by word as it was typed
}

// correctable reports whether a word may be a slip: of letters, of a script with
// blanks between words.
func correctable(word string) bool {
	n := utf8.RuneCountInString(word)
	return n >= shortest && n <= longest && !strings.ContainsFunc(word, func(r rune) bool {
		return unspaced(r) || !unicode.IsLetter(r) && !unicode.IsMark(r)
	})
}

// replacements gives what a word may be a slip for, the likeliest first; none
// when the collection has it often enough, which is looked at first: near words
// cost a walk through the dictionary.
func (k *corrector) replacements(ctx context.Context, asked string) ([]replacement, error) {
	word := fold(asked)
	held, err := k.count(ctx, word)
	letters := utf8.RuneCountInString(word)
	if err != nil || held > rare || held > 0 && letters < shortestRare {
		return nil, err
	}
	most := 1
	if held == 0 && letters >= farther {
		most = 2
	}
	near, err := k.engine.WordsNear(ctx, word, most, nearWords)
	if err != nil {
		return nil, err
	}
	var found []replacement
	for _, w := range near {
		if w.Distance > 0 && w.Count >= rareTimes*held && worthCompleting(w.Text) && sameScript(word, w.Text) {
			found = append(found, replacement{[]string{w.Text}, likelihood(word, w.Text, w.Distance, w.Count)})
		}
	}
	if held == 0 {
		split, err := k.split(ctx, word)
		if err != nil {
			return nil, err
		}
		found = append(found, split...)
	}
	slices.SortStableFunc(found, func(a, b replacement) int { return cmp.Compare(b.likelihood, a.likelihood) })
	found = found[:min(len(found), options)]
	k.known[asked] = found
	return found, nil
}

// likelihood compares words that may have been meant.
func likelihood(asked, word string, distance, count int) float64 {
	const letter, first = 3, 1 // powers of ten
	l := math.Log10(float64(count)) - letter*float64(distance)
	a, _ := utf8.DecodeRuneInString(asked)
	b, _ := utf8.DecodeRuneInString(word)
	if a == b {
		l += first
	}
	return l
}

// sameScript reports whether two words begin in one script.
func sameScript(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic} {
		if unicode.Is(script, x) != unicode.Is(script, y) {
			return false
		}
	}
	return true
}

// split gives the likeliest two words of the collection that a word is when the
// blank between them was left out.
func (k *corrector) split(ctx context.Context, word string) ([]replacement, error) {
	const part = 3 // letters
	runes := []rune(word)
	var best []replacement
	for at := part; at+part <= len(runes); at++ {
		first, second := string(runes[:at]), string(runes[at:])
		count, err := k.count(ctx, first)
		if err != nil {
			return nil, err
		}
		if count == 0 {
			continue
		}
		other, err := k.count(ctx, second)
		if err != nil {
			return nil, err
		}
		if other == 0 {
			continue
		}
		found := replacement{[]string{first, second}, likelihood(word, first, 1, min(count, other))}
		if best == nil || best[0].likelihood < found.likelihood {
			best = []replacement{found}
		}
	}
	return best, nil
}

// count gives the number of texts with a word.
func (k *corrector) count(ctx context.Context, word string) (int, error) {
	found, err := k.engine.WordsNear(ctx, word, 0, 1)
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return found[0].Count, nil
}

// joined gives the tree with two words side by side written as one where the
// collection has that one, and has one of the two seldom if at all; nil when
// there are none.
func (k *corrector) joined(ctx context.Context, tree query.Node) (query.Node, error) {
	and, ok := tree.(query.And)
	if !ok {
		return nil, nil
	}
	for i := 0; i+1 < len(and.Nodes); i++ {
		first, ok := and.Nodes[i].(query.Word)
		second, also := and.Nodes[i+1].(query.Word)
		if !ok || !also || !correctable(first.Text+second.Text) {
			continue
		}
		whole, err := k.count(ctx, first.Text+second.Text)
		if err != nil {
			return nil, err
		}
		if whole == 0 {
			continue
		}
		nodes := slices.Clone(and.Nodes)
		nodes = slices.Replace(nodes, i, i+2, query.Node(query.Word{Text: fold(first.Text + second.Text)}))
		if len(nodes) == 1 {
			return nodes[0], nil
		}
		return query.And{Nodes: nodes}, nil
	}
	return nil, nil
}
