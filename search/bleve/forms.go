package bleve

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	index "github.com/blevesearch/bleve_index_api"

	"travaux/search/query"
)

// maxExpansion is how many words one wildcard or one word with tolerance may
// stand for; of more, the most frequent are taken and the reader is told.
const maxExpansion = 256

// form is one way in which a leaf of a query may stand in a text: terms of one
// analysis at their distances.
type form struct {
	analysis string
	tokens   []Token
}

// analysesOf gives those by which a leaf is looked for. What does not depend on
// the language is looked for once, in the exact form.
func analysesOf(leaf query.Node) []string {
	switch n := leaf.(type) {
	case query.Word:
		if singleHan(n.Text) {
			return []string{exactForm}
		}
		return languages()
	case query.Phrase:
		return languages()
	case query.Or:
		return analysesOfAny(n.Nodes)
	case query.Near:
		return analysesOfAny(n.Nodes)
	}
	return []string{exactForm}
}

func analysesOfAny(nodes []query.Node) []string {
	for _, n := range nodes {
		if in := analysesOf(n); len(in) > 1 {
			return in
		}
	}
	return []string{exactForm}
}

// singleHan reports whether a word is one Chinese character: the analysis of
// Chinese indexes them by pairs, the exact form one by one.
func singleHan(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.Is(unicode.Han, r)
}

// wordsOf gives the forms of a word or phrase in one analysis, none when nothing
// is left of it there.
func (a *Analyzers) wordsOf(analysis, text string) []form {
	tokens := a.Analyze(analysis, text)
	if len(tokens) == 0 {
		return nil
	}
	return []form{{analysis, tokens}}
}

// dictionary is where a word that stands for others looks for them.
type dictionary struct {
	*reader
	field string // "t." or "title."
	// short tells of the words that stand for more than are taken.
	short []string
}

// forms gives all forms of a leaf other than a Near in one analysis.
func (a *Analyzers) forms(ctx context.Context, leaf query.Node, analysis string, d *dictionary) ([]form, error) {
	switch n := leaf.(type) {
	case query.Word:
		return a.wordsOf(analysis, n.Text), nil
	case query.Phrase:
		return a.wordsOf(analysis, n.Text), nil
	case query.Exact:
		return a.wordsOf(exactForm, n.Text), nil
	case query.Wildcard:
		return d.like(ctx, n)
	case query.Fuzzy:
		return d.within(ctx, n)
	}
	return nil, fmt.Errorf("unknown part of a query %T", leaf)
}

// candidate is a word of the dictionary that a query's word stands for.
type candidate struct {
	term  string
	count uint64
}

// like gives the words that a pattern stands for.
func (d *dictionary) like(ctx context.Context, w query.Wildcard) ([]form, error) {
	pattern := []rune(exactTerm(w.Pattern))
	stem := string(pattern[:slices.IndexFunc(pattern, isWild)])
	terms, err := d.reader.snapshot.FieldDictPrefix(d.field+exactForm, []byte(stem))
	if err != nil {
		return nil, fmt.Errorf("look for words like %s: %w", w.Pattern, err)
	}
	found, err := collect(ctx, terms, func(term string) bool { return matchesPattern(pattern, []rune(term)) })
	if err != nil {
		return nil, fmt.Errorf("look for words like %s: %w", w.Pattern, err)
	}
	return d.most(w.String(), found), nil
}

// within gives the words within a distance of a word.
func (d *dictionary) within(ctx context.Context, f query.Fuzzy) ([]form, error) {
	word := exactTerm(f.Text)
	terms, err := d.reader.snapshot.FieldDictFuzzy(d.field+exactForm, word, f.Distance, "")
	if err != nil {
		return nil, fmt.Errorf("look for words near %s: %w", f.Text, err)
	}
	found, err := collect(ctx, terms, func(string) bool { return true })
	if err != nil {
		return nil, fmt.Errorf("look for words near %s: %w", f.Text, err)
	}
	if len(found) > maxExpansion { // the automaton counts nothing
		for i := range found {
			if found[i].count, err = d.frequency(ctx, found[i].term); err != nil {
				return nil, err
			}
		}
	}
	return d.most(f.String(), found), nil
}

// frequency counts the entries with a term of the exact form.
func (d *dictionary) frequency(ctx context.Context, term string) (uint64, error) {
	tfr, err := d.reader.snapshot.TermFieldReader(ctx, []byte(term), d.field+exactForm, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", term, err)
	}
	defer tfr.Close()
	return tfr.Count(), nil
}

// collect reads the words of a dictionary that are wanted; symbols are none.
func collect(ctx context.Context, terms index.FieldDict, wanted func(string) bool) ([]candidate, error) {
	defer terms.Close()
	var out []candidate
	for n := 1; ; n++ {
		entry, err := terms.Next()
		if err != nil || entry == nil {
			return out, err
		}
		if n%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if !strings.Contains(entry.Term, "/") && wanted(entry.Term) {
			out = append(out, candidate{entry.Term, entry.Count})
		}
	}
}

// most keeps the most frequent words, and notes that it did.
func (d *dictionary) most(asked string, found []candidate) []form {
	if len(found) > maxExpansion {
		d.short = append(d.short, fmt.Sprintf("%s stands for %d words; the %d most frequent of them were looked for", asked, len(found), maxExpansion))
		slices.SortStableFunc(found, func(x, y candidate) int { return cmp.Compare(y.count, x.count) })
		found = found[:maxExpansion]
	}
	out := make([]form, len(found))
	for i, c := range found {
		out[i] = form{exactForm, []Token{{Term: c.term}}}
	}
	return out
}

func isWild(r rune) bool { return r == '*' || r == '?' }

// matchesPattern reports whether a whole word fits a pattern of letters, * and ?.
// It goes back to the last star only, so its time is bounded by the product of
// both lengths.
func matchesPattern(pattern, word []rune) bool {
	p, w, star, from := 0, 0, -1, 0
	for w < len(word) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, w
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == word[w]):
			p++
			w++
		case star >= 0:
			from++
			p, w = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}

// distance counts the letters to change, add, leave out or swap with a
// neighbour to make one word of another, as Bleve's automaton does.
func distance(x, y []rune) int {
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(y)]
}
