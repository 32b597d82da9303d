package search

import (
	"context"
	"io"

	"travaux/search/un"
)

// Originals opens held files by content.
type Originals interface {
	// Open gives the file's bytes; ErrNotFound when it is not kept.
	Open(sha256 string) (io.ReadSeekCloser, error)
}

// Config is what a Service stands on.
type Config struct {
	Engine    Engine
	Originals Originals
}

// Service answers requests. It may be used from many goroutines.
type Service struct {
	engine    Engine
	originals Originals
}

// NewService returns a Service on an engine. The caller keeps the engine and
// closes it.
func NewService(c Config) *Service {
	return &Service{engine: c.Engine, originals: c.Originals}
}

// Search answers a request.
// Errors: ErrInvalid (a *QueryError with column for the query), ErrTooExpensive,
// ErrUnavailable.
func (s *Service) Search(ctx context.Context, r Request) (*Result, error) { panic("todo") }

// Document gives one document for reading: name is a symbol in any spelling or
// a document's id, language the one wanted (the nearest held is shown), text a
// query whose matches are marked, possibly empty.
// Errors: ErrNotFound as a *NearError, ErrUnavailable.
func (s *Service) Document(ctx context.Context, name, language, text string) (*DocumentView, error) {
	panic("todo")
}

// Meeting gives a meeting with its documents by id or alias.
// Errors: ErrNotFound, ErrUnavailable.
func (s *Service) Meeting(ctx context.Context, id, language string) (*MeetingView, error) {
	panic("todo")
}

// Original opens a held file. The caller closes it.
// Errors: ErrNotFound.
func (s *Service) Original(ctx context.Context, sha256 string) (un.File, io.ReadSeekCloser, error) {
	panic("todo")
}

// Status tells what the collection holds.
func (s *Service) Status(ctx context.Context) (Status, error) { return s.engine.Status(ctx) }
