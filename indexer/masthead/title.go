package masthead

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// readTitle reads the titles between the head and the text: the agenda item's,
// the document's, and the origin line; with them come the types.
func (s *sheet) readTitle(m *Masthead) {
	if len(m.Symbols) == 0 && !s.anchored {
		m.Types, m.Origin = nil, ""
		return
	}
	titles := s.blocks(s.headerEnd)
	if n := s.bodyBlocks(titles); n > 0 {
		m.BodyName = joinNames(titles[:n])
		m.set("body_name", 0.6)
		titles = titles[n:]
	}
	if first(m.Symbols).Nature == "SR" {
		titles = m.recordTitles(titles)
	}
	if m.AgendaItem != "" {
		var item []block
		item, titles = s.splitAgenda(titles, itemCount(m.AgendaItem))
		m.AgendaTitle = joinBlocks(item)
	}
	titles, origin := splitOrigin(titles, s.anchored && !adopted(first(m.Symbols)))
	if !s.placedHead() && !(s.opened && adopted(first(m.Symbols))) {
		titles = ownOnly(titles)
	}
	if len(titles) == 1 && len(origin) == 0 && m.AgendaTitle != "" && isOrigin(titles[0].folded) {
		titles, origin = nil, titles // the item's title is the document's
	}
	if m.AgendaTitle != "" {
		m.set("agenda_title", 0.6)
	}
	if !s.anchored {
		titles = capitalsOnly(titles)
	}
	whole := joinBlocks(titles)
	m.Title = s.withoutCall(joinBlocks(properTitles(titles, first(m.Symbols))))
	switch {
	case m.Title == "":
		m.Title = m.AgendaTitle
	case m.AgendaTitle != "" && len(origin) == 0 && utf8.RuneCountInString(m.Title) < shortTitle && !namesKind(fold(m.Title)):
		m.Title = m.AgendaTitle + ": " + m.Title // the State of a report, which alone says nothing
	}
	if n := first(m.Symbols).Nature; n == "PV" || m.Title == "" && n == "SR" {
		m.Title = s.recordTitle()
	}
	s.readRun(m)
	if m.Title == "" {
		m.Title = s.titleAbove()
	}
	if m.Title != "" {
		m.set("title", s.sureOfTitle(m.Title, titles))
	}
	m.Types, m.Origin = TypeOf(first(m.Symbols), cmp.Or(whole, m.Title), joinBlocks(origin))
	if len(m.Types) > 0 {
		m.set("types", sureOfTypes(first(m.Symbols), m.Title))
	}
}

// sureOfTitle tells how sure a title is: surest where type and place on the page
// set it off, less so where only its words do, least where a scanner misread some.
func (s *sheet) sureOfTitle(title string, blocks []block) float64 {
	odd, words := 0, strings.Fields(title)
	for _, w := range words {
		if oddWord(w) {
			odd++
		}
	}
	switch {
	case odd*6 > len(words):
		return 0.4
	case slices.ContainsFunc(blocks, func(b block) bool { return b.piece }):
		return 0.6
	case !s.anchored || !s.placedHead():
		return 0.8
	}
	return 0.95
}

// sureOfTypes tells how sure the types are: a series has one, a title may name
// one, else it is the origin's.
func sureOfTypes(s un.Symbol, title string) float64 {
	if series, _ := un.TypeOfSymbol(s); series != "" {
		return 1
	}
	if namesKind(fold(title)) {
		return 0.9
	}
	return 0.8
}

// shortTitle is the number of letters from which a title stands by itself.
const shortTitle = 12

func first(symbols []un.Symbol) un.Symbol {
	if len(symbols) == 0 {
		return un.Symbol{}
	}
	return symbols[0]
}

// originStart are the folded beginnings of origin lines that the types do not
// tell apart.
var originStart = regexp.MustCompile(unmarked(`^(?:(?:interim |annual |progress )?report|note|summary|working paper|memorandum|document|submitted|prepared) (?:of|by|from|submitted by|prepared by) (?:the )?(?:executive|administrator|director|office|united nations high commissioner|high commissioner|special|independent|chair|president|advisory|board of|joint|panel|group|committee|expert|secretariat|secretary|co-chair|fifth|sixth|third|second|first|fourth|unctad|task force|inter-agency|international)|^progress report (?:of|by) |^chair['a-z]* summary|^rapport (?:du|de la) (?:directeur|secretaire|haut|president|comite consultatif|rapporteu)|^informe (?:del|de la) (?:director|secretari|alto|president|comision consultiva|relator)|^доклад (?:генерального|директора|управления|верховного|председателя|консультативного|специальн)|^documento de la secretaria|^document du secretariat` +
	`|^note (?:du|de la|des) (?:secretaire|secretariat|president|directeur|directrice|haut|administrat|co-?president)|^nota (?:de la|del|de los) (?:secretari|president|director|alto|alta|administrador|copresident)|^записка (?:генерального|исполнительного|директора|председател|секретариата|верховного|администратора)|^مذكرة (?:من|مقدمة من|أعدتها|من إعداد) |^\p{Han}{2,20}的说明$` +
	`|^(?:conference room|background|discussion) (?:paper|document) (?:submitted|prepared|presented) by|^document de (?:seance|travail) (?:presente|soumis|etabli) par|^documento de (?:sesion|trabajo) (?:presentado|preparado) por|^документ зала заседаний, |^ورقة غرفة اجتماعات مقدمة|提交的会议室文件$`))

// gatheredRE finds what only the title of a report on a meeting says.
var gatheredRE = regexp.MustCompile(unmarked(`^(?:report|rapport|informe|доклад|تقرير) .*(?:\b(?:on its|at its) |\b(?:session|meeting|reunion|periodo de sesiones)\b|сессии|совещани|دورته|اجتماع)`))

// isOrigin reports whether a folded block is an origin line.
func isOrigin(folded string) bool {
	if originStart.MatchString(folded) {
		return !gatheredRE.MatchString(folded)
	}
	for _, r := range originRules {
		if slices.ContainsFunc(r.folded, func(p phrase) bool { return p.opens(folded) }) {
			return true
		}
	}
	return false
}

// callRE finds the number of a footnote behind a title.
var callRE = regexp.MustCompile(`^(.*[^ ,]),? (\d{1,2})(?:, ?\d{1,2})*,?$`)

// withoutCall takes the number of a footnote off the end of a title, if the page
// has a footnote of that number.
func (s *sheet) withoutCall(title string) string {
	m := callRE.FindStringSubmatch(title)
	if m == nil {
		return title
	}
	for _, l := range s.pages[0].Lines {
		if l.Y > s.height*0.55 && l.Size < s.bodySize && strings.HasPrefix(clean(l.Text)+" ", m[2]+" ") {
			return m[1]
		}
	}
	return title
}

// adopted reports whether a document is a text that a body adopts or is asked to
// adopt: below the line that says so stands its title.
func adopted(s un.Symbol) bool {
	return s.Nature == "RES" || s.Nature == "DEC" || s.Nature == "L"
}
