package bleve

import (
	"slices"
	"strconv"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/query"
	"travaux/search/un"
)

// facetColumn is one keyword field of renditions: the values of each rendition,
// and the renditions of each value.
type facetColumn struct {
	values     []string
	ordinals   map[string]uint32
	of         [][]uint32 // by rendition
	renditions []*roaring.Bitmap
	// keys are the values as they are compared, normal makes them so.
	keys   map[string][]uint32
	normal func(string) string
	// parents holds what stands above a tree's values; nil otherwise.
	parents map[string]string
	// passages are the values of each passage where the field is one of
	// passages; nil otherwise.
	passages *passageValues
}

func buildFacets(c *columns) map[string]*facetColumn {
	facets := map[string]*facetColumn{}
	for _, name := range []string{"meeting", "symbol", "body", "type", "lang", "year", "session", "origin", "agenda", "distribution"} {
		f := &facetColumn{ordinals: map[string]uint32{}, keys: map[string][]uint32{}, normal: fold, of: make([][]uint32, len(c.renditions))}
		switch name {
		case "symbol":
			f.parents = map[string]string{}
			f.normal = symbolKey
		case "body", "meeting":
			f.normal = symbolKey
		}
		for i := range c.renditions {
			for _, value := range facetValues(name, &c.renditions[i].storedRendition, f.parents) {
				f.add(uint32(i), value)
			}
		}
		facets[name] = f
	}
	return facets
}

func (f *facetColumn) add(rendition uint32, value string) {
	ord, ok := f.ordinals[value]
	if !ok {
		ord = uint32(len(f.values))
		f.ordinals[value] = ord
		f.values = append(f.values, value)
		f.renditions = append(f.renditions, roaring.New())
		f.keys[f.normal(value)] = append(f.keys[f.normal(value)], ord)
	}
	if !slices.Contains(f.of[rendition], ord) {
		f.of[rendition] = append(f.of[rendition], ord)
		f.renditions[ord].Add(rendition)
	}
}

// facetValues gives a rendition's values of a field.
func facetValues(name string, r *storedRendition, parents map[string]string) []string {
	d := &r.Document
	switch name {
	case "meeting":
		if d.Meeting == "" {
			return []string{un.NoMeeting}
		}
		return []string{d.Meeting}
	case "symbol":
		return symbolPrefixes(d, parents)
	case "body":
		return some(d.Body)
	case "type":
		var values []string
		for _, t := range d.Types {
			values = append(values, string(t))
		}
		return values
	case "lang":
		return some(r.Language)
	case "year":
		if y := d.Year(); y > 0 {
			return []string{strconv.Itoa(y)}
		}
	case "session":
		return some(fold(d.Session))
	case "origin":
		return some(string(d.Origin))
	case "agenda":
		return some(fold(d.AgendaItem))
	case "distribution":
		return some(d.Distribution)
	}
	return nil
}

func some(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// symbolPrefixes gives all that a document's symbols begin with, themselves
// included, and notes what stands above what.
func symbolPrefixes(d *un.Document, parents map[string]string) []string {
	var values []string
	for _, s := range d.Symbols {
		above := ""
		for _, prefix := range s.Prefixes() {
			if !slices.Contains(values, prefix) {
				values = append(values, prefix)
			}
			parents[prefix] = above
			above = prefix
		}
	}
	return values
}

// depth is a value's place in its tree, from 0.
func (f *facetColumn) depth(value string) int {
	depth := 0
	for f.parents[value] != "" {
		value = f.parents[value]
		depth++
	}
	return depth
}

// find gives the ordinals of the values that a value asked for stands for.
func (f *facetColumn) find(name, asked string) []uint32 {
	if name == "year" {
		return f.years(asked)
	}
	if ord, ok := f.ordinals[asked]; ok {
		return []uint32{ord}
	}
	return f.keys[f.normal(asked)]
}

func (f *facetColumn) years(asked string) []uint32 {
	from, to, err := query.Years(asked)
	if err != nil {
		return nil
	}
	var out []uint32
	for ord, value := range f.values {
		if y, err := strconv.Atoi(value); err == nil && from <= y && y <= to {
			out = append(out, uint32(ord))
		}
	}
	return out
}

// matching gives the renditions with a value asked for.
func (f *facetColumn) matching(name, asked string) *roaring.Bitmap {
	out := roaring.New()
	for _, ord := range f.find(name, asked) {
		out.Or(f.renditions[ord])
	}
	return out
}
