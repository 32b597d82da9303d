package suggest

import (
	"cmp"
	"slices"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// values are the values that a field has in the collection, most frequent first,
// with the words by which readers name them in any of the six languages.
type values struct {
	all []search.FacetValue
	names
}

// makeValues takes a facet's values.
func makeValues(field string, all []search.FacetValue, c search.Catalogue) values {
	all = slices.DeleteFunc(slices.Clone(all), func(v search.FacetValue) bool {
		return v.Count == 0 || field == "meeting" && v.Value == un.NoMeeting
	})
	slices.SortStableFunc(all, func(a, b search.FacetValue) int { return cmp.Compare(b.Count, a.Count) })
	found := newNamesBuilder()
	for _, v := range all {
		found.add(valueWords(field, v.Value, c))
	}
	return values{all, found.made()}
}

// valueWords gives the words that a value may be found by.
func valueWords(field, value string, c search.Catalogue) []string {
	words := cut(fold(value))
	words = append(words, fold(value))
	for _, language := range un.Languages() {
		words = append(words, cut(fold(search.Label(c, field, value, language)))...)
	}
	switch field {
	case "meeting":
		m, ok := c.Meeting(value)
		if !ok {
			break
		}
		for _, name := range append(slices.Clone(m.Aliases), m.Name, m.Place, string(m.Start), m.Ordinal) {
			words = append(words, cut(fold(name))...)
		}
		for _, alias := range m.Aliases {
			words = append(words, fold(alias))
		}
	case "state":
		state, ok := c.StateNamed(value)
		if !ok {
			break
		}
		for _, language := range un.Languages() {
			for _, form := range state.Forms(language) {
				words = append(words, cut(fold(form))...)
			}
		}
	}
	return words
}

// complete gives the values whose value begins as was typed, then those that have
// for each word of it one that begins so; most frequent first.
func (v *values) complete(typed string, limit int) []search.FacetValue {
	typed = fold(strings.TrimSpace(typed))
	fits := newSet(len(v.all))
	if words := cut(typed); len(words) > 0 {
		if found := v.names.matching(words); found != nil {
			fits = found
		}
	} else if typed == "" {
		for i := range v.all {
			fits.add(uint32(i))
		}
	}
	var begun, named []search.FacetValue
	fits.all(func(i uint32) bool {
		if strings.HasPrefix(fold(v.all[i].Value), typed) {
			begun = append(begun, v.all[i])
		} else if len(named) < limit {
			named = append(named, v.all[i])
		}
		return len(begun) < limit
	})
	begun = append(begun, named...)
	return begun[:min(limit, len(begun))]
}

func (v *values) size() int {
	n := v.names.size()
	for _, value := range v.all {
		n += len(value.Value) + len(value.Parent) + 80
	}
	return n
}
