package bleve

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"travaux/search"
	"travaux/search/un"
)

// defaultTimeout bounds one search.
const defaultTimeout = 2 * time.Second

// defaultMemory bounds what one search holds, in bytes.
const defaultMemory = 128 << 20

// patience is how long a request that sees a new generation waits for it before
// it answers from the one at hand.
const patience = 300 * time.Millisecond

// Config is what an engine may be told; the zero value serves.
type Config struct {
	// Timeout bounds one search; 0 means two seconds.
	Timeout time.Duration
	// Memory bounds what one search holds, in bytes: the words that stand for
	// others, and the texts with each of its words. 0 means 128 MB.
	Memory int64
	// Log is told of generations taken up and refused; nil tells nobody.
	Log *slog.Logger
	// Verify compares each generation that is taken up with its checksums, once,
	// beside the requests; one that differs is left for the one before it.
	Verify bool
}

// Engine answers from the live generation of a collection and moves over when
// another is published. It implements search.Engine.
type Engine struct {
	dir       string
	timeout   time.Duration
	memory    int64
	turns     *turns
	log       *slog.Logger
	analyzers *Analyzers
	verify    bool
	moves     sync.WaitGroup
	closing   chan struct{}

	mu     sync.Mutex    // guards the rest
	live   *snapshot     // nil when closed
	wanted string        // what current named when live was opened
	moving chan struct{} // closed when the move under way ends; nil for none
	since  time.Time     // when it began
}

// Open opens the collection in dir for reading; nothing in it is ever written
// to. When the live generation is damaged the newest sound one before it is
// served, and Status says so.
// Errors: ErrUnavailable.
func Open(dir string, c Config) (*Engine, error) {
	analyzers, err := NewAnalyzers()
	if err != nil {
		return nil, err
	}
	e := &Engine{dir: dir, timeout: c.Timeout, memory: c.Memory, turns: newTurns(), log: c.Log, analyzers: analyzers, verify: c.Verify, closing: make(chan struct{})}
	if e.timeout <= 0 {
		e.timeout = defaultTimeout
	}
	if e.memory <= 0 {
		e.memory = defaultMemory
	}
	if e.log == nil {
		e.log = slog.New(slog.DiscardHandler)
	}
	current, err := readCurrent(dir)
	if err != nil {
		return nil, fmt.Errorf("open collection: %w: %w", search.ErrUnavailable, err)
	}
	if current == "" {
		return nil, fmt.Errorf("there is no collection in %s; make one with: travaux index --index %s PATH: %w", dir, dir, search.ErrUnavailable)
	}
	if e.live, err = e.open(current); err != nil {
		return nil, err
	}
	e.wanted = current
	e.verifyLater(e.live.name)
	return e, nil
}

// acquire gives the generation to answer from; done ends its use, in the same
// goroutine.
func (e *Engine) acquire(ctx context.Context) (*snapshot, error) {
	e.follow(ctx)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.live == nil || !e.live.acquire() {
		return nil, fmt.Errorf("the collection is closed: %w", search.ErrUnavailable)
	}
	debug.SetPanicOnFault(true)
	return e.live, nil
}

// Close implements search.Engine. Requests under way end in peace.
func (e *Engine) Close() error {
	e.mu.Lock()
	live := e.live
	e.live = nil
	if live != nil {
		close(e.closing)
	}
	e.mu.Unlock()
	e.moves.Wait()
	if live == nil {
		return nil
	}
	return live.release()
}

// Status implements search.Engine.
func (e *Engine) Status(ctx context.Context) (_ search.Status, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return search.Status{}, err
	}
	defer e.done(s, &err)
	c := s.manifest.Counts
	return search.Status{
		Generation: s.name, Published: s.manifest.Published, Documents: c.Documents, Held: c.Held,
		Renditions: c.Renditions, Recognised: c.Recognised, NoText: c.NoText, Passages: c.Passages, Files: c.Files, Failed: c.Failed, Notice: s.noted(),
	}, nil
}

// File implements search.Engine.
func (e *Engine) File(ctx context.Context, sha256 string) (_ un.File, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return un.File{}, err
	}
	defer e.done(s, &err)
	ordinal, ok := s.columns.fileNamed(sha256)
	if !ok {
		return un.File{}, fmt.Errorf("file %s: %w", sha256, search.ErrNotFound)
	}
	r, err := s.rendition(ordinal)
	if err != nil {
		return un.File{}, fmt.Errorf("file %s: %w", sha256, err)
	}
	for _, f := range r.Files {
		if f.SHA256 == sha256 {
			return f, nil
		}
	}
	return un.File{}, fmt.Errorf("file %s is not of its rendition: %w", sha256, search.ErrUnavailable)
}
