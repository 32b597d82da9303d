package bleve

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/bleve/zap"
	"travaux/search/query"
)

// maxExpansion is how many words one wildcard or one word with tolerance may
// stand for; of more, the most frequent are taken and the reader is told.
const maxExpansion = 256

// dictionary is one sort of text, passages or titles, with its words: there a
// leaf that stands for other words looks for them, once for all languages.
type dictionary struct {
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

func (e *evaluation) dictionary(field string, ordinals []uint32, in map[string]*roaring.Bitmap) *dictionary {
	return &dictionary{field: field, ordinals: ordinals, in: in, known: map[string][]form{}}
}

// inLanguage keeps those of the entries that are of a language.
func (d *dictionary) inLanguage(entries []uint32, lang string) []uint32 {
	in, out := d.in[lang], entries[:0]
	for _, entry := range entries {
		if in.Contains(d.ordinals[entry]) {
			out = append(out, entry)
		}
	}
	return out
}

// candidate is a word of the dictionary that a query's word stands for.
type candidate struct {
	zap.Term
	// count is the number of entries with the word.
	count int
}

// expand gives the words that a Wildcard or a Fuzzy stands for.
func (e *evaluation) expand(leaf query.Node, d *dictionary) ([]form, error) {
	asked := leaf.String()
	if forms, ok := d.known[asked]; ok {
		return forms, nil
	}
	found, err := e.candidates(leaf, d)
	if err == nil && len(found) > maxExpansion {
		found, err = e.most(found, asked, d)
	}
	if err != nil {
		return nil, fmt.Errorf("look for the words of %s: %w", asked, err)
	}
	slices.SortFunc(found, func(x, y zap.Term) int { return strings.Compare(x.Text(), y.Text()) })
	forms := make([]form, len(found))
	for i, word := range found {
		forms[i] = form{[]Token{{Term: word.Text()}}, []zap.Term{word}}
	}
	d.known[asked] = forms
	return forms, nil
}

// candidates gives the words that fit, in no order.
func (e *evaluation) candidates(leaf query.Node, d *dictionary) ([]zap.Term, error) {
	field := e.lists.Field(d.field + exactForm)
	switch n := leaf.(type) {
	case query.Wildcard:
		pattern := []rune(exactTerm(n.Pattern))
		wild := slices.IndexFunc(pattern, isWild)
		if string(pattern[wild:]) == "*" {
			return field.Prefix(string(pattern[:wild]), e.wanted(func([]byte) bool { return true }))
		}
		var word []rune
		return field.Prefix(string(pattern[:wild]), e.wanted(func(text []byte) bool {
			word = appendRunes(word[:0], text)
			return matchesPattern(pattern, word)
		}))
	case query.Fuzzy:
		return field.Fuzzy(exactTerm(n.Text), n.Distance, e.wanted(func([]byte) bool { return true }))
	}
	return nil, fmt.Errorf("%T stands for no other words", leaf)
}

// wanted lets words through that fit, as long as there is time and room; symbols
// are none.
func (e *evaluation) wanted(fits func([]byte) bool) func([]byte) (bool, error) {
	const wordBytes = 256 // about what a word found is held in
	n := 0
	return func(text []byte) (bool, error) {
		n++
		if err := e.tickAt(n); err != nil {
			return false, err
		}
		if bytes.IndexByte(text, '/') >= 0 || !fits(text) {
			return false, nil
		}
		return true, e.budget.take(wordBytes)
	}
}

func appendRunes(to []rune, text []byte) []rune {
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		to, text = append(to, r), text[size:]
	}
	return to
}

// most keeps the words that most live entries have, and notes that it did. It
// counts in the order of what the dictionary counts, deleted entries included, and stops
// where no later word can have more.
func (e *evaluation) most(found []zap.Term, asked string, d *dictionary) ([]zap.Term, error) {
	more := func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.count, x.count), strings.Compare(x.Text(), y.Text()))
	}
	all := make([]candidate, len(found))
	for i, word := range found {
		n, err := word.AtMost()
		if err != nil {
			return nil, err
		}
		all[i] = candidate{word, n}
	}
	slices.SortFunc(all, more)
	var kept []candidate
	live := 0
	for _, c := range all {
		if live > maxExpansion && c.count < kept[maxExpansion-1].count {
			break
		}
		if err := e.tick(); err != nil {
			return nil, err
		}
		var err error
		if c.count, err = c.Count(); err != nil {
			return nil, err
		}
		if c.count == 0 {
			continue
		}
		live++
		if at, _ := slices.BinarySearchFunc(kept, c, more); at < maxExpansion {
			kept = slices.Insert(kept, at, c)
			kept = kept[:min(len(kept), maxExpansion)]
		}
	}
	if live > maxExpansion {
		d.short = append(d.short, fmt.Sprintf("%s stands for more than %d words; the %d most frequent of them were looked for", asked, maxExpansion, maxExpansion))
	}
	words := make([]zap.Term, len(kept))
	for i, c := range kept {
		words[i] = c.Term
	}
	return words, nil
}
