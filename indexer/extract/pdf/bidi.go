package pdf

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// rightToLeft reports whether a character is strongly right to left.
func rightToLeft(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// mostlyRight reports whether most letters of a page are read from right to
// left.
func mostlyRight(glyphs []glyph) bool {
	right, left := 0, 0
	for i := range glyphs {
		switch g := &glyphs[i]; {
		case g.class&classRight != 0:
			right++
		case len(g.text) > 0 && kindOf(g.text) == bidiLeft:
			left++
		}
	}
	return right > left
}

// A piece is a unit of a line, or a space between two, with what must go with
// it when a line is turned round.
type piece struct {
	text   string
	raised bool
}

// logical puts the units of a line, given from left to right as they are seen,
// into the order they are read in, on a page that mostly reads from right to
// left or not. It inverts rule L2 of the Unicode Bidirectional Algorithm (UAX 9)
// for the levels 0 to 2: a line of Arabic is turned round, and in it the numbers
// and the Latin runs are turned back.
func logical(units []piece, page bool) []piece {
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
	switch {
	case right == 0 && (left > 0 || !page):
		return units
	case left > right && !page:
		return turnRuns(units, kinds)
	}
	runs := leftRuns(units, kinds)
	out := make([]piece, 0, len(units))
	end := len(units)
	for i := len(runs) - 1; i >= 0; i-- {
		out = appendTurned(out, units[runs[i][1]:end])
		out = append(out, units[runs[i][0]:runs[i][1]]...)
		end = runs[i][0]
	}
	out = appendTurned(out, units[:end])
	settleBrackets(out)
	return withoutKashida(out)
}

func appendTurned(out, units []piece) []piece {
	for i := len(units) - 1; i >= 0; i-- {
		out = append(out, units[i])
	}
	return out
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

// leftRuns gives the runs of a right-to-left line that are read from left to
// right, as pairs of first and behind last, from left to right. A run of letters
// takes in the letters and European numbers that follow with what stands between
// (rules W7 and N1); numbers alone take in a single separator (rule W4), which
// behind Arabic letters the hyphen is not (rule W2).
func leftRuns(units []piece, kinds []bidiKind) [][2]int {
	var runs [][2]int
	for i := 0; i < len(units); {
		if kinds[i] != bidiLeft && kinds[i] != bidiNumber {
			i++
			continue
		}
		end := leftRun(units, kinds, i)
		runs = append(runs, [2]int{i, end})
		i = end
	}
	return runs
}

func leftRun(units []piece, kinds []bidiKind, i int) int {
	end, letters := i, false
	for j := i; j < len(units) && kinds[j] != bidiRight; j++ {
		switch {
		case kinds[j] == bidiLeft && (letters || j == end):
			letters = true
		case kinds[j] == bidiLeft:
			return end
		case kinds[j] == bidiNeutral:
			continue
		case letters && !arabicDigit(units[j].text), j == end:
		case j == end+1 && strings.Contains(".,:/\u00a0\u060c", units[end].text):
		case j == end+1 && units[end].text == " " && grouped(units, kinds, i, end):
		default:
			return end
		}
		end = j + 1
	}
	if letters && end < len(units) && closes(units[i:end], units[end].text) {
		end++
	}
	return end
}

// grouped reports whether a space at a place parts the thousands of the number
// that begins at i, as the United Nations write them: three digits follow, and
// not more.
func grouped(units []piece, kinds []bidiKind, i, space int) bool {
	before, after := space-i, 0
	for j := space + 1; j < len(units) && kinds[j] == bidiNumber; j++ {
		after++
	}
	return after == 3 && before >= 1 && (before <= 3 || before%4 == 3)
}

// closes reports whether a bracket closes one that a run leaves open.
func closes(run []piece, bracket string) bool {
	open, ok := brackets[bracket]
	if !ok || open == bracket {
		return false
	}
	depth := 0
	for _, p := range run {
		switch p.text {
		case open:
			depth++
		case bracket:
			depth--
		}
	}
	return depth > 0
}

func arabicDigit(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r >= 0x660 && r <= 0x669 || r >= 0x6f0 && r <= 0x6f9 })
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

// settleBrackets turns the brackets of a right-to-left line the way they are
// read. Some producers name the shape that is drawn, which is the other one of
// the pair (rule L4), some the character that was meant. What stands beside a
// bracket tells: an opening one has a blank before it or none behind it.
func settleBrackets(line []piece) {
	for i, p := range line {
		open, ok := brackets[p.text]
		if !ok {
			continue
		}
		blankBefore := i == 0 || blankOrOpen(line[i-1].text)
		blankAfter := i == len(line)-1 || blankOrClosing(line[i+1].text)
		opens := p.text != open // as drawn: the other one is meant
		if blankBefore != blankAfter {
			opens = blankBefore
		}
		line[i].text = open
		if !opens {
			line[i].text = closing[open]
		}
	}
}

var (
	// brackets gives the opening one of each pair.
	brackets = map[string]string{"(": "(", ")": "(", "[": "[", "]": "[", "{": "{", "}": "{", "«": "«", "»": "«"}
	closing  = map[string]string{"(": ")", "[": "]", "{": "}", "«": "»"}
)

func blankOrOpen(text string) bool {
	return text == " " || brackets[text] == text && text != ""
}

func blankOrClosing(text string) bool {
	return text == " " || strings.Contains(".,:;،؛؟!)]}»", text)
}

// kashida is the stroke that stretches a word; inside a word it means nothing,
// and typesetters put it in to fill a line.
const kashida = "ـ"

func withoutKashida(line []piece) []piece {
	out := line[:0]
	for i, p := range line {
		if strings.Trim(p.text, kashida) == "" && p.text != "" && i > 0 && i+1 < len(line) &&
			kindOf(line[i-1].text) == bidiRight && kindOf(line[i+1].text) == bidiRight {
			continue
		}
		out = append(out, p)
	}
	return out
}

// Fonts for Arabic kern wider than those for Latin, up to 0.13 font sizes.
const kernedGap = 0.15

// filledIn reports whether one of two words was drawn later into the room that
// was left beside the other, as a bracket from another font is: a blank that the
// file draws behind that room is then not between them.
func filledIn(a, b *word) bool {
	const touching = 0.05
	apart := b.order < a.order || b.order > a.last+2
	return apart && b.u0-a.u1 < touching*min(a.size, b.size)
}
