package un

import "strings"

// Found is a symbol in a running text.
type Found struct {
	Symbol Symbol
	// Start and End are byte offsets in the text.
	Start, End int
}

// FindSymbols finds the document symbols of a running text, from left to right.
// Only series of a known body count; a symbol is taken as long as it parses, and
// joint forms (A/79/885-S/2025/230) give each of their symbols.
func FindSymbols(text string) []Found {
	folded, offsets := foldMap(text)
	var found []Found
	for i := 0; i < len(folded); {
		if !startsWord(folded, i) {
			i++
			continue
		}
		sym, n := symbolAt(folded[i:])
		if n == 0 {
			i++
			continue
		}
		found = append(found, Found{Symbol: sym, Start: i, End: i + n})
		i += n
		for {
			more, ok := ellipsis(sym, folded, i)
			if !ok {
				break
			}
			found = append(found, more)
			i = more.End
		}
	}
	for i := range found {
		if offsets != nil {
			found[i].Start, found[i].End = offsets[found[i].Start], offsets[found[i].End]
		}
	}
	return found
}

// ellipsis reads a bare modifier joined by a conjunction to a symbol that ends at
// position from, as in "A/64/440 and Corr.1": it is a document of its own. Bare
// numbers are not taken; in running text they may count anything.
func ellipsis(base Symbol, s string, from int) (Found, bool) {
	rest := s[from:]
	for _, word := range []string{", ", " and ", " et ", " y ", " и ", " و", "和", ""} {
		if t, ok := strings.CutPrefix(rest, word); ok {
			rest = t
			break
		}
	}
	if len(rest) == len(s[from:]) {
		return Found{}, false
	}
	end := 0
	for end < len(rest) && (rest[end] == '.' || isDigit(rest[end]) || isUpper(rest[end]) || isLower(rest[end])) {
		end++
	}
	word := strings.TrimRight(rest[:end], ".")
	m, ok := parseModifier(word)
	if !ok || !strings.Contains(word, ".") || len(base.Modifiers) > 3 {
		return Found{}, false
	}
	sym, err := ParseSymbol(base.String() + "/" + m)
	if err != nil {
		return Found{}, false
	}
	start := len(s) - len(rest)
	return Found{Symbol: sym, Start: start, End: start + len(word)}, true
}

// symbolAt reads the longest symbol at the start of a text and gives its length.
func symbolAt(s string) (Symbol, int) {
	_, n := matchHead(s)
	if n == 0 {
		return Symbol{}, 0
	}
	ends := candidateEnds(s, n)
	for i := len(ends) - 1; i >= 0; i-- {
		end := ends[i]
		sym, err := ParseSymbol(s[:end])
		if err != nil || !plausible(sym) {
			continue
		}
		if strings.ContainsAny(s[end-1:end], ".,;: ") {
			continue
		}
		if stars := starsAt(s[end:]); stars > 0 {
			sym.Reissue = strings.Trim(s[end:end+stars], " ")
			end += stars
		}
		return sym, end
	}
	return Symbol{}, 0
}

// longestSymbol bounds the search for the end of a symbol, in bytes of folded
// text.
const longestSymbol = 100

// candidateEnds lists the places behind position from where a symbol may end:
// behind each component, its parenthesis, and before what may be glued to it. A
// symbol has a digit, so nothing ends before the first one.
func candidateEnds(s string, from int) []int {
	var ends []int
	depth, digits := 0, false
	add := func(i int) {
		if digits {
			ends = append(ends, i)
		}
	}
	for i := from; i < min(len(s), longestSymbol); i++ {
		c := s[i]
		digits = digits || isDigit(c)
		switch {
		case c == '(':
			add(i)
			depth++
		case c == ')' && depth == 0:
			add(i)
			return ends
		case c == ')':
			depth--
			add(i + 1)
		case depth > 0:
			continue
		case c == ' ' && s[i-1] == ' ':
			continue
		case c == ' ' && !continues(s, i), (c == '-' || c == '&') && jointAt(s, i), !symbolByte(c) && c != '*':
			add(i)
			return ends
		case c == ' ', c == '/', c == '-', c == '.', c == '*',
			isUpper(c) && isDigit(s[i-1]) && i+1 < len(s) && isLower(s[i+1]):
			add(i)
		}
	}
	if len(s) <= longestSymbol {
		add(len(s))
	}
	return ends
}

// continues reports whether a symbol may go on behind the blank at i: a slash is
// on either side, a parenthesis follows, or the blank is a phrase's.
func continues(s string, i int) bool {
	rest := strings.TrimLeft(s[i:], " ")
	if rest == "" {
		return false
	}
	if s[i-1] == '/' {
		return true // a line may break behind a slash
	}
	if len(s[i:])-len(rest) > 1 {
		return false
	}
	if rest[0] == '/' || rest[0] == '(' {
		return true
	}
	comp := s[strings.LastIndexByte(s[:i], '/')+1 : i]
	word, _, _ := strings.Cut(rest, " ")
	return phraseJoin(comp, word) || partLetter(comp, word)
}

// plausible holds a parsed symbol against the ways in which ordinary text looks
// like one: "A/4", "S/he 2".
func plausible(s Symbol) bool {
	if s.Number == "" {
		return false
	}
	if s.Subsidiary == "" && s.Session == "" && s.Nature == "" && !strings.Contains(s.Body, "/") {
		return len(s.Number) > 2 || len(s.Number) == 2 && len(s.Modifiers) > 0
	}
	if len(s.Body) > 1 {
		return true
	}
	first, _, _ := strings.Cut(s.Subsidiary, "/")
	if first == "" || subsidiaryShape(first) {
		return true
	}
	switch first {
	case "HRC", "ICEF", "ESCAP", "ESCWA", "ECE", "ECA", "ECWA", "ECLAC", "INCB", "OB", "DSB", "NL", "HLPF", "HLS", "PC", "TAC", "ECAFE", "CEPAL":
		return true
	}
	return len(first) > 2 && s.Session != ""
}

// starsAt gives the length of the asterisks of a reissue, one blank before them
// allowed, when nothing is glued behind them.
func starsAt(s string) int {
	n := 0
	if strings.HasPrefix(s, " *") {
		n = 1
	}
	end := n
	for end < len(s) && s[end] == '*' {
		end++
	}
	if end == n || end-n > 3 {
		return 0
	}
	return end
}
