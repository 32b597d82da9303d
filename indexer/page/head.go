package page

import (
	"regexp"
	"strings"
	"unicode"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// columns are the languages of a table's columns, by the column's number; "" is
// a column that is none of a language's. Text without cells keeps their order
// only.
type columns struct {
	byCell    []string
	languages []string
}

// at gives the language of a column.
func (c columns) at(cell int) string {
	if cell >= 0 && cell < len(c.byCell) {
		return c.byCell[cell]
	}
	return ""
}

// under gives the columns as they stand over a row of so many cells: a head with
// fewer has one cell over symbol and title, "General Information".
func (c columns) under(cells int) columns {
	if missing := cells - len(c.byCell); missing > 0 && len(c.byCell) > 0 {
		c.byCell = append(make([]string, missing), c.byCell...)
	}
	return c
}

// headWords are what the head of a table says before its languages, in the six
// languages of the pages.
var headWords = regexp.MustCompile(`(?i)^(?:documents?\s+symbols?|symbols?|documents?\s+titles?|cotes?(?:\s+(?:du|des)\s+documents?)?|signaturas?(?:\s+del?\s+documentos?)?|` +
	`условн\pL+ обозначени\pL+|文号|文件编号|文件号|(?:الرمز|رمز الوثيقة))` +
	`(?:\s*[|/]?\s*(?:topics?|titles?|documents?|titre|título|descripción|description|subjects?|objet|asunto|тема|название|标题|题目|العنوان|الموضوع))?` +
	`(?:\s*[|/]?\s*(?:available\s+)?(?:languages?|langues?(?:\s+disponibles)?|idiomas?(?:\s+disponibles)?|языки?|语文|اللغات))?$`)

// readHead reads the head of a table of documents: "Document Symbol", "Symbol
// Topic", with or without languages, or languages alone. named tells whether it
// names the symbol.
func readHead(cells []string, text string) (cols columns, named, ok bool) {
	words := strings.Fields(text)
	tail := len(words)
	for tail > 0 && languageOf(words[tail-1]) != "" {
		tail--
	}
	head := strings.Join(words[:tail], " ")
	languages := words[tail:]
	if tail == len(words) && tail > 0 {
		if glued := splitCodes(words[tail-1]); len(glued) > 1 {
			languages, head = glued, strings.Join(words[:tail-1], " ")
		}
	}
	for _, w := range languages {
		cols.languages = append(cols.languages, languageOf(w))
	}
	if len(cells) > 1 && len(languages) > 0 {
		for _, cell := range cells {
			cols.byCell = append(cols.byCell, languageOf(strings.TrimSpace(cell)))
		}
	}
	named = headWords.MatchString(head)
	return cols, named, named || sectionName(head) && len(languages) > 1 || head == "" && len(languages) > 1
}

// sectionName reports whether a text is the name of a table: "General
// information", "Session documents".
func sectionName(s string) bool {
	switch strings.ToLower(s) {
	case "general information", "session documents", "conference room papers", "documents", "documentation", "background documents",
		"informal documents", "pre-session documents", "in-session documents", "post-session documents", "official documents",
		"documents de session", "informations générales", "documentos de sesión", "información general":
		return true
	}
	return false
}

// sectionHead reports whether a line is the name of a table or set in capitals
// as section heads are.
func sectionHead(s string) bool {
	if sectionName(s) {
		return true
	}
	letters, small := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
		if unicode.IsLower(r) {
			small++
		}
	}
	return letters > 5 && small == 0 && hasCase(s)
}

// hasCase reports whether a text is in a script with small letters.
func hasCase(s string) bool { return strings.ToLower(s) != s }

var (
	headingForm  = regexp.MustCompile(`^(.{4,250}?)\s*[(（]([^()（）]{6,120})[)）]\s*\.?$`)
	meetingWords = regexp.MustCompile(`(?i)session|meeting|réunion|período de sesiones|reunión|сесси|совещани|دورة|اجتماع|届会议|会议|conference|congress|working group`)
)

// readHeading reads a meeting's heading: a name with a word for meeting, then
// place and dates in parentheses, the place wanting at times. The heading of a
// document in a list ("Report of the second meeting (...)") comes with its
// symbol and never gets here.
func readHeading(text string) (heading, bool) {
	m := headingForm.FindStringSubmatch(text)
	if m == nil || !meetingWords.MatchString(m[1]) {
		return heading{}, false
	}
	place, start, end, ok := masthead.PlaceAndDates(m[2])
	if !ok {
		return heading{}, false
	}
	return heading{name: strings.TrimSpace(m[1]), place: place, start: start, end: end}, true
}

// standsAlone reports whether a line is a document without a symbol, which some
// tables list among the others: it is no part of the title above it.
func standsAlone(title string) bool {
	types, _ := masthead.TypeOf(un.Symbol{}, title, "")
	for _, t := range types {
		if t == un.TypeInformationNote || t == un.TypeListOfParticipants {
			return true
		}
	}
	return false
}
