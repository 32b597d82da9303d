package analysis

import (
	"bytes"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// IsASCII reports whether a text has no character beyond ASCII.
func IsASCII[T string | []byte](word T) bool {
	for i := range len(word) {
		if word[i] >= 0x80 {
			return false
		}
	}
	return true
}

// normal gives a word in NFKC and lower case, with digits of every script as 0 to
// 9, one apostrophe, and without what converters leave: soft hyphens, marks of
// direction, kashidas. A number loses the commas between its groups, an
// abbreviation its dots.
func normal(word string) string {
	word = lower(word)
	switch {
	case strings.IndexByte(word, ',') > 0:
		return strings.ReplaceAll(word, ",", "")
	case strings.IndexByte(word, '.') > 0 && !isDigit(word[0]):
		return strings.ReplaceAll(word, ".", "")
	}
	return word
}

func lower(word string) string {
	if IsASCII(word) {
		return strings.ToLower(word)
	}
	return strings.Map(normalRune, norm.NFKC.String(word))
}

// normalRune leaves two letters to rules of its own: what is shorter than its
// capital (İ, ẞ), and the last sigma.
func normalRune(r rune) rune {
	switch {
	case unicode.Is(unicode.Nd, r) && r > '9':
		return digitOf(r)
	case r == '’', r == '‘', r == 'ʼ':
		return '\''
	case r == '\u2010', r == '\u2011':
		return '-'
	case r == '\u00ad', r == '\u200c', r == '\u200d', r == '\u0640', unicode.Is(unicode.Bidi_Control, r):
		return -1
	case r == 'ς':
		return 'σ'
	}
	return unicode.ToLower(r)
}

// digitOf gives a decimal digit of any script as 0 to 9: they stand in runs of
// ten.
func digitOf(r rune) rune {
	for _, block := range unicode.Nd.R16 {
		if lo, hi := rune(block.Lo), rune(block.Hi); r >= lo && r <= hi {
			return '0' + (r-lo)%10
		}
	}
	for _, block := range unicode.Nd.R32 {
		if lo, hi := rune(block.Lo), rune(block.Hi); r >= lo && r <= hi {
			return '0' + (r-lo)%10
		}
	}
	return r
}

// foldAccents takes the accents off Latin letters, but for those of keep.
func foldAccents(word, keep string) string {
	if IsASCII(word) {
		return word
	}
	out := make([]byte, 0, len(word))
	for _, r := range word {
		if strings.ContainsRune(keep, r) {
			out = append(out, string(r)...)
			continue
		}
		for _, part := range norm.NFD.String(string(r)) {
			if part < 0x300 || part > 0x36f {
				out = append(out, string(part)...)
			}
		}
	}
	return string(norm.NFC.Bytes(out))
}

// foldMarks takes off what writers of a language put on or leave off at will:
// accents of Latin letters, the two dots of ё, the vowel signs of Arabic. й stays
// another letter than и.
func foldMarks(word string) string {
	if IsASCII(word) {
		return word
	}
	var out bytes.Buffer
	base := rune(0)
	for _, r := range norm.NFD.String(word) {
		switch {
		case !unicode.Is(unicode.Mn, r):
			base = r
		case unicode.Is(unicode.Latin, base), unicode.Is(unicode.Arabic, base), base == 'е' && r == '\u0308':
			continue
		}
		if r != '\u0640' { // kashida
			out.WriteRune(r)
		}
	}
	return norm.NFC.String(out.String())
}

// withoutElision cuts off what French elides before a word, so that who asks for
// the word finds it in "l'État".
func withoutElision(word string) string {
	elided, rest, ok := strings.Cut(word, "'")
	if !ok || rest == "" {
		return word
	}
	switch elided {
	case "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu":
		return rest
	}
	return word
}

// asWritten is the exact form of a normal word.
func asWritten(word string) string { return withoutElision(foldMarks(word)) }

// Fold makes texts comparable that are no words, such as names: what the exact
// form does to a word, but nothing taken out.
func Fold(text string) string { return foldMarks(lower(text)) }

// ExactTerm makes of one word, or of a pattern for words, what the exact form
// makes of a word of a text; of a compound what it makes of the whole.
func ExactTerm(word string) string {
	return asWritten(withoutHyphens(normal(word)))
}

func withoutHyphens(word string) string {
	if onlyDigits(word) {
		return word
	}
	return strings.ReplaceAll(word, "-", "")
}
