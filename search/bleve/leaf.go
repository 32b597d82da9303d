package bleve

import (
	"context"
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/query"
)

// checkEvery is how many postings are read between two looks at the clock.
const checkEvery = 4096

// posting is one text with a word or phrase: its ordinal, how often it stands
// there, and the number of the text's terms.
type posting struct{ ordinal, frequency, length uint32 }

// leaf is where a word, phrase or other leaf of a query stands, in all languages.
type leaf struct {
	asked query.Node
	// texts are postings of passages, titles of renditions' titles, by analysis.
	texts, titles map[string][]posting
	// neutral are the languages in which nothing is left of the words (stop
	// words): there the leaf asks for nothing.
	neutral map[string]bool
	// short are sentences on what stands for more words than were taken.
	short []string
}

// readPostings reads where a leaf of a query stands, by the analyses that it is
// looked for in.
func (s *snapshot) readPostings(ctx context.Context, n query.Node, titlesOnly bool) (*leaf, error) {
	l := &leaf{asked: n, texts: map[string][]posting{}, titles: map[string][]posting{}, neutral: map[string]bool{}}
	texts := newDictionary(s.reader, textField, s.columns.passageOf, s.columns.passagesIn)
	titles := newDictionary(s.reader, titleField, s.columns.renditionOf, s.columns.renditionsIn)
	for _, lang := range analysesOf(n) {
		found, something, err := s.readLeaf(ctx, n, lang, titles)
		if err != nil {
			return nil, err
		}
		l.titles[lang] = found
		if !something {
			l.ask(lang)
			continue
		}
		if titlesOnly {
			continue
		}
		if l.texts[lang], _, err = s.readLeaf(ctx, n, lang, texts); err != nil {
			return nil, err
		}
	}
	l.short = titles.short
	if !titlesOnly {
		l.short = texts.short
	}
	return l, nil
}

// size is the number of postings.
func (l *leaf) size() int {
	n := 0
	for _, byLanguage := range []map[string][]posting{l.texts, l.titles} {
		for _, postings := range byLanguage {
			n += len(postings)
		}
	}
	return n
}

// ask notes that a leaf asks for nothing in a language; what asks for nothing in
// the exact form does so in all.
func (l *leaf) ask(lang string) {
	if lang != exactForm {
		l.neutral[lang] = true
		return
	}
	for _, every := range languages() {
		l.neutral[every] = true
	}
}

// readLeaf reads the postings of a leaf in one analysis; something tells whether
// anything is left to look for.
func (s *snapshot) readLeaf(ctx context.Context, n query.Node, lang string, d *dictionary) (out []posting, something bool, err error) {
	if near, ok := n.(query.Near); ok {
		return s.readNear(ctx, near, lang, d)
	}
	forms, err := s.analyzers.forms(ctx, n, lang, d)
	if err != nil {
		return nil, true, err
	}
	out, err = s.readForms(ctx, forms, d)
	return out, len(forms) > 0 || expands(n), err
}

// expands reports whether a leaf stands for other words; that there are none
// in the collection does not make it a stop word.
func expands(n query.Node) bool {
	switch n.(type) {
	case query.Wildcard, query.Fuzzy:
		return true
	}
	return false
}

// readForms gives the postings of all forms together, as of one word.
func (s *snapshot) readForms(ctx context.Context, forms []form, d *dictionary) ([]posting, error) {
	if len(forms) == 1 {
		return s.read(ctx, d.field+forms[0].analysis, forms[0].tokens, d.ordinals)
	}
	if len(forms) == 0 {
		return nil, nil
	}
	sums, n := make([]posting, len(d.ordinals)), 0 // by ordinal; there are fewer of them than entries
	for _, f := range forms {
		some, err := s.read(ctx, d.field+f.analysis, f.tokens, d.ordinals)
		if err != nil {
			return nil, err
		}
		for _, p := range some {
			sum := &sums[p.ordinal]
			if sum.frequency == 0 {
				n++
			}
			*sum = posting{p.ordinal, sum.frequency + p.frequency, p.length}
		}
	}
	out := make([]posting, 0, n)
	for _, p := range sums {
		if p.frequency > 0 {
			out = append(out, p)
		}
	}
	return out, nil
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
	for n := 0; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		next, err := tfr.Next(d.Reset())
		if err != nil || next == nil {
			return err
		}
		take(next)
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
// as they do in the phrase.
func (s *snapshot) readPhrase(ctx context.Context, field string, tokens []Token, ordinals []uint32) ([]posting, error) {
	candidates, err := s.withAll(ctx, field, tokens)
	if err != nil || candidates.IsEmpty() {
		return nil, err
	}
	var out []posting
	err = s.stretches(ctx, field, tokens, candidates, func(entry uint32, norm float64, found []run) {
		out = append(out, posting{ordinals[entry], uint32(len(found)), termsOf(norm)})
	})
	return out, err
}
