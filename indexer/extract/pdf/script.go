package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// cleanRune gives the text of a character: see clean.
func cleanRune(r rune) string {
	switch {
	case r == '\u00ad' || r == '\u2010' || r == '\u2011' || r == '\ufffe':
		return "-"
	case r == '\u00a0' || unicode.IsSpace(r):
		return " "
	case r >= 0xfb00 && r <= 0xfb06, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc:
		// Marks standing alone are shown on a blank or a kashida.
		return strings.TrimLeft(norm.NFKC.String(string(r)), " \u0640")
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r == 0xfeff, r >= 0x2066 && r <= 0x2069:
		return ""
	case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd:
		return ""
	}
	return string(r)
}
