package search

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// byLabel reports whether a page of a facet depends on the names that its values
// have for readers, which no engine knows.
func byLabel(facet string, page FacetPage) bool {
	switch facet {
	case "meeting", "body", "type", "kind", "lang", "state":
		return page.Prefix != "" || page.Order == ByName
	}
	return false
}

// enginePages gives the pages of facets to ask an engine for: all values where
// names decide.
func enginePages(pages map[string]FacetPage) map[string]FacetPage {
	out := maps.Clone(pages)
	for facet, page := range pages {
		if byLabel(facet, page) {
			out[facet] = FacetPage{Limit: math.MaxInt32}
		}
	}
	return out
}

// pageByLabel cuts out of the values of facets, which have their labels and stand
// chosen first, then by count, what a request asks for by name.
func pageByLabel(r Request, result *Result) {
	for facet, page := range r.FacetPages {
		values, counted := result.Facets[facet]
		if !counted || !byLabel(facet, page) {
			continue
		}
		prefix := folded(page.Prefix)
		values = slices.DeleteFunc(values, func(v FacetValue) bool {
			return !v.Selected && !begins(folded(v.Value), prefix) && !begins(folded(v.Label), prefix)
		})
		chosen := 0
		for chosen < len(values) && values[chosen].Selected {
			chosen++
		}
		if page.Order == ByName {
			slices.SortFunc(values[:chosen], compareLabels)
			slices.SortFunc(values[chosen:], compareLabels)
		}
		if result.FacetTotals == nil {
			result.FacetTotals = map[string]int{}
		}
		result.FacetTotals[facet] = len(values)
		from, to := min(page.Offset, len(values)), len(values)
		if limit := cmp.Or(page.Limit, r.FacetSize); limit > 0 && limit < to-from {
			to = max(from+limit, chosen)
		}
		result.Facets[facet] = values[from:to]
	}
}

func compareLabels(a, b FacetValue) int {
	return cmp.Or(strings.Compare(folded(a.Label), folded(b.Label)), CompareSymbols(a.Value, b.Value))
}

// begins reports whether a text, or a word of it, begins with a prefix.
func begins(text, prefix string) bool {
	between := true
	for i, r := range text {
		if between && strings.HasPrefix(text[i:], prefix) {
			return true
		}
		between = !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return false
}

// folded gives a text in lower case and without accents.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}
