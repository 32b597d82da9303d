package un

import "strings"

// takeItem reads the item, which ends the components; done is false when c does
// not begin it.
func (w *walker) takeItem(c string, rest []string) (done, ok bool) {
	text, paren, letter := cutParen(c)
	if isNumber(text) || w.boardItem(text) {
		w.sym.Number = strip(strings.ToUpper(text))
		return true, w.tail(w.sym.Number, paren, letter, rest)
	}
	name, number, found := strings.Cut(text, ".")
	name = strings.ToUpper(name)
	if !found || !isNumber(number) || !isNature(name) && !w.oddNature(name, text, rest) {
		return false, true
	}
	if len(rest) > 0 && !neverBody(name) && w.sym.Session == "" {
		return false, true
	}
	w.chain = append(w.chain, name)
	w.sym.Number = strings.ToUpper(number)
	if name == "AGENDA" {
		name = "Agenda"
	}
	return true, w.tail(name+"."+w.sym.Number, paren, letter, rest)
}

// oddNature reports whether an unlisted code names a nature: it closes a symbol
// whose session has been read, and it is no subsidiary organ's.
func (w *walker) oddNature(name, text string, rest []string) bool {
	return w.sym.Session != "" && len(rest) == 0 && len(name) <= 6 && !subsidiaryShape(text) &&
		strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// boardItem reports whether a number is that of an agenda item with its part, as
// the Executive Board of the World Food Programme counts its documents:
// WFP/EB.1/2011/11-B, WFP/EB.A/2024/6-A/1.
func (w *walker) boardItem(number string) bool {
	item, part, ok := strings.Cut(number, "-")
	return ok && w.sym.Body == "WFP" && isDigits(item) && len(part) == 1 && isUpper(part[0]&^0x20)
}

// tail reads what follows a number: a parenthesis, or a second number or a paper
// on the item (D/3249/2018, 6-A/1, 3/CRP.1).
func (w *walker) tail(text, paren, letter string, rest []string) bool {
	w.texts = append(w.texts, text)
	if len(rest) == 0 {
		return w.setParen(paren, letter)
	}
	if paren != "" || letter != "" || len(rest) > 1 {
		return false
	}
	last := strings.ToUpper(rest[0])
	name, number, found := strings.Cut(last, ".")
	paper := found && neverBody(name) && isNumber(number)
	if !paper && !(isNumber(last) && w.secondNumber()) {
		return false
	}
	w.sym.Number += "/" + last
	w.texts = append(w.texts, last)
	return true
}

// secondNumber reports whether the series numbers with a pair: communications
// of the treaty bodies (number and year), petitions, documents on a part of a
// board's agenda item.
func (w *walker) secondNumber() bool {
	if w.boardItem(w.sym.Number) {
		return true
	}
	if len(w.chain) == 0 {
		return false
	}
	last := w.chain[len(w.chain)-1]
	return last == "D" || last == "PET"
}

// setParen reads the item's parenthesis and the letter behind it.
func (w *walker) setParen(paren, letter string) bool {
	if paren == "" {
		return letter == ""
	}
	text, session, ok := parseParen(paren)
	if !ok {
		return false
	}
	if session && w.sym.Session == "" && (w.has("RES") || w.has("DEC")) {
		w.sym.Session = text
	} else if session && isYear(text) {
		return false
	} else {
		w.sym.Paren = text
	}
	w.sym.Number += letter
	w.texts[len(w.texts)-1] += "(" + text + ")" + letter
	return true
}

func (w *walker) has(nature string) bool {
	return len(w.chain) > 0 && w.chain[len(w.chain)-1] == nature
}

// cutParen parts a component from its parenthesis and the letter behind it:
// "377(V)A".
func cutParen(c string) (text, paren, letter string) {
	open := strings.IndexByte(c, '(')
	end := strings.IndexByte(c, ')')
	if open <= 0 || end < open || len(c)-end > 2 {
		return c, "", ""
	}
	letter = strings.ToUpper(c[end+1:])
	if letter != "" && !isUpper(letter[0]) {
		return c, "", ""
	}
	return c[:open], c[open+1 : end], letter
}

// strip takes leading zeros off a number.
func strip(number string) string {
	trimmed := strings.TrimLeft(number, "0")
	if trimmed == "" || !isDigit(trimmed[0]) {
		return number
	}
	return trimmed
}
