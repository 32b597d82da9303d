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
)

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
		return fmt.Errorf("it took longer than %s; rarer words or a filter make it quicker: %w", e.timeout, search.ErrTooExpensive)
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
	if e.meeting != nil && cap(e.meeting.placed) > mostKept {
		e.meeting = nil
	}
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
