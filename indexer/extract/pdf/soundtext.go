package pdf

import (
	"unicode"

	"travaux/indexer/layout"
)

// A textTally counts what tells text from what only looks like it.
type textTally struct {
	letters, digits, others int
	latin, vowels           int // letters of the Latin script
	upperLatin1             int // letters from U+00C0 to U+00FF
	words, long, single     int // runs of letters, of scripts that part words
	wordLetters             int
	turns                   int // lower case followed by upper case inside a word
	mixed                   int // words with digits or signs among their letters
}

const longWord = 25

func tally(lines []layout.Line) (t textTally) {
	for _, l := range lines {
		t.line(l.Text)
	}
	return t
}

func (t *textTally) line(text string) {
	run := 0
	before := ' '
	for _, r := range text + " " {
		spaced := unicode.IsLetter(r) && !unparted(r)
		switch {
		case unicode.IsLetter(r):
			t.letter(r)
		case unicode.IsDigit(r):
			t.digits++
		case !unicode.IsSpace(r):
			t.others++
		}
		if spaced || unicode.Is(unicode.Mn, r) && run > 0 {
			run++
			if unicode.IsLower(before) && unicode.IsUpper(r) {
				t.turns++
			}
		} else if run > 0 {
			t.word(run)
			run = 0
		}
		before = r
	}
}

func (t *textTally) letter(r rune) {
	t.letters++
	if !unicode.Is(unicode.Latin, r) {
		return
	}
	t.latin++
	if r >= 0xc0 && r <= 0xff {
		t.upperLatin1++
	}
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		t.vowels++
	default:
		if r >= 0xc0 {
			t.vowels++ // nearly all accents stand on vowels
		}
	}
}

func (t *textTally) word(letters int) {
	t.words++
	t.wordLetters += letters
	if letters == 1 {
		t.single++
	}
	if letters > longWord {
		t.long++
	}
}

// unparted reports whether a script writes its words without spaces.
func unparted(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar, unicode.Bopomofo, unicode.Yi)
}

// doubt says what is wrong with the text itself.
func (t textTally) doubt() string {
	return ""
}
