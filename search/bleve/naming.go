package bleve

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search"
	"travaux/search/bleve/zap"
	"travaux/search/query"
)

// unitsNaming gives the units with the value that a query asks for in a field.
func (e *evaluation) unitsNaming(f query.Field, negated bool) (bitset, error) {
	column := e.columns.facets[f.Name]
	if column == nil {
		return e.unitsWithTerm(f, negated)
	}
	found := column.find(f.Value)
	if !column.has(found) {
		e.empty = append(e.empty, f)
	}
	if column.passages != nil && !negated {
		e.narrow(e.passagesHaving(column, found).roaring())
	}
	return e.unitsWith(column, found), nil
}

// unitsWithTerm does as unitsNaming for a field of passages that has no column.
func (e *evaluation) unitsWithTerm(f query.Field, negated bool) (bitset, error) {
	match, err := e.passagesWith(e.ctx, f.Name, keywordTerm(f.Name, f.Value))
	if err != nil {
		return nil, err
	}
	if match.IsEmpty() {
		e.empty = append(e.empty, f)
	}
	if !negated {
		e.narrow(match)
	}
	if e.view == search.Documents {
		match = e.columns.ofPassages(match)
	}
	return e.dense(match, e.units), nil
}

// narrow keeps only given passages among those worth showing.
func (e *evaluation) narrow(passages *roaring.Bitmap) {
	if e.narrowed == nil {
		e.narrowed = passages.Clone()
		return
	}
	e.narrowed.And(passages)
}

// numbers reads the entries with a term.
func (s *snapshot) numbers(ctx context.Context, field, text string) (*roaring.Bitmap, error) {
	word, err := s.lists.Field(field).Term(text)
	if err != nil {
		return nil, err
	}
	var r zap.Reader
	out := roaring.New()
	for r.Open(word, zap.Entries); ; {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := r.Next()
		if n == 0 || err != nil {
			return out, err
		}
		out.AddMany(r.Entries[:n])
	}
}

// passagesWith gives the passages with a value of a keyword field.
func (s *snapshot) passagesWith(ctx context.Context, field, value string) (*roaring.Bitmap, error) {
	numbers, err := s.numbers(ctx, field, value)
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	for it := numbers.Iterator(); it.HasNext(); {
		out.Add(s.columns.passageOf[it.Next()])
	}
	return out, nil
}
