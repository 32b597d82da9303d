package un

import (
	"strconv"
	"strings"
)

// identifyCompound reads a citation of several documents: "A/64/440 and Corr.1",
// "A/64/115, 174, 323 and 324". A bare modifier belongs to the last symbol
// written in full, a bare number takes the place of the last number.
func identifyCompound(s string) (Identity, bool) {
	all := expand(s)
	if len(all) < 2 {
		return Identity{}, false
	}
	id := of(IsCompound, all[0])
	for _, other := range all[1:] {
		id.Alias = append(id.Alias, other.String())
	}
	return id, true
}

// expand gives the documents of a citation; nil when any part does not fit.
func expand(s string) []Symbol {
	var all []Symbol
	var base Symbol
	for _, part := range splitList(fold(s)) {
		if full, err := ParseSymbol(part); err == nil {
			base = full
			all = append(all, full)
			continue
		}
		if len(all) == 0 {
			return nil
		}
		more := attach(base, all[len(all)-1], part)
		if more == nil {
			return nil
		}
		all = append(all, more...)
	}
	return all
}

// attach reads an elliptical part after a base and the symbol before it.
func attach(base, previous Symbol, part string) []Symbol {
	bare, _ := tidy(part)
	if m, ok := parseModifier(strings.TrimLeft(bare, "/ ")); ok {
		return numbered(base.String()+"/", m)
	}
	if !isNumber(bare) {
		return nil
	}
	text := previous.String()
	cut := strings.LastIndexAny(text, "./")
	if cut < 0 {
		return nil
	}
	return numbered(text[:cut+1], bare)
}

// numbered parses prefix and item; a range of modifiers ("Add.1-3") gives each.
func numbered(prefix, item string) []Symbol {
	stem, numbers, ok := strings.Cut(item, ".")
	first, last, ranged := strings.Cut(numbers, "-")
	if ok && ranged && len(first) < 4 && len(last) < 4 && isDigits(first) && isDigits(last) {
		var all []Symbol
		for n := atoi(first); n <= atoi(last); n++ {
			all = append(all, numbered(prefix, stem+"."+itoa(n))...)
		}
		return all
	}
	sym, err := ParseSymbol(prefix + item)
	if err != nil {
		return nil
	}
	return []Symbol{sym}
}

// splitList cuts a citation at its conjunctions in the six languages.
func splitList(s string) []string {
	for _, word := range []string{" and ", " et ", " y ", " e ", " и ", " و", " и", "和", "及", "、", "，", ";", "&"} {
		s = strings.ReplaceAll(s, word, ",")
	}
	var parts []string
	for _, p := range strings.Split(s, ",") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

func itoa(n int) string { return strconv.Itoa(n) }

// atoi reads a short run of digits.
func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
