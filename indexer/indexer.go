// Package indexer takes files in and puts documents out: it walks paths, has
// each new file read once, understands what was read, and writes it through a
// search.Writer, one change a file.
//
//	ix := indexer.New(indexer.Config{Reader: reader, Writer: w, Archive: archive.New(dir), Jobs: 2})
//	accounts, err := ix.Run(ctx, []string{"/docs"})
//
// The accounts are exact: every file seen is indexed, duplicate, skipped or
// failed, and nothing is counted twice.
package indexer

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"travaux/indexer/layout"
	"travaux/search"
	"travaux/search/archive"
)

// Reader reads one file. It may be used from many goroutines.
type Reader interface {
	// Read gives a file's pages. A file that cannot be read gives an error that
	// is a *Failure; any other error ends the run.
	Read(ctx context.Context, path, media string) (*layout.Content, error)
	// Media tells a file's media type from its first bytes and its name, empty
	// for a kind of file that is not read.
	Media(path string, head []byte) string
	// Version names the reader of a media type with its version: "pdf/1".
	Version(media string) string
	// Current reports whether another reading of a file would give what the last
	// one gave: by a reader named as Version does, which wanted a program (see
	// layout.Content.Wanting) or, when it is empty, none.
	Current(reader, wanting string) bool
}

// Failure says why a file cannot be read.
type Failure struct {
	// Reason is a sentence for the report, lower case, without a full stop.
	Reason string
	// Fatal says that the file killed or outlasted its reader, and not for the
	// first time. No later run tries it until it or the reader changes.
	Fatal bool
	// Wanting names the program that would have read the file and is not
	// installed.
	Wanting string
}

// Error gives the reason.
func (f *Failure) Error() string { return f.Reason }

// Progress is told how a run goes. Its methods are called from one goroutine.
type Progress interface {
	// Start is called once, with the number of files found.
	Start(files int)
	// File is called once a file, in the order of their paths; pages counts
	// those that were read in this run.
	File(rec search.FileRecord, pages int)
	// Done is called once, after the last file or when the run stops.
	Done()
}

// Config is what an Indexer stands on. Reader, Writer, Archive and Analyse are
// needed, the rest may be left out.
type Config struct {
	Reader  Reader
	Writer  search.Writer
	Archive *archive.Archive
	// Analyse understands what a reader made of a file.
	Analyse Analyse
	// Quarantine is the path of the list of files that killed or outlasted
	// their reader; empty keeps none.
	Quarantine string
	// Jobs is the number of files read at the same time, at least 1.
	Jobs int
	// Leave is a folder that no walk goes into: the index's own.
	Leave string
	// Prune takes out what is gone from under the paths given.
	Prune bool
	// Report gets one JSON line a file.
	Report   io.Writer
	Progress Progress
	Log      *slog.Logger
}

// Indexer runs over paths. It is used for one Run at a time.
type Indexer struct {
	Config
	quarantine *quarantine
}

// New returns an Indexer. The caller keeps reader and writer and closes them.
func New(c Config) *Indexer {
	c.Jobs = max(c.Jobs, 1)
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Progress == nil {
		c.Progress = quiet{}
	}
	if c.Report == nil {
		c.Report = io.Discard
	}
	return &Indexer{Config: c}
}

// Run indexes the files under paths and publishes the result. When it returns
// an error nothing was published; what was done until then stays as the
// writer's checkpoint, and the accounts tell how far it went.
func (ix *Indexer) Run(ctx context.Context, paths []string) (Accounts, error) {
	began := time.Now()
	acc := Accounts{Resumed: ix.Writer.Resumed()}
	err := ix.run(ctx, paths, &acc)
	acc.Elapsed = time.Since(began)
	return acc, err
}

// run is Run without its clock.
func (ix *Indexer) run(ctx context.Context, paths []string, acc *Accounts) error {
	var err error
	if ix.quarantine, err = openQuarantine(ix.Quarantine); err != nil {
		return err
	}
	records := ix.Writer.Files()
	found, err := walk(paths, ix.Leave, records)
	if err != nil {
		return err
	}
	acc.Seen = len(found.files)
	ix.Progress.Start(len(found.files))
	done := sync.OnceFunc(ix.Progress.Done)
	defer done()

	shelf := newShelf(ix, records)
	if err := ix.pass(ctx, found.files, shelf, acc); err != nil {
		return err
	}
	if err := ix.gone(ctx, found, shelf, acc); err != nil {
		return err
	}
	done()
	defer func() { acc.Wanting = shelf.wanting(found.files) }()

	began := time.Now()
	acc.Generation, err = ix.Writer.Publish(ctx)
	acc.Writing += time.Since(began)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if ix.Prune {
		return ix.sweep(shelf)
	}
	return nil
}

// sweep takes out of the archive what no file has or had.
func (ix *Indexer) sweep(shelf *shelf) error {
	kept, err := ix.Archive.Sums()
	if err != nil {
		return fmt.Errorf("look through the originals: %w", err)
	}
	for _, sum := range kept {
		if len(shelf.paths[sum]) > 0 {
			continue
		}
		if err := ix.Archive.Remove(sum); err != nil {
			return err
		}
	}
	return nil
}

// pass brings every file found to its status: files are read by several
// workers, and what they bring is applied in the order of the paths.
func (ix *Indexer) pass(ctx context.Context, files []found, shelf *shelf, acc *Accounts) error {
	ctx, stop := context.WithCancel(ctx)
	items := ix.dispatch(ctx, files, shelf.snapshot())
	defer func() {
		stop()
		for range items { // until the workers have ended
		}
	}()
	for it := range items {
		select {
		case <-it.done:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
		if it.err != nil {
			return it.err
		}
		began := time.Now()
		rec, err := shelf.take(ctx, it)
		acc.Writing += time.Since(began)
		if err != nil {
			return err
		}
		acc.count(it, rec)
		if err := ix.report(it, rec); err != nil {
			return err
		}
		ix.Progress.File(rec, it.pages)
	}
	return context.Cause(ctx)
}

// gone marks the records of files that are no longer there, or takes them out.
func (ix *Indexer) gone(ctx context.Context, found discovery, shelf *shelf, acc *Accounts) error {
	for _, path := range found.missing(shelf.records) {
		rec := shelf.records[path]
		if !ix.Prune && rec.Missing {
			continue
		}
		began := time.Now()
		var err error
		if ix.Prune {
			acc.Pruned++
			err = shelf.forget(ctx, path)
		} else {
			acc.Missing++
			rec.Missing = true
			err = shelf.put(ctx, rec, nil)
		}
		acc.Writing += time.Since(began)
		if err != nil {
			return err
		}
	}
	return nil
}

// quiet is the Progress of a run nobody watches.
type quiet struct{}

func (quiet) Start(int)                   {}
func (quiet) File(search.FileRecord, int) {}
func (quiet) Done()                       {}
