package paragraph

import (
	"strings"
	"unicode/utf8"
)

// romanValue gives the value of a well-formed roman numeral up to 399, else 0.
func romanValue(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}
	total := 0
	for i := 0; i < len(s); i++ {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && v < values[s[i+1]] {
			v = -v
		}
		total += v
	}
	if toRoman(total) != s {
		return 0
	}
	return total
}

func toRoman(n int) string {
	var b strings.Builder
	for _, step := range []struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= step.v {
			b.WriteString(step.s)
			n -= step.v
		}
	}
	return b.String()
}

// letterValue counts a letter in its alphabet: A is 1, А is 1.
func letterValue(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= 'A' && r <= 'Z':
		return int(r-'A') + 1
	case r >= 'А' && r <= 'Я':
		return int(r-'А') + 1
	}
	return 0
}

// wordValue gives the place of a word in a list, from 1.
func wordValue(list, word string) int {
	for i, w := range strings.Split(list, "|") {
		if w == word {
			return i + 1
		}
	}
	return 0
}

// hanValue gives the value of a Han numeral below 100.
func hanValue(s string) int {
	tens, ones, seenTen := 0, 0, false
	for _, r := range s {
		if r == '十' {
			seenTen = true
			tens, ones = max(ones, 1), 0
			continue
		}
		ones = wordValue("一|二|三|四|五|六|七|八|九", string(r))
	}
	if seenTen {
		return tens*10 + ones
	}
	return ones
}
