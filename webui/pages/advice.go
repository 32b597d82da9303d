package pages

import (
	"maps"
	"slices"
	"strings"

	"travaux/search"
)

// advice is what a reader may ask instead.
type advice struct {
	// Spellings are queries that may have been meant.
	Spellings []suggestion
	// Wider are searches that ask for less.
	Wider []suggestion
}

// suggestion is another search worth asking. Before and After are the words
// around its label, Count words the number of its results, if that is known.
type suggestion struct{ Before, Label, Link, Count string }

// advice sorts what the Service suggests. What it counted with the filters of the
// request keeps them.
func (p *Pages) advice(asked search.Request, suggestions []search.Suggestion) advice {
	var a advice
	for _, s := range suggestions {
		other := asked
		other.Query, other.Cursor = s.Query, ""
		found := suggestion{Label: s.Label}
		if s.Count > 0 {
			found.Count = results(search.Total{Value: s.Count, Relation: "eq"}, asked.View)
		}
		switch s.Kind {
		case search.SuggestFilter:
			other.Filters = maps.Clone(asked.Filters)
			delete(other.Filters, s.Facet)
			found.Before, found.Label = "Search", "without the filter "+facetPhrase(s.Facet)
			found.Link = p.links().Search(other)
			a.Wider = append(a.Wider, found)
		case search.SuggestFewer:
			found.Before, found.Link = "With a word less:", p.links().Search(other)
			a.Wider = append(a.Wider, found)
		case search.SuggestSpelling:
			found.Link = p.links().Search(other)
			a.Spellings = append(a.Spellings, found)
		default:
			found.Link = p.links().Query(s.Query)
			a.Spellings = append(a.Spellings, found)
		}
	}
	return a
}

// facetPhrase names a filter within a sentence.
func facetPhrase(name string) string {
	all := facetNames()
	i := slices.IndexFunc(all, func(f facetName) bool { return f.Name == name })
	if i < 0 {
		return name
	}
	return "“" + strings.ToLower(all[i].Label) + "”"
}
