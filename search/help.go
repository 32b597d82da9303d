package search

import (
	"fmt"

	"travaux/search/schema"
)

// Help is what can be asked: everything a help text prints.
type Help struct {
	// Operators and Fields are the query language.
	Operators []schema.Operator
	Fields    []schema.Field
	// Parameters are those of a request, in URLs and as flags.
	Parameters []Parameter
}

// Parameter is one parameter of a request.
type Parameter struct {
	// Name is that in URLs and of the flag.
	Name string
	// Values says what it may be, Help what it does.
	Values, Help string
}

// Help gives what can be asked.
func (s *Service) Help() Help {
	return Help{Operators: schema.Operators(), Fields: schema.Fields(), Parameters: Parameters()}
}

// Parameters returns the parameters of a request but for the facets, whose names
// choose values.
func Parameters() []Parameter {
	return []Parameter{
		{"q", fmt.Sprintf("a query of at most %d characters", MaxQueryRunes), "what to look for; without it, everything"},
		{"view", joined([]View{Documents, Paragraphs}), "what one result is"},
		{"sort", joined(Sorts()), "the order of results; paragraph is that of the documents' symbols, and within them as printed"},
		{"limit", fmt.Sprintf("0 to %d", MaxLimit), fmt.Sprintf("how many results; without it %d, and with 0 the counts alone", DefaultLimit)},
		{"cursor", "the next of an earlier answer", "go on behind its last result"},
		{"language", "a code such as fr", "the language of labels, and of the text shown where the query does not tell"},
		{"facets", "names, with commas between them", "whose values to count"},
		{facetOrder, "count or name; or state:name", "the order of values, of one facet or of all that are counted"},
		{facetPrefix, "a beginning; or state:pa", "only values that begin so, or a word of whose name does"},
		{facetOffset, "a number; or state:40", "leave out so many values"},
		{facetLimit, "a number; or state:20", "give so many values"},
		{"explain", "true", "tell what each word gives to every score"},
	}
}
