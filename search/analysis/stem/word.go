// Package stem cuts words down to their stems by the algorithms that Snowball
// publishes today (release 3.1): English (Porter2), French, Spanish and Russian.
//
//	stem.English("organizations") // "organiz"
//	stem.French("héroïsme")       // "héro"
//
// Words are given in lower case and in NFC. The stem of a word is no word: it is
// only good for comparing it with others.
package stem

import (
	"slices"
	"strings"
)

// word is a word on its way to its stem: its letters, and where the regions begin
// that the algorithms speak of. R1 is what follows the first consonant behind a
// vowel, R2 the same within R1, RV what French finds endings of verbs in.
type word struct {
	letters    []rune
	r1, r2, rv int
}

// rule says what becomes of an ending. What it does beside replacing the ending
// the algorithm tells apart by its action.
type rule struct {
	ending string
	action int
	// by takes the ending's place where the action replaces it.
	by string
}

// longest gives the rule of the longest ending that the word has behind a place.
func (w *word) longest(rules []rule, from int) (r rule, at int, ok bool) {
	best := 0
	for _, c := range rules {
		if n := runes(c.ending); n > best && len(w.letters)-n >= from && w.has(c.ending, len(w.letters)) {
			r, best = c, n
		}
	}
	return r, len(w.letters) - best, best > 0
}

// has reports whether a text stands right before a place.
func (w *word) has(text string, before int) bool {
	at := before - runes(text)
	if at < 0 {
		return false
	}
	for _, c := range text {
		if w.letters[at] != c {
			return false
		}
		at++
	}
	return true
}

// isWhole reports whether a text is all that stands before a place.
func (w *word) isWhole(text string, before int) bool {
	return before == runes(text) && w.has(text, before)
}

// cut takes off all from a place on and puts something in its stead.
func (w *word) cut(at int, by string) { w.letters = append(w.letters[:at], []rune(by)...) }

// is reports whether the letter at a place is one of a set; there is none
// outside the word.
func (w *word) is(set string, at int) bool {
	return at >= 0 && at < len(w.letters) && strings.ContainsRune(set, w.letters[at])
}

// isNot reports whether there is a letter at a place that is none of a set.
func (w *word) isNot(set string, at int) bool {
	return at >= 0 && at < len(w.letters) && !strings.ContainsRune(set, w.letters[at])
}

// anyOf reports whether one of the letters before a place is of a set.
func (w *word) anyOf(set string, before int) bool {
	return slices.ContainsFunc(w.letters[:max(0, before)], func(r rune) bool { return strings.ContainsRune(set, r) })
}

// behindSyllable gives the place behind the first letter that is no vowel and
// follows one, from a place on; the word's end when there is none.
func (w *word) behindSyllable(vowels string, from int) int {
	for i := from + 1; i < len(w.letters); i++ {
		if w.is(vowels, i-1) && w.isNot(vowels, i) {
			return i + 1
		}
	}
	return len(w.letters)
}

func runes(s string) int {
	n := 0
	for range s {
		n++
	}
	return n
}
