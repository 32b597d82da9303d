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
	lock            *os.File
	analyzers       *Analyzers
	idx             bleveindex.Index
	resumed         bool
	changed         bool
	files           map[string]search.FileRecord
	renditions      map[un.RenditionKey]storedRendition
	byDocument      map[string]map[string]bool // document id -> languages
	batch           *bleveindex.Batch
	queued          int
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

func (w *writer) begin(c WriterConfig) (err error) {
	if w.analyzers, err = NewAnalyzers(); err != nil {
		return err
	}
	if w.live, err = readCurrent(w.dir); err != nil {
		return err
	}
	from := ""
	if !c.Rebuild && w.live != "" {
		if from, err = newestSound(w.dir, w.live); err != nil {
			return err
		}
	}
	if w.name, err = nextGeneration(w.dir, w.live); err != nil {
		return err
	}
	w.resumed = !c.Rebuild && w.resume(from)
	if !w.resumed {
		if err := w.clone(from); err != nil {
			return err
		}
	}
	w.changed = w.resumed || from != w.live
	return nil
}

func (w *writer) path() string { return filepath.Join(w.dir, w.name) }

// resume opens what a killed run left, when it grew from the same generation.
func (w *writer) resume(from string) bool {
	var o origin
	err := readJSON(filepath.Join(w.path(), originName), &o)
	if err != nil || o.From != from || o.Schema != schemaVersion {
		return false
	}
	// It was killed between writing the manifest and going live.
	if err := os.Remove(filepath.Join(w.path(), manifestName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if w.idx, err = openIndex(w.path(), false, false, w.report); err != nil {
		return false
	}
	if w.load() == nil {
		return true
	}
	_ = w.closeIndex() // it is removed at once
	return false
}

// clone begins the generation as a copy of another, or empty.
func (w *writer) clone(from string) error {
	if err := os.RemoveAll(w.path()); err != nil {
		return fmt.Errorf("remove what a former run left: %w", err)
	}
	if err := os.Mkdir(w.path(), 0o755); err != nil {
		return fmt.Errorf("make the next generation: %w", err)
	}
	if from != "" {
		if err := cloneIndex(filepath.Join(w.dir, from, indexName), filepath.Join(w.path(), indexName)); err != nil {
			return fmt.Errorf("clone %s: %w", from, err)
		}
	}
	idx, err := openIndex(w.path(), from == "", false, w.report)
	if err != nil {
		return err
	}
	w.idx = idx
	if err := w.load(); err != nil {
		return fmt.Errorf("clone %s: %w", from, err)
	}
	// Written last: a folder without it is half a clone.
	return writeJSON(filepath.Join(w.path(), originName), origin{From: from, Schema: schemaVersion})
}

// report keeps the first error; after it nothing is written or published.
func (w *writer) report(err error) { w.broken.CompareAndSwap(nil, &err) }

// load reads the files table and the renditions, and compares their sum with
// the number of entries: Bleve opens what has lost a part without a word.
func (w *writer) load() error {
	w.files, w.renditions, w.byDocument = map[string]search.FileRecord{}, map[un.RenditionKey]storedRendition{}, map[string]map[string]bool{}
	w.batch = w.idx.NewBatch()
	r, err := openReader(w.idx)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := r.each(w.take); err != nil {
		return err
	}
	n, err := r.snapshot.DocCount()
	if want := w.counts().Entries; err == nil && int(n) != want {
		err = fmt.Errorf("the index holds %d entries instead of %d", n, want)
	}
	return err
}

// take keeps an entry that is read back.
func (w *writer) take(e entry) error {
	if e.id[0] == fileEntry {
		var record search.FileRecord
		if err := e.decode(&record); err != nil {
			return err
		}
		w.files[record.Path] = record
		return nil
	}
	var s storedRendition
	if err := e.decode(&s); err != nil {
		return err
	}
	w.remember(s)
	return nil
}

func (w *writer) remember(s storedRendition) {
	k := s.Key()
	w.renditions[k] = s
	if w.byDocument[k.Document] == nil {
		w.byDocument[k.Document] = map[string]bool{}
	}
	w.byDocument[k.Document][k.Language] = true
}

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
