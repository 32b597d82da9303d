package analysis

import "unicode"

// class is what a character does to the words around it: the classes of Unicode's
// word bounds (UAX #29), as far as they matter here.
type class uint8

const (
	gap        class = iota // stands between words
	letter                  // makes words, with digits and those that follow
	digit                   // the same
	mark                    // goes with what stands before it
	connector               // _
	apostrophe              // within a word between letters
	dot                     // within abbreviations and decimal numbers
	comma                   // within numbers of more than three digits
	hyphen                  // between the parts of compounds
	ideograph               // a word by itself: Han and kana
	syllable                // a word by itself, with its marks: scripts without blanks
)

// asciiClass are the classes of the first 128 characters.
var asciiClass = func() (classes [128]class) {
	for c := range classes {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			classes[c] = letter
		case c >= '0' && c <= '9':
			classes[c] = digit
		}
	}
	classes['_'], classes['\''], classes['.'], classes[','], classes['-'] = connector, apostrophe, dot, comma, hyphen
	return classes
}()

// classOf gives a character's class. The blocks of the six languages are told by
// their bounds, all else by Unicode's tables.
func classOf(r rune) class {
	switch {
	case r < 0x80:
		return asciiClass[r]
	case r >= 0x4e00 && r <= 0x9fff:
		return ideograph
	case r >= 0xc0 && r <= 0x24f:
		if r == '×' || r == '÷' {
			return gap
		}
		return letter
	case r >= 0x400 && r <= 0x481, r >= 0x48a && r <= 0x52f, r >= 0x620 && r <= 0x64a:
		return letter
	case r >= 0x2010 && r <= 0x2019:
		return punctuation(r)
	}
	return rareClass(r)
}

func punctuation(r rune) class {
	switch r {
	case '\u2010', '\u2011':
		return hyphen
	case '‘', '’':
		return apostrophe
	}
	return gap
}

// rareClass asks Unicode's tables.
func rareClass(r rune) class {
	switch {
	case r == 'ʼ', r == '＇':
		return apostrophe
	case r == '\u00ad', r == '\u200d', r == '\u200c', unicode.Is(unicode.Mark, r), unicode.Is(unicode.Bidi_Control, r):
		return mark
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana), r == 'ー':
		return ideograph
	case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && unicode.IsLetter(r):
		return syllable
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.IsLetter(r), unicode.Is(unicode.Nl, r):
		return letter
	case unicode.Is(unicode.Pc, r):
		return connector
	}
	return gap
}
