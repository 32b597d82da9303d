package bleve

import (
	"context"
	"math"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// checkEvery is how many postings are read between two looks at the clock.
const checkEvery = 4096

// posting is one text with a word or phrase: its ordinal, how often it stands
// there, and the number of the text's terms.
type posting struct{ ordinal, frequency, length uint32 }

// leaf is where a word or phrase stands, in all languages.
type leaf struct {
	asked string // as it stands in the query
	// texts are postings of passages, titles of renditions' titles, by language.
	texts, titles map[string][]posting
	// neutral are the languages in which nothing is left of the words (stop
	// words): there the leaf asks for nothing.
	neutral map[string]bool
}

// postings reads a word or phrase in all languages' fields.
func (s *snapshot) postings(ctx context.Context, text string, titlesOnly bool) (*leaf, error) {
	l := &leaf{asked: text, texts: map[string][]posting{}, titles: map[string][]posting{}, neutral: map[string]bool{}}
	for _, lang := range languages() {
		tokens := s.analyzers.Analyze(lang, text)
		if len(tokens) == 0 {
			l.neutral[lang] = true
			continue
		}
		var err error
		if !titlesOnly {
			if l.texts[lang], err = s.read(ctx, textField+lang, tokens, s.columns.passageOf); err != nil {
				return nil, err
			}
		}
		if l.titles[lang], err = s.read(ctx, titleField+lang, tokens, s.columns.renditionOf); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// read gives the postings of one word, or of several as a phrase.
func (s *snapshot) read(ctx context.Context, field string, tokens []Token, ordinals []uint32) ([]posting, error) {
	if len(tokens) == 1 {
		return s.readTerm(ctx, field, tokens[0].Term, ordinals)
	}
	return s.readPhrase(ctx, field, tokens, ordinals)
}

func (s *snapshot) readTerm(ctx context.Context, field, term string, ordinals []uint32) (out []posting, err error) {
	tfr, err := s.reader.snapshot.TermFieldReader(ctx, []byte(term), field, true, true, false)
	if err != nil {
		return nil, err
	}
	err = each(ctx, tfr, func(d *index.TermFieldDoc) {
		out = append(out, posting{ordinals[number(d.ID)], uint32(d.Freq), termsOf(d.Norm)})
	})
	return out, err
}

// each goes through postings and closes their reader.
func each(ctx context.Context, tfr index.TermFieldReader, take func(*index.TermFieldDoc)) error {
	defer tfr.Close()
	var d index.TermFieldDoc
	for n := 1; ; n++ {
		next, err := tfr.Next(d.Reset())
		if err != nil || next == nil {
			return err
		}
		take(next)
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
}

// termsOf gives a text's number of terms: Bleve's norm is 1/sqrt of it.
func termsOf(norm float64) uint32 {
	if norm <= 0 {
		return 1
	}
	return uint32(math.Round(1 / (norm * norm)))
}

// numbers reads the entries with a term.
func (s *snapshot) numbers(ctx context.Context, field, term string) (*roaring.Bitmap, error) {
	tfr, err := s.reader.snapshot.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return nil, err
	}
	out := roaring.New()
	err = each(ctx, tfr, func(d *index.TermFieldDoc) { out.Add(number(d.ID)) })
	return out, err
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

// readPhrase gives the texts in which the tokens stand as far from one another
// as they do in the phrase. Only texts with all of the terms are looked at.
func (s *snapshot) readPhrase(ctx context.Context, field string, tokens []Token, ordinals []uint32) ([]posting, error) {
	var candidates *roaring.Bitmap
	for _, t := range tokens {
		with, err := s.numbers(ctx, field, t.Term)
		if err != nil {
			return nil, err
		}
		if candidates == nil {
			candidates = with
		} else {
			candidates.And(with)
		}
		if candidates.IsEmpty() {
			return nil, nil
		}
	}
	readers := make([]index.TermFieldReader, len(tokens))
	for i, t := range tokens {
		tfr, err := s.reader.snapshot.TermFieldReader(ctx, []byte(t.Term), field, true, true, true)
		if err != nil {
			return nil, err
		}
		defer tfr.Close()
		readers[i] = tfr
	}
	return phrasePostings(ctx, candidates, tokens, readers, ordinals)
}

func phrasePostings(ctx context.Context, candidates *roaring.Bitmap, tokens []Token, readers []index.TermFieldReader, ordinals []uint32) (out []posting, err error) {
	docs := make([]index.TermFieldDoc, len(tokens))
	places := make([][]int, len(tokens))
	var id index.IndexInternalID
	for it, n := candidates.Iterator(), 0; it.HasNext(); n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		entry := it.Next()
		id = index.NewIndexInternalID(id, uint64(entry))
		norm := 0.0
		for i, r := range readers {
			d, err := r.Advance(id, docs[i].Reset())
			if err != nil {
				return nil, err
			}
			places[i] = places[i][:0]
			if d == nil || number(d.ID) != entry {
				continue
			}
			norm = d.Norm
			for _, v := range d.Vectors {
				places[i] = append(places[i], int(v.Pos))
			}
			slices.Sort(places[i])
		}
		if f := countPhrase(tokens, places); f > 0 {
			out = append(out, posting{ordinals[entry], uint32(f), termsOf(norm)})
		}
	}
	return out, nil
}

// countPhrase counts the places where all tokens stand at their distances. The
// places of every token are in order.
func countPhrase(tokens []Token, places [][]int) int {
	count := 0
	for _, start := range places[0] {
		all := true
		for i := 1; i < len(tokens) && all; i++ {
			_, all = slices.BinarySearch(places[i], start+tokens[i].Position-tokens[0].Position)
		}
		if all {
			count++
		}
	}
	return count
}
