package bleve

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"travaux/search"
	"travaux/search/analysis"
)

// countFacets fills in an answer's facets, and the totals without each choice.
func (e *evaluation) countFacets(s *sieve, p search.Plan, answer *search.Answer) {
	if len(p.Facets)+len(s.filters) == 0 {
		return
	}
	passed := e.census(s.passed)
	censuses := map[string]*census{}
	for i, f := range s.filters {
		s.own[i].or(s.passed)
		censuses[f.name] = e.census(s.own[i])
		if answer.Without == nil {
			answer.Without = map[string]int{}
		}
		answer.Without[f.name] = censuses[f.name].total()
	}
	for _, facet := range p.Facets {
		column, page := e.columns.facets[facet], p.FacetPages[facet]
		page.Limit = cmp.Or(page.Limit, p.FacetSize)
		t := cmp.Or(censuses[facet], passed)
		values, total := t.page(column, s.chosen(facet), page)
		answer.Facets[facet] = values
		if answer.FacetTotals == nil {
			answer.FacetTotals = map[string]int{}
		}
		answer.FacetTotals[facet] = total
	}
}

// page counts a field and gives a page of its values, chosen ones first, with the
// number of values there are on all pages. Chosen values are given whatever the
// limit.
func (t *census) page(column *facetColumn, chosen []string, page search.FacetPage) ([]search.FacetValue, int) {
	counts := t.count(column)
	first := t.chosenValues(column, chosen, counts)
	for _, v := range first {
		if ord, ok := column.only(v.Value); ok {
			counts[ord] = 0 // it stands among the chosen ones
		}
	}
	order := ordering(column.name, page.Order)
	slices.SortFunc(first, order.compare)
	kept := column.beginning(page.Prefix, counts)
	total := len(first) + len(kept)
	from, to := page.Offset, total
	if page.Limit > 0 && page.Limit < total-from {
		to = max(page.Offset+page.Limit, len(first))
	}
	if from >= to {
		return []search.FacetValue{}, total
	}
	out := slices.Clone(first[min(from, len(first)):])
	from, to = max(0, from-len(first)), to-len(first)
	for _, ord := range order.cut(kept, counts, from, to) {
		out = append(out, column.value(ord, int(counts[ord])))
	}
	return out, total
}

// chosenValues gives the values that a request chooses. A range of years, or a
// value that nothing has, is given as it was chosen.
func (t *census) chosenValues(column *facetColumn, chosen []string, counts []uint32) []search.FacetValue {
	var out []search.FacetValue
	for _, asked := range chosen {
		value := search.FacetValue{Value: asked}
		if ord, ok := column.only(asked); ok {
			value = column.value(ord, int(counts[ord]))
		} else {
			value.Count = t.countAny(column, column.find(asked))
		}
		value.Selected = true
		if !slices.ContainsFunc(out, func(v search.FacetValue) bool { return v.Value == value.Value }) {
			out = append(out, value)
		}
	}
	return out
}

// only gives the one value that a value asked for is.
func (f *facetColumn) only(asked string) (ord uint32, ok bool) {
	of := f.find(asked)
	if len(of) != 1 || f.name == "year" && f.values.String(of[0]) != asked {
		return 0, false
	}
	return of[0], true
}

// value makes a value to be given.
func (f *facetColumn) value(ord uint32, count int) search.FacetValue {
	v := search.FacetValue{Value: f.values.String(ord), Count: count}
	if len(f.parents) > 0 {
		v.Depth = f.depth(ord)
		if above := f.parents[ord]; above != none {
			v.Parent = f.values.String(above)
		}
	}
	return v
}

// beginning gives the values that are counted and begin with a prefix, in
// whichever case and with or without accents.
func (f *facetColumn) beginning(prefix string, counts []uint32) []uint32 {
	var out []uint32
	folded := []byte(analysis.Fold(prefix))
	for ord, n := range counts {
		if n > 0 && (prefix == "" || begins(f.values.Bytes(uint32(ord)), folded)) {
			out = append(out, uint32(ord))
		}
	}
	return out
}

func begins(value, folded []byte) bool {
	if analysis.IsASCII(value) {
		return len(value) >= len(folded) && bytes.EqualFold(value[:len(folded)], folded)
	}
	return strings.HasPrefix(analysis.Fold(string(value)), string(folded))
}

// facetOrder is an order of values: by count, by name, or by name backwards,
// which is how years stand.
type facetOrder int

const (
	byCount facetOrder = iota
	byName
	newestFirst
)

func ordering(facet string, asked search.FacetOrder) facetOrder {
	switch {
	case asked == search.ByName:
		return byName
	case facet == "year":
		return newestFirst
	}
	return byCount
}

// compare compares values that are to be given.
func (o facetOrder) compare(a, b search.FacetValue) int {
	switch o {
	case byName:
		return search.CompareSymbols(a.Value, b.Value)
	case newestFirst:
		return strings.Compare(b.Value, a.Value)
	}
	return cmp.Or(cmp.Compare(b.Count, a.Count), search.CompareSymbols(a.Value, b.Value))
}

// cut gives the values from one place in the order to another. They come by name.
func (o facetOrder) cut(values, counts []uint32, from, to int) []uint32 {
	to = min(to, len(values))
	if from >= to {
		return nil
	}
	switch o {
	case byName:
		return values[from:to]
	case newestFirst:
		values = slices.Clone(values[len(values)-to : len(values)-from])
		slices.Reverse(values)
		return values
	}
	best := make(keyHeap, 0, to) // a greater key comes first
	for _, v := range values {
		best.offer(uint64(counts[v])<<32 | uint64(^v))
	}
	slices.SortFunc(best, func(a, b uint64) int { return cmp.Compare(b, a) })
	out := make([]uint32, 0, to-from)
	for _, key := range best[from:to] {
		out = append(out, ^uint32(key))
	}
	return out
}

// keyHeap keeps the greatest of the keys it is offered, as many as it has room for,
// the least of them first.
type keyHeap []uint64

func (h *keyHeap) offer(key uint64) {
	s := *h
	if len(s) < cap(s) {
		s = append(s, key)
		for i := len(s) - 1; i > 0 && s[i] < s[(i-1)/2]; i = (i - 1) / 2 {
			s[i], s[(i-1)/2] = s[(i-1)/2], s[i]
		}
		*h = s
		return
	}
	if key <= s[0] {
		return
	}
	i := 0
	for {
		child := 2*i + 1
		if child >= len(s) {
			break
		}
		if child+1 < len(s) && s[child+1] < s[child] {
			child++
		}
		if key <= s[child] {
			break
		}
		s[i] = s[child]
		i = child
	}
	s[i] = key
}
