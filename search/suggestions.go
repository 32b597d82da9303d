package search

import (
	"context"
	"slices"

	"travaux/search/query"
	"travaux/search/schema"
)

// The bounds of what is offered beside an answer.
const (
	// fewResults is the number of results up to which another spelling is looked for.
	fewResults = 10
	// maxSpellings is how many spellings are tried, maxFewer how many words are left
	// out in turn.
	maxSpellings, maxFewer = 4, 6
)

// advise gives other searches worth asking when one finds little or nothing:
// with its words as the collection spells them, without the choice in a facet,
// without a word. Each has been tried and finds something, a spelling more than
// what was asked. None is offered beside a later page.
func (s *Service) advise(ctx context.Context, r Request, a asked, p Plan, answer *Answer) []Suggestion {
	if answer.Total.Value > fewResults || p.Offset > 0 || p.After != "" {
		return nil
	}
	p.Limit, p.Facets, p.FacetPages, p.Explain, p.Exact = 0, nil, nil, false, ""
	trial := trial{Service: s, ctx: ctx, plan: p}
	var out []Suggestion
	tree, err := query.Parse(r.Query)
	if a.made || err != nil {
		tree = nil
	}
	if tree != nil {
		out = trial.spelling(tree, answer.Total.Value)
	}
	if answer.Total.Value > 0 {
		return out
	}
	out = append(out, without(r, answer)...)
	if and, ok := tree.(query.And); ok && len(out) == 0 {
		out = append(out, trial.fewer(and)...)
	}
	return out
}

// without gives the searches that leave out the choice in one facet.
func without(r Request, answer *Answer) []Suggestion {
	var out []Suggestion
	for _, name := range schema.Facets() {
		if n := answer.Without[name]; n > 0 {
			out = append(out, Suggestion{Kind: SuggestFilter, Query: r.Query, Label: "without the filter by " + name, Count: n, Facet: name})
		}
	}
	return out
}

// trial counts what other queries find with the filters of a plan.
type trial struct {
	*Service
	ctx  context.Context
	plan Plan
}

// count gives the number of results of a tree, 0 where it cannot be told: what
// cannot be shown to find something is not offered.
func (t trial) count(tree query.Node) int {
	p := t.plan
	p.Tree = t.resolve(tree)
	answer, err := t.engine.Search(t.ctx, p)
	if err != nil {
		return 0
	}
	return answer.Total.Value
}

// spelling gives the first of the likeliest spellings that finds more than the
// query does.
func (t trial) spelling(tree query.Node, found int) []Suggestion {
	if t.suggester == nil {
		return nil
	}
	spelt, err := t.suggester.Correct(t.ctx, tree, maxSpellings)
	if err != nil {
		return nil // the answer stands without it
	}
	for _, other := range spelt {
		if n := t.count(other); n > found {
			text := other.String()
			return []Suggestion{{Kind: SuggestSpelling, Query: text, Label: text, Count: n}}
		}
	}
	return nil
}

// fewer gives the query without the one part of it that most is found without.
func (t trial) fewer(and query.And) []Suggestion {
	var best Suggestion
	for i := range and.Nodes[:min(len(and.Nodes), maxFewer)] {
		rest := slices.Delete(slices.Clone(and.Nodes), i, i+1)
		var tree query.Node = query.And{Nodes: rest}
		if len(rest) == 1 {
			tree = rest[0]
		}
		if !asserts(tree) {
			continue
		}
		if n := t.count(tree); n > best.Count {
			text := tree.String()
			best = Suggestion{Kind: SuggestFewer, Query: text, Label: text, Count: n}
		}
	}
	if best.Count == 0 {
		return nil
	}
	return []Suggestion{best}
}

// asserts reports whether a tree asks for something and does not only exclude.
func asserts(tree query.Node) bool {
	found := false
	query.Walk(tree, func(_ query.Node, negated bool) { found = found || !negated })
	return found
}
