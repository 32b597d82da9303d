package masthead

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold brings a text to the form in which phrases are compared: compatibility
// forms resolved (Arabic presentation forms, full-width letters), letters in
// lower case and without accents, dashes and apostrophes in one form, kashida
// and direction marks dropped, runs of blanks as one blank. Accents go because
// capitals and poor scans of French and Spanish lose them.
func fold(s string) string {
	var b strings.Builder
	blank := true
	for _, r := range norm.NFKD.String(s) {
		r = foldRune(r)
		switch {
		case r < 0:
		case r == ' ':
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// foldRune returns the form of one decomposed rune, -1 when it is dropped.
func foldRune(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z':
		return r // most runes
	case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r), r == '\u0640':
		return -1
	case unicode.IsSpace(r):
		return ' '
	case r >= '\u2010' && r <= '\u2015', r == '\u2212':
		return '-'
	case r == '\u2018', r == '\u2019', r == '\u02bc', r == '\u00b4', r == '`':
		return '\''
	case r == '\u060c', r == '\u3001':
		return ','
	case r >= '\u0660' && r <= '\u0669':
		return r - '\u0660' + '0'
	case r >= '\u06f0' && r <= '\u06f9':
		return r - '\u06f0' + '0'
	}
	return unicode.ToLower(r)
}

// unmarked writes a regular expression for folded texts: its letters without
// their marks ("й", "أ"), all else as it is.
func unmarked(pattern string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(pattern))
}

// WesternDigits writes Arabic-Indic and full-width digits as European ones, rune
// by rune, and leaves all else as it is.
func WesternDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\u0660' && r <= '\u0669':
			return r - '\u0660' + '0'
		case r >= '\u06f0' && r <= '\u06f9':
			return r - '\u06f0' + '0'
		case r >= '\uff10' && r <= '\uff19':
			return r - '\uff10' + '0'
		}
		return r
	}, s)
}
