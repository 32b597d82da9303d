package analysis

import (
	"strings"
	"unicode/utf8"
)

// The full-width forms of ASCII's characters lie as far from them as ！ from !.
const (
	widening = '！' - '!'
	wideLead = 0xef // the first byte of each in UTF-8
)

// narrow writes full-width letters, digits, slashes and hyphens as those of ASCII,
// so that Ａ／７９／１ is found as A/79/1. Places are where each byte stood, and where
// the text ended; nil when nothing was changed.
func narrow(text string) (narrowed string, places []int) {
	if strings.IndexByte(text, wideLead) < 0 || strings.IndexFunc(text, isWide) < 0 {
		return text, nil
	}
	out := make([]byte, 0, len(text))
	places = make([]int, 0, len(text)+1)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if isWide(r) {
			out, places = append(out, byte(r-widening)), append(places, at)
			at += size
			continue
		}
		for ; size > 0; size-- {
			out, places = append(out, text[at]), append(places, at)
			at++
		}
	}
	return string(out), append(places, len(text))
}

// isWide leaves out what parts words in Chinese texts: a full-width comma stands
// in no number, and what is in brackets belongs to no symbol.
func isWide(r rune) bool {
	return r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' || r >= '０' && r <= '９' || r == '／' || r == '－'
}
