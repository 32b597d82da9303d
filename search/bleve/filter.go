package bleve

import (
	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// filter is the chosen values of one facet.
type filter struct {
	name   string
	values []string
	// in are the units with one of the values.
	in bitset
}

// filters makes ready the choices of a plan, in the order of schema's fields.
func (e *evaluation) filters(chosen map[string][]string) ([]filter, error) {
	var out []filter
	for _, field := range schema.Fields() {
		values := chosen[field.Name]
		if len(values) == 0 {
			continue
		}
		column := e.columns.facets[field.Name]
		var found []uint32
		for _, value := range values {
			of := column.find(value)
			if !column.has(of) {
				e.empty = append(e.empty, query.Field{Name: field.Name, Value: value})
			}
			found = append(found, of...)
		}
		if column.passages != nil {
			e.narrow(e.passagesHaving(column, found).roaring())
		}
		out = append(out, filter{field.Name, values, e.unitsWith(column, found)})
	}
	return out, nil
}

// unitsWith gives the units that have any of a field's values.
func (e *evaluation) unitsWith(column *facetColumn, values []uint32) bitset {
	if e.view == search.Paragraphs && column.passages != nil {
		return e.passagesHaving(column, values)
	}
	out := e.set(e.units)
	for _, value := range values {
		for _, r := range column.with.list(value) {
			if e.view == search.Documents {
				out.set(r)
			} else {
				out.setRange(e.columns.spanOf(r))
			}
		}
	}
	return out
}

// passagesHaving gives the passages that have any of the values of a field of
// passages.
func (e *evaluation) passagesHaving(column *facetColumn, values []uint32) bitset {
	out := e.set(e.columns.passageCount())
	for _, value := range values {
		for _, p := range column.passages.with.list(value) {
			out.set(p)
		}
	}
	return out
}

// sieve tells of every unit that the query matches whether it fails no filter,
// and then is a result and counts everywhere, or only one, and then counts in
// that filter's own facet.
type sieve struct {
	filters []filter
	passed  bitset
	// own are, by filter, those that fail it alone.
	own []bitset
}

// sieve compares 64 units at a time with all filters.
func (e *evaluation) sieve(matched bitset, filters []filter) *sieve {
	s := &sieve{filters: filters, passed: matched}
	if len(filters) == 0 {
		return s
	}
	s.passed = e.set(e.units)
	for range filters {
		s.own = append(s.own, e.set(e.units))
	}
	for i, m := range matched {
		if m == 0 {
			continue
		}
		var one, more uint64 // fail one filter at least, and more than one
		for _, f := range filters {
			failed := m &^ f.in[i]
			more |= one & failed
			one |= failed
		}
		s.passed[i] = m &^ one
		for n, f := range filters {
			s.own[n][i] = m &^ f.in[i] &^ more
		}
	}
	return s
}

// chosen are the values that the request chooses of a facet.
func (s *sieve) chosen(facet string) []string {
	for _, f := range s.filters {
		if f.name == facet {
			return f.values
		}
	}
	return nil
}
