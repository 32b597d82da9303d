package masthead

import (
	"regexp"
	"strings"
)

// itemNumber is the number of an agenda item, or several: "2", "3 (e)",
// "3 (b) (iii)", "5 a) et c)", "138 and 139", "32, 60 and 61", "8–10".
const itemNumber = `(\d{1,3}[a-z]?` + itemPart + `*(?:` + itemJoin + `(?:\d{1,3}[a-z]?` + itemPart + `*|` + itemPart + `+))*)`

const (
	itemPart = `(?: ?[(（][\pL]{1,5}[)）]| ?[a-z]{1,4}\)| ?[‘’'"“”«]\d{1,2}[‘’'"“”»])`
	itemJoin = `(?:,? (?:and|et|y|и|و|to|à|a|по|إلى) ?|, ?(?:and )?| ?[–-] ?|、|和|及|至)`
)

var itemREs = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^(?:provisional |preliminary )?(?:agenda )?[if1l]tems?:? ` + itemNumber + `[,:]?(?: (?:of|on) the(?: (?:provisional|preliminary|annotated|supplementary|draft|revised|proposed))*(?: agenda| list)?)?(?: and)?[ *]*$`),
	regexp.MustCompile(`(?i)^points? ` + itemNumber + ` (?:de l ?['’]? ?ordre du jour|de la liste).{0,40}$`),
	regexp.MustCompile(`(?i)^temas? ` + itemNumber + ` (?:del (?:proyecto de )?programa|de la lista).{0,40}$`),
	regexp.MustCompile(`(?i)^пункты? ` + itemNumber + ` (?:.{0,40}повестки дня|первоначального перечня).{0,10}$`),
	regexp.MustCompile(`^(?:البند|البندان|البنود) ` + itemNumber + ` (?:و ?\d+ )?من (?:جدول|القائمة).{0,40}$`),
	regexp.MustCompile(`^.{0,4}(?:议程|暂定项目表|初步清单)\*{0,2} ?项目 ?` + itemNumber + `[ *]*$`),
}

// itemOf returns the number of the agenda item a line names, as printed and
// without the word "item"; it is empty when the line is something else.
func itemOf(text string) string {
	plain := WesternDigits(text)
	if len(text) > 160 || !strings.ContainsAny(plain, "0123456789") {
		return ""
	}
	for _, re := range itemREs {
		if m := re.FindStringSubmatch(plain); m != nil {
			return strings.TrimRight(m[1], " ,")
		}
	}
	return ""
}

// readAgenda reads the number of the agenda item, also when it runs on to the
// next line.
func (s *sheet) readAgenda(m *Masthead) {
	for i, l := range s.lines {
		if i >= s.headerEnd && (l.kind == kindStop || opensProse(l.folded)) {
			return // an item that the text takes up, as records do
		}
		if l.kind != kindItem {
			continue
		}
		m.AgendaItem = itemOf(l.text)
		if i+1 < len(s.lines) && endsOpen(l.folded) {
			if whole := itemOf(l.text + " " + s.lines[i+1].text); whole != "" {
				m.AgendaItem = whole
				s.lines[i+1].kind = kindItem
			}
		}
		m.set("agenda_item", l.sure())
		return
	}
}

// endsOpen reports whether an item line must go on: "Agenda items 32, 60 and".
func endsOpen(folded string) bool {
	for _, w := range []string{" and", ",", " the", " et", " y"} {
		if strings.HasSuffix(folded, w) {
			return true
		}
	}
	if !strings.Contains(folded, " the ") {
		return false // Spanish ends with the same word
	}
	return strings.HasSuffix(folded, " provisional") || strings.HasSuffix(folded, " preliminary")
}
