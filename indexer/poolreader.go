package indexer

import (
	"context"
	"errors"
	"slices"

	"travaux/indexer/extract"
	"travaux/indexer/layout"
)

// PoolReader is a Reader whose files are read in worker processes.
type PoolReader struct {
	Pool *extract.Pool
}

var _ Reader = PoolReader{}

// Read implements Reader. The pool tries a file that killed or outlasted its
// worker a second time, so such a failure is fatal.
func (r PoolReader) Read(ctx context.Context, path, media string) (*layout.Content, error) {
	c, err := r.Pool.Read(ctx, path, media)
	var failure *extract.Failure
	if !errors.As(err, &failure) {
		return c, err
	}
	f := &Failure{Reason: failure.Error()}
	switch failure.Class {
	case extract.ClassTimeout, extract.ClassMemory, extract.ClassCrash:
		f.Fatal = true
	case extract.ClassMissing:
		f.Wanting = extract.Antiword
		if media == extract.MediaRTF {
			f.Wanting = extract.Catdoc
		}
	}
	return nil, f
}

// Media implements Reader.
func (PoolReader) Media(path string, head []byte) string { return extract.Media(path, head) }

// Version implements Reader.
func (PoolReader) Version(media string) string { return extract.Version(media) }

// Current implements Reader.
func (r PoolReader) Current(reader, wanting string) bool {
	if wanting != "" && r.Pool.Has(wanting) {
		return false
	}
	return slices.ContainsFunc(medias(), func(media string) bool { return extract.Version(media) == reader })
}

// medias are the media types that are read.
func medias() []string {
	return []string{extract.MediaPDF, extract.MediaDOCX, extract.MediaHTML, extract.MediaText, extract.MediaDOC, extract.MediaRTF}
}
