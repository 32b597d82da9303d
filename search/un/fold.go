package un

import (
	"strings"
	"unicode/utf8"
)

// fold brings the look-alikes of extracted text to plain ASCII: the part of
// Unicode NFKC that symbols need (no-break blanks, full-width forms, dashes,
// Arabic-Indic digits), the mojibake of a no-break blank, Cyrillic capitals that
// stand for Latin ones, and invisible marks, which vanish.
func fold(s string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if f := foldRune(r); f >= 0 {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// plain reports whether fold would leave the string as it is.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c < ' ' {
			return false
		}
	}
	return true
}

// foldMap folds a text and tells for each byte of the result, and for its end,
// at which byte of the text it began. The offsets are nil when nothing changed.
func foldMap(s string) (string, []int) {
	if plain(s) {
		return s, nil
	}
	out := make([]byte, 0, len(s))
	offsets := make([]int, 0, len(s)+1)
	for i, r := range s {
		f := foldRune(r)
		if f < 0 {
			continue
		}
		n := len(out)
		out = utf8.AppendRune(out, f)
		for ; n < len(out); n++ {
			offsets = append(offsets, i)
		}
	}
	return string(out), append(offsets, len(s))
}

// foldRune folds one rune; -1 drops it.
func foldRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f':
		return ' '
	case r < 0x80:
		return r
	case r == 0xA0, r == 0xC2, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	case invisible(r):
		return -1
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xFE58, r == 0xFE63:
		return '-'
	case r >= 0xFF01 && r <= 0xFF5E:
		return r - 0xFEE0
	case r >= 0x660 && r <= 0x669:
		return r - 0x660 + '0'
	case r >= 0x6F0 && r <= 0x6F9:
		return r - 0x6F0 + '0'
	case r == 0x2215, r == 0x2044:
		return '/'
	case r == 0x2217, r == 0x204E:
		return '*'
	}
	return foldCyrillic(r)
}

// invisible tells soft hyphens, joiners and marks of direction.
func invisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x61C, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E:
		return true
	}
	return r >= 0x2060 && r <= 0x2069
}

// foldCyrillic maps the Cyrillic capitals that typists use for Latin ones.
func foldCyrillic(r rune) rune {
	switch r {
	case 'А':
		return 'A'
	case 'В':
		return 'B'
	case 'Е':
		return 'E'
	case 'К':
		return 'K'
	case 'М':
		return 'M'
	case 'Н':
		return 'H'
	case 'О':
		return 'O'
	case 'Р':
		return 'P'
	case 'С':
		return 'C'
	case 'Т':
		return 'T'
	case 'Х':
		return 'X'
	}
	return r
}

// tidy takes what surrounds a symbol off it: blanks, quotes, brackets, the
// sentence's punctuation, and the asterisks, which it gives apart.
func tidy(s string) (bare, stars string) {
	const quotes = " \"'`“”„«»‘’‹›<>[]"
	s = unbracket(strings.TrimRight(fold(s), " ,;:\"'"))
	s = strings.Trim(s, quotes)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && strings.Count(s, "(") == 1 {
		s = s[1 : len(s)-1]
	}
	if strings.Count(s, ")") > strings.Count(s, "(") {
		s = strings.TrimSuffix(s, ")")
	}
	s = strings.TrimRight(s, " .,;:")
	bare = strings.TrimRight(s, "* ")
	stars = strings.ReplaceAll(s[len(bare):], " ", "")
	return strings.TrimRight(bare, " .,;:"), stars
}

// unbracket takes the brackets off the letter of a resolution's part, as
// libraries write it: "A/RES/31/16[A]".
func unbracket(s string) string {
	i := strings.LastIndexByte(s, '[')
	if i <= 0 || !strings.HasSuffix(s, "]") || len(s)-i > 5 || !isUpper(s[i+1]) {
		return s
	}
	return s[:i] + s[i+1:len(s)-1]
}

// squeeze drops the blanks that extraction leaves inside symbols: around a
// slash, before a parenthesis and inside it, after a full stop before a digit.
// Asterisks before a slash are footnote marks and go too.
func squeeze(s string) string {
	out := make([]byte, 0, len(s))
	depth := 0
	for i := range len(s) {
		c := s[i]
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		case ' ':
			if depth > 0 || needless(out, s[i:]) {
				continue
			}
		case '*':
			if rest := strings.TrimLeft(s[i:], "* "); strings.HasPrefix(rest, "/") {
				continue
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// needless reports whether the blank between the bytes written and the rest of
// the string, which begins with it, carries nothing.
func needless(before []byte, rest string) bool {
	rest = strings.TrimLeft(rest, " *")
	if len(before) == 0 || rest == "" {
		return true
	}
	prev, next := before[len(before)-1], rest[0]
	switch {
	case prev == '/', prev == ' ', next == '/', next == '(':
		return true
	}
	return prev == '.' && isDigit(next)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// isDigits reports whether s is one or more digits.
func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// isYear reports whether s is a year in which the United Nations had documents.
func isYear(s string) bool {
	return len(s) == 4 && isDigits(s) && s >= "1946" && s <= "2099"
}

// isRoman reports whether s is made of roman digits.
func isRoman(s string) bool {
	return s != "" && strings.Trim(s, "IVXLC") == ""
}

// roman gives the value of a roman number, 0 when it is none.
func roman(s string) int {
	if !isRoman(s) {
		return 0
	}
	value := func(c byte) int {
		switch c {
		case 'I':
			return 1
		case 'V':
			return 5
		case 'X':
			return 10
		case 'L':
			return 50
		}
		return 100
	}
	sum := 0
	for i := range len(s) {
		v := value(s[i])
		if i+1 < len(s) && v < value(s[i+1]) {
			v = -v
		}
		sum += v
	}
	return sum
}
