package suggest

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode"

	"travaux/search"
)

// The bounds of the sample of texts: what stands together often stands together
// in it. 20,000 passages have some 300,000 pairs of words.
const (
	sampledPassages  = 20_000
	sampledDocuments = 4_000
	sampledOfOne     = 50 // passages of one rendition
	maxPairs         = 200_000
)

// sample is what a part of the texts tells: which words follow each other, and
// how they are written.
type sample struct {
	passages int
	pairs    map[string]uint32
	spelt    *spellings
}

// sample reads passages of documents that stand evenly among all.
func (s *Suggester) sample(ctx context.Context, ids map[string]bool) (*sample, error) {
	out := &sample{pairs: map[string]uint32{}, spelt: newSpellings()}
	sorted := slices.Sorted(maps.Keys(ids))
	step := float64(max(len(sorted), sampledDocuments)) / sampledDocuments
	for at := 0.0; int(at) < len(sorted) && out.passages < sampledPassages; at += step {
		if err := s.read(ctx, sorted[int(at)], out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// read takes in the texts of one document.
func (s *Suggester) read(ctx context.Context, id string, out *sample) error {
	renditions, err := s.engine.Renditions(ctx, id)
	if errors.Is(err, search.ErrNotFound) {
		return errMoved
	}
	if err != nil {
		return err
	}
	for _, r := range renditions {
		if !r.Held() {
			continue
		}
		out.spelt.learn(r.Document.Title)
		passages, err := s.engine.Passages(ctx, r.Key())
		if errors.Is(err, search.ErrNotFound) {
			return errMoved
		}
		if err != nil {
			return err
		}
		for _, p := range passages[:min(len(passages), sampledOfOne)] {
			out.add(p.Text)
		}
	}
	return nil
}

// add takes in one passage.
func (s *sample) add(text string) {
	s.passages++
	s.spelt.learn(text)
	folded := fold(text)
	before, start := "", -1
	for i, r := range folded {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			before = s.pair(before, folded[start:i])
			start = -1
		}
		if !unicode.IsSpace(r) {
			before = ""
		}
	}
	if start >= 0 {
		s.pair(before, folded[start:])
	}
}

// pair counts two words that follow each other, and gives the second.
func (s *sample) pair(before, word string) string {
	if before != "" && worthCompleting(word) {
		s.pairs[before+" "+word]++
	}
	return word
}

// made gives the pairs whose last word the collection's words hold.
func (s *sample) made(held *words) words {
	var out words
	floor := uint32(0)
	for n := len(s.pairs); n > maxPairs; {
		floor++
		n = 0
		for _, count := range s.pairs {
			if count > floor {
				n++
			}
		}
	}
	for _, pair := range slices.Sorted(maps.Keys(s.pairs)) {
		if _, last, _ := strings.Cut(pair, " "); s.pairs[pair] > floor && held.has(last) {
			out.list.add(pair)
			out.counts = append(out.counts, s.pairs[pair])
		}
	}
	out.clip()
	out.counts = slices.Clip(out.counts)
	return out
}
