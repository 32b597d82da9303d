package masthead

import (
	"regexp"
	"strings"

	"travaux/indexer/layout"
	"travaux/search/un"
)

// imprintRE finds the year in the imprint of a cover: "United Nations • New
// York, 2025".
var imprintRE = regexp.MustCompile(unmarked(`^(?:(?:united nations|nations unies|naciones unidas|организация объединенных наций|الامم المتحدة|联合国)\W{1,4})?(?:new york|geneva|vienna|nairobi|geneve|vienne|nueva york|ginebra|viena|нью-иорк|женева|вена|نيويورك|جنيف|فيينا|纽约|日内瓦|维也纳)(?: and geneva)?\W{1,3}(\d{4})\W*$`))

// readBlock reads what the masthead's block gives beside the symbol:
// distribution and date.
func (s *sheet) readBlock(m *Masthead) {
	if d, sure := s.distribution(); d != "" {
		m.Distribution = d
		m.set("distribution", sure)
	}
	if d, sure := s.date(len(m.Symbols) > 0); d != "" {
		m.Date = d
		m.set("date", sure)
	}
}

// distribution returns the distribution: on the line of "Distr.", or alone on
// one of the next lines.
func (s *sheet) distribution() (string, float64) {
	for i, l := range s.lines {
		if l.kind != kindDistr {
			continue
		}
		if word := distrRE.FindStringSubmatch(l.folded); word != nil && word[1] != "" {
			return degree(word[1]), 1
		}
		if d := degree(l.folded); d != "" {
			return d, 0.8
		}
		if d := s.degreeBelow(i); d != "" {
			return d, 0.9
		}
	}
	return "", 0
}

// degreeBelow returns the distribution among the lines around "Distr." at i; in
// scans columns run together, so it may also stand a line above.
func (s *sheet) degreeBelow(i int) string {
	for _, j := range []int{i + 1, i + 2, i + 3, i - 1} {
		if j < 0 || j >= len(s.lines) || s.lines[j].kind != kindDegree {
			continue
		}
		a, b := s.lines[i], s.lines[j]
		if a.placed() && b.placed() && (b.X+b.W < a.X-20 || b.X > a.X+a.W+120) {
			continue // the "GENERAL" of "GENERAL ASSEMBLY" in the other column
		}
		return degree(b.folded)
	}
	return ""
}

// degree names a distribution by its folded word in any of the languages.
func degree(folded string) string {
	switch word := strings.Trim(folded, " .*"); {
	case word == "unrestricted", strings.HasPrefix(word, "general"):
		return "general"
	case strings.HasPrefix(word, "limit"):
		return "limited"
	case strings.HasPrefix(word, "restr"), word == "reservada":
		return "restricted"
	}
	return ""
}

// date returns the masthead's date. A document without a masthead's block has
// one only beside its symbol, or as the year of its imprint.
func (s *sheet) date(hasSymbol bool) (un.Date, float64) {
	if s.note {
		return s.noteDate()
	}
	best := -1
	for i, l := range s.lines {
		if l.kind != kindDate || i >= s.blockEnd && s.anchored {
			continue
		}
		if s.anchored && best < 0 || s.anchored && s.lines[i-1].kind == kindDistr || !s.anchored && best < 0 && hasSymbol && s.toSymbol(i) <= 4 {
			best = i
		}
	}
	if best >= 0 {
		return lineDate(s.lines[best].folded), 1
	}
	if s.anchored {
		return s.doubtfulDate()
	}
	if !hasSymbol {
		return "", 0
	}
	if d, sure := s.imprint(); d != "" {
		return d, sure
	}
	return s.recordDate()
}

// toSymbol returns how many lines lie between the line at i and the nearest line
// of symbols.
func (s *sheet) toSymbol(i int) int {
	nearest := len(s.lines)
	for j, l := range s.lines {
		if l.kind == kindSymbol {
			nearest = min(nearest, max(i-j, j-i))
		}
	}
	return nearest
}

// doubtfulDate looks in the lines of the block for a day that has something else
// beside it; a mark glued to the day hides a digit, so then only the month is
// sure.
func (s *sheet) doubtfulDate() (un.Date, float64) {
	for _, l := range s.lines[:s.blockEnd] {
		found, ok := findDates(l.folded)
		if !ok || !found.single() || len(l.folded) > 60 {
			continue
		}
		if before := l.folded[:found.from]; before != "" && !strings.HasSuffix(before, " ") {
			return found.start[:7], 0.4
		}
		return found.start, 0.6
	}
	return "", 0
}

// imprint returns the year of a cover's imprint, which stands on one of the
// first pages.
func (s *sheet) imprint() (un.Date, float64) {
	for _, p := range s.pages[:min(4, len(s.pages))] {
		if d := imprintOf(p); d != "" {
			return d, 0.7
		}
	}
	return "", 0
}

func imprintOf(p layout.Page) un.Date {
	for _, l := range p.Lines[:min(60, len(p.Lines))] {
		if found := imprintRE.FindStringSubmatch(fold(clean(l.Text[:min(len(l.Text), 120)]))); found != nil {
			if d := isoDate(number(found[1]), 1, 1); d != "" {
				return d[:4]
			}
		}
	}
	return ""
}
