package search

import (
	"slices"

	"travaux/search/query"
	"travaux/search/un"
)

// marked gives what to mark in texts: a query with the names of States beside
// their codes, and with those that filters choose. It is nil where that is the
// query itself.
func (s *Service) marked(tree query.Node, filters map[string][]string) query.Node {
	out, changed := s.withNames(tree)
	nodes := []query.Node{}
	if out != nil {
		nodes = append(nodes, out)
	}
	for _, code := range filters["state"] {
		if names := s.stateNames(code); len(names) > 0 {
			nodes, changed = append(nodes, query.Or{Nodes: names}), true
		}
	}
	if !changed {
		return nil
	}
	return query.And{Nodes: nodes}
}

// withNames puts the names of States beside the fields that ask for them.
func (s *Service) withNames(n query.Node) (_ query.Node, changed bool) {
	switch n := n.(type) {
	case query.And:
		nodes, changed := s.eachWithNames(n.Nodes)
		return query.And{Nodes: nodes}, changed
	case query.Or:
		nodes, changed := s.eachWithNames(n.Nodes)
		return query.Or{Nodes: nodes}, changed
	case query.Not:
		node, changed := s.withNames(n.Node)
		return query.Not{Node: node}, changed
	case query.Field:
		if n.Name != "state" {
			return n, false
		}
		if names := s.stateNames(n.Value); len(names) > 0 {
			return query.Or{Nodes: append(names, n)}, true
		}
	}
	return n, false
}

func (s *Service) eachWithNames(nodes []query.Node) (out []query.Node, changed bool) {
	for _, n := range nodes {
		node, other := s.withNames(n)
		out, changed = append(out, node), changed || other
	}
	return out, changed
}

// stateNames are the names of a State in all languages, as texts write them; none
// for what is no State.
func (s *Service) stateNames(name string) []query.Node {
	state, ok := s.catalogue.StateNamed(name)
	if !ok {
		return nil
	}
	var seen []string
	var out []query.Node
	for _, language := range un.Languages() {
		for _, form := range state.Forms(language) {
			if form != "" && !slices.Contains(seen, form) {
				seen = append(seen, form)
				out = append(out, query.Exact{Text: form})
			}
		}
	}
	return out
}
