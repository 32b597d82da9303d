package un

import (
	"fmt"
	"strings"
)

// identifyNote reads the number of a UNODC note verbale, "CU 2013/175" or "CU
// 2012 115 A". The letter names the group of addressees. A number that was never
// filled in becomes "?".
func identifyNote(s string) (Identity, bool) {
	sym, rest, ok := cutNote(fold(s))
	if !ok || strings.Trim(rest, " .,;*") != "" {
		return Identity{}, false
	}
	return noteIdentity(sym), true
}

// FindNote reads the number of a note verbale at the start of a line and gives
// what follows it: the title, which flattened pages glue to the letter.
func FindNote(line string) (id Identity, rest string, ok bool) {
	folded, offsets := foldMap(line)
	sym, rest, ok := cutNote(folded)
	if !ok {
		return Identity{}, "", false
	}
	from := len(folded) - len(rest)
	if offsets != nil {
		from = offsets[from]
	}
	return noteIdentity(sym), strings.TrimSpace(line[from:]), true
}

func noteIdentity(sym Symbol) Identity {
	return Identity{
		Kind: IsNote, Canonical: sym.canonical, Symbol: sym,
		Key: strings.ReplaceAll(sym.canonical, " ", ""),
	}
}

// cutNote takes a note verbale's number off the start of a folded text.
func cutNote(s string) (sym Symbol, rest string, ok bool) {
	s = strings.TrimLeft(s, " \"'(")
	if len(s) < 7 || !strings.EqualFold(s[:2], "CU") || s[2] != ' ' && !isDigit(s[2]) {
		return Symbol{}, "", false
	}
	s = strings.TrimLeft(s[2:], " ")
	if len(s) < 5 || !isYear(s[:4]) || s[4] != ' ' && s[4] != '/' {
		return Symbol{}, "", false
	}
	year := s[:4]
	slash := strings.HasPrefix(strings.TrimLeft(s[4:], " "), "/")
	s = strings.TrimLeft(s[4:], " /")
	number, rest := cutDigits(s)
	if number == "" && !slash || len(number) > 4 {
		return Symbol{}, "", false
	}
	letter, rest := cutLetter(rest)
	sym = Symbol{Body: "CU", Session: year, Number: strip(number), Paren: letter}
	shown := sym.Number
	if shown == "" {
		shown = "?"
	}
	sym.canonical = fmt.Sprintf("CU %s/%s", year, shown)
	if letter != "" {
		sym.canonical += "(" + letter + ")"
	}
	return sym, rest, true
}

func cutDigits(s string) (digits, rest string) {
	rest = strings.TrimLeft(s, "0123456789")
	return s[:len(s)-len(rest)], rest
}

// cutLetter takes the addressee letter A, B or C off a text. It must be followed
// by a parenthesis, a blank, the end, or a title's first word, a capital and a
// small letter; "A Note" after a blank is an article only in a title that the
// letter's form tells, so the letter wins.
func cutLetter(s string) (letter, rest string) {
	t := strings.TrimLeft(s, " ")
	t = strings.TrimPrefix(t, "(")
	if t == "" || t[0] < 'A' || t[0] > 'C' {
		return "", s
	}
	after := t[1:]
	switch {
	case strings.HasPrefix(after, ")"):
		return t[:1], after[1:]
	case after == "" || after[0] == ' ':
		return t[:1], after
	case len(after) > 1 && isUpper(after[0]) && isLower(after[1]):
		return t[:1], after
	}
	return "", s
}
