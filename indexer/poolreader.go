package indexer

import (
	"context"
	"errors"

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
	switch failure.Class {
	case extract.ClassTimeout, extract.ClassMemory, extract.ClassCrash:
		return nil, &Failure{Reason: failure.Error(), Fatal: true}
	}
	return nil, &Failure{Reason: failure.Error()}
}

// Media implements Reader.
func (PoolReader) Media(path string, head []byte) string { return extract.Media(path, head) }

// Version implements Reader.
func (PoolReader) Version(media string) string { return extract.Version(media) }
