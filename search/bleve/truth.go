package bleve

import (
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// truth is what a part of a query says of every unit (rendition or passage):
// it is true of match, has nothing to say of neutral (stop words; nil for none), and
// is false of the rest. The two do not meet.
type truth struct{ match, neutral bitset }

// matches gives the units that a tree is true of; all of them for no tree.
func (e *evaluation) matches(tree query.Node) (bitset, error) {
	if tree == nil {
		return e.universe(), nil
	}
	t, err := e.eval(tree, false)
	if err != nil {
		return nil, err
	}
	return t.match, nil
}

func (e *evaluation) eval(n query.Node, negated bool) (truth, error) {
	if err := e.tick(); err != nil {
		return truth{}, err
	}
	switch n := n.(type) {
	case query.Word, query.Phrase, query.Exact, query.Wildcard, query.Fuzzy, query.Near:
		return e.text(n, negated, false)
	case query.Field:
		return e.field(n, negated)
	case query.Not:
		t, err := e.eval(n.Node, !negated)
		if err != nil {
			return truth{}, err
		}
		match := e.universe()
		match.andNot(t.match)
		match.andNot(t.neutral)
		return truth{match, t.neutral}, nil
	case query.And:
		return e.and(n.Nodes, negated)
	case query.Or:
		return e.or(n.Nodes, negated)
	}
	return truth{}, fmt.Errorf("unknown part of a query %T: %w", n, search.ErrInvalid)
}

// and: what is neutral everywhere is neutral; else all that are not must match.
func (e *evaluation) and(nodes []query.Node, negated bool) (out truth, err error) {
	for i, n := range nodes {
		t, err := e.eval(n, negated)
		if err != nil {
			return truth{}, err
		}
		t.match.or(t.neutral)
		if i == 0 {
			out = t
			continue
		}
		out.match.and(t.match)
		out.neutral = out.neutral.both(t.neutral)
	}
	out.match.andNot(out.neutral)
	return out, nil
}

func (e *evaluation) or(nodes []query.Node, negated bool) (out truth, err error) {
	for i, n := range nodes {
		t, err := e.eval(n, negated)
		if err != nil {
			return truth{}, err
		}
		if i == 0 {
			out = t
			continue
		}
		out.match.or(t.match)
		out.neutral = out.neutral.both(t.neutral)
	}
	return out, nil
}

// text is true of what has a leaf's words in a passage, or, in the document view,
// in the title.
func (e *evaluation) text(n query.Node, negated, titlesOnly bool) (truth, error) {
	l, err := e.readLeaf(n, titlesOnly)
	if err != nil {
		return truth{}, err
	}
	e.asked = append(e.asked, l)
	if !negated {
		e.scored = append(e.scored, l)
	}
	renditions := e.columns.renditionCount()
	if e.view == search.Documents {
		match := e.set(renditions)
		for i := range l.texts {
			e.renditionsWith(l, i, match)
		}
		return truth{match, e.neutral(l, e.columns.renditionsIn, match)}, nil
	}
	match := e.set(e.units)
	if titlesOnly {
		titled := e.set(renditions)
		for i := range l.titles {
			titled.add(l.titles[i].texts)
		}
		e.spread(titled, match)
		rest := e.neutral(l, e.columns.renditionsIn, titled)
		if rest == nil {
			return truth{match: match}, nil
		}
		neutral := e.set(e.units)
		e.spread(rest, neutral)
		return truth{match, neutral}, nil
	}
	for i := range l.texts {
		match.add(l.texts[i].texts)
	}
	return truth{match, e.neutral(l, e.columns.passagesIn, match)}, nil
}

// renditionsWith adds the renditions that have a leaf, in a passage or the title,
// to match, and counts them.
func (e *evaluation) renditionsWith(l *leaf, analysis int, match bitset) {
	texts, titles := &l.texts[analysis], &l.titles[analysis]
	if len(texts.texts)+len(titles.texts) == 0 {
		return
	}
	of, here := e.columns.rendition, e.set(e.units)
	for _, p := range texts.texts {
		if p != none {
			here.set(of[p])
		}
	}
	here.add(titles.texts)
	texts.renditions = here.count()
	match.or(here)
}

// spread adds the passages of renditions to a set.
func (e *evaluation) spread(renditions, passages bitset) {
	renditions.each(func(r uint32) {
		passages.setRange(e.columns.spanOf(r))
	})
}

// neutral gives the units of the languages in which a leaf asks for nothing.
func (e *evaluation) neutral(l *leaf, in map[string]*roaring.Bitmap, match bitset) bitset {
	var out bitset
	for lang := range l.neutral {
		if in[lang].IsEmpty() {
			continue
		}
		here := e.dense(in[lang], len(match)*wordBits)
		if out == nil {
			out = here
			continue
		}
		out.or(here)
	}
	if out != nil {
		out.andNot(match)
	}
	return out
}

func (e *evaluation) field(f query.Field, negated bool) (truth, error) {
	field, ok := schema.Lookup(f.Name)
	if !ok {
		return truth{}, fmt.Errorf("field %s is not known: %w", f.Name, search.ErrInvalid)
	}
	if field.Kind == schema.Text {
		return e.text(query.TextOf(f), negated, true)
	}
	match, err := e.unitsNaming(f, negated)
	return truth{match: match}, err
}
