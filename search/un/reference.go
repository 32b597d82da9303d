package un

import (
	"regexp"
	"strings"
)

// identifyReference reads a resolution or decision named in words: "resolution
// 58/4", "Security Council resolution 1373 (2001)". Decisions have no symbol,
// nor have the resolutions of conferences. When no body is told, the numbers of
// the General Assembly's sessions since the thirty-first and the Security
// Council's years are taken for theirs; anything else stays without a body.
func identifyReference(s string) (Identity, bool) {
	m := referenceForm.FindStringSubmatch(strings.Trim(fold(s), " \"'.,;*"))
	if m == nil {
		if m = chineseForm.FindStringSubmatch(strings.Trim(fold(s), " ")); m == nil {
			return Identity{}, false
		}
		m = []string{m[0], m[1], m[4], m[2], m[3], "", ""}
	}
	r := reference{
		prefix: adopter(m[1]), told: strings.TrimSpace(m[1]) != "",
		decision: isDecision(m[2]), number: m[3] + strings.ToUpper(m[4]), paren: strings.ToUpper(m[5]),
	}
	if r.paren != "" {
		r.number += strings.ToUpper(m[6])
	}
	return r.identity()
}

var (
	referenceForm = regexp.MustCompile(`(?i)^(?:(.*?)\s+)?(resolutions?|résolutions?|resoluci(?:ón|ones)|резолюци[яиейю]|القرار|قرار|` +
		`decisions?|décisions?|decisi(?:ón|ones)|решени[еяйю]|المقرر|مقرر)\s+` +
		`((?:ES-|S-)?\d+/\d+|\d+)(?:\s?([A-Z](?:(?: to |-)[A-Z])?))?(?:\s?\((\d{4}|[IVXLC]+|E?S-[IVX]+)\)\s?([A-Z]?))?$`)
	chineseForm = regexp.MustCompile(`^(.*?)第?(\d+/\d+)\s?([A-Z]?)号(决议|决定)$`)
)

type reference struct {
	prefix, number, paren string
	told, decision        bool
}

func (r reference) identity() (Identity, bool) {
	r.number = strings.Replace(r.number, " TO ", "-", 1)
	session, number, slash := strings.Cut(r.number, "/")
	if !slash {
		session, number = r.paren, r.number
	}
	if session == "" {
		return Identity{}, false
	}
	if !r.told && !r.decision {
		r.prefix = likelyAdopter(session, slash)
	}
	if r.prefix != "" && !r.decision {
		if sym, err := ParseSymbol(r.prefix + r.text()); err == nil {
			return of(IsRef, sym), true
		}
	}
	nature, word := "RES", "resolution "
	if r.decision {
		nature, word = "DEC", "decision "
	}
	sym := Symbol{Session: session, Nature: nature, Number: number}
	if body, sub, ok := strings.Cut(strings.TrimSuffix(r.prefix, "/RES/"), "/"); body != "" {
		sym.Body = body
		if ok {
			sym.Subsidiary = sub
		}
	}
	return Identity{Kind: IsRef, Canonical: word + r.text(), Symbol: sym}, true
}

// text is the number as written, a part's letter behind the parenthesis.
func (r reference) text() string {
	if r.paren == "" {
		return r.number
	}
	number, letter := r.number, ""
	for i := range len(number) {
		if isUpper(number[i]) {
			number, letter = number[:i], number[i:]
			break
		}
	}
	return number + "(" + r.paren + ")" + letter
}

// likelyAdopter gives the beginning of the symbol for a resolution whose body is
// not told, "" when the number does not tell it.
func likelyAdopter(session string, slash bool) string {
	n, _ := cutDigits(session)
	switch {
	case slash && isYear(session):
		return "E/RES/"
	case slash && len(n) == 2 && n == session && n >= "31":
		return "A/RES/"
	case !slash && isYear(session):
		return "S/RES/"
	case !slash && isRoman(session):
		return "A/RES/"
	}
	return ""
}

// adopter gives the beginning of the symbols of the resolutions of the body that
// the words before "resolution" name.
func adopter(words string) string {
	words = strings.ToLower(words)
	for _, a := range []struct{ prefix, names string }{
		{"A/HRC/RES/", "human rights council|hrc|droits de l'homme|derechos humanos"},
		{"S/RES/", "security council|unsc|conseil de sécurité|consejo de seguridad|совета безопасности|مجلس الأمن|安全理事会"},
		{"E/RES/", "economic and social council|ecosoc|conseil économique et social|consejo económico y social|экономического и социального совета|المجلس الاقتصادي|经济及社会理事会"},
		{"A/RES/", "general assembly|unga|assemblée générale|asamblea general|генеральной ассамблеи|الجمعية العامة|大会"},
	} {
		for _, name := range strings.Split(a.names, "|") {
			if strings.Contains(words, name) {
				return a.prefix
			}
		}
	}
	return ""
}

func isDecision(word string) bool {
	w := strings.ToLower(word)
	for _, p := range []string{"dec", "déc", "реш", "المقرر", "مقرر", "决定"} {
		if strings.HasPrefix(w, p) {
			return true
		}
	}
	return false
}
