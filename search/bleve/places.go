package bleve

import (
	"context"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/query"
)

// run is where a word or phrase stands in a text: the places of its first and
// its last word.
type run struct{ first, last int }

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

// readNear gives the texts in which the nodes of a NEAR stand at most its
// distance apart, one after the other.
func (s *snapshot) readNear(ctx context.Context, n query.Near, lang string, d *dictionary, ordinals []uint32, in *roaring.Bitmap) (out []posting, something bool, err error) {
	operands, err := s.operands(ctx, n, lang, d)
	if err != nil || len(operands) == 0 {
		return nil, false, err
	}
	candidates, err := s.withOperands(ctx, operands, d.field)
	if err != nil || candidates.IsEmpty() {
		return nil, true, err
	}
	lengths := map[uint32]float64{}
	var reached map[uint32][]run
	for i, forms := range operands {
		stands := map[uint32][]run{}
		for _, f := range forms {
			err := s.stretches(ctx, d.field+f.analysis, f.tokens, candidates, func(entry uint32, norm float64, found []run) {
				stands[entry], lengths[entry] = append(stands[entry], found...), norm
			})
			if err != nil {
				return nil, true, err
			}
		}
		if i == 0 {
			reached = stands
			continue
		}
		for entry, found := range stands {
			stands[entry] = near(reached[entry], found, n.Within)
		}
		reached = stands
	}
	for it := candidates.Iterator(); it.HasNext(); {
		entry := it.Next()
		ord := ordinals[entry]
		if len(reached[entry]) > 0 && (lang == exactForm || in.Contains(ord)) {
			out = append(out, posting{ord, uint32(len(reached[entry])), termsOf(lengths[entry])})
		}
	}
	return out, true, nil
}

// operands gives the forms of every node of a NEAR; what holds no word at all is
// left out.
func (s *snapshot) operands(ctx context.Context, n query.Near, lang string, d *dictionary) (out [][]form, err error) {
	for _, node := range n.Nodes {
		forms, something, err := s.operand(ctx, node, lang, d)
		if err != nil {
			return nil, fmt.Errorf("read the words of NEAR: %w", err)
		}
		if something {
			out = append(out, forms)
		}
	}
	return out, nil
}

func (s *snapshot) operand(ctx context.Context, node query.Node, lang string, d *dictionary) (forms []form, something bool, err error) {
	if or, ok := node.(query.Or); ok {
		for _, c := range or.Nodes {
			some, thing, err := s.operand(ctx, c, lang, d)
			if err != nil {
				return nil, false, err
			}
			forms, something = append(forms, some...), something || thing
		}
		return forms, something, nil
	}
	if words, ok := plainWords(node); ok {
		forms = s.analyzers.wordsOf(s.analyzers.besideOthers(lang, words), words)
		return forms, len(forms) > 0, nil
	}
	forms, err = s.analyzers.forms(ctx, node, exactForm, d)
	return forms, len(forms) > 0 || expands(node), err
}

// besideOthers gives the analysis of words within a NEAR: the language's, but the
// exact form for stop words, and for Chinese, whose pairs of characters have no
// distances.
func (a *Analyzers) besideOthers(lang, words string) string {
	if analysed(lang) == "zh" || len(a.Analyze(lang, words)) == 0 {
		return exactForm
	}
	return lang
}

// withOperands gives the entries with all operands of a NEAR.
func (s *snapshot) withOperands(ctx context.Context, operands [][]form, field string) (*roaring.Bitmap, error) {
	var all *roaring.Bitmap
	for _, forms := range operands {
		any := roaring.New()
		for _, f := range forms {
			with, err := s.withAll(ctx, field+f.analysis, f.tokens)
			if err != nil {
				return nil, err
			}
			any.Or(with)
		}
		if all == nil {
			all = any
		} else {
			all.And(any)
		}
	}
	return all, nil
}

// near gives those of the runs that stand at most within words from one of the
// others, before or behind it. What shares a word with it does not.
func near(from, runs []run, within int) []run {
	out := runs[:0]
	for _, r := range runs {
		if slices.ContainsFunc(from, func(f run) bool { return apart(f, r) >= 1 && apart(f, r) <= within }) {
			out = append(out, r)
		}
	}
	return out
}

// apart gives how many words it is from one run to another: 1 side by side, 0
// where they share a word.
func apart(x, y run) int { return max(0, y.first-x.last, x.first-y.last) }
