package masthead

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// openings are the words with which a body begins to speak.
const openings = `(?:` +
	`The \p{Lu}[\p{L} -]{3,160},` +
	`|(?:L[ea] |L’|L\')\p{Lu}[\p{L}’\' -]{3,160},` +
	`|(?:La|El|Los|Las) \p{Lu}[\p{L} ]{3,160},` +
	`|(?:Генеральная Ассамблея|Экономический и Социальный Совет|(?:Совет|Комиссия|Комитет|Конференция|Совещание)[\p{L} –-]{0,160}),` +
	`|إن (?:ال|مجلس |مؤتمر |لجنة )[\p{L} ]{3,160}،` +
	`|\p{Han}{0,40}(?:大会|理事会|委员会|会议)[，,]` +
	`)`

// openingRE finds the line with which a body begins to speak.
var openingRE = regexp.MustCompile(`^` + openings + `$`)

// OpensResolution reports whether a line is the one with which a body begins a
// resolution or decision, in one of the six languages: "The General Assembly,",
// "La Conferencia de los Estados Parte,".
func OpensResolution(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(",،，", last) && openingRE.MatchString(line)
}

// runRE finds number and title of a resolution before the words with which the
// body begins to speak, where all of it is one line.
var runRE = regexp.MustCompile(`(?:^|[\s\])])(\d{1,4}/\d{1,4})(?: ?[A-Z])?(?:\.| ?[-–—]) ?(\S.{3,400}?) ?(` + openings + `)(?: |$)`)

// speaksRE finds the line of an organ that begins to speak without the comma behind
// its name.
var speaksRE = regexp.MustCompile(`^(?:The (?:General Assembly|Security Council|Economic and Social Council)|L’Assemblée générale|L\'Assemblée générale|Le Conseil de sécurité|Le Conseil économique et social|La Asamblea General|El Consejo de Seguridad|El Consejo Económico y Social|إن (?:الجمعية العامة|مجلس الأمن|المجلس الاقتصادي والاجتماعي))$`)

// speakerRE finds the article before the body that speaks.
var speakerRE = regexp.MustCompile(`^(?:(?:The|L[ea]|El|إن) |L[’'])`)

// readRun reads the title of a resolution whose head and text are one line: it
// stands behind the resolution's number, before the organ that speaks.
func (s *sheet) readRun(m *Masthead) {
	sym := first(m.Symbols)
	if sym.Nature != "RES" {
		return
	}
	number := sym.String()
	if i := strings.LastIndexByte(number, '/'); i >= 0 {
		number = number[strings.LastIndexByte(number[:i], '/')+1:]
	}
	for _, l := range s.pages[0].Lines[:min(len(s.pages[0].Lines), headLines)] {
		if !strings.Contains(l.Text, number) {
			continue // the expression is slow
		}
		found := runRE.FindStringSubmatch(clean(l.Text[:min(len(l.Text), longLine)]))
		if found == nil || found[1] != number {
			continue
		}
		m.Title = found[2]
		if organ := strings.TrimRight(speakerRE.ReplaceAllString(found[3], ""), ",،， "); m.BodyName == "" && organNames[fold(organ)] {
			m.BodyName = organ
			m.set("body_name", 0.6)
		}
		return
	}
}
