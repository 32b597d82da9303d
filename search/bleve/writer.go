package bleve

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	bleveindex "github.com/blevesearch/bleve/v2"

	"travaux/search"
	"travaux/search/un"
)

// WriterConfig is what a writer may be told.
type WriterConfig struct {
	// Rebuild begins with an empty collection instead of the live one.
	Rebuild bool
}

// writer implements search.Writer.
type writer struct {
	dir, live, name string
	from            string // the sound generation it grows from; empty: begun empty
	lock            *os.File
	analyzers       *Analyzers
	idx             bleveindex.Index
	resumed         bool
	changed         bool
	files           map[string]search.FileRecord
	renditions      map[un.RenditionKey]storedRendition
	byDocument      map[string]map[string]bool // document id -> languages
	batch           *bleveindex.Batch
	packer          *packer
	queued          int
	writing         chan struct{}         // of the batch that was handed to Bleve last: closed when it is written
	broken          atomic.Pointer[error] // the first error of a batch or of Bleve's background work
}

// OpenWriter makes the next generation of the collection in dir, which is made
// when it is missing. One process may write at a time.
// Errors: ErrUnavailable when another process writes or dir cannot be written.
func OpenWriter(dir string, c WriterConfig) (search.Writer, error) {
	w, err := openWriter(dir, c)
	if err != nil {
		return nil, plain(dir, err)
	}
	return w, nil
}

func openWriter(dir string, c WriterConfig) (*writer, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock, err := takeLock(dir)
	if err != nil {
		return nil, err
	}
	w := &writer{dir: dir, lock: lock}
	if err := w.begin(c); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

func takeLock(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	held, err := lockFile(f, true)
	if err == nil && held {
		err = fmt.Errorf("another process is indexing into %s; wait for it to end: %w", dir, search.ErrUnavailable)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func (w *writer) path() string { return filepath.Join(w.dir, w.name) }

// report keeps the first error; after it nothing is written or published.
func (w *writer) report(err error) { w.broken.CompareAndSwap(nil, &err) }

// Files implements search.Writer.
func (w *writer) Files() map[string]search.FileRecord { return maps.Clone(w.files) }

// Resumed implements search.Writer.
func (w *writer) Resumed() bool { return w.resumed }

// Rendition implements search.Writer.
func (w *writer) Rendition(k un.RenditionKey) (un.Rendition, error) {
	s, ok := w.renditions[k]
	if !ok {
		return un.Rendition{}, fmt.Errorf("rendition %s %s: %w", k.Document, k.Language, search.ErrNotFound)
	}
	return s.Rendition, nil
}

// Renditions implements search.Writer.
func (w *writer) Renditions(document string) []un.RenditionKey {
	var keys []un.RenditionKey
	for _, lang := range slices.Sorted(maps.Keys(w.byDocument[document])) {
		keys = append(keys, un.RenditionKey{Document: document, Language: lang})
	}
	return keys
}

// Close implements search.Writer.
func (w *writer) Close() error {
	_ = w.wait() // what was not published is lost or taken up again
	var errs []error
	if w.idx != nil && !w.changed {
		errs = append(errs, w.discard())
	}
	errs = append(errs, w.closeIndex())
	if w.lock != nil {
		errs = append(errs, w.lock.Close())
		w.lock = nil
	}
	return errors.Join(errs...)
}

func (w *writer) closeIndex() error {
	if w.idx == nil {
		return nil
	}
	err := w.idx.Close()
	forgetReports(w.path())
	w.idx = nil
	return err
}

// plain turns what the machine refuses into one sentence.
func plain(dir string, err error) error {
	switch {
	case err != nil && strings.Contains(err.Error(), syscall.ENOSPC.Error()):
		// By its words: Bleve's background work reports no wrapped errors.
		return fmt.Errorf("the disk that holds %s is full; nothing was published: %w (%w)", dir, search.ErrUnavailable, err)
	case err != nil && (strings.Contains(err.Error(), syscall.EDQUOT.Error()) || strings.Contains(err.Error(), syscall.EFBIG.Error())):
		return fmt.Errorf("no more may be written to %s; nothing was published: %w (%w)", dir, search.ErrUnavailable, err)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s cannot be written to: %w (%w)", dir, search.ErrUnavailable, err)
	}
	return err
}
