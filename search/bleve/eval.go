package bleve

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// truth is what a part of a query says of every unit (rendition or passage):
// it is true of match, has nothing to say of neutral (stop words), and is false
// of the rest. The two do not meet.
type truth struct{ match, neutral *roaring.Bitmap }

// evaluation works out one query on one snapshot. Its unit is the rendition in
// the document view and the passage in the paragraph view.
type evaluation struct {
	*snapshot
	ctx      context.Context
	view     search.View
	universe *roaring.Bitmap
	// asked are all words and phrases of the query, scored those that are not
	// excluded, in their order.
	asked, scored []*leaf
	// empty are the fields whose value nothing has.
	empty []query.Field
	// narrowed are the passages with all values asked for in fields of
	// passages; nil when none is.
	narrowed *roaring.Bitmap
	// postings is how many more postings may be held.
	postings int
}

func newEvaluation(ctx context.Context, s *snapshot, view search.View, postings int) *evaluation {
	e := &evaluation{snapshot: s, ctx: ctx, view: view, postings: postings}
	if view == search.Documents {
		e.universe = all(len(s.columns.renditions))
	} else {
		e.universe = all(len(s.columns.entryOf))
	}
	return e
}

// matches gives the units that a tree is true of; all of them for no tree.
func (e *evaluation) matches(tree query.Node) (*roaring.Bitmap, error) {
	if tree == nil {
		return e.universe.Clone(), nil
	}
	t, err := e.eval(tree, false)
	if err != nil {
		return nil, err
	}
	return t.match, nil
}

func (e *evaluation) eval(n query.Node, negated bool) (truth, error) {
	if err := e.ctx.Err(); err != nil {
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
		match := roaring.AndNot(e.universe, t.match)
		match.AndNot(t.neutral)
		return truth{match, t.neutral}, nil
	case query.And:
		return e.and(n.Nodes, negated)
	case query.Or:
		return e.or(n.Nodes, negated)
	}
	return truth{}, fmt.Errorf("unknown part of a query %T: %w", n, search.ErrInvalid)
}

// and: what is neutral everywhere is neutral; else all that are not must match.
func (e *evaluation) and(nodes []query.Node, negated bool) (truth, error) {
	out := truth{e.universe.Clone(), e.universe.Clone()}
	for _, n := range nodes {
		t, err := e.eval(n, negated)
		if err != nil {
			return truth{}, err
		}
		out.match.And(roaring.Or(t.match, t.neutral))
		out.neutral.And(t.neutral)
	}
	out.match.AndNot(out.neutral)
	return out, nil
}

func (e *evaluation) or(nodes []query.Node, negated bool) (truth, error) {
	out := truth{roaring.New(), e.universe.Clone()}
	for _, n := range nodes {
		t, err := e.eval(n, negated)
		if err != nil {
			return truth{}, err
		}
		out.match.Or(t.match)
		out.neutral.And(t.neutral)
	}
	return out, nil
}

// text is true of what has a leaf's words in a passage, or, in the document view,
// in the title.
func (e *evaluation) text(n query.Node, negated, titlesOnly bool) (truth, error) {
	l, err := e.readPostings(e.ctx, n, titlesOnly)
	if err != nil {
		return truth{}, err
	}
	if e.postings -= l.size(); e.postings < 0 {
		return truth{}, fmt.Errorf("the words of the query stand in too many texts; leave out the most common ones: %w", search.ErrTooExpensive)
	}
	e.asked = append(e.asked, l)
	if !negated {
		e.scored = append(e.scored, l)
	}
	renditions, passages := len(e.columns.renditions), len(e.columns.entryOf)
	if e.view == search.Documents {
		match := e.columns.ofPassages(ordinals(l.texts, passages))
		match.Or(ordinals(l.titles, renditions))
		return truth{match, neutral(l, e.columns.renditionsIn, match)}, nil
	}
	if titlesOnly {
		match := ordinals(l.titles, renditions)
		rest := neutral(l, e.columns.renditionsIn, match)
		return truth{e.columns.ofRenditions(match), e.columns.ofRenditions(rest)}, nil
	}
	match := ordinals(l.texts, passages)
	return truth{match, neutral(l, e.columns.passagesIn, match)}, nil
}

// ordinals gives the ordinals of postings, all below n. They come in no order,
// so they are set in a plain bitmap first.
func ordinals(byLanguage map[string][]posting, n int) *roaring.Bitmap {
	const wordBits = 64
	words := make([]uint64, (n+wordBits-1)/wordBits)
	for _, postings := range byLanguage {
		for _, p := range postings {
			words[p.ordinal/wordBits] |= 1 << (p.ordinal % wordBits)
		}
	}
	return roaring.FromDense(words, true)
}

func neutral(l *leaf, in map[string]*roaring.Bitmap, match *roaring.Bitmap) *roaring.Bitmap {
	out := roaring.New()
	for lang := range l.neutral {
		out.Or(in[lang])
	}
	out.AndNot(match)
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
	if field.Level == schema.OfPassage {
		return e.passageField(f, negated)
	}
	match := e.columns.withValue(f.Name, f.Value)
	if match.IsEmpty() {
		e.empty = append(e.empty, f)
	}
	if e.view == search.Paragraphs {
		match = e.columns.ofRenditions(match)
	}
	return truth{match, roaring.New()}, nil
}

func (e *evaluation) passageField(f query.Field, negated bool) (truth, error) {
	match, err := e.passagesNaming(e.ctx, f.Name, f.Value)
	if err != nil {
		return truth{}, err
	}
	if match.IsEmpty() {
		e.empty = append(e.empty, f)
	}
	if !negated {
		e.narrow(match)
	}
	if e.view == search.Documents {
		match = e.columns.ofPassages(match)
	}
	return truth{match, roaring.New()}, nil
}

// narrow keeps only given passages among those worth showing.
func (e *evaluation) narrow(passages *roaring.Bitmap) {
	if e.narrowed == nil {
		e.narrowed = passages.Clone()
		return
	}
	e.narrowed.And(passages)
}

// withValue gives the renditions with a value of a field of renditions.
func (c *columns) withValue(name, value string) *roaring.Bitmap {
	if name != "date" {
		return c.facets[name].matching(name, value)
	}
	out := roaring.New()
	from, to, err := query.Dates(value)
	if err != nil {
		return out
	}
	for i, r := range c.renditions {
		if d := string(r.Document.Date); query.Overlaps(from, to, d) {
			out.Add(uint32(i))
		}
	}
	return out
}
