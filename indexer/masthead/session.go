package masthead

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

var (
	sessionEnRE = regexp.MustCompile(`^(.+?) (?:regular |substantive |annual |organizational |ordinary )*(sess ?ion|year|meeting|plenary meeting)(?: \((?:resumed|continued|reconvened)\))?[*., ]*$`)
	sessionFrRE = regexp.MustCompile(`^(.+?) (session|reunion|annee)(?: (?:extraordinaire|ordinaire|annuelle|de fond|d'urgence|d'organisation|extraordinaire d'urgence))*(?: \(reprise\))?[*., ]*$`)
	sessionEsRE = regexp.MustCompile(`^(.+?) (peri?odo(?: extraordinario)? de sesiones|reunion|sesion|ano)(?: (?:sustantivo|ordinario|extraordinario|anual|de emergencia|extraordinario de emergencia|de organizacion))*(?: \((?:continuacion|reanudacion|reanudado)\))?[*., ]*$`)
	sessionRuRE = regexp.MustCompile(unmarked(`^(.+?) (?:чрезвычайная |специальная |внеочередная |возобновленная |основная |очередная |ежегодная |организационная )*(сессия|год|совещание)(?: \(возобновленная\))?[*., ]*$`))
	sessionArRE = regexp.MustCompile(unmarked(`^(?:ال)?(دورة|سنة|اجتماع) (.+?)[*., ]*$`))
	qualifierRE = regexp.MustCompile(unmarked(` ?(?:المستأنفة|الاستثنائية|الطارئة|العادية|السنوية)`))
	sessionZhRE = regexp.MustCompile(`第 ?([〇零一二三四五六七八九十百\d]+) ?(届|次)(?:.{0,6}会议|.{0,4}续会)|第 ?([〇零一二三四五六七八九十百\d]+) ?(年)$`)
	// sessionYear finds the sessions that are named by their year.
	sessionYear = regexp.MustCompile(unmarked(`^(?:(?:annual|substantive|organizational|regular|(?:first|second|third) regular|resumed|special|coordination and management|management) )*session(?: of| for| de)?,? (\d{4})[*. ]*$` +
		`|^(\d{4}) (?:(?:annual|substantive|organizational|resumed|regular|(?:first|second) regular) )*session[*. ]*$` +
		`|^(?:reprise de la )?(?:(?:premiere|deuxieme|seconde|troisieme) )?session (?:(?:annuelle|ordinaire|de fond|d'organisation|extraordinaire) )*(?:de (?:l'annee )?|pour )(\d{4})[*. ]*$` +
		`|^(?:continuacion del )?(?:(?:primer|segundo|tercer) )?peri?odo (?:(?:ordinario|anual|extraordinario) )?de sesiones(?: (?:ordinario|anual|sustantivo|de organizacion))? (?:de|para) (\d{4})[*. ]*$|^reanudacion del periodo de sesiones de (\d{4})[*. ]*$|^periode de sessions de (\d{4})$` +
		`|^(?:(?:первая|вторая|третья|ежегодная|очередная|основная|возобновленная|организационная) )*сессия (\d{4}) года?[*. ]*$` +
		`|^(?:ال)?دورة (?:(?:السنوية|العادية|الأولى|الثانية|الثالثة|الموضوعية|التنظيمية|المستأنفة) )*(?:لعام |عام |لسنة )(\d{4})[*. ]*$` +
		`|^(\d{4}) ?年(?:第[一二三]届)?(?:年度|年|届|常|实质性|组织|特别|续)?会(?:议|期)?(?:续会)?[*. ]*$`))
	specialRE = regexp.MustCompile(unmarked(`emergency special|extraordinaire d'urgence|extraordinario (?:de sesiones )?de emergencia|чрезвычайная специальная|الاستثنائية الطارئة|紧急特别`))
	extraRE   = regexp.MustCompile(unmarked(`\bspecial session\b|\bsession extraordinaire\b|extraordinario|специальная|الاستثنائية|特别会议`))
)

// sessionStems are what no session is named without.
var sessionStems = []string{"sess", "year", "meeting", "sesion", "reunion", "ano", "annee", "сесси", "год", "совещани", fold("دورة"), fold("سنة"), fold("اجتماع"), "会", "年"}

// sessionOf reads a folded line that names a session: its number, "79", its
// year, "2025", for special sessions "S-24" and "ES-10". It is empty when the
// line names none or holds more than that.
func sessionOf(folded string) string {
	if utf8.RuneCountInString(folded) > 70 || strings.HasSuffix(folded, "报告") || strings.HasSuffix(folded, "记录") {
		return "" // Chinese puts the kind of document last: "第六十届会议报告"
	}
	if !slices.ContainsFunc(sessionStems, func(stem string) bool { return strings.Contains(folded, stem) }) {
		return "" // most lines
	}
	if m := sessionYear.FindStringSubmatch(folded); m != nil {
		return strings.Join(m[1:], "")
	}
	n := sessionNumber(folded)
	switch {
	case n == 0:
		return ""
	case specialRE.MatchString(folded):
		return "ES-" + strconv.Itoa(n)
	case extraRE.MatchString(folded):
		return "S-" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// sessionNumber reads the ordinal of a session line in any of the languages.
func sessionNumber(folded string) int {
	if m := sessionZhRE.FindStringSubmatch(folded); m != nil && utf8.RuneCountInString(folded) < 20 {
		return chineseNumber(m[1] + m[3])
	}
	if m := sessionArRE.FindStringSubmatch(folded); m != nil {
		words := qualifierRE.ReplaceAllString(m[2], "")
		if n, rest := ordinal(words); n > 0 && rest == "" {
			return n
		}
		return 0
	}
	for _, re := range []*regexp.Regexp{sessionEnRE, sessionFrRE, sessionEsRE, sessionRuRE} {
		m := re.FindStringSubmatch(folded)
		if m == nil {
			continue
		}
		text := strings.TrimSuffix(strings.TrimSuffix(m[1], " emergency special"), " special")
		text = strings.TrimSuffix(text, " extraordinaire")
		if n, rest := ordinal(text); n > 0 && sessionPrefix(rest) {
			return n
		}
	}
	return 0
}

// sessionPrefix reports whether what stands before the ordinal may stand there.
func sessionPrefix(rest string) bool {
	for _, w := range strings.Fields(rest) {
		switch w {
		case "first", "second", "resumed", "reconvened", "continued", "reprise", "de", "la", "continuacion", "reanudacion", "reanudado", "del", "возобновленная":
		default:
			return false
		}
	}
	return true
}
