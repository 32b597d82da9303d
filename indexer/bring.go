package indexer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"travaux/indexer/layout"
	"travaux/search"
	"travaux/search/un"
)

// Analyse understands what a reader made of the file f. It is called from many
// goroutines.
type Analyse func(c *layout.Content, f un.File) Understood

// Understood is what one file says: the rendition it holds, or, for a meeting
// page, the documents it lists.
type Understood struct {
	// Rendition has Files set to the file itself; nil for a meeting page.
	Rendition *un.Rendition
	// Listed are the documents a meeting page names, each once, with its rows
	// as Listings whose Page is empty.
	Listed []un.Document
}

// keys are the renditions that the file gives something to.
func (u Understood) keys() []un.RenditionKey {
	if u.Rendition != nil {
		return []un.RenditionKey{u.Rendition.Key()}
	}
	var keys []un.RenditionKey
	for _, d := range u.Listed {
		keys = append(keys, un.RenditionKey{Document: d.ID, Language: un.Listed})
	}
	return keys
}

// aliases are the symbols besides its id of the document the file holds.
func (u Understood) aliases() []string {
	if u.Rendition == nil {
		return nil
	}
	var names []string
	for _, symbol := range u.Rendition.Document.Symbols {
		if name := symbol.String(); name != "" && name != u.Rendition.Document.ID {
			names = append(names, name)
		}
	}
	return names
}

// bring reads and understands the item's file, and keeps it in the archive.
func (ix *Indexer) bring(ctx context.Context, it *item) {
	began := time.Now()
	content, err := ix.content(ctx, it)
	it.reading = time.Since(began)
	if err == nil {
		err = ix.keep(it)
	}
	var failure *Failure
	switch {
	case errors.As(err, &failure):
		it.failure, it.wanting = failure.Reason, failure.Wanting
		if failure == errChanged {
			it.sha256, it.modTime = "", 0 // so that the next run looks again
		}
		return
	case err != nil:
		it.err = err
		return
	}
	it.pages, it.wanting = len(content.Pages), content.Wanting
	began = time.Now()
	it.understood, err = ix.understand(content, it.file())
	it.analysing = time.Since(began)
	if err != nil {
		it.failure = err.Error()
	}
}

// errChanged is the failure of a file that was not what it was found to be.
// Nothing that was made of it may be kept under the sha256 it had.
var errChanged = &Failure{Reason: "changed or went away while it was being read"}

// keep puts the item's file into the archive.
func (ix *Indexer) keep(it *item) error {
	if it.changed() {
		return errChanged
	}
	err := ix.Archive.Add(it.path, it.sha256, it.size)
	if !it.changed() {
		return err
	}
	if _, err := ix.Archive.Changed(it.path, it.sha256); err != nil {
		return err
	}
	return errChanged
}

// file describes the item's file as an original.
func (it *item) file() un.File {
	return un.File{SHA256: it.sha256, Name: filepath.Base(it.path), Media: it.media, Size: it.size}
}

// content gives what the reader makes of the item's file, from the archive if
// that reader has read these bytes before and wanted nothing that is there now.
func (ix *Indexer) content(ctx context.Context, it *item) (*layout.Content, error) {
	if c, err := ix.cached(it.sha256, it.reader); err == nil && ix.Reader.Current(it.reader, c.Wanting) {
		return c, nil
	}
	it.read = true
	c, err := ix.readOriginal(ctx, it)
	if err != nil {
		return nil, err
	}
	if !ix.Reader.Current(it.reader, c.Wanting) {
		c.Wanting = "" // the program is there, and another reading would give no more
	}
	data, err := json.Marshal(c)
	if err != nil {
		return nil, fmt.Errorf("encode what was read of %s: %w", it.path, err)
	}
	if err := ix.Archive.PutExtracted(it.sha256, it.reader, data); err != nil {
		return nil, err
	}
	return c, nil
}

// cached gives what a reader made of some bytes before; search.ErrNotFound when
// it has not read them.
func (ix *Indexer) cached(sha256, reader string) (*layout.Content, error) {
	data, err := ix.Archive.Extracted(sha256, reader)
	if err != nil {
		return nil, err
	}
	var c layout.Content
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, fmt.Errorf("what was read of %s: %w: %w", sha256, search.ErrNotFound, err)
	}
	return &c, nil
}

// readOriginal has the item's file read. One that killed or outlasted its
// reader is put into quarantine.
func (ix *Indexer) readOriginal(ctx context.Context, it *item) (*layout.Content, error) {
	c, err := ix.Reader.Read(ctx, it.path, it.media)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	var failure *Failure
	var trouble *fs.PathError
	switch {
	case it.changed():
		return nil, errChanged
	case err == nil:
		return c, nil
	case errors.As(err, &failure):
		if failure.Fatal {
			if err := ix.quarantine.add(it.sha256, it.reader, failure.Reason); err != nil {
				return nil, err
			}
		}
		return nil, failure
	case errors.As(err, &trouble) && trouble.Path == it.path:
		return nil, &Failure{Reason: sentence(err)}
	}
	return nil, fmt.Errorf("read %s: %w", it.path, err)
}

// understand is Analyse, held to its file: a fault it trips over is that file's
// failure, not the run's.
func (ix *Indexer) understand(c *layout.Content, f un.File) (u Understood, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			ix.Log.Error("fault while analysing a file", "sha256", f.SHA256, "name", f.Name, "fault", fault)
			err = errors.New("read, but not understood: a fault in travaux")
		}
	}()
	return ix.Analyse(c, f), nil
}

// recall understands a file again that was indexed before: from what its reader
// made of it, or, where that is gone, by reading the original again.
func (ix *Indexer) recall(ctx context.Context, rec search.FileRecord) (Understood, error) {
	it := &item{found: found{path: rec.Path, size: rec.Size}, sha256: rec.SHA256, reader: rec.Reader}
	original, err := ix.Archive.Path(rec.SHA256)
	if err != nil {
		return Understood{}, err
	}
	head, err := ix.originalHead(rec.SHA256)
	if err != nil {
		return Understood{}, err
	}
	it.media = ix.Reader.Media(rec.Path, head)
	c, err := ix.cached(rec.SHA256, rec.Reader)
	if errors.Is(err, search.ErrNotFound) {
		if head == nil { // the original is gone too, but perhaps not the file
			original = rec.Path
		}
		c, err = ix.Reader.Read(ctx, original, it.media)
	}
	if err != nil {
		return Understood{}, fmt.Errorf("read %s again: %w", rec.Path, err)
	}
	return ix.understand(c, it.file())
}

// originalHead gives the first bytes of a kept original, none when it is gone.
func (ix *Indexer) originalHead(sha256 string) ([]byte, error) {
	f, err := ix.Archive.Open(sha256)
	if errors.Is(err, search.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head, err := headOf(f)
	if err != nil {
		return nil, fmt.Errorf("read original: %w", err)
	}
	return head, nil
}

// changed reports whether the file on disk is no longer the one that was found.
func (it *item) changed() bool {
	info, err := os.Stat(it.path)
	return err != nil || info.Size() != it.size || info.ModTime().UnixNano() != it.modTime
}
