package bleve

import (
	"cmp"

	"travaux/search"
	"travaux/search/query"
)

// chooser picks of each document the rendition to show.
type chooser struct {
	*evaluation
	// matching are the renditions that match, language is the reader's.
	matching bitset
	language string
	// covered counts the words and phrases of the query that stand in a rendition;
	// nil where all that match have as many.
	covered map[uint32]int
}

// chooser makes ready to choose among the renditions of some documents.
func (e *evaluation) chooser(p search.Plan, documents []uint32, matching bitset) *chooser {
	c := &chooser{evaluation: e, matching: matching, language: p.Language}
	if len(e.scored) < 2 || !hasOr(p.Tree) && p.Exact == "" {
		return c
	}
	choice := e.set(e.columns.renditionCount())
	for _, d := range documents {
		first, last := e.columns.renditionsOf(d)
		for r := first; r < last && last-first > 1; r++ {
			choice.set(r)
		}
	}
	if choice.count() > 0 {
		c.covered = e.coverage(choice)
	}
	return c
}

// coverage counts, of some renditions, how many words and phrases of the query
// stand in each.
func (e *evaluation) coverage(of bitset) map[uint32]int {
	covered := map[uint32]int{}
	for _, l := range e.scored {
		here := map[uint32]bool{}
		for i := range l.texts {
			for _, p := range l.texts[i].texts {
				if p != none && of.has(e.columns.rendition[p]) {
					here[e.columns.rendition[p]] = true
				}
			}
			for _, r := range l.titles[i].texts {
				if r != none && of.has(r) {
					here[r] = true
				}
			}
		}
		for r := range here {
			covered[r]++
		}
	}
	return covered
}

// hasOr reports whether what matches a tree may have only some of its words.
func hasOr(n query.Node) bool {
	switch n := n.(type) {
	case query.Or:
		return true
	case query.Not:
		return hasOr(n.Node)
	case query.And:
		for _, c := range n.Nodes {
			if hasOr(c) {
				return true
			}
		}
	}
	return false
}

// rendition picks the rendition of a document to show: among those that match, a
// held one before a listed one, then the one with most of what was asked for, then
// the reader's language, then the best.
func (c *chooser) rendition(d uint32) uint32 {
	best := none
	for r, last := c.columns.renditionsOf(d); r < last; r++ {
		if c.matching.has(r) && (best == none || c.better(r, best)) {
			best = r
		}
	}
	return best
}

// scoring gives the rendition whose score is the document's: not always the one
// that is shown.
func (c *chooser) scoring(d uint32) uint32 {
	best := none
	for r, last := c.columns.renditionsOf(d); r < last; r++ {
		if c.matching.has(r) && (best == none || c.scoreOf(r) > c.scoreOf(best)) {
			best = r
		}
	}
	return best
}

func (c *chooser) better(a, b uint32) bool {
	return cmp.Or(
		compareBools(c.columns.heldOf(a), c.columns.heldOf(b)),
		cmp.Compare(c.covered[a], c.covered[b]),
		compareBools(c.scoreOf(a) > 0, c.scoreOf(b) > 0),
		compareBools(c.columns.languageOf(a) == c.language, c.columns.languageOf(b) == c.language),
		cmp.Compare(c.scoreOf(a), c.scoreOf(b)),
	) > 0
}

// compareBools puts true above false.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
