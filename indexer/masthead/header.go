package masthead

import "math"

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
	dated, symbol := false, false
	for i := 0; i < len(s.lines) && i <= reach; i++ {
		if i > first && !s.lines[i].placed() && opensProse(s.lines[i].folded) {
			break // no second column follows where lines have no places
		}
		switch s.lines[i].kind {
		case kindDate:
			if !dated {
				s.blockEnd = i + 1
			}
			dated = true // a second date is of the title: "Adopted ... on"
		case kindSymbol:
			symbol = true
			s.blockEnd = i + 1
		case kindDistr, kindDegree, kindOriginal, kindOnly, kindLanguage:
			s.blockEnd = i + 1
		case kindSession, kindItem, kindStop, kindMeeting:
			if i > first {
				reach = i
			}
		}
	}
	if !s.anchored && !symbol {
		s.blockEnd = 0 // a date alone makes no masthead
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
			if bold && !l.Bold && l.W > s.width*0.45 || opensProse(l.folded) || !l.placed() && (namesKind(l.folded) || originWord.MatchString(l.folded)) {
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
