package pdf

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"travaux/indexer/layout"
)

// A textTally counts what tells text from what only looks like it: the figures
// that text of all languages shares, and broken text does not.
type textTally struct {
	letters, others int // what is no letter and no blank
	latin, cyrillic vowelCount
	strange         int // letters of lines with a share of vowels that is rare
	upper           int // Latin letters from U+00C0 to U+00FF
	misread         int // pairs that UTF-8 gives when it is read as Latin 1
	repeated        int // letters behind two or more equal ones
	words           int // runs of letters, of scripts that part words by spaces
	wordLetters     int
	longLetters     int // letters of words longer than longWord
	apart           int // single letters behind another, different one
	turns           int // words in which upper case follows lower case
}

type vowelCount struct{ letters, vowels int }

// outside reports whether the share of vowels is that of no language, in a text
// of so many letters, most of them of the script.
func (v vowelCount) outside(letters int, least, most float64) bool {
	const enough = 80
	share := float64(v.vowels) / float64(max(1, v.letters))
	return v.letters >= enough && 2*v.letters > letters && (share < least || share > most)
}

// since gives what was counted after an earlier count.
func (v vowelCount) since(earlier vowelCount) vowelCount {
	return vowelCount{v.letters - earlier.letters, v.vowels - earlier.vowels}
}

// strange gives the number of letters of a line, if it is long enough to tell
// and its share of vowels is one that hardly any line has.
func (v vowelCount) strange() int {
	const enough = 25
	if v.letters < enough || 5*v.vowels >= v.letters && 3*v.vowels <= 2*v.letters {
		return 0
	}
	return v.letters
}

const longWord = 20 // letters; there are few such words, of any language

func tally(lines []layout.Line) (t textTally) {
	for _, l := range lines {
		s := lineTally{textTally: &t}
		latin, cyrillic := t.latin, t.cyrillic
		for _, r := range l.Text {
			s.next(r)
		}
		s.endWord()
		t.strange += t.latin.since(latin).strange() + t.cyrillic.since(cyrillic).strange()
	}
	return t
}

// A lineTally is a textTally with what must be known of the line before.
type lineTally struct {
	*textTally
	before      rune
	equal       int  // runes up to here that are the same
	run         int  // letters of the word
	turned      bool // in the word
	alone, last rune // the single letter before, the last letter
}

func (s *lineTally) next(r rune) {
	if r == s.before {
		s.equal++
	} else {
		s.equal = 0
	}
	switch {
	case unicode.IsLetter(r):
		s.letter(r)
	case unicode.IsDigit(r):
		s.others++
		s.endWord()
		s.alone = 0
	case unicode.Is(unicode.Mn, r): // it belongs to its letter
	default:
		if !unicode.IsSpace(r) {
			s.others++
		}
		s.endWord()
		if misreadPair(s.before, r) {
			s.misread++
		}
	}
	s.before = r
}

func (s *lineTally) letter(r rune) {
	s.letters++
	if s.equal >= 2 {
		s.repeated++
	}
	if misreadPair(s.before, r) {
		s.misread++
	}
	switch {
	case r < 0x250 || r >= 0x1e00 && r < 0x1f00:
		s.latin.add(r)
		if r >= 0xc0 && r <= 0xff {
			s.upper++
		}
	case r >= 0x400 && r < 0x530:
		s.cyrillic.add(r)
	case unparted(r):
		s.endWord()
		return
	}
	if s.run > 0 && unicode.IsUpper(r) && unicode.IsLower(s.before) {
		s.turned = true
	}
	s.run++
	s.last = r
}

// endWord counts the word that ends here, if there is one.
func (s *lineTally) endWord() {
	if s.run == 0 {
		return
	}
	s.words++
	s.wordLetters += s.run
	if s.run > longWord {
		s.longLetters += s.run
	}
	if s.turned {
		s.turns++
	}
	alone := rune(0)
	if s.run == 1 {
		if alone = s.last; s.alone != 0 && s.alone != alone {
			s.apart++
		}
	}
	s.alone, s.run, s.turned = alone, 0, false
}

func (v *vowelCount) add(r rune) {
	v.letters++
	if r >= utf8.RuneSelf {
		r, _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	}
	switch unicode.ToLower(r) {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'œ', 'ı',
		'а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'і', 'є':
		v.vowels++
	}
}

// misreadPair reports whether two neighbours are what the two bytes of one
// letter look like when UTF-8 is read as Latin 1 or Windows 1252: "Ã©", "Ð°".
func misreadPair(a, b rune) bool {
	switch a {
	case 'Ã', 'Â', 'Ð', 'Ñ', 'Ø', 'Ù', 'â':
	default:
		return false
	}
	if b >= 0x80 && b <= 0xbf {
		return true
	}
	switch b {
	case '€', '™', 'œ', '˜', '“', '”', '‚', '„', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 'Ž', 'š', '›', 'ž', 'Ÿ', '‘', '’', '•', '–', '—', 'ƒ', '…':
		return true
	}
	return false
}

// unparted reports whether a letter belongs to a script that writes its words
// without spaces.
func unparted(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao,
		unicode.Khmer, unicode.Myanmar, unicode.Bopomofo, unicode.Yi)
}

// What no sound page of the corpus comes near: see docs/fidelity.md. Shares are
// of letters or of words.
const (
	enoughLetters = 60
	enoughWords   = 15
	misreadShare  = 0.01
	strangeShare  = 0.15
	upperShare    = 0.3
	repeatedShare = 0.04
	longShare     = 0.2
	meanWord      = 10.5
	apartShare    = 0.25
	turnedShare   = 0.35
)

// What a text itself is doubted for.
const (
	doubtLetters  = "its letters are those of no language"
	doubtMisread  = "its letters are misread"
	doubtRepeated = "letters are repeated"
	doubtTogether = "words run together"
	doubtApart    = "words fall apart into letters"
)

// doubt says in a phrase what is wrong with a text, "" if nothing is.
func (t *textTally) doubt() string {
	if t.letters < enoughLetters {
		return ""
	}
	words, letters := float64(t.words), float64(t.letters)
	switch {
	case float64(t.misread) > misreadShare*letters,
		float64(t.upper) > upperShare*float64(t.latin.letters) && t.latin.letters >= enoughLetters:
		return doubtMisread
	case t.latin.outside(t.letters, 0.22, 0.62), t.cyrillic.outside(t.letters, 0.3, 0.62):
		return doubtLetters
	case t.strange >= enoughLetters && float64(t.strange) > strangeShare*letters:
		return doubtLetters
	case float64(t.repeated) > repeatedShare*letters:
		return doubtRepeated
	case t.words < enoughWords:
		return ""
	case float64(t.wordLetters) > meanWord*words, float64(t.longLetters) > longShare*float64(t.wordLetters),
		float64(t.turns) > turnedShare*words:
		return doubtTogether
	case float64(t.apart) > apartShare*words:
		return doubtApart
	}
	return ""
}
