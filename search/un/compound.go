package un

import (
	"strconv"
	"strings"
)

// identifyCompound reads a citation of several documents: "A/64/440 and Corr.1",
// "A/64/115, 174, 323 and 324". A bare number takes the place of the last number,
// a bare modifier belongs to the last document that is none itself.
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
		var more []Symbol
		if len(all) > 0 {
			more = attach(base, all[len(all)-1], part)
		} else if i := strings.LastIndexByte(part, '/'); i > 0 {
			more = modified(part[:i+1], part[i+1:])
		}
		if more == nil {
			return nil
		}
		all = append(all, more...)
		if last := more[len(more)-1]; len(last.Modifiers) == 0 {
			base = last
		}
	}
	return all
}

// attach reads an elliptical part after a base and the symbol before it.
func attach(base, previous Symbol, part string) []Symbol {
	bare, _ := tidy(part)
	bare = strings.TrimLeft(bare, "/ ")
	if !isNumber(bare) {
		return modified(base.String()+"/", bare)
	}
	text := previous.String()
	sym, err := ParseSymbol(text[:strings.LastIndexAny(text, "./")+1] + bare)
	if err != nil {
		return nil
	}
	return []Symbol{sym}
}

// modified reads a modifier behind a prefix; a range ("Add.1-3") gives each of
// its documents, up to a hundred.
func modified(prefix, modifier string) []Symbol {
	first, last, ranged := strings.Cut(modifier, "-")
	name, from, dotted := strings.Cut(first, ".")
	if !ranged || !dotted || !isDigits(from) || !isDigits(last) {
		if _, ok := parseModifier(modifier); !ok {
			return nil
		}
		from, last = "", ""
		name = modifier
	}
	var all []Symbol
	for _, number := range span(from, last) {
		sym, err := ParseSymbol(prefix + name + number)
		if err != nil {
			return nil
		}
		all = append(all, sym)
	}
	return all
}

// span lists the numbers from first to last, each behind a full stop; one empty
// string when there are none.
func span(first, last string) []string {
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil || to < from || to-from > 100 {
		return []string{""}
	}
	var out []string
	for n := from; n <= to; n++ {
		out = append(out, "."+strconv.Itoa(n))
	}
	return out
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
