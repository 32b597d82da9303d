package un

import (
	"fmt"
	"strings"
)

// ParseSymbol reads one document symbol in any of its spellings: with stray
// blanks, in lower case, with a full stop of the sentence behind it, with the
// asterisks of a reissue. Two symbols, or a series without a number, are an
// error; every error is an ErrNotSymbol.
func ParseSymbol(s string) (Symbol, error) {
	p, err := parse(s)
	if err != nil {
		return Symbol{}, err
	}
	if p.series {
		return Symbol{}, fmt.Errorf("%w: %q names a series and has no number", ErrNotSymbol, s)
	}
	if p.family == pressSeries || p.family == foreignSeries {
		return Symbol{}, fmt.Errorf("%w: %q is not a series of UN documents", ErrNotSymbol, s)
	}
	return p.sym, nil
}

// parsed is a symbol with what the parser knows beside it.
type parsed struct {
	sym    Symbol
	family family
	series bool // the string ends with its session
}

// parse reads a symbol of any family.
func parse(s string) (parsed, error) {
	fail := func(why string) (parsed, error) {
		return parsed{}, fmt.Errorf("%w: %q: %s", ErrNotSymbol, s, why)
	}
	bare, stars := tidy(s)
	if len(bare) > 120 {
		return fail("too long")
	}
	text, ok := blanks(squeeze(bare))
	if !ok {
		return fail("blank inside")
	}
	comps, ok := components(text)
	if !ok {
		return fail("no components")
	}
	comps, modifiers, tail := takeModifiers(comps)
	w := &walker{}
	comps, ok = w.head(comps)
	if !ok {
		return fail("unknown beginning")
	}
	if !w.walk(comps) {
		return fail("no shape of a symbol")
	}
	if !w.finish(modifiers, tail) {
		return fail("parts do not fit")
	}
	w.sym.Reissue = stars
	return parsed{sym: w.sym, family: w.family, series: w.series}, nil
}

// blanks settles the blanks left inside a symbol: those of known phrases stay,
// one before a modifier or its number stands for a slash or nothing, one before
// a resolution's letter for nothing. Any other blank is no part of a symbol.
func blanks(s string) (string, bool) {
	if !strings.Contains(s, " ") {
		return s, true
	}
	words := strings.Fields(s)
	out := words[0]
	for _, w := range words[1:] {
		comp := out[strings.LastIndexByte(out, '/')+1:]
		name, _, _ := strings.Cut(strings.ToLower(w), ".")
		_, modified := parseModifier(comp)
		switch {
		case phraseJoin(comp, w):
			out += " " + w
		case modifierName(strings.TrimRight(name, "-0123456789")) != "":
			out += "/" + w
		case modified && isDigits(w):
			out += "." + w
		case partLetter(comp, w):
			out += w
		case resolutionLetter(out, w):
			out += strings.ToUpper(w)
		default:
			return s, false
		}
	}
	return out, true
}

// phraseJoin reports whether a component and the word behind it begin or make
// one of the codes with a blank inside.
func phraseJoin(comp, word string) bool {
	word, _, _ = strings.Cut(word, "/")
	word, _, _ = strings.Cut(word, ".")
	joined := strings.ToUpper(comp + " " + word)
	for _, p := range phrases() {
		if strings.HasPrefix(p, joined) {
			return true
		}
	}
	return false
}

// partLetter reports whether a component and the word behind it make "Part A",
// whatever stands behind the letter.
func partLetter(comp, word string) bool {
	return strings.EqualFold(comp, "part") && isUpper(word[0]) &&
		(len(word) == 1 || !isUpper(word[1]) && !isLower(word[1]) && !isDigit(word[1]))
}

// resolutionLetter reports whether a word is the letter of a resolution's part.
func resolutionLetter(before, word string) bool {
	if !strings.Contains(strings.ToUpper(before), "/RES/") || len(word) > 3 {
		return false
	}
	for i := range len(word) {
		if c := word[i] &^ 0x20; !(isUpper(c) || i == 1 && word[i] == '-') {
			return false
		}
	}
	return len(word) != 2
}

// components cuts a symbol at its slashes, those in parentheses apart, and
// checks that each is made of what symbols are made of.
func components(s string) ([]string, bool) {
	var comps []string
	depth, start := 0, 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == '/' && depth == 0:
			comps = append(comps, s[start:i])
			start = i + 1
		case r < 0x80 && !symbolByte(byte(r)):
			return nil, false
		}
		if depth < 0 || depth > 1 {
			return nil, false
		}
	}
	comps = append(comps, s[start:])
	if depth != 0 || len(comps) < 2 || len(comps) > 12 {
		return nil, false
	}
	for _, c := range comps {
		if c == "" {
			return nil, false
		}
	}
	return comps, true
}

// symbolByte reports whether an ASCII character may stand in a symbol.
func symbolByte(c byte) bool {
	return isDigit(c) || isUpper(c) || isLower(c) || strings.IndexByte(".-& /", c) >= 0
}

// isNumber reports whether s is an item's number: digits, then a letter, a range
// or both: "12", "29B", "52-53", "211A-E".
func isNumber(s string) bool {
	first, last, ranged := strings.Cut(s, "-")
	if !lettered(first) {
		return false
	}
	if !ranged || lettered(last) {
		return true
	}
	return !isDigits(first) && len(last) == 1 && isUpper(last[0]&^0x20)
}

// lettered reports whether s is digits with at most one letter behind them.
func lettered(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return rest != s && (rest == "" || len(rest) == 1 && isUpper(rest[0]&^0x20))
}
