package un

import "strings"

// walker reads the components of a symbol from left to right and fills it.
type walker struct {
	sym    Symbol
	family family
	series bool
	glue   bool     // the session is glued to what stands before it
	subs   []string // subsidiary organs before the session
	after  []string // subsidiary organs behind it
	chain  []string // nature codes
	texts  []string // all components behind the body in canonical spelling
}

// head takes the body off the components.
func (w *walker) head(comps []string) ([]string, bool) {
	if body, session, ok := sessionGlued(comps[0]); ok {
		w.sym.Body, w.sym.Session, w.family, w.glue = body, session, unSeries, true
		return comps[1:], true
	}
	body, used, fam := bodyOf(comps)
	if used > 0 {
		w.sym.Body, w.family = body, fam
		return comps[used:], true
	}
	head := comps[0]
	if base, _, found := strings.Cut(head, "("); found && strings.HasSuffix(head, ")") && bodyTable[strings.ToUpper(base)] != unknownSeries {
		w.sym.Body, w.family = strings.ToUpper(head), unSeries
		return comps[1:], true
	}
	if strings.EqualFold(head, "UNODC") {
		head = "UNODC"
	}
	if !unknownHead(head) || len(comps) < 3 {
		return nil, false
	}
	w.sym.Body, w.sym.Unknown = head, true
	return comps[1:], true
}

// walk reads the components behind the body; false when they have no shape of a
// symbol.
func (w *walker) walk(comps []string) bool {
	for i := 0; i < len(comps); i++ {
		c, rest := comps[i], comps[i+1:]
		if n := w.takeSession(comps[i:]); n > 0 {
			i += n - 1
			continue
		}
		done, ok := w.takeItem(c, rest)
		if done || !ok {
			return ok
		}
		code, ok := canonCode(c)
		if _, modifier := parseModifier(c); modifier || !ok || len(rest) == 0 || joint(c) {
			return false
		}
		w.texts = append(w.texts, code)
		w.takeCode(code, rest[0])
	}
	w.series = w.sym.Session != "" && len(w.chain) == 0
	return w.series
}

// joint reports whether a component joins two symbols: it ends with a number, a
// dash and the head of a series, as in E/CN.7/2019/CRP.13-E/CN.15/2019/CRP.9.
func joint(c string) bool {
	i := strings.LastIndexByte(c, '-')
	if i <= 0 || !isDigit(c[i-1]) && c[i-1] != ')' {
		return false
	}
	_, used, _ := bodyOf([]string{c[i+1:], ""})
	return used > 0
}

// takeSession reads the session at the head of the components and tells how many
// it takes.
func (w *walker) takeSession(comps []string) int {
	c, rest := comps[0], comps[1:]
	if w.sym.Session != "" {
		return 0
	}
	if year, ok := strings.CutPrefix(strings.ToUpper(c), "NL."); ok && w.sym.Body == "E" && isYear(year) && len(rest) > 0 {
		w.subs, w.glue = append(w.subs, "NL"), true
		return w.setSession(year, "NL."+year)
	}
	if w.cycle() && len(rest) > 1 && isRoman(c) && isDigits(rest[0]) {
		w.setSession(c+"/"+rest[0], c+"/"+rest[0])
		return 2
	}
	if specialSession(c) && len(rest) > 0 {
		return w.setSession(strings.ToUpper(c), strings.ToUpper(c))
	}
	if !isDigits(c) {
		return 0
	}
	switch {
	case len(rest) > 0 && (isYear(c) || !w.runningNumbers()):
		number := strip(c)
		return w.setSession(number, number)
	case len(rest) == 0 && isYear(c) && len(w.chain) == 0 && !w.organ():
		return w.setSession(c, c)
	}
	return 0
}

func (w *walker) setSession(session, text string) int {
	w.sym.Session = session
	w.texts = append(w.texts, text)
	return 1
}

// cycle reports whether the series counts by cycle and year of the cycle: the
// executive summaries of country reviews.
func (w *walker) cycle() bool {
	return w.sym.Body == "CAC/COSP" && len(w.subs) == 1 && w.subs[0] == "IRG"
}

