package masthead

import (
	"regexp"

	"travaux/search/un"
)

// noteRE finds the reference of a note verbale of UNODC, alone on its line, with
// the letter of the addressees and the initials of the offices that wrote it:
// "Reference: CU 2013/175(A)/DTA/CEB".
var noteRE = regexp.MustCompile(`(?i)^(?:(?:our |notre |nuestra )?ref(?:\.|erence|érence|erencia)? ?:? ?)?(CU ?\d{4}[/ ]\d+ ?(?:\([A-C]\)|[A-C])?)(?:/[A-Z]{2,8})*[ .]*$`)

// readNote reads the number of a note verbale, which stands for its symbol. Such
// notes have no masthead: the date is a line of its own, often the last.
func (s *sheet) readNote(m *Masthead) {
	for i, l := range s.lines[:min(12, len(s.lines))] {
		found := noteRE.FindStringSubmatch(l.text)
		if found == nil {
			continue
		}
		id := un.Identify(found[1])
		if id.Kind != un.IsNote {
			continue
		}
		m.Symbols = []un.Symbol{id.Symbol}
		m.set("symbol", 0.9)
		s.note = true
		s.blockEnd, s.headerEnd = i+1, i+1
		return
	}
}

// noteDate returns the date of a note verbale.
func (s *sheet) noteDate() (un.Date, float64) {
	for _, l := range s.pages[0].Lines {
		if d := lineDate(fold(clean(l.Text[:min(len(l.Text), 100)]))); d != "" {
			return d, 0.7
		}
	}
	return "", 0
}
