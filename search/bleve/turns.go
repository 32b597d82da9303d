package bleve

import (
	"container/list"
	"context"
	"runtime"
	"sync"
	"time"
)

// turn is how long a search is worked on before it lets others that wait go on:
// so a dear one holds nobody back for long.
const turn = 10 * time.Millisecond

// turns lets searches be worked on: as many at a time as there are processors,
// and several times as many begun, for what is begun holds memory. Both queues are
// in the order of arrival.
type turns struct{ begun, running queue }

func newTurns() *turns {
	n := runtime.GOMAXPROCS(0)
	return &turns{begun: queue{free: 4 * n}, running: queue{free: n}}
}

// enter waits until a search may be worked on. After it leave must be called.
func (t *turns) enter(ctx context.Context) error {
	if err := t.begun.enter(ctx); err != nil {
		return err
	}
	if err := t.running.enter(ctx); err != nil {
		t.begun.leave()
		return err
	}
	return nil
}

func (t *turns) leave() {
	t.running.leave()
	t.begun.leave()
}

// queue lets a number of goroutines through at a time.
type queue struct {
	mu      sync.Mutex
	free    int       // guarded by mu
	waiting list.List // of chan struct{}, closed to let one through; guarded by mu
}

// enter waits for a place, until the context ends.
func (q *queue) enter(ctx context.Context) error {
	q.mu.Lock()
	if q.free > 0 {
		q.free--
		q.mu.Unlock()
		return nil
	}
	let := make(chan struct{})
	at := q.waiting.PushBack(let)
	q.mu.Unlock()
	select {
	case <-let:
		return nil
	case <-ctx.Done():
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	select {
	case <-let: // let through at the same moment
		q.next()
	default:
		q.waiting.Remove(at)
	}
	return ctx.Err()
}

// leave gives a place back.
func (q *queue) leave() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.next()
}

// next gives a place to who waits longest; mu is held.
func (q *queue) next() {
	first := q.waiting.Front()
	if first == nil {
		q.free++
		return
	}
	close(q.waiting.Remove(first).(chan struct{}))
}

// yield gives the place to who waits longest, if anybody does, and waits at the
// end of the queue, however long: the caller looks at its context afterwards.
func (q *queue) yield() {
	q.mu.Lock()
	if q.waiting.Len() == 0 {
		q.mu.Unlock()
		return
	}
	let := make(chan struct{})
	q.waiting.PushBack(let)
	q.next()
	q.mu.Unlock()
	<-let
}
