package bleve

import (
	"context"
	"errors"
	"fmt"
	"time"

	"travaux/search"
)

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
		e.moving, e.since = make(chan struct{}), time.Now()
		e.moves.Go(func() { e.move(current) })
	}
	moved, left := e.moving, patience-time.Since(e.since)
	e.mu.Unlock()
	if left <= 0 {
		return
	}
	select {
	case <-moved:
	case <-ctx.Done():
	case <-time.After(left):
	}
}

// move takes up the generation that current names, or what can be served in its
// place.
func (e *Engine) move(current string) {
	next, err := e.open(current)
	if err != nil {
		e.log.Error("new generation refused", "generation", current, "error", err)
	}
	e.replace(next, "")
	e.mu.Lock()
	defer e.mu.Unlock()
	e.wanted = current
	close(e.moving)
	e.moving = nil
}

// open opens a generation, or the newest sound one before it.
func (e *Engine) open(current string) (*snapshot, error) {
	s, err := openSnapshot(e.dir, current, e.analyzers)
	if err == nil {
		return s, nil
	}
	return e.openBefore(current, err)
}

// openBefore opens the newest sound generation before a damaged one.
func (e *Engine) openBefore(damaged string, cause error) (*snapshot, error) {
	e.log.Error("generation is damaged", "generation", damaged, "error", cause)
	names, err := generations(e.dir)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", search.ErrUnavailable, err)
	}
	for _, name := range names {
		if generationNumber(name) >= generationNumber(damaged) {
			continue
		}
		if s, err := openSnapshot(e.dir, name, e.analyzers); err == nil {
			s.note(fmt.Sprintf("The newest generation, %s, is damaged; %s is served instead. Index again with --rebuild.", damaged, name))
			return s, nil
		}
	}
	if errors.Is(cause, errOtherVersion) {
		return nil, fmt.Errorf("the collection in %s is to be made anew: run travaux index with the same paths again: %w: %w", e.dir, search.ErrUnavailable, cause)
	}
	return nil, fmt.Errorf("the collection in %s is damaged and no earlier generation is left; index again with --rebuild: %w: %w", e.dir, search.ErrUnavailable, cause)
}

// replace serves another generation from now on; nil changes nothing. With the
// name of a former generation it does so only while that one is served.
func (e *Engine) replace(next *snapshot, former string) {
	if next == nil {
		return
	}
	e.mu.Lock()
	old := e.live
	if old == nil || former != "" && old.name != former { // closed or replaced meanwhile
		old = next
	} else {
		e.live = next
	}
	e.mu.Unlock()
	if old != next {
		e.log.Info("generation taken up", "generation", next.name)
		e.verifyLater(next.name)
	} else {
		e.log.Info("generation not needed any more", "generation", next.name)
	}
	e.letGo(old)
}

// verifyLater compares a generation with its checksums beside the requests and,
// when it differs, moves back to the one before it. Where there is none it
// stays, and says that it is damaged.
func (e *Engine) verifyLater(name string) {
	if !e.verify {
		return
	}
	e.moves.Go(func() {
		err := verifyFiles(e.dir, name, e.closing)
		if err == nil || errors.Is(err, errStopped) {
			return
		}
		former, err := e.openBefore(name, err)
		if err != nil {
			e.log.Error("damaged generation stays", "generation", name, "error", err)
			e.mu.Lock()
			defer e.mu.Unlock()
			if e.live != nil && e.live.name == name {
				e.live.note(name + " is damaged and no earlier generation is left. Index again with --rebuild.")
			}
			return
		}
		e.replace(former, name)
	})
}
