package bleve

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/query"
)

// maxExpansion is how many words one wildcard or one word with tolerance may
// stand for; of more, the most frequent are taken and the reader is told.
const maxExpansion = 256

// dictionary is one sort of text, passages or titles, with its words: there a
// leaf that stands for other words looks for them, once for all languages.
type dictionary struct {
	*reader
	field string // "t." or "title."
	// ordinals are those of passages or renditions by entry, in their sets by
	// language.
	ordinals []uint32
	in       map[string]*roaring.Bitmap
	// known are the words found, by the leaf as it is written.
	known map[string][]form
	// short tells of leaves that stand for more words than are taken.
	short []string
}

func newDictionary(r *reader, field string, ordinals []uint32, in map[string]*roaring.Bitmap) *dictionary {
	return &dictionary{reader: r, field: field, ordinals: ordinals, in: in, known: map[string][]form{}}
}

// inLanguage gives those of the entries that are of a language.
func (d *dictionary) inLanguage(entries *roaring.Bitmap, lang string) *roaring.Bitmap {
	out := roaring.New()
	for it := entries.Iterator(); it.HasNext(); {
		if entry := it.Next(); d.in[lang].Contains(d.ordinals[entry]) {
			out.Add(entry)
		}
	}
	return out
}

// candidate is a word of the dictionary that a query's word stands for.
type candidate struct {
	term string
	// count is the number of entries with the word.
	count uint64
}

// expand gives the words that a Wildcard or a Fuzzy stands for.
func (d *dictionary) expand(ctx context.Context, leaf query.Node) ([]form, error) {
	asked := leaf.String()
	if forms, ok := d.known[asked]; ok {
		return forms, nil
	}
	found, err := d.candidates(ctx, leaf)
	if err == nil && len(found) > maxExpansion {
		found, err = d.most(ctx, asked, found)
	}
	if err != nil {
		return nil, fmt.Errorf("look for the words of %s: %w", asked, err)
	}
	forms := make([]form, len(found))
	for i, c := range found {
		forms[i] = form{exactForm, []Token{{Term: c.term}}}
	}
	d.known[asked] = forms
	return forms, nil
}

// candidates gives the words that fit, with counts no lower than the true ones:
// the dictionary counts deleted entries as well.
func (d *dictionary) candidates(ctx context.Context, leaf query.Node) ([]candidate, error) {
	switch n := leaf.(type) {
	case query.Wildcard:
		pattern := []rune(exactTerm(n.Pattern))
		stem := string(pattern[:slices.IndexFunc(pattern, isWild)])
		terms, err := d.snapshot.FieldDictPrefix(d.field+exactForm, []byte(stem))
		if err != nil {
			return nil, err
		}
		return collect(ctx, terms, func(term string) bool { return matchesPattern(pattern, []rune(term)) })
	case query.Fuzzy:
		terms, err := d.snapshot.FieldDictFuzzy(d.field+exactForm, exactTerm(n.Text), n.Distance, "")
		if err != nil {
			return nil, err
		}
		found, err := collect(ctx, terms, func(string) bool { return true })
		for i := range found {
			found[i].count = math.MaxUint64 // the automaton counts nothing
		}
		return found, err
	}
	return nil, fmt.Errorf("%T stands for no other words", leaf)
}

// collect reads the words of a dictionary that are wanted; symbols are none.
func collect(ctx context.Context, terms index.FieldDict, wanted func(string) bool) ([]candidate, error) {
	defer terms.Close()
	var out []candidate
	for n := 0; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		entry, err := terms.Next()
		if err != nil || entry == nil {
			return out, err
		}
		if !strings.Contains(entry.Term, "/") && wanted(entry.Term) {
			out = append(out, candidate{entry.Term, entry.Count})
		}
	}
}

// most keeps the words that most live entries have, and notes that it did. It
// counts in the order of the dictionary's counts and stops where no later word
// can have more.
func (d *dictionary) most(ctx context.Context, asked string, found []candidate) ([]candidate, error) {
	more := func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.count, x.count), strings.Compare(x.term, y.term))
	}
	slices.SortFunc(found, more)
	var kept []candidate
	live := 0
	for _, c := range found {
		if live > maxExpansion && c.count < kept[maxExpansion-1].count {
			break
		}
		var err error
		if c.count, err = d.frequency(ctx, c.term); err != nil {
			return nil, err
		}
		if c.count == 0 {
			continue
		}
		live++
		at, _ := slices.BinarySearchFunc(kept, c, more)
		if at < maxExpansion {
			kept = slices.Insert(kept, at, c)
			kept = kept[:min(len(kept), maxExpansion)]
		}
	}
	if live > maxExpansion {
		d.short = append(d.short, fmt.Sprintf("%s stands for more than %d words; the %d most frequent of them were looked for", asked, maxExpansion, maxExpansion))
	}
	return kept, nil
}

// frequency counts the live entries with a term of the exact form.
func (d *dictionary) frequency(ctx context.Context, term string) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	tfr, err := d.snapshot.TermFieldReader(ctx, []byte(term), d.field+exactForm, false, false, false)
	if err != nil {
		return 0, err
	}
	defer tfr.Close()
	return tfr.Count(), nil
}
