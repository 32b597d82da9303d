package pdf

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
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
		return norm.NFKC.String(string(r))
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r == 0xfeff, r >= 0x2066 && r <= 0x2069:
		return ""
	case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffd:
		return ""
	}
	return string(r)
}

// rightToLeft reports whether a character is strongly right to left.
func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// logical puts the units of a line, given from left to right as they are seen,
// into the order they are read in. Lines without right-to-left letters come
// back as they are. It inverts rule L2 of the Unicode Bidirectional Algorithm
// (UAX 9) for the levels 0 to 2: a line of Arabic is turned round, and in it
// the numbers and the Latin runs are turned back.
func logical(units []piece) []piece {
	kinds := make([]bidiKind, len(units))
	right, left := 0, 0
	for i, u := range units {
		kinds[i] = kindOf(u.text)
		switch kinds[i] {
		case bidiRight:
			right++
		case bidiLeft:
			left++
		}
	}
	if right == 0 {
		return units
	}
	if left > right {
		return turnRuns(units, kinds)
	}
	out := slices.Clone(units)
	slices.Reverse(out)
	slices.Reverse(kinds)
	for i := 0; i < len(out); {
		if kinds[i] != bidiLeft && kinds[i] != bidiNumber {
			if kinds[i] == bidiNeutral {
				out[i].text = mirrored(out[i].text)
			}
			i++
			continue
		}
		end := leftRun(out, kinds, i)
		slices.Reverse(out[i:end])
		i = end
	}
	return out
}

// A piece is the text of a unit, or the space between two words.
type piece struct {
	text   string
	raised bool
}

type bidiKind uint8

const (
	bidiNeutral bidiKind = iota
	bidiLeft
	bidiRight
	bidiNumber
)

func kindOf(text string) bidiKind {
	kind := bidiNeutral
	for _, r := range text {
		switch {
		case rightToLeft(r):
			return bidiRight
		case unicode.IsDigit(r):
			kind = bidiNumber
		case unicode.IsLetter(r):
			return bidiLeft
		}
	}
	return kind
}

// leftRun gives the end of the run of left-to-right text that begins at i in a
// reversed line: letters and numbers with what stands between them. Between two
// numbers only one separator without a space joins (rule W4).
func leftRun(units []piece, kinds []bidiKind, i int) int {
	end := i + 1
	letters := kinds[i] == bidiLeft
	for j := i + 1; j < len(units); j++ {
		switch kinds[j] {
		case bidiRight:
			return end
		case bidiLeft:
			letters = true
			end = j + 1
		case bidiNumber:
			if letters || j-end == 0 || j-end == 1 && units[end].text != " " {
				end = j + 1
				continue
			}
			return end
		}
	}
	return end
}

// turnRuns turns the right-to-left runs of a left-to-right line.
func turnRuns(units []piece, kinds []bidiKind) []piece {
	out := slices.Clone(units)
	for i := 0; i < len(out); i++ {
		if kinds[i] != bidiRight {
			continue
		}
		end := i + 1
		for j := i + 1; j < len(out) && kinds[j] != bidiLeft; j++ {
			if kinds[j] == bidiRight {
				end = j + 1
			}
		}
		slices.Reverse(out[i:end])
		i = end
	}
	return out
}

// mirrored gives the other one of a pair of brackets: in a right-to-left run
// the opening bracket is drawn as a closing one (rule L4).
func mirrored(text string) string {
	switch text {
	case "(":
		return ")"
	case ")":
		return "("
	case "[":
		return "]"
	case "]":
		return "["
	case "«":
		return "»"
	case "»":
		return "«"
	}
	return text
}
