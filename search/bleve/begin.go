package bleve

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"travaux/search"
	"travaux/search/un"
)

// begin makes the next generation, or takes up the one that a killed run left.
func (w *writer) begin(c WriterConfig) (err error) {
	defer endFault(debug.SetPanicOnFault(true), &err)
	if w.analyzers, err = NewAnalyzers(); err != nil {
		return err
	}
	if w.live, err = readCurrent(w.dir); err != nil && !(c.Rebuild && errors.Is(err, search.ErrUnavailable)) {
		return err
	}
	if !c.Rebuild && w.live != "" {
		if w.from, err = newestSound(w.dir, w.live); err != nil {
			return err
		}
	}
	if w.name, err = nextGeneration(w.dir, w.live); err != nil {
		return err
	}
	w.resumed = !c.Rebuild && w.resume(w.from)
	if !w.resumed {
		if err := w.clone(w.from); err != nil {
			return err
		}
	}
	written, err := w.written()
	w.changed = w.from != w.live || w.resumed && written
	return err
}

// writtenKey is where an index keeps the name of the generation that was written
// to last: each batch puts it there.
const writtenKey = "generation"

// written reports whether a batch was written since the clone was made.
func (w *writer) written() (bool, error) {
	name, err := w.idx.GetInternal([]byte(writtenKey))
	if err != nil {
		return false, fmt.Errorf("read what was written: %w", err)
	}
	return string(name) == w.name, nil
}

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
	dictionary, err := r.snapshot.GetInternal([]byte(dictionaryKey))
	if err != nil {
		return err
	}
	if w.packer, err = newPacker(dictionary); err != nil {
		return err
	}
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
