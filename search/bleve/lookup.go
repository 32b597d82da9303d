package bleve

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"travaux/search"
	"travaux/search/un"
)

// Renditions implements search.Engine. Job numbers and file names find their
// document as well.
func (e *Engine) Renditions(ctx context.Context, id string) (_ []un.Rendition, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	d, ok := s.columns.document(id)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", id, search.ErrNotFound)
	}
	var out []un.Rendition
	for r, last := s.columns.renditionsOf(d); r < last; r++ {
		read, err := s.rendition(r)
		if err != nil {
			return nil, fmt.Errorf("document %s: %w", id, err)
		}
		out = append(out, read.Rendition)
	}
	return out, nil
}

// Passages implements search.Engine.
func (e *Engine) Passages(ctx context.Context, key un.RenditionKey) (_ []un.Passage, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	d, ok := s.columns.document(key.Document)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", key.Document, search.ErrNotFound)
	}
	for r, last := s.columns.renditionsOf(d); r < last; r++ {
		if s.columns.languageOf(r) == key.Language {
			return s.passages(ctx, r)
		}
	}
	return nil, fmt.Errorf("%s in language %q: %w", key.Document, key.Language, search.ErrNotFound)
}

func (s *snapshot) passages(ctx context.Context, rendition uint32) ([]un.Passage, error) {
	first, last := s.columns.spanOf(rendition)
	out := make([]un.Passage, 0, last-first)
	for ord := first; ord < last; ord++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		p, err := s.passage(ord)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// Family implements search.Engine.
func (e *Engine) Family(ctx context.Context, id string) (_ []un.Rendition, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	d, ok := s.columns.document(id)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", id, search.ErrNotFound)
	}
	var members []uint32
	for other, family := range s.columns.families {
		if family == s.columns.familyOf(d) {
			members = append(members, uint32(other))
		}
	}
	slices.SortFunc(members, func(a, b uint32) int {
		return cmp.Compare(s.columns.symbolOf(a), s.columns.symbolOf(b))
	})
	var out []un.Rendition
	for _, m := range members {
		read, err := s.rendition(s.columns.foremost(m))
		if err != nil {
			return nil, fmt.Errorf("family of %s: %w", id, err)
		}
		out = append(out, read.Rendition)
	}
	return out, nil
}

// foremost gives a document's rendition to speak of it by: a held one, in
// English if there is one.
func (c *columns) foremost(d uint32) uint32 {
	best, last := c.renditionsOf(d)
	weight := func(r uint32) int {
		switch held := c.heldOf(r); {
		case held && c.languageOf(r) == "en":
			return 2
		case held:
			return 1
		}
		return 0
	}
	for r := best; r < last; r++ {
		if weight(r) > weight(best) {
			best = r
		}
	}
	return best
}
