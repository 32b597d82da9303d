// Package suggest completes what a reader types and corrects what finds
// nothing, with the words, titles, meetings and symbols of the collection. What
// it needs for completion it builds once a generation, beside the requests, and
// holds in memory: some 25 bytes a word and 120 a title, bounded by the constants
// of this package.
//
//	s := suggest.New(suggest.Config{Engine: engine, Catalogue: catalogue.Shipped()})
//	defer s.Close()
//	svc := search.NewService(search.Config{Engine: engine, Suggester: s})
package suggest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"travaux/search"
)

// Config is what a Suggester stands on.
type Config struct {
	// Engine tells words and names; it is needed.
	Engine search.Engine
	// Catalogue names meetings, bodies and States; it is needed.
	Catalogue search.Catalogue
	// Log is told what was built; nil tells nobody.
	Log *slog.Logger
}

// Suggester implements search.Suggester. The caller closes it before the engine.
type Suggester struct {
	engine    search.Engine
	catalogue search.Catalogue
	log       *slog.Logger
	builds    sync.WaitGroup
	life      context.Context
	end       context.CancelFunc

	mu    sync.Mutex // guards the rest
	live  *tables    // nil before the first build has ended
	build *building  // the build under way, else the last one; nil for none
}

// building is one build: ended is closed when it is over, with err set when it
// failed.
type building struct {
	generation string
	ended      chan struct{}
	err        error
}

// over reports whether the build has ended.
func (b *building) over() bool {
	select {
	case <-b.ended:
		return true
	default:
		return false
	}
}

// New returns a Suggester, which builds nothing before it is asked.
func New(c Config) *Suggester {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	s := &Suggester{engine: c.Engine, catalogue: c.Catalogue, log: c.Log}
	s.life, s.end = context.WithCancel(context.Background())
	return s
}

// Close ends a build under way. It may be called twice.
func (s *Suggester) Close() error {
	s.mu.Lock() // no build begins behind the end
	s.end()
	s.mu.Unlock()
	s.builds.Wait()
	return nil
}

// Prepare begins to build what the live generation needs and does not wait for
// it: for a server, before the first request.
func (s *Suggester) Prepare(ctx context.Context) error {
	_, _, err := s.current(ctx)
	return err
}

// tables gives those of the live generation. While they are being built those of
// the generation before serve, the first time the caller waits.
func (s *Suggester) tables(ctx context.Context) (*tables, error) {
	have, b, err := s.current(ctx)
	if err != nil || have != nil {
		return have, err
	}
	select {
	case <-b.ended:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if b.err != nil {
		return nil, b.err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.live, nil
}

// current gives the tables at hand and, when they are not those of the live
// generation, the build of these.
func (s *Suggester) current(ctx context.Context) (*tables, *building, error) {
	status, err := s.engine.Status(ctx)
	if err != nil {
		return nil, nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.life.Err() != nil {
		return nil, nil, fmt.Errorf("suggestions are closed: %w", search.ErrUnavailable)
	}
	if s.live != nil && s.live.generation == status.Generation {
		return s.live, nil, nil
	}
	if s.build == nil || s.build.over() {
		b := &building{generation: status.Generation, ended: make(chan struct{})}
		s.build = b
		s.builds.Go(func() { s.run(b) })
	}
	return s.live, s.build, nil
}

// run builds the tables and takes them up.
func (s *Suggester) run(b *building) {
	defer close(b.ended)
	made, err := s.make(s.life)
	if err != nil {
		b.err = fmt.Errorf("build suggestions: %w", err)
		if !errors.Is(err, context.Canceled) {
			s.log.Error("suggestions not built", "generation", b.generation, "error", err)
		}
		return
	}
	s.mu.Lock()
	s.live = made
	s.mu.Unlock()
	s.log.Info("suggestions built", "generation", made.generation, "words", made.words.len(), "titles", made.titles.len(), "symbols", made.symbols.len(), "bytes", made.size())
}
