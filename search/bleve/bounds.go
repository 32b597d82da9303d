package bleve

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cells is about how much room a text takes on a screen: Chinese characters take
// two, and marks on letters none.
func cells(text string) int {
	n := 0
	for _, r := range text {
		n += runeCells(r)
	}
	return n
}

func runeCells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r >= 0x1100 && (unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff60):
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

// beginning moves a place back by at most so many cells: to where its sentence
// begins, else to where a word begins, as far back as it may.
func beginning(text string, at, most int) int {
	from := at
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if most -= runeCells(r); most < 0 {
			break
		}
		from -= size
	}
	if from == 0 {
		return 0
	}
	if i := lastSentence(text[from:at]); i >= 0 {
		return from + i
	}
	return wordFrom(text, from, at)
}

// ending moves a place on by at most so many cells: to where the last sentence ends
// that does, else to where a word ends.
func ending(text string, at, most int) int {
	to := at
	for to < len(text) {
		r, size := utf8.DecodeRuneInString(text[to:])
		if most -= runeCells(r); most < 0 {
			break
		}
		to += size
	}
	if to == len(text) {
		return to
	}
	const enough = 2 // half of the room is enough for whole sentences
	if i := lastSentence(text[at:to]); i >= (to-at)/enough {
		return at + len(strings.TrimRightFunc(text[at:at+i], unicode.IsSpace))
	}
	return wordTo(text, to, at)
}

// wordFrom moves a place forward to where a word begins, but not past the limit.
func wordFrom(text string, at, limit int) int {
	for _, bound := range []func(before, behind rune) bool{parted, joint} {
		for i := at; i < limit; {
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			behind, size := utf8.DecodeRuneInString(text[i:])
			if bound(before, behind) && !unicode.IsSpace(behind) {
				return i
			}
			i += size
		}
	}
	return wholeLetter(text, at, limit)
}

// wordTo moves a place back to where a word ends, but not before the limit.
func wordTo(text string, at, limit int) int {
	for _, bound := range []func(before, behind rune) bool{parted, joint} {
		for i := at; i > limit; {
			before, size := utf8.DecodeLastRuneInString(text[:i])
			behind, _ := utf8.DecodeRuneInString(text[i:])
			if bound(before, behind) && !unicode.IsSpace(before) {
				return i
			}
			i -= size
		}
	}
	return max(limit, wholeLetter(text, at, len(text)))
}

// parted reports whether a blank stands between two characters, or one of them is
// of a script that sets none.
func parted(before, behind rune) bool {
	return unicode.IsSpace(before) || unicode.IsSpace(behind) || runeCells(before) == 2 || runeCells(behind) == 2 && !unicode.IsPunct(behind)
}

// joint reports whether two characters are not of one word, but of a compound.
func joint(before, _ rune) bool { return unicode.IsPunct(before) }

// wholeLetter moves a place forward to where a letter with its marks begins.
func wholeLetter(text string, at, limit int) int {
	for at < limit {
		r, size := utf8.DecodeRuneInString(text[at:])
		if utf8.RuneStart(text[at]) && !unicode.IsMark(r) {
			break
		}
		at += size
	}
	return at
}

// lastSentence gives where the last sentence of a text begins, -1 when no sentence
// ends in it. A full stop before a small letter or a number ends none: "para. 12".
func lastSentence(text string) int {
	last := -1
	for at, r := range text {
		end := at + utf8.RuneLen(r)
		switch r {
		case '。', '！', '？', '；':
			last = end
		case '.', '!', '?', ';', '؟', '؛', '।':
			rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
			next, _ := utf8.DecodeRuneInString(rest)
			if len(rest) < len(text)-end && (r != '.' || !unicode.IsLower(next) && !unicode.IsDigit(next)) {
				last = len(text) - len(rest)
			}
		}
	}
	return last
}
