package suggest

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search"
)

// replacement is what may stand in place of a word: another, or two.
type replacement struct {
	words      []string
	likelihood float64
}

// text gives the replacement as a query writes it; alone tells that the word
// stands by itself, where two need quotation marks to stay together. The zero
// replacement leaves the word.
func (r replacement) text(word string, alone bool) string {
	switch {
	case len(r.words) == 0:
		return word
	case len(r.words) > 1 && alone:
		return `"` + strings.Join(r.words, " ") + `"`
	}
	return strings.Join(r.words, " ")
}

// corrector corrects the words of one query.
type corrector struct {
	engine search.Vocabulary
	known  map[string][]replacement // by word as it was typed
}

// correctable reports whether a word may be a slip: of letters, of a script with
// blanks between words.
func correctable(word string) bool {
	n := utf8.RuneCountInString(word)
	return n >= shortest && n <= longest && !strings.ContainsFunc(word, func(r rune) bool {
		return unspaced(r) || !unicode.IsLetter(r) && !unicode.IsMark(r)
	})
}

// replacements gives what a word may be a slip for, the likeliest first; none
// when the collection has it often enough, which is looked at first: near words
// cost a walk through the dictionary.
func (k *corrector) replacements(ctx context.Context, asked string) ([]replacement, error) {
	word := fold(asked)
	held, err := k.count(ctx, word)
	letters := utf8.RuneCountInString(word)
	if err != nil || held > rare || held > 0 && letters < shortestRare {
		return nil, err
	}
	most := 1
	if held == 0 && letters >= farther {
		most = 2
	}
	near, err := k.engine.WordsNear(ctx, word, most, nearWords)
	if err != nil {
		return nil, err
	}
	var found []replacement
	for _, w := range near {
		if w.Distance > 0 && w.Count >= rareTimes*held && worthCompleting(w.Text) && sameScript(word, w.Text) {
			found = append(found, replacement{[]string{w.Text}, likelihood(word, w.Text, w.Distance, w.Count)})
		}
	}
	if held == 0 {
		split, err := k.split(ctx, word)
		if err != nil {
			return nil, err
		}
		found = append(found, split...)
	}
	slices.SortStableFunc(found, func(a, b replacement) int { return cmp.Compare(b.likelihood, a.likelihood) })
	found = found[:min(len(found), options)]
	k.known[asked] = found
	return found, nil
}

// likelihood compares words that may have been meant.
func likelihood(asked, word string, distance, count int) float64 {
	const letter, first = 3, 1 // powers of ten
	l := math.Log10(float64(count)) - letter*float64(distance)
	a, _ := utf8.DecodeRuneInString(asked)
	b, _ := utf8.DecodeRuneInString(word)
	if a == b {
		l += first
	}
	return l
}

// sameScript reports whether two words begin in one script.
func sameScript(a, b string) bool {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic} {
		if unicode.Is(script, x) != unicode.Is(script, y) {
			return false
		}
	}
	return true
}

// split gives the likeliest two words of the collection that a word is when the
// blank between them was left out.
func (k *corrector) split(ctx context.Context, word string) ([]replacement, error) {
	const part = 3 // letters
	runes := []rune(word)
	var best []replacement
	for at := part; at+part <= len(runes); at++ {
		first, second := string(runes[:at]), string(runes[at:])
		count, err := k.count(ctx, first)
		if err != nil {
			return nil, err
		}
		if count == 0 {
			continue
		}
		other, err := k.count(ctx, second)
		if err != nil {
			return nil, err
		}
		if other == 0 {
			continue
		}
		found := replacement{[]string{first, second}, likelihood(word, first, 1, min(count, other))}
		if best == nil || best[0].likelihood < found.likelihood {
			best = []replacement{found}
		}
	}
	return best, nil
}

// count gives the number of texts with a word.
func (k *corrector) count(ctx context.Context, word string) (int, error) {
	found, err := k.engine.WordsNear(ctx, word, 0, 1)
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return found[0].Count, nil
}
