package masthead

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

// bodyRE finds the beginning of the name of a body.
var bodyRE = regexp.MustCompile(unmarked(`^(?:(?:[\pL-]+ ){0,3}(?:commission|committee|sub-?commission|subcommittee|conference|working group|expert group|group of|council|board)\b|commission |comite |conference |groupe |conseil |comision |conferencia |grupo |consejo |junta |комиссия |комитет |конференция |рабочая группа |группа |совет |(?:ال)?(?:لجنة|مؤتمر|فريق|مجلس) )|(?:委员会|会议|组|理事会)$`))

// wholeBodyRE finds names that only committees and their like have, whatever
// follows.
var wholeBodyRE = regexp.MustCompile(unmarked(`^(?:committee|human rights committee|comite|comite de|комитет|لجنة|اللجنة) (?:on|for|against|sur|contre|pour|des|de|del|para|по|против|المعنية|القضاء|مناهضة|حقوق)|^human rights committee$|委员会$`))

// maxNameLines is how many lines the name of a body takes on a cover.
const maxNameLines = 4

// bodyBlocks returns how many of the titles, from the first, are the name of the
// body: at most one below a masthead, and on a cover all above the report.
func (s *sheet) bodyBlocks(titles []block) int {
	if len(titles) < 2 {
		return 0
	}
	if s.anchored {
		if s.namesBody(titles[0], titles[1]) {
			return 1
		}
		return 0
	}
	if !bodyRE.MatchString(titles[0].folded) {
		return 0
	}
	for i, b := range titles[:min(len(titles), maxNameLines+1)] {
		if i > 0 && namesReport(b.folded) {
			return i
		}
		if namesKind(b.folded) {
			return i
		}
	}
	return 0
}

// namesReport reports whether a folded title is that of a report.
func namesReport(folded string) bool {
	return originWord.MatchString(folded) || firstType(contentRules, un.Symbol{}, folded) == un.TypeReportOfMeeting
}

// joinNames joins the lines of a name.
func joinNames(blocks []block) string {
	var lines []string
	for _, b := range blocks {
		lines = append(lines, b.text)
	}
	return strings.Join(lines, " ")
}

// namesBody reports whether the first block below a masthead without lines of
// session and agenda item is the name of a body: it stands at the margin, and the
// title is set in from it; or it reads like one, and the title like a report's.
func (s *sheet) namesBody(first, second block) bool {
	for _, l := range s.lines[min(s.blockEnd, len(s.lines)):min(s.headerEnd, len(s.lines))] {
		if l.kind == kindSession || l.kind == kindMeeting || l.kind == kindItem {
			return false
		}
	}
	if !s.placedHead() {
		named := bodyRE.MatchString(first.folded) && !namesKind(first.folded)
		return named && (namesKind(second.folded) || isAdopter(second.folded) || wholeBodyRE.MatchString(first.folded))
	}
	return first.x > 0 && first.x+30 < second.x && first.size <= second.size
}
