package masthead

import (
	"slices"
	"strings"

	"travaux/search/un"
)

// candidate is a line that may hold the document's own symbol.
type candidate struct {
	at    int
	score int
}

// needed is the score from which a candidate is believed.
const needed = 6

// readSymbols finds the document's own symbols. What counts is that the symbol
// stands alone on a line, near the lines only mastheads have, high on the first
// page, and again in the running heads; symbols inside sentences and in
// footnotes are citations.
func (s *sheet) readSymbols(m *Masthead) {
	best := candidate{at: -1}
	for i, l := range s.lines {
		if l.kind != kindSymbol {
			continue
		}
		c := candidate{i, s.score(i)}
		if best.at < 0 || c.score > best.score || c.score == best.score && s.toAnchor(i) < s.toAnchor(best.at) {
			best = c
		}
	}
	switch {
	case best.at >= 0 && best.score >= needed:
		m.Symbols = s.jointAt(best.at)
		m.set("symbol", min(1, float64(best.score)/10))
		s.mendNumbers(m)
	case s.anchored:
		s.readDoubtful(m)
	}
	if len(m.Symbols) == 0 {
		s.readRunning(m)
	}
	if len(m.Symbols) == 0 {
		s.readNote(m)
	}
	if len(m.Symbols) == 0 {
		return
	}
	own := m.Symbols[0]
	m.Body, m.Subsidiary = own.Body, own.Subsidiary
	if own.Session != "" {
		m.Session = own.Session
		m.set("session", m.Confidence["symbol"])
	}
	m.Reissued = s.settleReissue(m.Symbols)
}

// score tells how much speaks for the symbol line at i.
func (s *sheet) score(i int) int {
	score := 4
	switch distance := s.toAnchor(i); {
	case distance <= 6:
		score += 3
	case distance <= 10:
		score++
	}
	if i < 12 {
		score += 2
	}
	if s.runs(s.lines[i].text) {
		score += 2
	}
	if i > 0 && s.lines[i-1].kind == kindFootnote {
		score -= 3
	}
	if l := s.lines[i]; l.placed() && s.height > 0 && l.Y > s.height*0.6 {
		score -= 4
	}
	return score
}

// toAnchor returns how many lines lie between the line at i and the nearest line
// that only mastheads have.
func (s *sheet) toAnchor(i int) int {
	nearest := len(s.lines)
	for j, l := range s.lines {
		if l.kind == kindDistr || l.kind == kindOriginal || l.kind == kindOnly {
			nearest = min(nearest, max(i-j, j-i))
		}
	}
	return nearest
}

// runs reports whether the first symbol of a text stands in the running heads.
func (s *sheet) runs(text string) bool {
	found := un.FindSymbols(text)
	if len(found) == 0 {
		return false
	}
	for _, l := range s.running {
		if len(l.text) > 120 {
			continue
		}
		for _, f := range un.FindSymbols(l.text) {
			if f.Symbol.Key() == found[0].Symbol.Key() {
				return true
			}
		}
	}
	return false
}

// jointAt returns the symbols of the line at i and of the symbol lines that
// adjoin it: joint documents print their symbols side by side or below each
// other.
func (s *sheet) jointAt(i int) []un.Symbol {
	first, last := i, i
	for first > 0 && s.lines[first-1].kind == kindSymbol {
		first--
	}
	for last+1 < len(s.lines) && s.lines[last+1].kind == kindSymbol {
		last++
	}
	own := symbolsIn(s.lines[i].text)
	var above, below []un.Symbol
	for j := first; j <= last; j++ {
		for _, sym := range symbolsIn(s.lines[j].text) {
			switch {
			case j == i || sameSeries(own, sym):
			case j < i:
				above = append(above, sym)
			default:
				below = append(below, sym)
			}
		}
	}
	return slices.Concat(above, own, below)
}

// sameSeries reports whether a symbol is of a series that one of the others is
// of. Two lines of one series are not joint: page headers of Word files keep
// symbols of earlier drafts.
func sameSeries(symbols []un.Symbol, sym un.Symbol) bool {
	return slices.ContainsFunc(symbols, func(s un.Symbol) bool { return s.BodyPath() == sym.BodyPath() })
}

// symbolsIn returns the symbols of a line that consists of symbols; one of a
// series that is not known counts when it is all of the line.
func symbolsIn(text string) []un.Symbol {
	var out []un.Symbol
	for _, f := range un.FindSymbols(text) {
		out = append(out, f.Symbol)
	}
	if len(out) > 0 {
		return out
	}
	if sym, err := un.ParseSymbol(text); err == nil {
		return []un.Symbol{sym}
	}
	return nil
}

// settleReissue takes the asterisks off symbols whose footnote says something
// else than that the document was issued again, and reports whether it was.
func (s *sheet) settleReissue(symbols []un.Symbol) bool {
	reissued := false
	for i := range symbols {
		if symbols[i].Reissue == "" {
			continue
		}
		if s.noteSaysOtherwise(symbols[i].Reissue) {
			symbols[i].Reissue = ""
			continue
		}
		reissued = true
	}
	return reissued
}

// noteSaysOtherwise reports whether the first page has a footnote with the given
// mark that does not speak of a reissue.
func (s *sheet) noteSaysOtherwise(mark string) bool {
	for i, l := range s.pages[0].Lines {
		text := clean(l.Text)
		rest, ok := strings.CutPrefix(text, mark)
		if !ok || strings.HasPrefix(rest, "*") || barCodeRE.MatchString(text) {
			continue
		}
		if strings.Trim(rest, " ") == "" && i+1 < len(s.pages[0].Lines) {
			rest = s.pages[0].Lines[i+1].Text
		}
		return !speaksOfReissue(fold(rest))
	}
	return false
}

// speaksOfReissue reports whether a folded footnote says that the document was
// issued again.
func speaksOfReissue(folded string) bool {
	for _, w := range []string{
		"reissue", "re-issue", "nouveau tirage", "publicado nuevamente", "publicado de nuevo", "reemision", "переиздан", "повторно выпущен", fold("أعيد إصدار"), fold("يعاد إصدار"), "重新印发", "重发", "再次印发",
	} {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}
