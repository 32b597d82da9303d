package search

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unknownWord is the number of a word that the quote does not have.
const unknownWord = -1

// quotation is a text cut into words, which are numbered so that they can be
// compared: those of a source have the numbers of the quote's.
type quotation struct {
	text  string
	words []placedWord
	// numbers are the words of the quote, joined those of two neighbours of it
	// written as one.
	numbers, joined map[string]int32
	// pairs is where two words of the quote stand side by side.
	pairs map[[2]int32][]int32
}

// placedWord is a word at its bytes of a text.
type placedWord struct {
	start, end int
	// number is that of the word, asTwo that of two words of the quote that are
	// written as one here, withNext that of one word of the quote which this word
	// and the next one make up.
	number, asTwo, withNext int32
}

// newQuotation reads a quoted text.
func newQuotation(text string) *quotation {
	q := &quotation{text: text, numbers: map[string]int32{}, joined: map[string]int32{}, pairs: map[[2]int32][]int32{}}
	var last, term []byte
	eachWord(text, func(start, end int) {
		term = fold(term[:0], text[start:end])
		if len(term) == 0 {
			return
		}
		number, ok := q.numbers[string(term)]
		if !ok {
			number = int32(len(q.numbers))
			q.numbers[string(term)] = number
		}
		if n := len(q.words); n > 0 {
			before := &q.words[n-1]
			whole := string(append(last, term...))
			if _, ok := q.joined[whole]; !ok {
				q.joined[whole] = int32(len(q.joined))
			}
			before.withNext = q.joined[whole]
			pair := [2]int32{before.number, number}
			q.pairs[pair] = append(q.pairs[pair], int32(n-1))
		}
		q.words = append(q.words, placedWord{start: start, end: end, number: number, asTwo: unknownWord, withNext: unknownWord})
		last = append(last[:0], term...)
	})
	return q
}

// read cuts a source into words that are numbered as the quote's.
func (q *quotation) read(source string) *quotation {
	s := &quotation{text: source, words: make([]placedWord, 0, len(source)/6)}
	var last, term []byte
	eachWord(source, func(start, end int) {
		term = fold(term[:0], source[start:end])
		if len(term) == 0 {
			return
		}
		w := placedWord{start: start, end: end, number: unknownWord, asTwo: unknownWord, withNext: unknownWord}
		if number, ok := q.numbers[string(term)]; ok {
			w.number = number
		}
		if number, ok := q.joined[string(term)]; ok {
			w.asTwo = number
		}
		if n := len(s.words); n > 0 {
			if number, ok := q.numbers[string(append(last, term...))]; ok {
				s.words[n-1].withNext = number
			}
		}
		s.words = append(s.words, w)
		last = append(last[:0], term...)
	})
	return s
}

// begin is the byte at which a part begins with a word, end where it ends before
// one; what stands between two words belongs to the first, and what stands before
// all of them to the first of all.
func (q *quotation) begin(word int) int {
	if word == 0 {
		return 0
	}
	return q.words[word].start
}

func (q *quotation) end(word int) int {
	if word == len(q.words) {
		return len(q.text)
	}
	return q.words[word].start
}

// part is the text of the words [from, to).
func (q *quotation) part(from, to int) string {
	if from >= to {
		return ""
	}
	return q.text[q.begin(from):q.end(to)]
}

// eachWord calls visit with the bytes of every word of a text: a run of letters,
// marks and digits. In scripts that set no blanks every character is a word.
func eachWord(text string, visit func(start, end int)) {
	start := -1
	for at, r := range text {
		switch {
		case !inWord(r):
			if start >= 0 {
				visit(start, at)
			}
			start = -1
		case standsAlone(r):
			if start >= 0 {
				visit(start, at)
			}
			visit(at, at+utf8.RuneLen(r))
			start = -1
		case start < 0 && !unicode.Is(unicode.Cf, r):
			start = at
		}
	}
	if start >= 0 {
		visit(start, len(text))
	}
}

// inWord reports whether a character stands in words; marks of direction and soft
// hyphens part none.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.Cf, r))
}

// standsAlone reports whether a character is a word by itself.
func standsAlone(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// fold appends a word as it is compared: in lower case, without accents, vowel
// signs, kashidas and the signs that are not seen.
func fold(to []byte, word string) []byte {
	ascii := true
	for i := range len(word) {
		c := word[i]
		ascii = ascii && c < utf8.RuneSelf
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		to = append(to, c)
	}
	if ascii {
		return to
	}
	to = to[:len(to)-len(word)]
	base := rune(0)
	for _, r := range norm.NFKD.String(word) {
		switch {
		case !unicode.IsMark(r):
			base = r
		case base != 'и' && base != 'И': // й is another letter
			continue
		}
		switch {
		case r == '\u0640', unicode.Is(unicode.Cf, r): // kashida
			continue
		case r == 'ς':
			r = 'σ'
		case r >= '٠' && r <= '٩':
			r -= '٠' - '0'
		case r >= '۰' && r <= '۹':
			r -= '۰' - '0'
		}
		to = utf8.AppendRune(to, unicode.ToLower(r))
	}
	return to
}
