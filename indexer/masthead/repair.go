package masthead

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

var (
	// doubtfulRE is what a scanned symbol looks like: an organ, slashes, a
	// number at the end, capitals, stray blanks and points.
	doubtfulRE = regexp.MustCompile(`^[A-Z]{1,5} ?[./]{1,2} ?[A-Z0-9][A-Za-z0-9 ./()-]{1,40}\*?$`)
	// pointFourRE is a code whose ".4" was read as "A": CN.4, AC.4, SC.4.
	pointFourRE = regexp.MustCompile(`^(CN|AC|SC|WG|C)A$`)
	numeralLike = regexp.MustCompile(`^[0-9IlOoSBZU|]{1,5}$`)
)

// readDoubtful reads a symbol that a scanner misread: the line in the masthead's
// block that looks like a symbol and becomes one when letters that are commonly
// taken for digits are put right. Never tried where a sound symbol was found.
func (s *sheet) readDoubtful(m *Masthead) {
	for i := range min(s.blockEnd+3, len(s.lines)) {
		if s.toAnchor(i) > 6 {
			continue
		}
		sym, ok := repair(s.lines[i].text)
		if !ok {
			continue
		}
		s.lines[i].kind = kindSymbol
		m.Symbols = []un.Symbol{sym}
		m.set("symbol", 0.5)
		return
	}
}

// misreadRE finds a number whose last digit was read as a letter that no UN
// symbol ends with.
var misreadRE = regexp.MustCompile(`\d[IOl]+(?:$|[/(*])`)

// mendNumbers mends symbols that parse but end in a digit misread.
func (s *sheet) mendNumbers(m *Masthead) {
	for i, sym := range m.Symbols {
		if !misreadRE.MatchString(sym.String()) {
			continue
		}
		if mended, ok := repair(sym.String()); ok {
			m.Symbols[i] = mended
			m.set("symbol", 0.5)
		}
	}
}

// repair mends the symbol of a scanned line, as far as there is one way to.
func repair(text string) (un.Symbol, bool) {
	if !strings.Contains(text, "/") || !doubtfulRE.MatchString(text) {
		return un.Symbol{}, false
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, " ", ""), "./", "/")
	parts := strings.Split(text, "/")
	for i, p := range parts {
		switch {
		case i == 0:
		case pointFourRE.MatchString(p):
			parts[i] = strings.TrimSuffix(p, "A") + ".4"
		case numeralLike.MatchString(strings.TrimRight(p, "*")):
			parts[i] = strings.NewReplacer("I", "1", "l", "1", "|", "1", "O", "0", "o", "0", "S", "5", "B", "8", "Z", "2", "U", "11").Replace(p)
		}
	}
	sym, err := un.ParseSymbol(strings.Join(parts, "/"))
	if err != nil || sym.Unknown {
		return un.Symbol{}, false
	}
	return sym, true
}
