package masthead

import (
	"math"
	"slices"
	"strings"

	"travaux/search/un"
)

// findBlock finds where the masthead's block ends: behind the last line of its
// kinds that stands near the first line only mastheads have.
func (s *sheet) findBlock() {
	first := -1
	for i, l := range s.lines {
		if l.kind == kindDistr || l.kind == kindOriginal || l.kind == kindOnly {
			first = i
			break
		}
	}
	s.anchored = first >= 0
	reach := first + 14
	if !s.anchored {
		reach = 8
	}
	dated := false
	for i := 0; i < len(s.lines) && i <= reach; i++ {
		switch s.lines[i].kind {
		case kindDate:
			if !dated {
				s.blockEnd = i + 1
			}
			dated = true // a second date is of the title: "Adopted ... on"
		case kindDistr, kindDegree, kindOriginal, kindOnly, kindLanguage, kindSymbol:
			s.blockEnd = i + 1
		case kindSession, kindItem, kindStop, kindMeeting:
			if i > first {
				return
			}
		}
	}
}

// findHeader finds the lines of session, place and agenda item behind the block.
// Names of bodies stand between them; a title, set larger, or running text ends
// them.
func (s *sheet) findHeader() {
	s.headerEnd = s.blockEnd
	if !s.anchored {
		return
	}
	names, bold := 0, false
	for i := s.blockEnd; i < len(s.lines) && names <= 6; i++ {
		l := s.lines[i]
		if s.isOrgan(i) {
			s.lines[i].kind = kindOrgan
			s.headerEnd = i + 1
			continue
		}
		if s.bodySize > 0 && l.Size > s.bodySize+3 && l.Y > s.blockBottom() && (s.headerEnd > s.blockEnd || !s.overHeader(i)) {
			return
		}
		switch l.kind {
		case kindSession, kindMeeting, kindItem, kindOnly:
			s.headerEnd = i + 1
			names, bold = 3, false // fewer names below than above
		case kindStop, kindFootnote:
			return
		case kindText:
			if bold && !l.Bold && l.W > s.width*0.45 || opensProse(l.folded) {
				return
			}
			names, bold = names+1, l.Bold
		}
	}
}

// overHeader reports whether the large line at i is the name of a body above the
// lines of session or agenda item: these follow and begin at the same margin,
// while titles are set in from it.
func (s *sheet) overHeader(i int) bool {
	for j := i + 1; j < len(s.lines) && j < i+9; j++ {
		l := s.lines[j]
		if (l.kind == kindSession || l.kind == kindItem) && math.Abs(l.X-s.lines[i].X) < 10 && l.Size < s.lines[i].Size-1 {
			return true
		}
	}
	return false
}

// isOrgan reports whether the line at i goes on the name of the organ that is
// set large beside the block: the same size right below a line of it.
func (s *sheet) isOrgan(i int) bool {
	l := s.lines[i]
	if l.kind != kindText && l.kind != kindUN || !l.placed() || l.Size < s.bodySize+3 {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		above := s.lines[j]
		beside := above.kind == kindOrgan || j < s.blockEnd && above.kind == kindText
		if beside && above.placed() && math.Abs(above.Size-l.Size) < 0.6 && s.near(j, i) && math.Abs(above.X-l.X) < 60 {
			return true
		}
	}
	return false
}

// blockBottom returns where the block's lowest line ends on the page.
func (s *sheet) blockBottom() float64 {
	bottom := 0.0
	for _, l := range s.lines[:s.blockEnd] {
		switch l.kind {
		case kindDistr, kindDegree, kindOriginal, kindOnly, kindDate, kindLanguage, kindSymbol:
			bottom = max(bottom, l.Y+l.H)
		}
	}
	return bottom
}

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
