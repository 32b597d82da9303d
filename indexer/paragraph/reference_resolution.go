package paragraph

import (
	"regexp"
	"strconv"
	"strings"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// bodyNames are the bodies whose resolutions have symbols, as texts in small
// letters name them.
var bodyNames = []struct {
	organ string
	names *pattern
}{
	{"A/HRC", patternOf(`human rights council|\bhrc\b|conseil des droits de l[’']homme|consejo de derechos humanos|совет\p{L}* по правам человека|مجلس حقوق الإنسان|人权理事会`)},
	{"S", patternOf(`security council|\bunsc\b|conseil de sécurité|consejo de seguridad|совет\p{L}* безопасности|مجلس الأمن|安全理事会|安理会`)},
	{"E", patternOf(`economic and social council|\becosoc\b|conseil économique et social|consejo económico y social|экономическ\p{L}* и социальн\p{L}* совет\p{L}*|المجلس الاقتصادي والاجتماعي|经济及社会理事会|经社理事会`)},
	{"A", patternOf(`general assembly|\bunga\b|assemblée générale|asamblea general|генеральн\p{L}* ассамбле\p{L}*|الجمعية العامة|大会|\bassembly (?:resolution|decision)`)},
}

const (
	resolutionNumber = `(?:e?s-[0-9]{1,2}/[0-9]{1,3}|[0-9٠-٩]{1,4}/[0-9٠-٩]{1,3}|[0-9٠-٩]{1,4}\s?[(（](?:[0-9٠-٩]{4}|[ivxlc]+|e?s-[ivxlc]+)[)）])`
	// letters of a part: "51/211 A to E", "60/1 B".
	resolutionParts = `(?:\s?[a-h]\b(?:(?:\sto\s|\s?[-–]\s?|\sà\s|\sa\s|\sand\s)[a-h]\b)?)?`
)

var (
	resolutionForm = patternOf(`(?:resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци\p{L}*|(?:ال|بال|لل|وال)?قرار(?:ات|ي|ين|ات ها|ها|ه)?|\b(decisions?|décisions?|decisi(?:ón|ones)|решени\p{L}*)|(?:ال)?مقرر(?:ات|ها|ه)?)(?:\s(?:[\p{Arabic} ]{3,40}|no\.|nos\.|n[o°])\s?|\s)(` + resolutionNumber + `)`)
	chineseForm    = patternOf(`第?\s?([0-9]{1,4}/[0-9]{1,3}|[0-9]{1,4}\s?[(（][0-9]{4}[)）])\s?([a-h])?\s?号(决议|决定)`)
	nextNumber     = regexp.MustCompile(`^\s?(?:of\s[0-9]{1,2}\s\p{L}+\s[0-9]{4}|du\s[0-9]{1,2}(?:er)?\s\p{L}+\s[0-9]{4}|de\s[0-9]{1,2}\sde\s\p{L}+\sde\s[0-9]{4}|от\s[0-9]{1,2}\s\p{L}+\s[0-9]{4}\sгода)?\s?(?:,|،|、)?\s?(?:(?:and|et|y|e|и|as well as|ainsi que)\s|و\s?|和|及)?(` + resolutionNumber + `)`)
	partsForm      = regexp.MustCompile(`^` + resolutionParts)
	yearInBrackets = regexp.MustCompile(`^[0-9]{1,4}\((?:19[4-9]|20)[0-9]{1,2}\)$`)
	// sentenceStop keeps the search for a body within its sentence.
	sentenceStop = regexp.MustCompile(`[.;:](?:\s|$)|[\n。；：؛]`)
)

// reach is how far from the number the body's name may stand, in bytes.
const reach = 64

// resolutions finds resolutions and decisions cited by number. The symbol is
// given where the body is named beside them, or the form of the number leaves no
// choice: a year in brackets is the Security Council's, a year before the stroke
// the Economic and Social Council's. Otherwise the number is the target.
func resolutions(text, low string) []un.Reference {
	var refs []un.Reference
	done := 0
	for _, m := range resolutionForm.FindAllStringSubmatchIndex(low, -1) {
		if m[0] < done {
			continue
		}
		kind := refResolution
		if m[2] >= 0 || strings.Contains(low[m[0]:m[4]], "مقرر") {
			kind = refDecision
		}
		numbers := numbersFrom(low, m[4], m[5])
		done = numbers[len(numbers)-1].to
		organ := organOf(low, m[0], done)
		for _, n := range numbers {
			refs = append(refs, citedResolution(kind, organ, text, n.from, n.to))
		}
	}
	refs = appendApart(refs, councilResolutions(text, low))
	for _, m := range chineseForm.FindAllStringSubmatchIndex(low, -1) {
		kind := refResolution
		if low[m[6]:m[7]] == "决定" {
			kind = refDecision
		}
		end := m[3]
		if m[4] >= 0 {
			end = m[5]
		}
		refs = append(refs, citedResolution(kind, organOf(low, m[0], m[1]), text, m[2], end))
	}
	return refs
}

// numbersFrom gives the numbers of a list, whose first stands at low[from:end],
// each with the letters of its part.
func numbersFrom(low string, from, end int) (numbers []span) {
	for {
		end += len(strings.TrimRight(partsForm.FindString(low[end:]), " "))
		numbers = append(numbers, span{from, end})
		next := nextNumber.FindStringSubmatchIndex(low[end:])
		if next == nil {
			return numbers
		}
		from, end = end+next[2], end+next[3]
	}
}

var (
	councilNumber = patternOf(`[0-9]{2,4}\s?\((?:19[4-9]|20[0-9])[0-9]\)`)
	resolutionAny = regexp.MustCompile(`resolution|résolution|resoluci|резолюци|قرار|决议`)
)

// councilResolutions finds resolutions of the Security Council that stand apart
// from the word: "its resolutions on trees, in particular 1591 (2005)".
func councilResolutions(text, low string) []un.Reference {
	var refs []un.Reference
	for _, m := range councilNumber.FindAllStringIndex(low, -1) {
		if m[0] > 0 && strings.ContainsRune("0123456789/-–.$,", rune(low[m[0]-1])) {
			continue
		}
		before := clip(low, m[0]-900, m[0])
		if at := sentenceStop.FindAllStringIndex(before, -1); at != nil {
			before = before[at[len(at)-1][1]:]
		}
		if resolutionAny.MatchString(before) {
			refs = append(refs, citedResolution(refResolution, "S", text, m[0], m[1]))
		}
	}
	return refs
}

// citedResolution makes the reference to the resolution whose number stands at
// text[from:end].
func citedResolution(kind, organ, text string, from, end int) un.Reference {
	number := strings.NewReplacer(" ", "", "\u00a0", "", "（", "(", "）", ")", "–", "-").Replace(masthead.WesternDigits(text[from:end]))
	for _, to := range []string{"to", "à", "and"} {
		if i := strings.Index(number, to); i > 0 && i+len(to) < len(number) {
			number = number[:i] + "-" + number[i+len(to):]
		}
	}
	return un.Reference{Kind: kind, Target: resolutionTarget(kind, organ, number), Start: from, End: end}
}

func resolutionTarget(kind, organ, number string) string {
	if organ == "" || organ == "council" {
		organ = organByForm(organ, number)
	}
	if organ == "" {
		if kind == refDecision {
			return "decision " + number
		}
		return number
	}
	nature := "/RES/"
	if kind == refDecision {
		nature = "/DEC/"
	}
	if s, err := un.ParseSymbol(organ + nature + number); err == nil {
		return s.String()
	}
	return organ + nature + number
}

// organByForm tells the organ by the form of the number alone.
func organByForm(organ, number string) string {
	session, _, slash := strings.Cut(number, "/")
	year, err := strconv.Atoi(session)
	switch {
	case yearInBrackets.MatchString(number):
		return "S"
	case slash && err == nil && year >= 1978 && year < 2100 && organ == "council":
		return "E"
	}
	return ""
}

// organOf gives the organ named within a citation, right before it or right
// behind it; "council" where only a Council is named.
func organOf(low string, start, end int) string {
	for _, b := range bodyNames {
		if b.names.MatchString(low[start:min(len(low), end)]) {
			return b.organ
		}
	}
	before := clip(low, start-reach, min(len(low), start+len("resolution")))
	if m := sentenceStop.FindAllStringIndex(before, -1); m != nil {
		before = before[m[len(m)-1][1]:]
	}
	if organ := lastOrgan(before); organ != "" {
		return organ
	}
	behind := clip(low, end, end+reach)
	if i := strings.IndexAny(behind, ".;,，。،"); i >= 0 {
		behind = behind[:i]
	}
	for _, b := range bodyNames {
		if m := b.names.FindStringIndex(behind); m != nil && ofBody.MatchString(behind[:m[0]]) {
			return b.organ
		}
	}
	if strings.HasSuffix(strings.TrimRight(clip(low, start-10, start), " "), "council") {
		return "council"
	}
	if ownForm.MatchString(clip(low, start-16, end)) {
		return speakingOrgan(low, start, end)
	}
	return ""
}

// ofBody is what stands between a number and the body that adopted it.
var ofBody = regexp.MustCompile(`^[a-hа-я]?\s?(?:of|de la|de l[’']|du|del|de|,)?\s?(?:the|la|le)?\s?$|^\s?$`)

// lastOrgan gives the organ that is named last and next to the citation.
func lastOrgan(before string) string {
	organ, at := "", -1
	for _, b := range bodyNames {
		for _, m := range b.names.FindAllStringIndex(before, -1) {
			if m[0] > at {
				organ, at = b.organ, m[0]
			}
		}
	}
	return organ
}

// clip cuts text[from:to] at rune bounds.
func clip(text string, from, to int) string {
	from, to = max(from, 0), min(to, len(text))
	if from >= to {
		return ""
	}
	return strings.ToValidUTF8(text[from:to], "")
}

var supplementForm = patternOf(`official records of the general assembly,\s([\p{L} -]{4,40}?)\s(?:special )?session,\s(?:[\p{L} ]+,\s)?supplement no\.\s?([0-9]{1,3})(?:\s?[(]a/)?`)

// supplements finds supplements to the Official Records of the General Assembly
// that are cited without their symbol: the number of the one is the number of
// the other.
func supplements(_, low string) []un.Reference {
	var refs []un.Reference
	for _, m := range supplementForm.FindAllStringSubmatchIndex(low, -1) {
		session := masthead.Ordinal(low[m[2]:m[3]])
		if session < 31 || strings.HasSuffix(low[m[0]:m[1]], "(a/") {
			continue
		}
		refs = append(refs, un.Reference{Kind: refSymbol, Target: "A/" + strconv.Itoa(session) + "/" + low[m[4]:m[5]], Start: m[0], End: m[5]})
	}
	return refs
}
