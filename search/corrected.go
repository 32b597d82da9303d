package search

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"travaux/search/un"
)

// Corrected is one change that a corrigendum makes to the document that is shown.
type Corrected struct {
	// By is the symbol of the corrigendum.
	By string
	un.Correction
}

// corrected gives what the corrigenda of a family change in a rendition: those of
// its own language, since what one of them says of words holds for no other.
func (s *Service) corrected(ctx context.Context, shown un.Rendition, family []FamilyHit) ([]Corrected, error) {
	var all []Corrected
	for _, member := range family {
		if !member.Held || !slices.Contains(member.Type, un.TypeCorrigendum) || !corrects(member.Symbol, shown.Document) {
			continue
		}
		passages, err := s.engine.Passages(ctx, un.RenditionKey{Document: member.Symbol, Language: shown.Language})
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("corrections by %s: %w", member.Symbol, err)
		}
		for _, p := range passages {
			for _, c := range p.Corrections {
				all = append(all, Corrected{By: member.Symbol, Correction: c})
			}
		}
	}
	return all, nil
}

// corrects reports whether a corrigendum's symbol is one to a document: a family
// also has the corrigenda of its other members.
func corrects(corrigendum string, d un.Document) bool {
	symbol, err := un.ParseSymbol(corrigendum)
	if err != nil {
		return false
	}
	parent := symbol.Parent().Key()
	return slices.ContainsFunc(d.Symbols, func(own un.Symbol) bool { return own.Key() == parent })
}