// organ reports whether the symbol is one of a principal organ itself, whose
// early documents have running numbers that look like years (E/1978).
func (w *walker) organ() bool { return len(w.sym.Body) == 1 && len(w.subs) == 0 }

// runningNumbers reports whether the series numbers its documents through and
// has no session but a year: ad hoc committees, commissions, conferences.
func (w *walker) runningNumbers() bool {
	if len(w.subs) == 0 || len(w.sym.Body) != 1 {
		return false
	}
	name, _, _ := strings.Cut(w.subs[len(w.subs)-1], ".")
	return name == "AC" || name == "CN" || name == "CONF"
}

// specialSession reports whether c is "S-13" or "ES-10".
func specialSession(c string) bool {
	c = strings.ToUpper(c)
	rest, ok := strings.CutPrefix(strings.TrimPrefix(c, "E"), "S-")
	return ok && isDigits(rest)
}

// takeCode files a code that is followed by another component.
func (w *walker) takeCode(code, next string) {
	upper := strings.ToUpper(code)
	number, _, _ := cutParen(next)
	numbered := isNumber(number) || specialSession(number)
	switch {
	case strings.HasPrefix(upper, "SER.") && numbered,
		numbered && bareNature(w.sym.Body, upper),
		w.treaty() && stateCode(upper),
		w.treaty() && len(w.chain) > 0 && w.sym.Session == "":
		w.chain = append(w.chain, code)
	case w.sym.Session == "":
		w.subs = append(w.subs, code)
	case subsidiaryShape(code):
		w.after = append(w.after, code)
	default:
		w.chain = append(w.chain, code)
	}
}

// treaty reports whether the symbol is a treaty body's; the Committee on Economic,
// Social and Cultural Rights is one under the Council's E.
func (w *walker) treaty() bool {
	return w.family == treatySeries || w.sym.Body == "E" && len(w.subs) == 1 && w.subs[0] == "C.12"
}

// stateCode reports whether a treaty body's component is a State's ISO 3166
// alpha-3 code by its shape.
func stateCode(upper string) bool {
	return len(upper) == 3 && strings.Trim(upper, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && !isNature(upper)
}

// finish joins the parts.
func (w *walker) finish(modifiers []string, tail string) bool {
	s := &w.sym
	s.Subsidiary = strings.Join(append(append([]string{}, w.subs...), w.after...), "/")
	s.Nature = strings.Join(w.chain, "/")
	if s.Nature == "AGENDA" {
		s.Nature = "Agenda"
	}
	s.Modifiers = modifiers
	s.path = strings.Join(append([]string{s.Body}, w.subs...), "/")
	s.canonical = strings.Join(append(append([]string{s.Body}, w.texts...), modifiers...), "/")
	if w.glue && len(w.subs) == 0 {
		s.canonical = s.Body + "." + s.Session + s.canonical[len(s.Body):]
	}
	if tail == "" {
		return !w.series || len(modifiers) == 0
	}
	text, session, ok := parseParen(tail)
	if !ok || session || s.Paren != "" {
		return false
	}
	s.Paren = text
	s.canonical += "(" + text + ")"
	return true
}

// canonCode spells a code: capitals, but for the few codes that are printed in
// mixed case. False when it is no code.
func canonCode(c string) (string, bool) {
	first := c[0] &^ 0x20
	if !isUpper(first) && c[0] != '(' {
		return "", false
	}
	for i := range len(c) {
		if c[i] >= 0x80 {
			return "", false
		}
	}
	parts := strings.Split(strings.ToUpper(c), ".")
	for i, p := range parts {
		switch p {
		case "SUB":
			if len(parts) > 1 {
				parts[i] = "Sub"
			}
		case "AGENDA":
			parts[i] = "Agenda"
		case "OZL":
			parts[i] = "OzL"
		case "EXCOM":
			parts[i] = "ExCom"
		case "CONV", "PRO":
			if i > 0 && parts[i-1] == "OzL" {
				parts[i] = p[:1] + strings.ToLower(p[1:])
			}
		}
	}
	return strings.Join(parts, "."), true
}
