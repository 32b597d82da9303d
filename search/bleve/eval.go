package bleve

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
)

// truth is what a part of a query says of every unit (rendition or passage):
// it is true of match, has nothing to say of neutral (stop words; nil for none), and
// is false of the rest. The two do not meet.
type truth struct{ match, neutral bitset }

// evaluation works out one query on one snapshot. Its unit is the rendition in
// the document view and the passage in the paragraph view. It is released when
// its answer has been made.
type evaluation struct {
	*snapshot
	*scratch
	ctx      context.Context
	view     search.View
	analyses []string
	// units is the number of all there are.
	units int
	// asked are all words and phrases of the query, scored those that are not
	// excluded, in their order.
	asked, scored []*leaf
	// empty are the fields whose value nothing has.
	empty []query.Field
	// narrowed are the passages with all values asked for in fields of
	// passages; nil when none is.
	narrowed *roaring.Bitmap
	budget   budget
	turns    *turns
	since    time.Time // when its turn began
	tokens   map[[2]string][][]Token
	// results are the units that were scored, found the documents.
	results bitset
	found   []uint32
	// used are the sets and lists that are given back at the end.
	used struct {
		sets  []bitset
		lists [][]uint32
	}
}

// evaluate works out one query on the live generation, when it is its turn, in
// the time and the memory that a search may take.
// Errors: those of work; ErrTooExpensive for too much time or memory,
// ErrUnavailable when too many others were before it.
func (e *Engine) evaluate(ctx context.Context, view search.View, work func(*evaluation) error) (err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return err
	}
	defer e.done(s, &err)
	limited, cancel := context.WithTimeout(ctx, e.timeout)
	defer cancel()
	if err := e.turns.enter(limited); err != nil {
		return cmp.Or(ctx.Err(), fmt.Errorf("too many searches at the same time; try again: %w", search.ErrUnavailable))
	}
	defer e.turns.leave()
	ev := newEvaluation(limited, s, view, e.memory)
	ev.turns = e.turns
	err = work(ev)
	ev.release() // not after a panic, which leaves the memory as it may be
	if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("it took longer than %s: %w", e.timeout, search.ErrTooExpensive)
	}
	return err
}

func newEvaluation(ctx context.Context, s *snapshot, view search.View, memory int64) *evaluation {
	e := &evaluation{
		snapshot: s, ctx: ctx, view: view, analyses: analyses(), budget: budget{memory},
		since: time.Now(), tokens: map[[2]string][][]Token{},
	}
	e.units = s.columns.passageCount()
	if view == search.Documents {
		e.units = s.columns.renditionCount()
	}
	e.scratch, _ = s.scratches.Get().(*scratch)
	if e.scratch == nil {
		e.scratch = newScratch(s.columns)
	}
	return e
}

// release gives the memory of the search back; nothing of it may be used any
// more.
func (e *evaluation) release() {
	e.forgetScores()
	e.free.sets = append(e.free.sets, e.used.sets...)
	e.free.lists = append(e.free.lists, e.used.lists...)
	e.scratches.Put(e.scratch)
	e.scratch = nil
}

// tick is called in every loop, once for some thousands of postings: it tells
// that the time is over, and after a turn lets others go on.
func (e *evaluation) tick() error {
	if err := e.ctx.Err(); err != nil {
		return err
	}
	if e.turns != nil && time.Since(e.since) > turn {
		e.turns.running.yield()
		e.since = time.Now()
	}
	return e.ctx.Err()
}

// checkEvery is how many texts are looked at between two looks at the clock.
const checkEvery = 1024

// tickAt is tick once in so many times.
func (e *evaluation) tickAt(i int) error {
	if i%checkEvery != 0 {
		return nil
	}
	return e.tick()
}

// set gives an empty set of ordinals below n.
func (e *evaluation) set(n int) bitset {
	b := e.scratch.set(n)
	e.used.sets = append(e.used.sets, b)
	return b
}

// keep has a list given back at the end, for other searches to use.
func (e *evaluation) keep(l []uint32) []uint32 {
	e.used.lists = append(e.used.lists, l)
	return l
}

// dense gives a bitmap as a set of ordinals below n.
func (e *evaluation) dense(members *roaring.Bitmap, n int) bitset {
	b := e.set(n)
	members.WriteDenseTo(b)
	return b
}

// universe gives all units.
func (e *evaluation) universe() bitset {
	b := e.set(e.units)
	b.setRange(0, uint32(e.units))
	return b
}

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

// both gives what is in two sets, either of which may be nil for none. It writes
// over the first.
func (b bitset) both(other bitset) bitset {
	if b == nil || other == nil {
		return nil
	}
	b.and(other)
	return b
}

// andNot takes out what another has.
func (b bitset) andNot(other bitset) {
	for i, w := range other {
		b[i] &^= w
	}
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

// add adds ordinals, those that are none left out.
func (b bitset) add(ordinals []uint32) {
	for _, o := range ordinals {
		if o != none {
			b.set(o)
		}
	}
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

// unitsNaming gives the units with the value that a query asks for in a field.
func (e *evaluation) unitsNaming(f query.Field, negated bool) (bitset, error) {
	column := e.columns.facets[f.Name]
	if column == nil {
		return e.unitsWithTerm(f, negated)
	}
	found := column.find(f.Value)
	if !column.has(found) {
		e.empty = append(e.empty, f)
	}
	if column.passages != nil && !negated {
		e.narrow(e.passagesHaving(column, found).roaring())
	}
	return e.unitsWith(column, found), nil
}

// unitsWithTerm does as unitsNaming for a field of passages that has no column.
func (e *evaluation) unitsWithTerm(f query.Field, negated bool) (bitset, error) {
	match, err := e.passagesWith(e.ctx, f.Name, keywordTerm(f.Name, f.Value))
	if err != nil {
		return nil, err
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
	return e.dense(match, e.units), nil
}

// narrow keeps only given passages among those worth showing.
func (e *evaluation) narrow(passages *roaring.Bitmap) {
	if e.narrowed == nil {
		e.narrowed = passages.Clone()
		return
	}
	e.narrowed.And(passages)
}
