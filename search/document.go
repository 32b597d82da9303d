package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"travaux/search/un"
)

// nearNames is how many near symbols a NearError names.
const nearNames = 10

// Document gives one document for reading: name is a symbol in any spelling or
// a document's id, language the one wanted (the nearest held is shown), text a
// query whose matches are marked, possibly empty.
// Errors: ErrNotFound as a *NearError, ErrUnavailable.
func (s *Service) Document(ctx context.Context, name, language, text string) (*DocumentView, error) {
	renditions, shown, err := s.open(ctx, name, language)
	if errors.Is(err, errMoved) {
		renditions, shown, err = s.open(ctx, name, language)
	}
	if err != nil {
		return nil, err
	}
	id := shown.Document.ID
	status, err := s.engine.Status(ctx)
	if err != nil {
		return nil, err
	}
	v := &DocumentView{Rendition: shown, Marks: s.marks(shown, text), Generation: status.Generation}
	for _, r := range renditions {
		if r.Held() {
			v.Languages = append(v.Languages, r.Language)
		}
	}
	if m := shown.Document.Meeting; m != "" && m != un.NoMeeting {
		meeting, known := s.catalogue.Meeting(m)
		if !known {
			meeting = un.Meeting{ID: m, Body: shown.Document.Body, Session: shown.Document.Session, Name: m}
		}
		v.Meeting = &meeting
	}
	if v.Family, err = s.family(ctx, id); err != nil {
		return nil, err
	}
	v.Corrections, err = s.corrected(ctx, shown, v.Family)
	return v, err
}

// errMoved says that a rendition went between two questions: the engine moved
// over to another generation.
var errMoved = errors.New("the collection has changed")

// open gives the renditions of what a name stands for, and the one to show with
// its passages.
func (s *Service) open(ctx context.Context, name, language string) ([]un.Rendition, un.Rendition, error) {
	renditions, err := s.find(ctx, name)
	if err != nil {
		return nil, un.Rendition{}, err
	}
	shown := choose(renditions, cmp.Or(language, "en"))
	shown.Passages, err = s.engine.Passages(ctx, shown.Key())
	if errors.Is(err, ErrNotFound) {
		err = fmt.Errorf("%w: %w", errMoved, err)
	}
	if err != nil {
		err = fmt.Errorf("read %s: %w", shown.Document.ID, err)
	}
	return renditions, shown, err
}

// find gives the renditions of what a name stands for.
func (s *Service) find(ctx context.Context, name string) ([]un.Rendition, error) {
	renditions, err := s.engine.Renditions(ctx, name)
	if !errors.Is(err, ErrNotFound) {
		return renditions, err
	}
	id := un.Identify(name)
	if id.Key != "" {
		renditions, err = s.engine.Renditions(ctx, id.Key)
		if !errors.Is(err, ErrNotFound) {
			return renditions, err
		}
	}
	asked := cmp.Or(id.Canonical, name)
	near, err := s.engine.Near(ctx, asked, nearNames)
	if err != nil {
		return nil, err
	}
	return nil, &NearError{Asked: asked, Near: near}
}

// choose picks the rendition to show: the language wanted, else the original
// language, else English, else the first held, else what is listed.
func choose(renditions []un.Rendition, language string) un.Rendition {
	best, most := renditions[0], -1
	for _, r := range renditions {
		weight := 0
		switch {
		case !r.Held():
		case r.Language == language:
			weight = 4
		case r.Language == r.Original:
			weight = 3
		case r.Language == "en":
			weight = 2
		default:
			weight = 1
		}
		if weight > most {
			best, most = r, weight
		}
	}
	return best
}

// marks marks what of a query stands in a rendition's passages. A text that is
// no query marks nothing: the document is shown all the same.
func (s *Service) marks(r un.Rendition, text string) map[string][]Span {
	understood, err := s.read(text)
	if err != nil || understood.tree == nil {
		return nil
	}
	tree := understood.tree
	if marked := s.marked(tree, nil); marked != nil {
		tree = marked
	}
	marks := map[string][]Span{}
	for _, p := range r.Passages {
		if spans := s.engine.Mark(tree, cmp.Or(p.Language, r.Language), p.Text); spans != nil {
			marks[p.Anchor] = spans
		}
	}
	return marks
}

// family gives the other documents of a family.
func (s *Service) family(ctx context.Context, id string) ([]FamilyHit, error) {
	renditions, err := s.engine.Family(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("family of %s: %w", id, err)
	}
	var out []FamilyHit
	for _, r := range renditions {
		d := r.Document
		if d.ID == id {
			continue
		}
		out = append(out, FamilyHit{Symbol: d.ID, Title: d.Title, Type: d.Types, URL: DocumentURL(d.ID, "", ""), Held: r.Held()})
	}
	return out, nil
}
