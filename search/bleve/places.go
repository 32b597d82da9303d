package bleve

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/analysis"
	"travaux/search/bleve/zap"
)

// run is where a word or phrase stands in a text: the places of its first and
// its last word.
type run struct{ first, last int }

// readPhrase gives the texts in which words stand as far from one another as
// they do in the phrase.
func (e *evaluation) readPhrase(f form, d *dictionary) (out listing, err error) {
	entries, err := e.withAll(f.words)
	if err != nil || len(entries) == 0 {
		return out, err
	}
	p := e.placesOf(f)
	for i, entry := range entries {
		if err := e.tickAt(i); err != nil {
			return out, err
		}
		found, err := p.seek(entry)
		if err != nil {
			return out, err
		}
		frequency := uint32(0)
		for found && p.next() {
			frequency++
		}
		if frequency > 0 {
			out.texts = append(out.texts, d.ordinals[entry])
			out.frequencies = append(out.frequencies, frequency)
			out.lengths = append(out.lengths, p.words[0].Length)
		}
	}
	return out, e.budget.take(int64(len(out.texts)) * factBytes)
}

// withAll gives the entries with all of some words, in order.
func (e *evaluation) withAll(words []zap.Term) ([]uint32, error) {
	sizes, order := make([]int, len(words)), make([]int, len(words))
	for i, w := range words {
		var err error
		if sizes[i], err = w.AtMost(); err != nil || sizes[i] == 0 {
			return nil, err
		}
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return sizes[a] - sizes[b] })
	if err := e.budget.take(int64(sizes[order[0]]) * ordinalBytes); err != nil {
		return nil, err
	}
	entries := e.list(sizes[order[0]])
	r := &e.scratch.postings
	for r.Open(words[order[0]], zap.Entries); ; {
		n, err := e.next(r)
		if err != nil {
			return nil, err
		}
		if n == 0 {
			break
		}
		entries = append(entries, r.Entries[:n]...)
	}
	e.keep(entries)
	for _, i := range order[1:] {
		if err := e.tick(); err != nil {
			return nil, err
		}
		var err error
		if entries, err = words[i].Among(entries); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// places goes through the occurrences of a form's words in one text after
// another, in the order of entries.
type places struct {
	words []*zap.Seeker
	// gaps are how far each word stands behind the first, length is how many places
	// all of them have: of a symbol several stand at one.
	gaps   []int
	length int
	// at are how far the places of each word have been gone through, run is where
	// the form stands.
	at  []int
	run run
}

// placesOf begins with a form.
func (e *evaluation) placesOf(f form) *places {
	return newPlaces(f, make([]zap.Seeker, len(f.words)))
}

func newPlaces(f form, seekers []zap.Seeker) *places {
	p := &places{gaps: make([]int, len(f.words)), at: make([]int, len(f.words)), length: analysis.Count(f.tokens)}
	for i := range f.words {
		seekers[i].Open(f.words[i], true)
		p.words = append(p.words, &seekers[i])
		p.gaps[i] = f.tokens[i].Position - f.tokens[0].Position
	}
	return p
}

// seek goes to an entry and reports whether it has all the words. A text of fewer
// words than the form is not gone through: one that says a word again and again
// would have all texts with it gone through as often.
func (p *places) seek(entry uint32) (bool, error) {
	for i, w := range p.words {
		if found, err := w.Seek(entry); !found || err != nil || int(w.Length) < p.length {
			return false, err
		}
		p.at[i] = 0
	}
	return true, nil
}

// next goes to the next occurrence in the text; it is false after the last.
func (p *places) next() bool {
	first := p.words[0].Places
	for p.at[0] < len(first) {
		start := int(first[p.at[0]])
		p.at[0]++
		if p.standsAt(start) {
			return true
		}
	}
	return false
}

func (p *places) standsAt(start int) bool {
	last := start
	for i := 1; i < len(p.words); i++ {
		wanted, in := start+p.gaps[i], p.words[i].Places
		for p.at[i] < len(in) && int(in[p.at[i]]) < wanted {
			p.at[i]++
		}
		if p.at[i] == len(in) || int(in[p.at[i]]) != wanted {
			return false
		}
		last = max(last, wanted)
	}
	p.run = run{start, last}
	return true
}

// stretches visits those candidates in which tokens stand at their distances,
// with the number of terms of each and every place where they do.
func (e *evaluation) stretches(field string, tokens []Token, candidates *roaring.Bitmap, visit func(entry, length uint32, found []run)) error {
	f := form{tokens: tokens}
	for _, t := range tokens {
		word, err := e.lists.Field(field).Term(t.Term)
		if err != nil {
			return err
		}
		f.words = append(f.words, word)
	}
	p := newPlaces(f, make([]zap.Seeker, len(f.words)))
	for it, sought := candidates.Iterator(), 0; it.HasNext(); sought += len(f.words) {
		if sought >= checkEvery {
			if err := e.tick(); err != nil {
				return err
			}
			sought = 0
		}
		entry := it.Next()
		found, err := p.seek(entry)
		if err != nil {
			return err
		}
		var runs []run
		for found && p.next() {
			runs = append(runs, p.run)
		}
		if len(runs) > 0 {
			visit(entry, p.words[0].Length, runs)
		}
	}
	return nil
}
