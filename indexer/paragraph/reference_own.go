package paragraph

import "regexp"

// A body cites its own resolutions as "its resolution 58/4": the body is the one
// that speaks in the sentence, before the citation or behind it.

var (
	ownForm = regexp.MustCompile(`(?:\b(?:its|sa|ses|su|sus)|сво(?:ей|их|ём|ем|ими?))\s(?:resolution|decision|résolution|décision|resoluci|decisi|резолюц|решени)|قرار(?:ها|اتها|يها)`)
	// subjectForm is what may stand between the number and the body that speaks:
	// a date, more numbers, and the article.
	subjectForm = regexp.MustCompile(`^[^\p{L}]*(?:(?:of|du|de|от|and|et|y|и|المؤرخ)\s[^,،.;]{0,60})?[^\p{L}]*(?:the\s|l[’']|la\s|le\s|el\s)?$`)
)

// ownReach is how far from its number the body may be named in its sentence, in
// bytes.
const ownReach = 300

// speakingOrgan gives the body that speaks in the sentence of a citation.
func speakingOrgan(low string, start, end int) string {
	behind := clip(low, end, end+ownReach)
	if m := sentenceStop.FindStringIndex(behind); m != nil {
		behind = behind[:m[0]]
	}
	organ, first := "", len(behind)
	for _, b := range bodyNames {
		if m := b.names.FindStringIndex(behind); m != nil && m[0] < first {
			organ, first = b.organ, m[0]
		}
	}
	if organ != "" && subjectForm.MatchString(behind[:first]) {
		return organ
	}
	before := clip(low, start-ownReach, start)
	if m := sentenceStop.FindAllStringIndex(before, -1); m != nil {
		before = before[m[len(m)-1][1]:]
	}
	return lastOrgan(before)
}
