package bleve

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"travaux/search"
	"travaux/search/bleve/zap"
)

// WordsNear implements search.Engine.
func (e *Engine) WordsNear(ctx context.Context, word string, distance, limit int) (_ []search.Word, err error) {
	s, err := e.acquire(ctx)
	if err != nil {
		return nil, err
	}
	defer e.done(s, &err)
	near, err := s.wordsNear(ctx, exactTerm(word), distance)
	if err != nil {
		return nil, fmt.Errorf("look for words near %q: %w", word, err)
	}
	slices.SortFunc(near, func(a, b search.Word) int {
		return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return near[:min(max(limit, 0), len(near))], nil
}

// wordsNear gives the words of texts and titles that are no symbols.
func (s *snapshot) wordsNear(ctx context.Context, word string, most int) ([]search.Word, error) {
	n := 0
	keep := func(text []byte) (bool, error) {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return false, ctx.Err()
		}
		return bytes.IndexByte(text, '/') < 0, nil
	}
	counts := map[string]int{}
	for _, name := range wordFields() {
		terms, err := termsNear(s.lists.Field(name), word, most, keep)
		if err != nil {
			return nil, err
		}
		for _, term := range terms {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			count, err := term.Count()
			if err != nil {
				return nil, err
			}
			counts[term.Text()] += count
		}
	}
	asked := []rune(word)
	var near []search.Word
	for text, count := range counts {
		if count > 0 {
			near = append(near, search.Word{Text: text, Count: count, Distance: distance(asked, []rune(text))})
		}
	}
	return near, nil
}

func termsNear(field *zap.Field, word string, most int, keep func([]byte) (bool, error)) ([]zap.Term, error) {
	if most > 0 {
		return field.Fuzzy(word, most, keep)
	}
	term, err := field.Term(word)
	return []zap.Term{term}, err
}
