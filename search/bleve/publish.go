package bleve

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	"travaux/search"
)

// Publish implements search.Writer. After it the writer can only be closed.
func (w *writer) Publish(ctx context.Context) (string, error) {
	if w.idx == nil {
		return "", fmt.Errorf("publish: the writer is closed")
	}
	if !w.changed {
		return w.live, w.discard()
	}
	if err := w.flush(ctx); err != nil {
		return "", err
	}
	if err := w.wait(); err != nil {
		return "", err
	}
	if err := w.publish(ctx); err != nil {
		return "", plain(w.dir, fmt.Errorf("publish %s: %w", w.name, err))
	}
	_ = endOrigin(w.dir, w.name) // else the next run does it
	w.removeOld()
	return w.name, nil
}

// discard takes away a clone that nothing was changed in.
func (w *writer) discard() error {
	return errors.Join(w.closeIndex(), os.RemoveAll(w.path()))
}

func (w *writer) publish(ctx context.Context) error {
	if err := w.closeIndex(); err != nil {
		return err
	}
	if err := w.broken.Load(); err != nil { // merges go on until the index is closed
		return *err
	}
	m := manifest{Schema: schemaVersion, Published: now(), Counts: w.counts(), Readers: w.readers()}
	if err := w.verify(m.Counts); err != nil {
		return err
	}
	files, err := describeFiles(w.dir, w.name, w.from)
	if err != nil {
		return err
	}
	m.Files = files
	if err := syncTree(w.path()); err != nil {
		return err
	}
	if err := writeJSON(filepath.Join(w.path(), manifestName), m); err != nil {
		return err
	}
	if err := syncDir(w.dir); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return writeWhole(filepath.Join(w.dir, currentName), []byte(w.name+"\n"))
}

// verify opens the closed index as a reader would, counts its entries, and
// writes the columns for it: numbers of entries hold for a published index alone.
func (w *writer) verify(want counts) (err error) {
	defer endFault(debug.SetPanicOnFault(true), &err)
	idx, err := openIndex(w.path(), false, true, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, idx.Close()) }()
	n, err := idx.DocCount()
	if err != nil {
		return err
	}
	if int(n) != want.Entries {
		return fmt.Errorf("the index holds %d entries instead of %d", n, want.Entries)
	}
	r, err := openReader(idx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	path := filepath.Join(w.path(), columnsName)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove columns that a killed run left: %w", err)
	}
	return writeColumns(path, r)
}

func (w *writer) counts() counts {
	c := counts{Documents: len(w.byDocument), Files: len(w.files)}
	held := map[string]bool{}
	for k, s := range w.renditions {
		c.Passages += s.Count
		if s.Held() {
			c.Renditions++
			if s.Recognised > 0 {
				c.Recognised++
			}
			if s.NoText {
				c.NoText++
			}
			held[k.Document] = true
		}
	}
	for _, f := range w.files {
		if f.Status == search.Failed {
			c.Failed++
		}
	}
	c.Held = len(held)
	c.Entries = c.Passages + len(w.renditions) + len(w.files)
	return c
}

func (w *writer) readers() map[string]int {
	readers := map[string]int{}
	for _, s := range w.renditions {
		if s.Reader != "" {
			readers[s.Reader]++
		}
	}
	return readers
}

// removeOld removes all generations but the new one, the one it grew from and those a
// process still answers from. What cannot be removed is left for the next run. Where the
// former live one was damaged it goes, and the sound one before it stays.
func (w *writer) removeOld() {
	names, err := generations(w.dir)
	if err != nil {
		return
	}
	former := cmp.Or(w.from, w.live) // of one begun empty the live one
	for _, name := range names {
		if name == w.name || name == former || inUse(filepath.Join(w.dir, name)) {
			continue
		}
		_ = os.RemoveAll(filepath.Join(w.dir, name))
	}
}

// inUse reports whether a reader holds the generation: it keeps a shared lock
// on the manifest.
func inUse(generation string) bool {
	f, err := os.Open(filepath.Join(generation, manifestName))
	if err != nil {
		return false
	}
	defer f.Close()
	held, err := lockFile(f, true)
	return held || err != nil
}
