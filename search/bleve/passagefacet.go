package bleve

import (
	"context"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/schema"
)

// passageValues are the values of one field by passage: those of passage p are
// values[offsets[p]:offsets[p+1]].
type passageValues struct{ offsets, values []uint32 }

// readFacet reads the values that passages have of a field, and from them those
// of renditions.
func (s *snapshot) readFacet(ctx context.Context, field schema.Field) (*facetColumn, error) {
	c := s.columns
	f := &facetColumn{
		ordinals: map[string]uint32{}, keys: map[string][]uint32{}, of: make([][]uint32, len(c.renditions)),
		normal: func(v string) string { return strings.ToUpper(keywordTerm(field.Name, v)) },
	}
	if field.Kind == schema.Tree {
		f.parents = map[string]string{}
	}
	var passages []*roaring.Bitmap // by value
	terms, err := s.reader.snapshot.FieldDict(field.Name)
	if err != nil {
		return nil, err
	}
	defer terms.Close()
	for {
		entry, err := terms.Next()
		if err != nil {
			return nil, err
		}
		if entry == nil {
			break
		}
		with, err := s.passagesWith(ctx, field.Name, entry.Term)
		if err != nil {
			return nil, err
		}
		if with.IsEmpty() {
			continue // only deleted passages had it
		}
		value := keywordValue(field.Name, entry.Term)
		for it := c.ofPassages(with).Iterator(); it.HasNext(); {
			f.add(it.Next(), value)
		}
		if f.parents != nil {
			f.parents[value] = keywordValue(field.Name, above(field.Name, entry.Term))
		}
		if ord := f.ordinals[value]; int(ord) < len(passages) { // two terms that are shown alike
			passages[ord].Or(with)
		} else {
			passages = append(passages, with)
		}
	}
	f.passages = byPassage(passages, len(c.entryOf))
	return f, nil
}

// passagesNaming gives the passages with a value of a field, in whichever case it
// is asked for.
func (s *snapshot) passagesNaming(ctx context.Context, field, value string) (*roaring.Bitmap, error) {
	if field != articleField {
		return s.passagesWith(ctx, field, keywordTerm(field, value))
	}
	out, column := roaring.New(), s.columns.facets[field]
	for _, ord := range column.find(field, value) {
		with, err := s.passagesWith(ctx, field, column.values[ord])
		if err != nil {
			return nil, err
		}
		out.Or(with)
	}
	return out, nil
}

// byPassage turns passages by value round, for n passages.
func byPassage(passages []*roaring.Bitmap, n int) *passageValues {
	v := &passageValues{offsets: make([]uint32, n+1)}
	total := uint32(0)
	for _, with := range passages {
		total += uint32(with.GetCardinality())
		for it := with.Iterator(); it.HasNext(); {
			v.offsets[it.Next()+1]++
		}
	}
	for p := range n {
		v.offsets[p+1] += v.offsets[p]
	}
	v.values = make([]uint32, total)
	next := append([]uint32(nil), v.offsets...)
	for value, with := range passages {
		for it := with.Iterator(); it.HasNext(); {
			p := it.Next()
			v.values[next[p]] = uint32(value)
			next[p]++
		}
	}
	return v
}

// of gives a passage's values.
func (v *passageValues) of(passage uint32) []uint32 {
	return v.values[v.offsets[passage]:v.offsets[passage+1]]
}

// count counts, for n values, the passages that have each.
func (v *passageValues) count(n int, passages *roaring.Bitmap) []int {
	counts := make([]int, n)
	for it := passages.Iterator(); it.HasNext(); {
		for _, value := range v.of(it.Next()) {
			counts[value]++
		}
	}
	return counts
}

// with counts the passages that have any of the values.
func (v *passageValues) with(values []uint32, passages *roaring.Bitmap) int {
	wanted := roaring.BitmapOf(values...)
	n := 0
	for it := passages.Iterator(); it.HasNext(); {
		for _, value := range v.of(it.Next()) {
			if wanted.Contains(value) {
				n++
				break
			}
		}
	}
	return n
}
