package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"travaux/search"
	"travaux/search/archive"
	"travaux/search/bleve"
	"travaux/search/catalogue"
	"travaux/search/suggest"
)

// collection is what a service stands on. The caller closes it.
type collection struct {
	engine  *bleve.Engine
	suggest *suggest.Suggester
}

// Close gives everything back.
func (c *collection) Close() error { return errors.Join(c.suggest.Close(), c.engine.Close()) }

// openService opens the index in dir for asking.
func openService(dir string, config bleve.Config) (*search.Service, *collection, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, nil, err
	}
	engine, err := bleve.Open(dir, config)
	if err != nil {
		return nil, nil, err
	}
	names := catalogue.Shipped()
	suggester := suggest.New(suggest.Config{Engine: engine, Catalogue: names, Log: config.Log})
	svc := search.NewService(search.Config{
		Engine: engine, Originals: archive.New(dir), Catalogue: names, Suggester: suggester,
	})
	return svc, &collection{engine, suggester}, nil
}

// open is openService for a command: it tells the user when the index has
// something to say about itself.
func (p *program) open(ctx context.Context, dir string, config bleve.Config) (*search.Service, *collection, error) {
	svc, closer, err := openService(dir, config)
	if err != nil {
		return nil, nil, err
	}
	if st, err := svc.Status(ctx); err == nil && st.Notice != "" {
		fmt.Fprintf(p.stderr, "travaux: %s\n", st.Notice)
	}
	return svc, closer, nil
}
