package search

import (
	"cmp"
	"context"
	"fmt"
	"unicode/utf8"

	"travaux/search/query"
	"travaux/search/un"
)

// Vocabulary is what an engine tells of the words and names it holds, for
// suggestions. Words stand in their exact form: in lower case, without accents
// and elided articles, not stemmed; symbols are none. What only removed
// documents had is not told.
type Vocabulary interface {
	// Words calls visit with every word of texts and titles that begins with a
	// prefix, empty for all, and the number of passages and titles that have it, in
	// the order of the words' bytes. An error of visit ends the walk and is returned.
	Words(ctx context.Context, prefix string, visit func(Word) error) error
	// WordsNear gives the words that differ from one in at most distance letters
	// (0 to 2), changed, added, left out or swapped with a neighbour: nearest
	// first, then most frequent first, at most limit. The word itself is at 0.
	WordsNear(ctx context.Context, word string, distance, limit int) ([]Word, error)
	// Names calls visit with every document, in any order. An error of visit ends
	// the walk and is returned.
	Names(ctx context.Context, visit func(Names) error) error
}

// Word is a word of a collection.
type Word struct {
	Text string
	// Count is the number of passages and titles with the word.
	Count int
	// Distance is how many letters it differs in from the word asked for.
	Distance int
}

// Names is what one document is known by.
type Names struct {
	ID string
	// Titles are those of its renditions, and those that meeting pages give it.
	Titles []Title
	Date   un.Date
	// Meeting is the meeting's id.
	Meeting string
}

// Title is a title with its language (BCP 47), which is empty where it is not
// known.
type Title struct{ Text, Language string }

// Suggester completes what is being typed and corrects what finds nothing.
// Package suggest makes one. It may be used from many goroutines.
type Suggester interface {
	// Complete gives searches that a text may be the beginning of, the most useful
	// first, none twice and none that finds nothing.
	Complete(ctx context.Context, c Completion) ([]Suggestion, error)
	// Correct gives trees that are a query with words of the collection in place
	// of those that it does not have, or has far too seldom beside one that is near;
	// the likeliest first, at most limit. Whether one finds anything, all of its words
	// together, is for the caller to try.
	Correct(ctx context.Context, tree query.Node, limit int) ([]query.Node, error)
}

// Completion is a text to complete.
type Completion struct {
	Text string
	// Language (BCP 47) is that of labels, and of the titles that go first.
	Language string
	// Limit is how many suggestions are wanted at most.
	Limit int
	// Count gives the number of documents or of paragraphs that a query finds.
	Count func(ctx context.Context, query string, view View) (int, error)
}

// The bounds of Suggest.
const (
	DefaultSuggestions = 10
	MaxSuggestions     = 50
)

// Suggest completes a text as it is being typed: symbols, meetings, titles and
// words, behind a field's name its values. Limit 0 means DefaultSuggestions.
// Errors: ErrInvalid, ErrTooExpensive, ErrUnavailable.
func (s *Service) Suggest(ctx context.Context, text, language string, limit int) ([]Suggestion, error) {
	if limit == 0 {
		limit = DefaultSuggestions
	}
	if limit < 0 || limit > MaxSuggestions {
		return nil, fmt.Errorf("limit %d: expected at most %d: %w", limit, MaxSuggestions, ErrInvalid)
	}
	if n := utf8.RuneCountInString(text); n > MaxQueryRunes {
		return nil, fmt.Errorf("the text has %d characters, at most %d are completed: %w", n, MaxQueryRunes, ErrTooExpensive)
	}
	if s.suggester == nil {
		return nil, nil
	}
	return s.suggester.Complete(ctx, Completion{Text: text, Language: cmp.Or(language, "en"), Limit: limit, Count: s.count})
}

// count gives the number of documents or of paragraphs that a query finds.
func (s *Service) count(ctx context.Context, text string, view View) (int, error) {
	r := Request{View: view, Limit: -1}
	understood, err := s.read(text)
	if err != nil {
		return 0, err
	}
	answer, err := s.engine.Search(ctx, s.plan(r, understood, cursor{}))
	if err != nil {
		return 0, err
	}
	return answer.Total.Value, nil
}
