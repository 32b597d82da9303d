package bleve

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// readPassageField makes the column of a field of passages from the dictionaries
// of all segments.
func (g *gatherer) readPassageField(name string) error {
	f, tree := g.fields[name], isTree(name)
	var passages, values []uint32 // pairs
	for i, s := range g.reader.segments {
		terms, err := s.Segment().Dictionary(name)
		if err != nil {
			return err
		}
		last, value := "", none
		err = eachTerm(terms, s.Deleted(), func(term string, local uint64) {
			p := g.passageOf[g.reader.offsets[i]+uint32(local)]
			if p == none {
				return // no passage of ours
			}
			if value == none || term != last {
				shown := keywordValue(name, term)
				if tree {
					f.parents[shown] = keywordValue(name, above(name, term))
				}
				last, value = term, f.number(shown)
			}
			passages, values = append(passages, p), append(values, value)
		})
		if err != nil {
			return err
		}
	}
	c := g.facets[name]
	renumbered := f.arrange(c)
	for i, n := range values {
		values[i] = renumbered[n]
	}
	c.passages = arrangePassages(passages, values, len(g.rendition), len(renumbered))
	g.joinPassages(c)
	return nil
}

// eachTerm visits the live entries of every term of a dictionary.
func eachTerm(terms segment.TermDictionary, deleted *roaring.Bitmap, visit func(term string, local uint64)) error {
	var list segment.PostingsList
	var postings segment.PostingsIterator
	all := terms.AutomatonIterator(nil, nil, nil)
	for {
		entry, err := all.Next()
		if err != nil || entry == nil {
			return err
		}
		if list, err = terms.PostingsList([]byte(entry.Term), deleted, list); err != nil {
			return err
		}
		postings = list.Iterator(false, false, false, postings)
		for {
			posting, err := postings.Next()
			if err != nil {
				return err
			}
			if posting == nil {
				break
			}
			visit(entry.Term, posting.Number())
		}
	}
}

// arrangePassages makes lists of pairs of a passage, of n, and a value, of m.
func arrangePassages(passages, values []uint32, n, m int) *passageValues {
	pairs := make([]uint64, len(passages))
	for i, p := range passages {
		pairs[i] = uint64(p)<<32 | uint64(values[i])
	}
	slices.Sort(pairs)
	pairs = slices.Compact(pairs) // two terms may be shown alike
	v := &passageValues{present: newBitset(n), with: lists{make([]uint32, m+1), make([]uint32, len(pairs))}}
	for i, pair := range pairs {
		if p := uint32(pair >> 32); !v.present.has(p) {
			v.present.set(p)
			v.of.at = append(v.of.at, uint32(i))
		}
		v.of.of = append(v.of.of, uint32(pair))
		v.with.at[uint32(pair)+1]++
	}
	v.of.at = append(v.of.at, uint32(len(pairs)))
	for i := range m {
		v.with.at[i+1] += v.with.at[i]
	}
	next := slices.Clone(v.with.at)
	for _, pair := range pairs {
		v.with.of[next[uint32(pair)]] = uint32(pair >> 32)
		next[uint32(pair)]++
	}
	v.rank = v.present.ranks()
	return v
}

// joinPassages gives renditions the values of their passages.
func (g *gatherer) joinPassages(c *facetColumn) {
	c.of.at = []uint32{0}
	for r := range g.found {
		first := len(c.of.of)
		for p := g.spans[r]; p < g.spans[r+1]; p++ {
			c.of.of = append(c.of.of, c.passages.values(p)...)
		}
		slices.Sort(c.of.of[first:])
		c.of.of = c.of.of[:first+len(slices.Compact(c.of.of[first:]))]
		c.of.at = append(c.of.at, uint32(len(c.of.of)))
	}
	c.with = c.of.invert(c.values.Len())
}
