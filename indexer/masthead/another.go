package masthead

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// repeated is the least number of letters at the beginning of two titles that
// makes the second a repetition of the first: fewer may be the same by chance.
const repeated = 20

// opensAnother reports whether a line without a place begins another title than the
// block above it, by what both say: the document's title that repeats the agenda
// item's, the report or record below the name of the body, the first item below the title
// of an agenda.
func opensAnother(b block, l line) bool {
	if l.placed() {
		return false
	}
	if beginAlike(b.folded, l.folded) {
		return true
	}
	if summaryRE.MatchString(l.folded) || heldHanRE.MatchString(l.text) {
		return true
	}
	t := firstType(contentRules, un.Symbol{}, l.folded)
	if t == un.TypeReportOfMeeting && bodyRE.MatchString(b.folded) && !namesKind(b.folded) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(l.text)
	return unicode.IsUpper(first) && !unfinished(b.folded, l.text) && firstType(contentRules, un.Symbol{}, b.folded) == un.TypeAnnotatedAgenda
}

// beginAlike reports whether one of two folded texts begins with the other.
func beginAlike(a, b string) bool {
	if min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) < repeated {
		return false
	}
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}
