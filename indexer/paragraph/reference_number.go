package paragraph

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cited is one number of a list such as "12 (a), 15-17 and 20".
type cited struct {
	number, sub string // "12", "(a)"
	to          string // the end of a range: "17"
	from, end   int    // its place
}

// String is the number as citations write it: "12 (a)", "15-17".
func (c cited) String() string {
	s := c.number
	if c.sub != "" {
		s += " " + c.sub
	}
	if c.to != "" {
		s += "-" + c.to
	}
	return s
}

// numberList reads the numbers that stand at a place of a text in small letters,
// up to four digits each, with the words that join them in six languages.
func numberList(low string, at int) []cited {
	var list []cited
	for {
		c, ok := citedAt(low, at)
		if !ok {
			return list
		}
		list = append(list, c)
		m := joins.FindStringIndex(low[c.end:])
		if m == nil || len(list) == 20 {
			return list
		}
		at = c.end + m[1]
	}
}

var (
	joins   = regexp.MustCompile(`^\s?(?:,|、|،|;)?\s?(?:(?:and|or|et|ou|y|e|o|u|и|или|和|及|以及|或)\s|و\s?|和|及|、\s?|,\s|،\s?)(?:第\s?)?`)
	ranges  = regexp.MustCompile(`^\s?(?:[-–—‑]|(?:to|through|à|a|al|по|إلى|الى|至|到)\s?)\s?(?:第\s?)?`)
	subMark = regexp.MustCompile(`^\s?(?:\(\s?[a-zа-я]{1,3}\s?\)(?:\s?\(\s?[ivx]{1,4}\s?\))?|[a-z]\)|\([\x{0620}-\x{064A}]{1,2}\)|（[a-z]）|\s(?:bis|ter|quater)(?:[^\p{L}]|$))`)
)

// citedAt reads one number, with its letter or its range.
func citedAt(low string, at int) (cited, bool) {
	number, end := digitsAt(low, at)
	if number == "" {
		return cited{}, false
	}
	c := cited{number: number, from: at, end: end}
	if m := subMark.FindString(low[end:]); m != "" {
		c.end += len(strings.TrimRightFunc(m, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(".,;", r) }))
		c.sub = subOf(m)
	}
	if m := ranges.FindStringIndex(low[c.end:]); m != nil {
		if to, end := digitsAt(low, c.end+m[1]); to != "" && later(number, to) {
			c.to, c.end = to, end
		}
	}
	return c, true
}

// subOf writes a sub-paragraph as English does: "(a)", "(a) (i)".
func subOf(mark string) string {
	mark = strings.Trim(mark, " .,;\u00a0")
	if strings.HasPrefix(mark, "bis") || strings.HasPrefix(mark, "ter") || strings.HasPrefix(mark, "quater") {
		return mark
	}
	var subs []string
	for _, s := range strings.FieldsFunc(mark, func(r rune) bool { return !unicode.IsLetter(r) }) {
		subs = append(subs, "("+s+")")
	}
	return strings.Join(subs, " ")
}

func later(from, to string) bool {
	a, err1 := strconv.Atoi(from)
	b, err2 := strconv.Atoi(to)
	return err1 == nil && err2 == nil && a < b
}

// digitsAt reads a number of up to three digits, Western, Arabic or Chinese, and
// gives it in Western digits. One that goes on as a decimal, a symbol or a
// resolution does is none.
func digitsAt(low string, at int) (number string, end int) {
	end = at
	var chinese []rune
	for end < len(low) {
		r, size := utf8.DecodeRuneInString(low[end:])
		switch {
		case r >= '0' && r <= '9':
			number += string(r)
		case r >= '٠' && r <= '٩':
			number += string('0' + r - '٠')
		case strings.ContainsRune("一二三四五六七八九十百", r):
			chinese = append(chinese, r)
		default:
			size = 0
		}
		if size == 0 || len(number) > 3 || len(chinese) > 6 {
			break
		}
		end += size
	}
	if len(chinese) > 0 && number == "" {
		number = chineseNumber(chinese)
	}
	if len(number) == 0 || len(number) > 3 || number[0] == '0' || goesOn(low[end:]) {
		return "", at
	}
	return number, end
}

// goesOn reports whether what follows a number makes it a part of something else.
func goesOn(rest string) bool {
	if rest == "" {
		return false
	}
	r, size := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[size:])
	if strings.ContainsRune("./:,", r) && unicode.IsDigit(next) && r != ',' {
		return true
	}
	return r == '/' || r == '%' || r < utf8.RuneSelf && unicode.IsLetter(r)
}

// chineseNumber reads 四十六 as 46.
func chineseNumber(runes []rune) string {
	digit := map[rune]int{'一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}
	total, last := 0, 0
	for _, r := range runes {
		switch r {
		case '十':
			total, last = total+max(last, 1)*10, 0
		case '百':
			total, last = total+max(last, 1)*100, 0
		default:
			last = digit[r]
		}
	}
	return strconv.Itoa(total + last)
}
