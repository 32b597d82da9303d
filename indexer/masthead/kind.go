package masthead

import (
	"regexp"
	"strings"

	"travaux/search/un"
)

// kind says what a line of the head is, as far as the line alone tells.
type kind int

const (
	kindText     kind = iota
	kindUN            // the organization's name, or its initials beside the emblem
	kindSymbol        // one or more symbols and nothing else
	kindDistr         // "Distr.: General", "Distr.", "UNRESTRICTED"
	kindDegree        // "GENERAL" alone, the second line of "Distr."
	kindDate          // a date and nothing else
	kindLanguage      // a language's name alone
	kindOriginal      // "Original: English"
	kindOnly          // "English only"
	kindJob           // job number or bar code
	kindSession       // "Sixth session", "Eightieth year"
	kindMeeting       // place and dates of the meeting
	kindItem          // "Item 2 of the provisional agenda"
	kindFootnote      // a line that begins with a footnote's mark
	kindOrgan         // a further line of the organ's name beside the block
	kindStop          // where the text begins: "Summary", "Contents", "1. ..."
)

var (
	distrRE     = regexp.MustCompile(`^d[il1] ?s ?[tc] ?r?s?[.,]? ?[.:;]? ?(general|generale|generala|limited|limitee|limitada|restricted|restreinte|reservada|restringida|provisional)?[ .,*]*$`)
	degreeRE    = regexp.MustCompile(`^(un)?(general|generale|limited|limitee|limitada|restricted|restreinte|reservada)[* ]*$`)
	originalRE  = regexp.MustCompile(unmarked(`^(?:([\pL]+) )?(?:original|язык оригинала|оригинал|الأصل|原文) ?[:?;.] ?(.*)$`))
	onlyRE      = regexp.MustCompile(unmarked(`^(.+?) (?:only|seulement|solamente|unicamente|только)[*. ]*$`))
	footnoteRE  = regexp.MustCompile(`^(?:(?:\*+|_{4,})(?:\s|\pL|$)|(?:[a-d]|\d{1,2})/\s)`)
	barCodeRE   = regexp.MustCompile(`^\*\d{7}\*$`)
	paragraphRE = regexp.MustCompile(unmarked(`^(?:1|i|l|一|١)[.)] ?-?(?:\s|\pL|$)|^[ivx]{1,5}\. |^i\.? introduc|^一[,.．]|^(?:اولا|ثانيا|الف|باء) ?-` +
		`|^(?:chapter|chapitre|capitulo|глава) (?:i{1,3}|iv|v|[1-9]|one|premier|primero|первая)(?:$|[ .:-])|^الفصل (?:الاول|الثاني)|^第一章` +
		`|^(?:draft )?(?:article|articulo|статья|المادة) \d{1,2}[.:]?$|^第 ?[一二三四五六七八九十\d]{1,3} ?条$`))
	leaderRE = regexp.MustCompile(`\. ?\. ?\. ?\.`)
)

// unNames are the folded forms of the organization's name in mastheads, with the
// large initials that old ones print beside the emblem.
var unNames = foldedSet(
	"united nations", "united", "nations", "nations unies", "unies", "naciones unidas", "naciones", "unidas", "united nations nations unies",
	"организация объединенных наций", "الأمم المتحدة", "联合国", "united nations system", "n a t i o n s", "u n i e s", "n a t i o n s u n i e s",
	"a", "e", "s", "t", "as", "ae", "a s", "a e", "e s", "td", "st", "dp", "id", "ccpr", "cerd", "cat", "crc", "cedaw", "hri", "ece", "ep",
)

// stopWordsOfHeads are folded lines that open what follows the head.
var stopWordsOfHeads = foldedSet(
	"summary", "contents", "paragraphs page", "paragraphs", "page", "chapter", "resume", "table des matieres", "paragraphes", "paragraphes page", "resumen", "indice", "parrafos", "parrafos pagina", "резюме", "содержание",
	"стр.", "пункты", "ملخص", "موجز", "المحتويات", "内容提要", "摘要", "目录", "introduction", "introduccion", "введение", "مقدمة", "导言", "引言", "i. introduction", "i. introducción", "i. введение",
)

func foldedSet(texts ...string) map[string]bool {
	set := map[string]bool{}
	for _, t := range texts {
		set[fold(t)] = true
	}
	return set
}

// classify tells the kind of a line.
func classify(l line) kind {
	f := strings.Trim(l.folded, " ")
	switch {
	case unNames[strings.TrimLeft(f, "0123456789 ")]:
		return kindUN
	case barCodeRE.MatchString(f) || stampRE.MatchString(f) || jobOf(l.text) != "":
		return kindJob
	case footnoteRE.MatchString(f):
		return kindFootnote
	case onlySymbols(l.text):
		return kindSymbol
	case distrRE.MatchString(f):
		return kindDistr
	case degreeRE.MatchString(f):
		if bare := strings.Trim(f, " *"); bare == "unrestricted" || bare == "restricted" {
			return kindDistr // before 1950 it stands without "Distr."
		}
		return kindDegree
	case originalRE.MatchString(f):
		return kindOriginal
	case lineDate(f) != "":
		return kindDate
	case languagesOf(f) != nil:
		return kindLanguage
	case onlyLanguages(f) != nil:
		return kindOnly
	case sessionOf(f) != "":
		return kindSession
	case itemOf(l.text) != "":
		return kindItem
	case meetingLine(l.text):
		return kindMeeting
	case stopWordsOfHeads[strings.Trim(f, " *:")] || paragraphRE.MatchString(f) || leaderRE.MatchString(f):
		return kindStop
	}
	return kindText
}

// onlyLanguages reads "English only", "English, French and Spanish only".
func onlyLanguages(folded string) []string {
	if m := onlyRE.FindStringSubmatch(folded); m != nil {
		return languagesOf(m[1])
	}
	if rest, ok := strings.CutSuffix(folded, "仅有"); ok {
		return languagesOf(rest)
	}
	return nil
}

// onlySymbols reports whether a text is symbols and what joins them, and nothing
// else. A full stop behind makes it a reference in a footnote.
func onlySymbols(text string) bool {
	found := un.FindSymbols(text)
	if len(found) == 0 {
		return false
	}
	at := 0
	for _, f := range found {
		if strings.Trim(text[at:f.Start], " -\u2010\u2011\u2012\u2013\u2014\u2212|&/") != "" {
			return false
		}
		at = f.End
	}
	return strings.Trim(text[at:], " *-\u2010\u2011\u2012\u2013\u2014\u2212") == ""
}
