package search

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// maxChoices bounds the chosen values of one request.
const maxChoices = 100

func (r Request) checkFilters() error {
	choices := 0
	for name, values := range r.Filters {
		if !slices.Contains(schema.Facets(), name) {
			return fmt.Errorf("filter %q: expected one of %s: %w", name, strings.Join(schema.Facets(), ", "), ErrInvalid)
		}
		choices += len(values)
		field, _ := schema.Lookup(name)
		for _, value := range values {
			if field.Kind != schema.Year {
				continue
			}
			if _, _, err := query.Years(value); err != nil {
				return fmt.Errorf("%w: %w", err, ErrInvalid)
			}
		}
	}
	if choices > maxChoices {
		return fmt.Errorf("%d values are chosen, at most %d are answered: %w", choices, maxChoices, ErrTooExpensive)
	}
	return nil
}

// asked is a query as it was understood.
type asked struct {
	tree        query.Node
	exact       string // match key of the document that the whole query names
	name        string // its canonical name
	interpreted string
	// made says that the tree is the Service's, not the reader's: what the engine
	// warns of in it tells the reader nothing.
	made bool
}

// read understands a text: first as the name of a document, else as a query.
func (s *Service) read(text string) (asked, error) {
	if n := utf8.RuneCountInString(text); n > MaxQueryRunes {
		return asked{}, fmt.Errorf("the query has %d characters, at most %d are answered: %w", n, MaxQueryRunes, ErrTooExpensive)
	}
	if a, ok := named(strings.TrimSpace(text)); ok {
		return a, nil
	}
	tree, err := query.Parse(text)
	var bad *query.Error
	if errors.As(err, &bad) {
		if bad.Limit {
			return asked{}, fmt.Errorf("query, %w: %w", bad, ErrTooExpensive)
		}
		return asked{}, &QueryError{Query: text, Column: bad.Column, Message: bad.Message}
	}
	if word, ok := tree.(query.Word); ok && looksLikeSymbol(word.Text) {
		return under(word.Text, word), nil
	}
	tree = nameSymbols(tree)
	return asked{tree: s.resolve(tree), interpreted: query.Describe(tree)}, err
}

// nameSymbols lets symbols among other words stand for the documents under them as
// well as for the texts that name them.
func nameSymbols(n query.Node) query.Node {
	switch n := n.(type) {
	case query.And:
		return query.And{Nodes: mapNodes(n.Nodes, nameSymbols)}
	case query.Or:
		return query.Or{Nodes: mapNodes(n.Nodes, nameSymbols)}
	case query.Not:
		return query.Not{Node: nameSymbols(n.Node)}
	case query.Word:
		if symbol, err := un.ParseSymbol(n.Text); err == nil && !symbol.Unknown {
			return query.Or{Nodes: []query.Node{query.Field{Name: "symbol", Value: n.Text}, n}}
		}
	}
	return n
}

func mapNodes(nodes []query.Node, change func(query.Node) query.Node) []query.Node {
	out := make([]query.Node, len(nodes))
	for i, n := range nodes {
		out[i] = change(n)
	}
	return out
}

// looksLikeSymbol tells symbols and their beginnings (CAC/COSP, e/cn.15) from
// words with a slash (and/or).
func looksLikeSymbol(word string) bool {
	return strings.Contains(word, "/") && !strings.Contains(word, "://") &&
		(strings.ContainsAny(word, "0123456789") || word == strings.ToUpper(word))
}

// under finds what is under a symbol or the beginning of one, and the texts that
// name it.
func under(symbol string, mentions query.Node) asked {
	return asked{
		tree:        query.Or{Nodes: []query.Node{query.Field{Name: "symbol", Value: symbol}, mentions}},
		made:        true,
		interpreted: "documents under " + strings.ToUpper(symbol) + " and texts that name it",
	}
}

// named recognises a query that is nothing but the name of one document: a
// symbol in any spelling, a link to it, a job number, a file name, the number
// of a note verbale, an assigned id. Texts that mention it are looked for as well.
func named(text string) (asked, bool) {
	switch strings.ToLower(path.Ext(text)) {
	case ".pdf", ".docx", ".doc", ".html", ".htm", ".txt":
		if id := un.Identify(text); id.Key != "" {
			return mention(id.Key, id.Canonical), true
		}
		if !strings.ContainsAny(text, ` "`) {
			return mention(text, text), true
		}
		return asked{}, false
	}
	if strings.ContainsAny(text, `"“”`) || strings.Contains(text, ":") && !strings.Contains(text, "://") {
		return asked{}, false
	}
	if un.IsAssignedID(text) {
		return mention(text, text), true
	}
	switch id := un.Identify(text); id.Kind {
	case un.IsSymbol, un.IsDouble, un.IsFile, un.IsNote, un.IsJob, un.IsRef:
		if id.Key != "" {
			return mention(id.Key, id.Canonical), true
		}
	}
	return asked{}, false
}

// resolve puts the ids of meetings and the codes of States in place of their
// other names.
func (s *Service) resolve(n query.Node) query.Node {
	switch n := n.(type) {
	case query.And:
		return query.And{Nodes: mapNodes(n.Nodes, s.resolve)}
	case query.Or:
		return query.Or{Nodes: mapNodes(n.Nodes, s.resolve)}
	case query.Not:
		return query.Not{Node: s.resolve(n.Node)}
	case query.Field:
		n.Value = s.canonical(n.Name, n.Value)
		return n
	}
	return n
}

// meeting gives the meeting of an id in any spelling, or of another of its
// names; one that is not known has its id alone.
func (s *Service) meeting(name string) un.Meeting {
	if m, ok := s.catalogue.Meeting(name); ok {
		return m
	}
	// An id is the beginning of its documents' symbols.
	if first, err := un.ParseSymbol(name + "/1"); err == nil && strings.EqualFold(first.MeetingID(), name) {
		name = first.MeetingID()
	}
	if m, ok := s.catalogue.Meeting(name); ok {
		return m
	}
	return un.Meeting{ID: name}
}

// plan makes a request ready for the engine, from the place of its cursor.
func (s *Service) plan(r Request, a asked, at cursor) Plan {
	p := Plan{
		Tree: a.tree, Exact: a.exact, View: cmp.Or(r.View, Documents), Sort: cmp.Or(r.Sort, ByRelevance),
		Facets: r.Facets, FacetSize: r.FacetSize, FacetPages: enginePages(r.FacetPages), Explain: r.Explain, Bare: r.Bare, Filters: s.chosen(r.Filters),
		Offset: at.Offset, After: at.After, Limit: max(0, cmp.Or(r.Limit, DefaultLimit)), Language: cmp.Or(r.Language, "en"),
	}
	p.Marks = s.marked(p.Tree, p.Filters)
	return p
}

// chosen gives chosen values as the engine knows them, each once.
func (s *Service) chosen(filters map[string][]string) map[string][]string {
	out := map[string][]string{}
	for name, values := range filters {
		for _, value := range values {
			value = s.canonical(name, value)
			if !slices.Contains(out[name], value) {
				out[name] = append(out[name], value)
			}
		}
	}
	return out
}
