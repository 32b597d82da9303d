package bleve

import (
	"context"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// withAll gives the entries that have all of the tokens.
func (s *snapshot) withAll(ctx context.Context, field string, tokens []Token) (*roaring.Bitmap, error) {
	var all *roaring.Bitmap
	for _, t := range tokens {
		with, err := s.numbers(ctx, field, t.Term)
		if err != nil {
			return nil, err
		}
		if all == nil {
			all = with
		} else {
			all.And(with)
		}
		if all.IsEmpty() {
			break
		}
	}
	return all, nil
}

// stretches visits those candidates in which the tokens stand at their
// distances, with every place where they do.
func (s *snapshot) stretches(ctx context.Context, field string, tokens []Token, candidates *roaring.Bitmap, visit func(entry uint32, norm float64, found []run)) error {
	if candidates.IsEmpty() {
		return nil
	}
	readers := make([]index.TermFieldReader, len(tokens))
	for i, t := range tokens {
		tfr, err := s.reader.snapshot.TermFieldReader(ctx, []byte(t.Term), field, true, true, true)
		if err != nil {
			return err
		}
		defer tfr.Close()
		readers[i] = tfr
	}
	p := placesReader{readers: readers, docs: make([]index.TermFieldDoc, len(tokens)), places: make([][]int, len(tokens))}
	for it, n := candidates.Iterator(), 0; it.HasNext(); n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		entry := it.Next()
		norm, err := p.read(entry)
		if err != nil {
			return err
		}
		if found := runs(tokens, p.places); len(found) > 0 {
			visit(entry, norm, found)
		}
	}
	return nil
}

// placesReader reads the places of several terms in one entry after another.
type placesReader struct {
	readers []index.TermFieldReader
	docs    []index.TermFieldDoc
	places  [][]int // of every term in the entry read last, in order
	id      index.IndexInternalID
}

func (p *placesReader) read(entry uint32) (norm float64, err error) {
	p.id = index.NewIndexInternalID(p.id, uint64(entry))
	for i, r := range p.readers {
		p.places[i] = p.places[i][:0]
		d, err := r.Advance(p.id, p.docs[i].Reset())
		if err != nil {
			return 0, err
		}
		if d == nil || number(d.ID) != entry {
			continue
		}
		norm = d.Norm
		for _, v := range d.Vectors {
			p.places[i] = append(p.places[i], int(v.Pos))
		}
		slices.Sort(p.places[i])
	}
	return norm, nil
}

// runs gives where all tokens stand at their distances. The places of every
// token are in order.
func runs(tokens []Token, places [][]int) (out []run) {
	for _, start := range places[0] {
		all, last := true, start
		for i := 1; i < len(tokens) && all; i++ {
			at := start + tokens[i].Position - tokens[0].Position
			_, all = slices.BinarySearch(places[i], at)
			last = max(last, at)
		}
		if all {
			out = append(out, run{start, last})
		}
	}
	return out
}
