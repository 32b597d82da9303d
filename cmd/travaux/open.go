package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"travaux/search"
	"travaux/search/archive"
	"travaux/search/bleve"
	"travaux/search/catalogue"
)

// openService opens the index in dir for asking. The caller closes the closer.
func openService(dir string, config bleve.Config) (*search.Service, io.Closer, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, nil, err
	}
	engine, err := bleve.Open(dir, config)
	if err != nil {
		return nil, nil, err
	}
	svc := search.NewService(search.Config{
		Engine: engine, Originals: archive.New(dir), Catalogue: catalogue.Shipped(),
	})
	return svc, engine, nil
}

// open is openService for a command: it tells the user when the index has
// something to say about itself.
func (p *program) open(ctx context.Context, dir string, config bleve.Config) (*search.Service, io.Closer, error) {
	svc, closer, err := openService(dir, config)
	if err != nil {
		return nil, nil, err
	}
	if st, err := svc.Status(ctx); err == nil && st.Notice != "" {
		fmt.Fprintf(p.stderr, "travaux: %s\n", st.Notice)
	}
	return svc, closer, nil
}
