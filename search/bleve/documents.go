package bleve

import (
	"cmp"
	"slices"

	"travaux/search"
	"travaux/search/bleve/flat"
	"travaux/search/un"
)

// rankDocuments puts documents newest first and gives each its place in the
// other orders, so that equal scores are put in order by comparing numbers. Those
// without a date come last in both orders by date.
func (g *gatherer) rankDocuments() {
	slices.SortFunc(g.byDocument, func(a, b documentName) int { return search.CompareSymbols(a.id, b.id) })
	for i := range g.byDocument {
		g.byDocument[i].place = uint32(i)
	}
	undated := func(d un.Date) int {
		if d == "" {
			return 1
		}
		return 0
	}
	slices.SortFunc(g.byDocument, func(a, b documentName) int {
		return cmp.Or(undated(a.date)-undated(b.date), cmp.Compare(b.date, a.date), cmp.Compare(a.place, b.place))
	})
	order := make([]uint32, len(g.byDocument))
	g.symbol, g.oldest = make([]uint32, len(order)), make([]uint32, len(order))
	for i, d := range g.byDocument {
		order[i], g.symbol[i] = uint32(i), d.place
	}
	slices.SortFunc(order, func(x, y uint32) int {
		a, b := &g.byDocument[x], &g.byDocument[y]
		return cmp.Or(undated(a.date)-undated(b.date), cmp.Compare(a.date, b.date), cmp.Compare(a.place, b.place))
	})
	for i, d := range order {
		g.oldest[d] = uint32(i)
	}
}

// nameDocuments makes the table of names that a document answers to: id, all its
// symbols, job numbers and file names. Of several with one name it is the
// first by id.
func (g *gatherer) nameDocuments() {
	exact, files := map[string]uint32{}, map[string]uint32{}
	name := func(n string, d uint32) {
		if _, taken := exact[n]; !taken && n != "" {
			exact[n] = d
		}
	}
	order := make([]uint32, len(g.byDocument))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int { return cmp.Compare(g.byDocument[a].id, g.byDocument[b].id) })
	for _, d := range order {
		name(g.byDocument[d].id, d)
		name(g.byDocument[d].key, d)
		name(symbolKey(g.byDocument[d].id), d)
	}
	for _, d := range order {
		for r := g.byDocument[d].first; r < g.byDocument[d].last; r++ {
			for _, n := range g.found[r].names {
				name(n, d)
			}
			for _, hash := range g.found[r].hashes {
				if _, taken := files[hash]; !taken {
					files[hash] = uint32(r)
				}
			}
		}
	}
	g.joinFamilies(exact)
	g.answersTo, g.named = table(exact)
	g.hashes, g.fileOf = table(files)
}

// joinFamilies numbers families. What belongs to a further symbol of a joint
// document is of that document's family.
func (g *gatherer) joinFamilies(exact map[string]uint32) {
	family := func(d documentName) string {
		for range 8 { // a chain that is longer comes back to itself
			head, ok := exact[d.family]
			if !ok || g.byDocument[head].family == d.family {
				break
			}
			d.family = g.byDocument[head].family
		}
		return d.family
	}
	first := map[string]uint32{}
	for i, d := range g.byDocument {
		f := family(d)
		if _, seen := first[f]; !seen {
			first[f] = uint32(i)
		}
		g.families = append(g.families, first[f])
	}
}

// table puts names in order, with the numbers that they stand for.
func table(of map[string]uint32) (flat.Strings, []uint32) {
	names := make([]string, 0, len(of))
	for n := range of {
		names = append(names, n)
	}
	slices.Sort(names)
	numbers := make([]uint32, len(names))
	for i, n := range names {
		numbers[i] = of[n]
	}
	return flat.NewStrings(names), numbers
}

// document finds a document by any of its names.
func (c *columns) document(name string) (uint32, bool) {
	for _, n := range []string{name, symbolKey(name)} {
		if i, ok := c.answersTo.Search(n); ok {
			return c.named[i], true
		}
	}
	return none, false
}
