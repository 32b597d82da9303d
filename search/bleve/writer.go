package bleve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"

	bleveindex "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"golang.org/x/sync/errgroup"

	"travaux/search"
	"travaux/search/un"
)

// batchEntries is how many entries make a batch full. Between 500 and 5000
// there is no difference in speed; a small batch keeps the checkpoint near.
const batchEntries = 800

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
	w.name = generationName(generationNumber(w.live) + 1)
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

// Apply implements search.Writer.
func (w *writer) Apply(ctx context.Context, c search.Change) error {
	if w.idx == nil {
		return fmt.Errorf("apply a change: the writer is closed")
	}
	if c.Empty() {
		return nil
	}
	w.changed = true
	for _, k := range c.Drop {
		w.drop(k)
	}
	for _, r := range c.Put {
		if err := w.put(ctx, r); err != nil {
			return err
		}
	}
	for _, path := range c.Forget {
		w.batch.Delete(fileID(path))
		delete(w.files, path)
		w.queued++
	}
	for _, record := range c.Records {
		d, err := fileDocument(record)
		if err != nil {
			return err
		}
		if err := w.queue(d); err != nil {
			return err
		}
		w.files[record.Path] = record
	}
	if w.queued < batchEntries {
		return nil
	}
	return w.flush(ctx)
}

func (w *writer) queue(d *document.Document) error {
	w.queued++
	return w.batch.IndexAdvanced(d)
}

func (w *writer) drop(k un.RenditionKey) {
	s, ok := w.renditions[k]
	if !ok {
		return
	}
	for seq := range s.Count {
		w.batch.Delete(passageID(k, seq))
	}
	w.batch.Delete(renditionID(k))
	w.queued += s.Count + 1
	delete(w.renditions, k)
	delete(w.byDocument[k.Document], k.Language)
	if len(w.byDocument[k.Document]) == 0 {
		delete(w.byDocument, k.Document)
	}
}

// put replaces what is held under the rendition's key. Passages are analysed
// here, by all processors, because their lengths go into the rendition's entry.
func (w *writer) put(ctx context.Context, r un.Rendition) error {
	k := r.Key()
	w.drop(k)
	s := storedRendition{Rendition: r, Count: len(r.Passages), Lengths: map[string]length{}, Foreign: map[int]string{}}
	docs := make([]*document.Document, len(r.Passages))
	terms := make([]int, len(r.Passages))
	group, _ := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	const share = 32
	for from := 0; from < len(r.Passages); from += share {
		group.Go(func() (err error) {
			for seq := from; seq < min(from+share, len(r.Passages)) && err == nil; seq++ {
				docs[seq], terms[seq], err = w.analyzers.passageDocument(k, seq, r.Passages[seq])
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for seq, p := range r.Passages {
		s.account(seq, p, terms[seq])
		if err := w.queue(docs[seq]); err != nil {
			return fmt.Errorf("queue passage: %w", err)
		}
	}
	d, s, err := w.analyzers.renditionDocument(s)
	if err != nil {
		return err
	}
	s.Passages = nil
	w.remember(s)
	return w.queue(d)
}

// account adds one passage to what the rendition's entry keeps of all.
func (s *storedRendition) account(seq int, p un.Passage, terms int) {
	lang := analysed(passageLanguage(s.Key(), p))
	l := s.Lengths[lang]
	s.Lengths[lang] = length{Texts: l.Texts + 1, Terms: l.Terms + terms}
	if lang != analysed(s.Language) {
		s.Foreign[seq] = lang
	}
	for _, kind := range p.Kinds {
		if !slices.Contains(s.Kinds, kind.Value) {
			s.Kinds = append(s.Kinds, kind.Value)
		}
	}
}

// flush writes the batch: the checkpoint.
func (w *writer) flush(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("write a batch: %w", err)
	}
	if w.queued > 0 && w.broken.Load() == nil {
		if err := w.idx.Batch(w.batch); err != nil {
			w.report(err)
		}
		w.batch.Reset()
		w.queued = 0
	}
	if err := w.broken.Load(); err != nil {
		return plain(w.dir, fmt.Errorf("write a batch: %w", *err))
	}
	return nil
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
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Errorf("%s cannot be written to: %w (%w)", dir, search.ErrUnavailable, err)
	}
	return err
}

// entry is one live entry as it is read back.
type entry struct {
	id   []byte
	json []byte
}

func (e entry) decode(v any) error {
	if err := json.Unmarshal(e.json, v); err != nil {
		return fmt.Errorf("decode entry %q: %w", e.id, err)
	}
	return nil
}
