package suggest

import (
	"context"
	"errors"
	"fmt"

	"travaux/search"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// tables are what completion needs of one generation. They do not change.
type tables struct {
	generation string
	words      words
	// pairs are words that follow each other in texts, with a blank between them.
	pairs   words
	titles  titles
	symbols symbols
	// values are those of the facets but symbol, by name.
	values map[string]*values
}

// size is the number of bytes that the tables hold.
func (t *tables) size() int {
	n := t.words.size() + t.pairs.size() + t.titles.size() + t.symbols.size()
	for _, v := range t.values {
		n += v.size()
	}
	return n
}

// errMoved says that the engine moved over to another generation meanwhile.
var errMoved = fmt.Errorf("the collection has changed: %w", search.ErrUnavailable)

// make builds the tables of the live generation.
func (s *Suggester) make(ctx context.Context) (*tables, error) {
	const tries = 3
	for try := 1; ; try++ {
		t, err := s.try(ctx)
		if !errors.Is(err, errMoved) || try == tries {
			return t, err
		}
	}
}

func (s *Suggester) try(ctx context.Context) (*tables, error) {
	before, err := s.engine.Status(ctx)
	if err != nil {
		return nil, err
	}
	t := &tables{generation: before.Generation, values: map[string]*values{}}
	ids := map[string]bool{}
	found := newTitlesBuilder()
	err = s.engine.Names(ctx, func(n search.Names) error {
		ids[n.ID] = true
		found.add(n)
		return nil
	})
	if err != nil {
		return nil, err
	}
	t.titles = found.made()
	if err := s.facets(ctx, t, ids); err != nil {
		return nil, err
	}
	if err := s.words(ctx, t); err != nil {
		return nil, err
	}
	texts, err := s.sample(ctx, ids)
	if err != nil {
		return nil, err
	}
	t.pairs = texts.made(&t.words)
	t.words.written = texts.spelt.best()
	after, err := s.engine.Status(ctx)
	if err == nil && after.Generation != before.Generation {
		err = errMoved
	}
	return t, err
}

// facets reads the values of all facets, which tells what each holds.
func (s *Suggester) facets(ctx context.Context, t *tables, ids map[string]bool) error {
	for _, name := range schema.Facets() {
		answer, err := s.engine.Search(ctx, search.Plan{View: search.Documents, Sort: search.BySymbol, Facets: []string{name}, Language: "en"})
		if err != nil {
			return fmt.Errorf("read the values of %s: %w", name, err)
		}
		if answer.Generation != t.generation {
			return errMoved
		}
		if name == "symbol" {
			t.symbols = makeSymbols(answer.Facets[name], ids)
			continue
		}
		v := makeValues(name, answer.Facets[name], s.catalogue)
		t.values[name] = &v
	}
	return nil
}

// frequentWords is how many of the most frequent words are looked at for stop
// words, which ask for nothing.
const frequentWords = 2000

// words reads the collection's words.
func (s *Suggester) words(ctx context.Context, t *tables) error {
	err := s.engine.Words(ctx, "", func(w search.Word) error {
		t.words.add(w)
		return nil
	})
	if err != nil {
		return err
	}
	stops := map[string]bool{}
	for _, word := range t.words.frequent("", frequentWords) {
		if !s.asks(query.Word{Text: word.Text}, word.Text) {
			stops[word.Text] = true
		}
	}
	t.words.keep(func(word string, _ uint32) bool { return !stops[word] })
	t.words.clip()
	return nil
}

// asks reports whether a query for a text asks for something in every language:
// words that a language leaves out, as English does "the", do not.
func (s *Suggester) asks(n query.Node, text string) bool {
	for _, language := range un.Languages() {
		if s.engine.Mark(n, language, text) == nil {
			return false
		}
	}
	return true
}
