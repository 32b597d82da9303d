package bleve

import (
	"cmp"
	"slices"

	"travaux/search"
	"travaux/search/un"
)

// rankDocuments gives every document its place in the orders, so that equal
// scores are put in order by comparing numbers.
func (c *columns) rankDocuments() {
	order := make([]uint32, len(c.documents))
	for i := range order {
		order[i] = uint32(i)
	}
	bySymbol := func(a, b uint32) int { return search.CompareSymbols(c.documents[a].id, c.documents[b].id) }
	slices.SortFunc(order, bySymbol)
	for rank, d := range order {
		c.documents[d].symbol = uint32(rank)
	}
	rank := func(compare func(a, b un.Date) int, set func(d *documentColumn, rank uint32)) {
		slices.SortFunc(order, func(a, b uint32) int {
			x, y := &c.documents[a], &c.documents[b]
			if (x.date == "") != (y.date == "") { // without a date: last
				return cmp.Compare(y.date, x.date)
			}
			return cmp.Or(compare(x.date, y.date), cmp.Compare(x.symbol, y.symbol))
		})
		for rank, d := range order {
			set(&c.documents[d], uint32(rank))
		}
	}
	rank(func(a, b un.Date) int { return cmp.Compare(b, a) }, func(d *documentColumn, n uint32) { d.newest = n })
	rank(func(a, b un.Date) int { return cmp.Compare(a, b) }, func(d *documentColumn, n uint32) { d.oldest = n })
}

// nameDocuments makes the table of names that a document answers to: id, all its
// symbols, job numbers and file names.
func (c *columns) nameDocuments() {
	name := func(n string, d uint32) {
		if _, taken := c.exact[n]; !taken && n != "" {
			c.exact[n] = d
		}
	}
	for i, d := range c.documents {
		name(d.id, uint32(i))
		name(d.key, uint32(i))
		name(symbolKey(d.id), uint32(i))
	}
	for _, r := range c.renditions {
		for _, s := range r.Document.Symbols {
			name(s.Key(), r.document)
		}
		name(symbolKey(r.Job), r.document)
		for _, f := range r.Files {
			name(f.Name, r.document)
			c.files[f.SHA256] = f
		}
	}
}

// joinFamilies puts what belongs to a further symbol of a joint document into
// that document's family.
func (c *columns) joinFamilies() {
	for i := range c.documents {
		d := &c.documents[i]
		if head, ok := c.exact[d.family]; ok {
			d.family = c.documents[head].family
		}
	}
	first := map[string]uint32{}
	c.families = make([]uint32, len(c.documents))
	for i, d := range c.documents {
		if _, seen := first[d.family]; !seen {
			first[d.family] = uint32(i)
		}
		c.families[i] = first[d.family]
	}
}

// document finds a document by any of its names.
func (c *columns) document(name string) (uint32, bool) {
	if d, ok := c.exact[name]; ok {
		return d, true
	}
	d, ok := c.exact[symbolKey(name)]
	return d, ok
}
