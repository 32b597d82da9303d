package pdf

import (
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
)

// Spaced reports whether a doubt is about the spaces of a page, not about its
// characters.
func Spaced(doubt string) bool { return doubt == doubtTogether || doubt == doubtApart }

// Pictured reports whether a doubt is that a page is nothing but a picture: there
// is no text that another reader could find.
func Pictured(doubt string) bool { return doubt == doubtPicture }

// Better gives the better of two readings of a page. The first is in doubt; the
// second is another reader's. What it gives is free of doubt where the second
// reading is sound, or where the two bear each other out about spaces that look
// odd and are so.
func Better(first, second layout.Page) layout.Page {
	one, two := runes(first), runes(second)
	switch {
	case second.Doubt == "" && two == 0 && one > 0, second.Doubt == "" && 2*two < one:
		return first // sound, but next to nothing
	case second.Doubt == "":
		return second
	case Spaced(first.Doubt) && agreement(first, second) > bornOut:
		first.Doubt = ""
		return first
	case first.Doubt == doubtCut || first.Doubt == doubtMissing || first.Doubt == doubtContent || first.Doubt == doubtNoText:
		if two > one {
			return second
		}
	case trouble(second) < trouble(first)/2 && 2*two > one:
		return second
	}
	return first
}

// bornOut is the agreement over which two readings have the same words.
const bornOut = 0.9

// runes counts what is not blank on a page.
func runes(p layout.Page) (n int) {
	for _, l := range p.Lines {
		n += utf8.RuneCountInString(l.Text) - strings.Count(l.Text, " ")
	}
	return n
}

// agreement gives the F1 of the words of two pages.
func agreement(a, b layout.Page) float64 {
	words := map[string]int{}
	total, common := 0, 0
	for _, l := range a.Lines {
		for w := range strings.FieldsSeq(l.Text) {
			words[w]++
			total++
		}
	}
	for _, l := range b.Lines {
		for w := range strings.FieldsSeq(l.Text) {
			total++
			if words[w] > 0 {
				words[w]--
				common++
			}
		}
	}
	return 2 * float64(common) / float64(max(1, total))
}

// trouble gives the share of the letters of a page that look wrong.
func trouble(p layout.Page) float64 {
	t := tally(p.Lines)
	if t.letters == 0 {
		return 1
	}
	wrong := t.misread + t.repeated + t.longLetters + t.apart
	if t.doubt() == doubtLetters || t.doubt() == doubtMisread {
		wrong = t.letters
	}
	return float64(wrong) / float64(t.letters)
}
