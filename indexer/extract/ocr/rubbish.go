package ocr

import (
	"unicode"
	"unicode/utf8"
)

// What a recogniser makes of stamps, signatures, emblems and dirt is words too.
// It is kept out where it can be told, and how much is kept out is said.

const (
	// surePage is the confidence of a page from which no other script needs to be
	// tried: the right one gives 0.8 and more on clean pages, a wrong one 0.6 at most.
	surePage = 0.75
	// poorPage is the confidence under which what was recognised is no text.
	poorPage = 0.4
	// poorLine is the same for a line.
	poorLine = 0.35
	// poorWord is the same for a word that is hardly a word.
	poorWord = 0.3
	// fewLetters is the number of letters under which a page has no text.
	fewLetters = 8
)

// withoutSpecks leaves out words without a letter or digit that tesseract is
// unsure of: dirt, and the dots it makes of it. A dash is seldom dirt.
func withoutSpecks(words []word) []word {
	out := words[:0:0]
	for _, w := range words {
		dash := w.text == "—" || w.text == "–" || w.text == "-"
		if hasLetter(w.text) || w.confidence >= unsure || dash && w.confidence >= poorWord {
			out = append(out, w)
		}
	}
	return out
}

// rubbish reports whether a piece is no text: tesseract is unsure of it, or its
// characters are those of drawings.
func (p piece) rubbish() bool {
	if p.confidence() < poorLine {
		return true
	}
	letters, all := 0, 0
	for _, w := range p {
		for _, r := range w.text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				letters++
			}
			all++
		}
	}
	return letters == 0 || all > 6 && letters*3 < all
}

// trimmed leaves out what stands at the ends of a piece and is hardly a word:
// the margins are where dirt and lines are.
func (p piece) trimmed() piece {
	for len(p) > 1 && hardlyWord(p[0]) {
		p = p[1:]
	}
	for len(p) > 1 && hardlyWord(p[len(p)-1]) {
		p = p[:len(p)-1]
	}
	return p
}

func hardlyWord(w word) bool {
	return w.confidence < poorWord && utf8.RuneCountInString(w.text) <= 2
}

func letters(words []word) int {
	n := 0
	for _, w := range words {
		for _, r := range w.text {
			if unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n
}
