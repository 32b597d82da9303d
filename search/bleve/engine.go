package bleve

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"travaux/search"
	"travaux/search/un"
)

// defaultTimeout bounds one search.
const defaultTimeout = 3 * time.Second

// patience is how long a request that sees a new generation waits for it before
// it answers from the one at hand.
const patience = 300 * time.Millisecond

// Config is what an engine may be told; the zero value serves.
type Config struct {
	// Timeout bounds one search; 0 means three seconds.
	Timeout time.Duration
	// Log is told of generations taken up and refused; nil tells nobody.
	Log *slog.Logger
}

// Engine answers from the live generation of a collection and moves over when
// another is published. It implements search.Engine.
type Engine struct {
	dir       string
	timeout   time.Duration
	log       *slog.Logger
	analyzers *Analyzers
	moves     sync.WaitGroup

	mu     sync.Mutex    // guards the rest
	live   *snapshot     // nil when closed
	wanted string        // what current named when live was opened
	moving chan struct{} // closed when the move under way ends; nil for none
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
	e := &Engine{dir: dir, timeout: c.Timeout, log: c.Log, analyzers: analyzers}
	if e.timeout <= 0 {
		e.timeout = defaultTimeout
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
	return e, nil
}

// open opens a generation, or the newest sound one before it.
func (e *Engine) open(current string) (*snapshot, error) {
	s, first := openSnapshot(e.dir, current, e.analyzers)
	if first == nil {
		return s, nil
	}
	e.log.Error("generation is damaged", "generation", current, "error", first)
	names, err := generations(e.dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", search.ErrUnavailable, err)
	}
	for _, name := range names {
		if generationNumber(name) >= generationNumber(current) {
			continue
		}
		if s, err := openSnapshot(e.dir, name, e.analyzers); err == nil {
			s.notice = fmt.Sprintf("The newest generation, %s, is damaged; %s is served instead. Index again with --rebuild.", current, name)
			return s, nil
		}
	}
	return nil, fmt.Errorf("the collection in %s is damaged and no earlier generation is left; index again with --rebuild: %w: %w", e.dir, search.ErrUnavailable, first)
}

// acquire gives the generation to answer from; the caller releases it.
func (e *Engine) acquire(ctx context.Context) (*snapshot, error) {
	e.follow(ctx)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.live == nil || !e.live.acquire() {
		return nil, fmt.Errorf("the collection is closed: %w", search.ErrUnavailable)
	}
	return e.live, nil
}

// follow moves over to a newly published generation. One move goes on at a
// time, beside the requests, which wait for it a moment only.
func (e *Engine) follow(ctx context.Context) {
	current, err := readCurrent(e.dir)
	if err != nil || current == "" {
		return // what is open stays good
	}
	e.mu.Lock()
	if e.live == nil || current == e.wanted {
		e.mu.Unlock()
		return
	}
	if e.moving == nil {
		e.moving = make(chan struct{})
		e.moves.Go(func() { e.move(current) })
	}
	moved := e.moving
	e.mu.Unlock()
	select {
	case <-moved:
	case <-ctx.Done():
	case <-time.After(patience):
	}
}

func (e *Engine) move(current string) {
	next, err := e.open(current)
	if err != nil {
		e.log.Error("new generation refused", "generation", current, "error", err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	defer func() { close(e.moving); e.moving = nil }()
	e.wanted = current
	old := e.live
	if old == nil { // closed meanwhile
		old = next
	} else if next != nil {
		e.live = next
	} else {
		old = nil
	}
	if old != nil {
		if err := old.release(); err != nil {
			e.log.Warn("close generation", "generation", old.name, "error", err)
		}
	}
	if next != nil {
		e.log.Info("generation taken up", "generation", next.name)
	}
}

// Close implements search.Engine. Requests under way end in peace.
func (e *Engine) Close() error {
	e.mu.Lock()
	live := e.live
	e.live = nil
	e.mu.Unlock()
	e.moves.Wait()
	if live == nil {
		return nil
	}
	return live.release()
}

// Verify compares every file of the live generation of a collection with its
// checksum. It gives the generation's name.
// Errors: ErrUnavailable, naming the first file that differs.
func Verify(dir string) (string, error) {
	current, err := readCurrent(dir)
	if err == nil && current == "" {
		err = fmt.Errorf("there is no collection in %s", dir)
	}
	if err != nil {
		return "", fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	if _, err := checkManifest(dir, current, true); err != nil {
		return current, fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	analyzers, err := NewAnalyzers()
	if err != nil {
		return current, err
	}
	s, err := openSnapshot(dir, current, analyzers)
	if err != nil {
		return current, fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	return current, s.release()
}

// Size gives the bytes of the live generation of a collection on disk.
func Size(dir string) (int64, error) {
	current, err := readCurrent(dir)
	if err != nil || current == "" {
		return 0, errors.Join(err, search.ErrUnavailable)
	}
	m, err := checkManifest(dir, current, false)
	total := int64(0)
	for _, f := range m.Files {
		total += f.Size
	}
	if info, statErr := os.Stat(filepath.Join(dir, current, manifestName)); statErr == nil {
		total += info.Size()
	}
	return total, err
}

// Status implements search.Engine.
func (e *Engine) Status(ctx context.Context) (search.Status, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return search.Status{}, err
	}
	defer s.release()
	c := s.manifest.Counts
	return search.Status{
		Generation: s.name, Published: s.manifest.Published, Documents: c.Documents, Held: c.Held,
		Renditions: c.Renditions, Passages: c.Passages, Files: c.Files, Failed: c.Failed, Notice: s.notice,
	}, nil
}

// File implements search.Engine.
func (e *Engine) File(ctx context.Context, sha256 string) (un.File, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return un.File{}, err
	}
	defer s.release()
	f, ok := s.columns.files[sha256]
	if !ok {
		return un.File{}, fmt.Errorf("file %s: %w", sha256, search.ErrNotFound)
	}
	return f, nil
}
