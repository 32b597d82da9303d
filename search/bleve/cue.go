package bleve

import (
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/un"
)

// cue is a value of a passage's field that was asked for: where a passage has it
// is marked as words are, so that a hit shows why it is one.
type cue struct{ field, value string }

// cues gives the values that a query and its filters ask for.
func cues(p search.Plan) []cue {
	var out []cue
	add := func(field, value string) {
		switch field {
		case articleField, citesField, kindField:
			out = append(out, cue{field, keywordTerm(field, value)})
		}
	}
	query.Walk(p.Tree, func(leaf query.Node, negated bool) {
		if f, ok := leaf.(query.Field); ok && !negated {
			add(f.Name, f.Value)
		}
	})
	for _, field := range []string{articleField, citesField, kindField} {
		for _, value := range p.Filters[field] {
			add(field, value)
		}
	}
	return out
}

// find gives where a passage has the value: at its reference, or at the words that
// decided its kind.
func (c cue) find(p *un.Passage) (out []stretch) {
	if c.field == kindField {
		for _, k := range p.Kinds {
			if keywordTerm(kindField, string(k.Value)) == c.value {
				out = append(out, standsFolded(p.Text, k.Cue)...)
			}
		}
		return out
	}
	for _, r := range p.References {
		one := un.Passage{References: []un.Reference{r}}
		same := func(value string) bool { return strings.EqualFold(value, c.value) }
		if r.Start < r.End && r.End <= len(p.Text) && slices.ContainsFunc(cited(one, c.field), same) {
			out = append(out, stretch{r.Start, r.End})
		}
	}
	return out
}

// standsFolded gives the first place of words in a text, whatever their case.
func standsFolded(text, words string) []stretch {
	if words == "" {
		return nil
	}
	for at := range text {
		to := at
		for range words { // letter by letter: their lengths differ by case
			if to == len(text) {
				return nil
			}
			_, size := utf8.DecodeRuneInString(text[to:])
			to += size
		}
		if strings.EqualFold(text[at:to], words) {
			return []stretch{{at, to}}
		}
	}
	return nil
}
