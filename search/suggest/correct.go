package suggest

import (
	"context"
	"fmt"
	"slices"

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
