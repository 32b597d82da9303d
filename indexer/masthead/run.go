package masthead

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// runReach is how far into a piece of a masthead run together its parts are
// looked for, in bytes: titles end before.
const runReach = 900

// itemRuns find the line of an agenda item inside a text run together. Page
// texts lose their apostrophes: "de l ordre du jour".
var itemRuns = []*regexp.Regexp{
	regexp.MustCompile(`\b(?:Agenda items?|AGENDA ITEMS?) ` + itemNumber + `\b\)?(?: of the(?: provisional| annotated| draft)* agenda)?(?: ?\*{1,2})?|\bItems? ` + itemNumber + `,? (?:of|on) the(?: (?:provisional|preliminary|annotated|supplementary|draft|revised|proposed))*(?: agenda| list)(?: ?\*{1,2})?`),
	regexp.MustCompile(`\bPoints? ` + itemNumber + ` de (?:l['’ ] ?ordre du jour|la liste)(?: (?:provisoire|préliminaire|annoté))*(?: ?\*{1,2})?`),
	regexp.MustCompile(`\bTemas? ` + itemNumber + ` (?:del (?:proyecto de )?programa|de la lista)(?: (?:provisional|preliminar|anotado))*(?: ?\*{1,2})?`),
	regexp.MustCompile(`Пункты? ` + itemNumber + ` (?:(?:предварительной|аннотированной|проекта) )*(?:повестки дня|первоначального перечня)(?: ?\*{1,2})?`),
	regexp.MustCompile(`(?:البند|البندان|البنود) ` + itemNumber + `(?: و ?\d+)? من (?:جدول الأعمال|القائمة الأولية)(?: المؤقت)?(?: ?\*{1,2})?`),
	regexp.MustCompile(`(?:临时|暂定)?议程\*{0,2} ?项目 ?` + itemNumber + `(?: ?\*{1,2})?`),
}

// cutRun cuts what stands between the surer parts of a masthead run together:
// the session, the line of the agenda item, the titles where a kind of document
// or an origin is named, and the text where it begins.
func cutRun(text string) []string {
	var at []int
	add := func(from, to int) {
		if from >= 0 && to > from {
			at = append(at, from, to)
		}
	}
	head := text[:textReach(text)]
	plain := WesternDigits(head)
	for _, re := range itemRuns {
		if m := re.FindStringIndex(plain); m != nil {
			add(back(head, plain, m[0]), back(head, plain, m[1]))
			break
		}
	}
	add(sessionRun(head))
	at = append(at, kindRuns(head)...)
	at = append(at, len(head))
	slices.Sort(at)
	var out []string
	from := 0
	for _, to := range append(at, len(text)) {
		if part := strings.Trim(text[from:to], " "); to > from && part != "" {
			out = append(out, part)
		}
		from = max(from, to)
	}
	return out
}

// back returns the offset in a text of an offset in its form with European
// digits, which has as many runes.
func back(text, plain string, offset int) int {
	return originOf(text, utf8.RuneCountInString(plain[:offset]))
}

// originOf returns the byte offset of the nth rune of a text.
func originOf(text string, n int) int {
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// stopRunRE finds where, in a text run together, the titles end: the first
// chapter, the first paragraph, the table of contents, the summary.
var stopRunRE = regexp.MustCompile(` (?:(?:I|1)\. ?[\p{Lu}]|I\.? ?INTRODU|INTRODUC|Introduc|Введение|ВВЕДЕНИЕ|Table des matières|TABLE DES MATI|Contents |CONTENTS |Índice |ÍNDICE |Содержание |СОДЕРЖАНИЕ |Summary |SUMMARY |Resumen |Résumé |Резюме Н|المحتويات|目录)`)

// textReach returns where the text begins that follows the head of a document.
func textReach(text string) int {
	reach := runeStart(text, runReach)
	if m := stopRunRE.FindStringIndex(text[:reach]); m != nil {
		return m[0] + 1
	}
	return reach
}

// wordsOf returns the places of the words of a text.
func wordsOf(text string) [][2]int {
	var out [][2]int
	from := -1
	for i, r := range text {
		switch {
		case r == ' ' && from >= 0:
			out = append(out, [2]int{from, i})
			from = -1
		case r != ' ' && from < 0:
			from = i
		}
	}
	if from >= 0 {
		out = append(out, [2]int{from, len(text)})
	}
	return out
}

// opensWithin is how many bytes tell that a kind of document, an origin or a text is
// beginning.
const opensWithin = 300

// runeStart returns the offset at which the rune of an offset begins; the text's
// length for what lies behind it.
func runeStart(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	for at > 0 && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// kindRuns returns where, inside a text run together, a title begins that names a
// kind of document or an origin, and where the text of the document begins.
func kindRuns(text string) []int {
	var at []int
	for _, w := range wordsOf(text) {
		first, _ := utf8.DecodeRuneInString(text[w[0]:])
		if w[0] == 0 || !unicode.IsUpper(first) && !unicode.Is(unicode.Arabic, first) {
			continue
		}
		folded := fold(text[w[0]:runeStart(text, w[0]+opensWithin)])
		switch {
		case opensProse(folded):
			return append(at, w[0])
		case opensKind(folded):
			at = append(at, w[0])
			if m := agendaTitleRE.FindString(folded); m != "" {
				at = append(at, w[0]+originOf(text[w[0]:], utf8.RuneCountInString(m)))
			}
		}
	}
	return at
}

// agendaTitleRE finds how far the title of an agenda goes, which is the same in
// all documents.
var agendaTitleRE = regexp.MustCompile(unmarked(`^(?:annotated provisional agenda|provisional annotated agenda|provisional agenda(?: and annotations)?|ordre du jour provisoire(?: annote)?(?: et annotations)?|programa provisional(?: anotado)?(?: y anotaciones)?|аннотированная предварительная повестка дня|предварительная повестка дня(?: и аннотации)?|جدول الاعمال المؤقت(?: المشروح| وشروحه)?)(?: |$)`))

// opensKind reports whether a folded text begins with the title of a kind of
// document, or with an origin line.
func opensKind(folded string) bool {
	if originStart.MatchString(folded) {
		return true
	}
	for _, rules := range [][]typeRule{contentRules, originRules} {
		for _, r := range rules {
			if slices.ContainsFunc(r.folded, func(p phrase) bool { return p.parts[0] != "" && p.parts[0] < "\u3000" && p.opens(folded) }) {
				return true
			}
		}
	}
	return false
}
