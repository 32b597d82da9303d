package bleve

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// filter is the chosen values of one facet.
type filter struct {
	name   string
	values []string
	// in are the units with one of the values.
	in *roaring.Bitmap
}

// filters makes ready the choices of a plan, in the order of their names.
func (e *evaluation) filters(chosen map[string][]string) ([]filter, error) {
	var out []filter
	for _, field := range schema.Fields() {
		values := chosen[field.Name]
		if len(values) == 0 {
			continue
		}
		f := filter{name: field.Name, values: values, in: roaring.New()}
		for _, value := range values {
			with, err := e.chosen(field, value)
			if err != nil {
				return nil, err
			}
			if with.IsEmpty() {
				e.empty = append(e.empty, query.Field{Name: field.Name, Value: value})
			}
			f.in.Or(with)
		}
		switch {
		case field.Level == schema.OfPassage:
			e.narrow(f.in)
			if e.view == search.Documents {
				f.in = e.columns.ofPassages(f.in)
			}
		case e.view == search.Paragraphs:
			f.in = e.columns.ofRenditions(f.in)
		}
		out = append(out, f)
	}
	return out, nil
}

// chosen gives the passages with a value of a passage's field, or the renditions
// with one of a document's.
func (e *evaluation) chosen(field schema.Field, value string) (*roaring.Bitmap, error) {
	if field.Level == schema.OfPassage {
		return e.passagesNaming(e.ctx, field.Name, value)
	}
	return e.columns.withValue(field.Name, value), nil
}

// sieve tells of every unit that the query matches which filters it fails: bit i
// for filter i. A unit that fails none is a result and counts everywhere; one
// that fails only one counts in that filter's own facet.
type sieve struct {
	filters []filter
	failed  map[uint64]*roaring.Bitmap // by mask, of masks with at most one bit
}

func newSieve(matched *roaring.Bitmap, filters []filter) *sieve {
	s := &sieve{filters: filters, failed: map[uint64]*roaring.Bitmap{0: roaring.New()}}
	if len(filters) == 0 {
		s.failed[0] = matched
		return s
	}
	for it := matched.Iterator(); it.HasNext(); {
		unit := it.Next()
		mask := uint64(0)
		for i, f := range filters {
			if !f.in.Contains(unit) {
				mask |= 1 << i
			}
		}
		if bits.OnesCount64(mask) > 1 {
			continue
		}
		if s.failed[mask] == nil {
			s.failed[mask] = roaring.New()
		}
		s.failed[mask].Add(unit)
	}
	return s
}

// results are the units that fail no filter.
func (s *sieve) results() *roaring.Bitmap { return s.failed[0] }

// countedIn are the units that fail no filter but the facet's own.
func (s *sieve) countedIn(facet string) *roaring.Bitmap {
	for i, f := range s.filters {
		if own := s.failed[1<<i]; f.name == facet && own != nil {
			return roaring.Or(s.failed[0], own)
		}
	}
	return s.failed[0]
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

// count counts the values of a facet, documents in the document view and
// passages in the paragraph view.
func (e *evaluation) count(s *sieve, facet string, size int) []search.FacetValue {
	column := e.columns.facets[facet]
	units := s.countedIn(facet)
	var counts []int
	switch {
	case e.view == search.Documents:
		counts = e.countDocuments(column, units)
	case column.passages != nil:
		counts = column.passages.count(len(column.values), units)
	default:
		counts = e.countPassages(column, units)
	}
	var out []search.FacetValue
	selected := map[uint32]bool{}
	for _, value := range s.chosen(facet) {
		if ords := column.keys[column.normal(value)]; len(ords) == 1 {
			selected[ords[0]] = true
			continue
		}
		// A range of years, or a value that nothing has, is given as chosen.
		out = append(out, search.FacetValue{Value: value, Selected: true, Count: e.countChosen(column, units, facet, value)})
	}
	for ord, n := range counts {
		if n == 0 && !selected[uint32(ord)] {
			continue
		}
		value := search.FacetValue{Value: column.values[ord], Count: n, Selected: selected[uint32(ord)]}
		if column.parents != nil {
			value.Parent, value.Depth = column.parents[value.Value], column.depth(value.Value)
		}
		out = append(out, value)
	}
	return cutValues(out, facet, size)
}

// cutValues puts a facet's values in order and keeps the first; chosen ones are
// always kept.
func cutValues(values []search.FacetValue, facet string, size int) []search.FacetValue {
	slices.SortFunc(values, func(a, b search.FacetValue) int {
		if a.Selected != b.Selected {
			if a.Selected {
				return -1
			}
			return 1
		}
		if facet == "year" {
			return strings.Compare(b.Value, a.Value)
		}
		return cmp.Or(cmp.Compare(b.Count, a.Count), search.CompareSymbols(a.Value, b.Value))
	})
	if size <= 0 || len(values) <= size {
		return values
	}
	for size < len(values) && values[size].Selected {
		size++
	}
	return values[:size]
}

// countDocuments counts each document once under each value that one of its
// renditions among the units has.
func (e *evaluation) countDocuments(column *facetColumn, units *roaring.Bitmap) []int {
	counts := make([]int, len(column.values))
	last := make([]uint32, len(column.values)) // document counted last, plus one
	for it := units.Iterator(); it.HasNext(); {
		r := it.Next()
		d := e.columns.renditions[r].document + 1
		for _, ord := range column.of[r] {
			if last[ord] != d {
				last[ord] = d
				counts[ord]++
			}
		}
	}
	return counts
}

func (e *evaluation) countPassages(column *facetColumn, units *roaring.Bitmap) []int {
	counts := make([]int, len(column.values))
	for it := units.Iterator(); it.HasNext(); {
		for _, ord := range column.of[e.columns.rendition[it.Next()]] {
			counts[ord]++
		}
	}
	return counts
}

// countChosen counts what has any of the values that one choice stands for.
func (e *evaluation) countChosen(column *facetColumn, units *roaring.Bitmap, facet, value string) int {
	if e.view == search.Paragraphs && column.passages != nil {
		return column.passages.with(column.find(facet, value), units)
	}
	in := column.matching(facet, value)
	if e.view == search.Paragraphs {
		return int(units.AndCardinality(e.columns.ofRenditions(in)))
	}
	in.And(units)
	return len(e.documentsOf(in))
}

// documentsOf gives the documents of renditions, each once, in their order.
func (e *evaluation) documentsOf(renditions *roaring.Bitmap) []uint32 {
	var out []uint32
	for it := renditions.Iterator(); it.HasNext(); {
		if d := e.columns.renditions[it.Next()].document; len(out) == 0 || out[len(out)-1] != d {
			out = append(out, d)
		}
	}
	return out
}
