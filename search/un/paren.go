package un

import "strings"

// parseParen reads what stands in parentheses behind a number, blanks already
// dropped. A session ("2006", "V", "S-VII", "ORG-75") is told from a part
// ("PartI", "Resumption1", "Vol.II", "Sect.29B").
func parseParen(p string) (text string, session, ok bool) {
	upper := strings.ToUpper(p)
	if isYear(p) || sessionRoman(upper) {
		return upper, true, true
	}
	low := strings.ToLower(p)
	switch low {
	case "introduction", "foreword", "intro":
		return strings.ToUpper(low[:1]) + low[1:], false, true
	}
	if part := ordinalPart(low); part != "" {
		return "Part" + part, false, true
	}
	for _, f := range parenForms() {
		rest, found := strings.CutPrefix(low, f.word)
		if !found {
			continue
		}
		rest = strings.ToUpper(strings.TrimLeft(rest, "."))
		if isRoman(rest) || isNumber(rest) {
			return f.canonical + rest, false, true
		}
	}
	return "", false, false
}

type parenForm struct{ word, canonical string }

// parenForms lists the words of parts in parentheses, longer ones first, in the
// languages whose documents print them so.
func parenForms() []parenForm {
	return []parenForm{
		{"partie", "Part"},
		{"parte", "Part"},
		{"часть", "Part"},
		{"part", "Part"},
		{"resumption", "Resumption"},
		{"reprise", "Resumption"},
		{"volume", "Vol."},
		{"vol", "Vol."},
		{"tome", "Vol."},
		{"incomesect", "IncomeSect."},
		{"section", "Sect."},
		{"sect", "Sect."},
		{"secc", "Sect."},
		{"chap", "Sect."},
		{"разд", "Sect."},
	}
}

// ordinalPart gives the roman number of "premièrepartie", "primeraparte" and the
// like, "" when it is none.
func ordinalPart(low string) string {
	word := strings.TrimSuffix(strings.TrimSuffix(low, "partie"), "parte")
	if word == low {
		return ""
	}
	switch word {
	case "première", "premiere", "primera":
		return "I"
	case "deuxième", "deuxieme", "seconde", "segunda":
		return "II"
	case "troisième", "troisieme", "tercera":
		return "III"
	case "quatrième", "quatrieme", "cuarta":
		return "IV"
	case "cinquième", "cinquieme", "quinta":
		return "V"
	}
	return ""
}

// sessionRoman reports whether p is a session as resolutions before 1976 carry
// it: "XXIX", "S-VII", "ES-V", "ORG-75".
func sessionRoman(p string) bool {
	for _, prefix := range []string{"ES-", "S-"} {
		if rest, ok := strings.CutPrefix(p, prefix); ok {
			return isRoman(rest)
		}
	}
	if rest, ok := strings.CutPrefix(p, "ORG-"); ok {
		return isDigits(rest)
	}
	return isRoman(p)
}
