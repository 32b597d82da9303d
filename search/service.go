package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"travaux/search/catalogue"
	"travaux/search/un"
)

// Originals opens held files by content.
type Originals interface {
	// Open gives the file's bytes; ErrNotFound when it is not kept.
	Open(sha256 string) (io.ReadSeekCloser, error)
}

// Config is what a Service stands on.
type Config struct {
	// Engine answers; it is needed.
	Engine Engine
	// Originals opens files; nil when none are kept.
	Originals Originals
	// Catalogue names bodies and meetings; nil means the shipped one.
	Catalogue Catalogue
	// Suggester completes and corrects; nil offers neither.
	Suggester Suggester
}

// Service answers requests. It may be used from many goroutines.
type Service struct {
	engine    Engine
	originals Originals
	catalogue Catalogue
	suggester Suggester
}

// NewService returns a Service on an engine. The caller keeps the engine and
// closes it.
func NewService(c Config) *Service {
	if c.Catalogue == nil {
		c.Catalogue = catalogue.Shipped()
	}
	return &Service{engine: c.Engine, originals: c.Originals, catalogue: c.Catalogue, suggester: c.Suggester}
}

// nearSymbols is how many near symbols are offered for one that is not held.
const nearSymbols = 5

// Search answers a request.
// Errors: ErrInvalid (a *QueryError with column for the query), ErrTooExpensive,
// ErrUnavailable.
func (s *Service) Search(ctx context.Context, r Request) (*Result, error) {
	began := time.Now()
	if err := r.check(); err != nil {
		return nil, err
	}
	at, err := r.start()
	if err != nil {
		return nil, err
	}
	understood, err := s.read(r.Query)
	if err != nil {
		return nil, err
	}
	suggestions, err := s.ground(ctx, &understood)
	if err != nil {
		return nil, err
	}
	p := s.plan(r, understood, at)
	answer, err := s.engine.Search(ctx, p)
	if err != nil {
		return nil, err
	}
	result := &Result{
		Query:      Query{Input: r.Query, Interpreted: understood.interpreted, Warnings: answer.Warnings},
		Generation: answer.Generation, View: p.View, Total: answer.Total, Hits: answer.Hits,
		Facets: answer.Facets, FacetTotals: answer.FacetTotals, Suggestions: suggestions, Next: r.next(p, answer),
	}
	if result.Hits == nil {
		result.Hits = []Hit{}
	}
	if understood.made {
		result.Query.Warnings = nil
	} else {
		result.Query.Warnings = append(result.Query.Warnings, s.absences(answer.Absent)...)
	}
	if answer.Total.Value > 0 {
		result.Suggestions = nil // what was asked for is there
	}
	result.Suggestions = append(result.Suggestions, s.advise(ctx, r, understood, p, answer)...)
	if at.Generation != "" && at.Generation != answer.Generation {
		result.Query.Warnings = append(result.Query.Warnings, "the collection has changed since the first page: results may stand twice or not at all")
	}
	s.dress(result, p.Language)
	pageByLabel(r, result)
	result.TookMS = time.Since(began).Milliseconds()
	return result, nil
}

// dress gives hits and facets their labels and links.
func (s *Service) dress(r *Result, language string) {
	for i := range r.Hits {
		s.finish(&r.Hits[i], language)
	}
	for name, values := range r.Facets {
		for i := range values {
			values[i].Label = s.label(name, values[i].Value, language)
		}
	}
}

// ground looks whether the document that a query names is known. If it is not,
// it may be a resolution named without its year, or the symbol may be how others
// begin: those under it are found, and near ones suggested.
func (s *Service) ground(ctx context.Context, a *asked) ([]Suggestion, error) {
	if a.exact == "" {
		return nil, nil
	}
	_, err := s.engine.Renditions(ctx, a.exact)
	if !errors.Is(err, ErrNotFound) {
		return nil, err
	}
	near, err := s.engine.Near(ctx, a.name, nearSymbols)
	if err != nil {
		return nil, err
	}
	symbol, err := un.ParseSymbol(a.name)
	if err != nil {
		return suggest(near), nil
	}
	for _, held := range near {
		if key := un.Identify(held).Key; strings.HasPrefix(key, a.exact+"(") {
			*a = mention(key, held)
			return nil, nil
		}
	}
	whole := under(a.name, a.tree)
	a.tree, a.interpreted = whole.tree, whole.interpreted
	return suggest(slices.DeleteFunc(near, func(held string) bool { return !sameSeries(symbol, held) })), nil
}

// sameSeries tells whether a held symbol can have been meant by another: it is of
// the same body and session. What begins with an unknown body may be anything.
func sameSeries(asked un.Symbol, held string) bool {
	other, err := un.ParseSymbol(held)
	return asked.Unknown || err == nil && asked.BodyPath() == other.BodyPath() && asked.Session == other.Session
}

func suggest(symbols []string) []Suggestion {
	var out []Suggestion
	for _, symbol := range symbols {
		out = append(out, Suggestion{Kind: SuggestSymbol, Query: symbol, Label: symbol})
	}
	return out
}

// Original opens a held file. The caller closes it.
// Errors: ErrNotFound.
func (s *Service) Original(ctx context.Context, sha256 string) (un.File, io.ReadSeekCloser, error) {
	file, err := s.engine.File(ctx, sha256)
	if err != nil {
		return un.File{}, nil, err
	}
	if s.originals == nil {
		return un.File{}, nil, fmt.Errorf("original %s: %w", sha256, ErrNotFound)
	}
	content, err := s.originals.Open(sha256)
	if err != nil {
		return un.File{}, nil, err
	}
	return file, content, nil
}

// Status tells what the collection holds.
func (s *Service) Status(ctx context.Context) (Status, error) { return s.engine.Status(ctx) }

// Meeting gives a meeting with its documents by id or alias.
// Errors: ErrNotFound, ErrUnavailable.
func (s *Service) Meeting(ctx context.Context, id, language string) (*MeetingView, error) {
	meeting := s.meeting(id)
	language = cmp.Or(language, "en")
	answer, err := s.engine.Search(ctx, Plan{
		View: Documents, Sort: BySymbol, Filters: map[string][]string{"meeting": {meeting.ID}}, Limit: MaxOffset, Language: language,
	})
	if err != nil {
		return nil, err
	}
	// The catalogue makes up a meeting of any id that begins with a body; one
	// without dates and without documents is not known.
	if answer.Total.Value == 0 && meeting.Start == "" {
		return nil, fmt.Errorf("meeting %s: %w", id, ErrNotFound)
	}
	if meeting.Name == "" {
		meeting.Name = s.meetingLabel(meeting.ID, language)
	}
	view := &MeetingView{Meeting: meeting, Total: answer.Total.Value, Generation: answer.Generation}
	for i := range answer.Hits {
		s.finish(&answer.Hits[i], language)
	}
	for _, t := range append(un.Types(), "") {
		g := MeetingGroup{Type: t, Label: cmp.Or(s.label("type", string(t), language), "Other documents")}
		for _, h := range answer.Hits {
			if mainType(h.Type) == t {
				g.Documents = append(g.Documents, h)
			}
		}
		if len(g.Documents) > 0 {
			view.Groups = append(view.Groups, g)
		}
	}
	return view, nil
}

// mainType is the content type, empty for one that is not of the list.
func mainType(types []un.Type) un.Type {
	if len(types) == 0 || !slices.Contains(un.Types(), types[0]) {
		return ""
	}
	return types[0]
}
