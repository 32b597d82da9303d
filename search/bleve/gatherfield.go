package bleve

import (
	"cmp"
	"slices"
	"strconv"

	"travaux/search"
	"travaux/search/bleve/flat"
	"travaux/search/un"
)

// fieldGatherer numbers the values of a field as they come.
type fieldGatherer struct {
	name    string
	numbers map[string]uint32
	values  []string
	parents map[string]string // what stands above a tree's values
}

func newFieldGatherer(name string) *fieldGatherer {
	return &fieldGatherer{name: name, numbers: map[string]uint32{}, parents: map[string]string{}}
}

func (f *fieldGatherer) number(value string) uint32 {
	n, ok := f.numbers[value]
	if !ok {
		n = uint32(len(f.values))
		f.numbers[value] = n
		f.values = append(f.values, value)
	}
	return n
}

// of gives a rendition's values, each once, in the order in which it has them.
func (f *fieldGatherer) of(r *storedRendition) []uint32 {
	var out []uint32
	for _, value := range fieldValues(f.name, r, f.parents) {
		if n := f.number(value); !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// fieldValues gives a rendition's values of a field.
func fieldValues(name string, r *storedRendition, parents map[string]string) []string {
	d := &r.Document
	switch name {
	case "meeting":
		return []string{cmp.Or(d.Meeting, un.NoMeeting)}
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
	case dateColumn:
		return some(string(d.Date))
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
			values = append(values, prefix)
			parents[prefix] = above
			above = prefix
		}
	}
	return values
}

// arrange puts the values of a field in the order of their names; renumbered
// are their ordinals by the numbers they were gathered with.
func (f *fieldGatherer) arrange(c *facetColumn) (renumbered []uint32) {
	for value, above := range f.parents {
		f.number(value)
		if above != "" {
			f.number(above)
		}
	}
	order := make([]uint32, len(f.values))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return search.CompareSymbols(f.values[a], f.values[b]) })
	renumbered = make([]uint32, len(order))
	values, keys := make([]string, len(order)), make([]string, len(order))
	for i, n := range order {
		renumbered[n] = uint32(i)
		values[i] = f.values[n]
		keys[i] = compared(f.name, values[i])
	}
	c.values = flat.NewStrings(values)
	c.keyed = make([]uint32, len(keys))
	for i := range c.keyed {
		c.keyed[i] = uint32(i)
	}
	slices.SortFunc(c.keyed, func(a, b uint32) int { return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(a, b)) })
	sorted := make([]string, len(keys))
	for i, n := range c.keyed {
		sorted[i] = keys[n]
	}
	c.keys = flat.NewStrings(sorted)
	if isTree(f.name) {
		c.parents = fill(len(values))
		for value, above := range f.parents {
			if above != "" && above != value {
				c.parents[renumbered[f.numbers[value]]] = renumbered[f.numbers[above]]
			}
		}
	}
	return renumbered
}

// arrangeField makes the column of a field of renditions.
func (g *gatherer) arrangeField(name string) {
	c := g.facets[name]
	renumbered := g.fields[name].arrange(c)
	c.of.at = []uint32{0}
	for i := range g.found {
		for _, n := range g.found[i].values[name] {
			c.of.of = append(c.of.of, renumbered[n])
		}
		c.of.at = append(c.of.at, uint32(len(c.of.of)))
	}
	c.with = c.of.invert(len(renumbered))
}

// invert gives, for each number below n, the lists it is in.
func (l lists) invert(n int) lists {
	out := lists{make([]uint32, n+1), make([]uint32, len(l.of))}
	for _, value := range l.of {
		out.at[value+1]++
	}
	for i := range n {
		out.at[i+1] += out.at[i]
	}
	next := slices.Clone(out.at)
	for i := range len(l.at) - 1 {
		for _, value := range l.list(uint32(i)) {
			out.of[next[value]] = uint32(i)
			next[value]++
		}
	}
	return out
}
