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
func (e *Engine) Renditions(ctx context.Context, id string) ([]un.Rendition, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release()
	d, ok := s.columns.document(id)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", id, search.ErrNotFound)
	}
	var out []un.Rendition
	for r := s.columns.documents[d].first; r < s.columns.documents[d].last; r++ {
		out = append(out, s.columns.renditions[r].Rendition)
	}
	return out, nil
}

// Passages implements search.Engine.
func (e *Engine) Passages(ctx context.Context, key un.RenditionKey) ([]un.Passage, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release()
	d, ok := s.columns.document(key.Document)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", key.Document, search.ErrNotFound)
	}
	for r := s.columns.documents[d].first; r < s.columns.documents[d].last; r++ {
		if s.columns.renditions[r].Language == key.Language {
			return s.passages(ctx, &s.columns.renditions[r])
		}
	}
	return nil, fmt.Errorf("%s in language %q: %w", key.Document, key.Language, search.ErrNotFound)
}

func (s *snapshot) passages(ctx context.Context, r *renditionColumn) ([]un.Passage, error) {
	out := make([]un.Passage, 0, r.last-r.first)
	for ord := r.first; ord < r.last; ord++ {
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
func (e *Engine) Family(ctx context.Context, id string) ([]un.Rendition, error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer s.release()
	d, ok := s.columns.document(id)
	if !ok {
		return nil, fmt.Errorf("document %s: %w", id, search.ErrNotFound)
	}
	var members []uint32
	for i, other := range s.columns.documents {
		if other.family == s.columns.documents[d].family {
			members = append(members, uint32(i))
		}
	}
	slices.SortFunc(members, func(a, b uint32) int {
		return cmp.Compare(s.columns.documents[a].symbol, s.columns.documents[b].symbol)
	})
	var out []un.Rendition
	for _, m := range members {
		out = append(out, s.columns.foremost(m))
	}
	return out, nil
}

// foremost gives a document's rendition to speak of it by: a held one, in
// English if there is one.
func (c *columns) foremost(d uint32) un.Rendition {
	best := c.documents[d].first
	weight := func(r uint32) int {
		switch x := &c.renditions[r]; {
		case x.Held() && x.Language == "en":
			return 2
		case x.Held():
			return 1
		}
		return 0
	}
	for r := best; r < c.documents[d].last; r++ {
		if weight(r) > weight(best) {
			best = r
		}
	}
	return c.renditions[best].Rendition
}
