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
	`|^note (?:du|de la|des) (?:secretaire|secretariat|president|directeur|directrice|haut|administrat|co-?president)|^nota (?:de la|del|de los) (?:secretari|president|director|alto|alta|administrador|copresident)|^записка (?:генерального|исполнительного|директора|председател|секретариата|верховного|администратора)|^مذكرة (?:من|مقدمة من|أعدتها|من إعداد) |^\\p{Han}{2,20}的说明$` +
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

// splitOrigin parts the origin line from the titles above it: the first block
// that reads like one, or else one that is set smaller than the title before it, as the
// template for documents sets it (covers set subtitles so). A title is never an origin line.
func splitOrigin(blocks []block, template bool) (titles, origin []block) {
	for i, b := range blocks {
		if i > 0 && isOrigin(b.folded) {
			return blocks[:i], blocks[i : i+1]
		}
	}
	for i, b := range blocks {
		if template && i > 0 && b.size > 0 && b.size < blocks[i-1].size-1 && originWord.MatchString(b.folded) && !larger(blocks[i+1:], b.size+1) {
			return blocks[:i], blocks[i : i+1]
		}
	}
	return blocks, nil
}

// originWord finds the words that origin lines of all kinds begin with; what else
// is set smaller below a title is a subtitle, such as the State a report is on.
var originWord = regexp.MustCompile(unmarked(`^(?:(?:interim|final|annual|first|second|third|identical|joint) )?(?:reports?|notes?|letters?|memorandum|summary|statement|rapport|lettres?|resume|informe|nota|cartas?|resumen|доклад|записка|письмо|резюме|تقرير|مذكرة|رسالة|موجز)`))

// larger reports whether one of the blocks is set larger than a size.
func larger(blocks []block, size float64) bool {
	return slices.ContainsFunc(blocks, func(b block) bool { return b.size > size })
}

// splitAgenda parts the titles of a document with an agenda item: the item's
// come first, below the item's line; the document's is set in from it, or set
// larger, or names a kind of document, or comes second. A title that is set
// larger from the first is the document's too. items is the number of agenda
// items.
func (s *sheet) splitAgenda(titles []block, items int) (item, own []block) {
	if len(titles) == 0 {
		return nil, nil
	}
	head := s.itemLine()
	inset := head.placed() && titles[0].x > head.X+30
	if head.Size > 0 && titles[0].size > head.Size+1 || inset && firstType(contentRules, un.Symbol{}, titles[0].folded) != "" {
		return nil, titles
	}
	for i, b := range titles {
		if head.placed() && titles[0].x < head.X+10 && b.x > head.X+30 && s.under(b, head) || i > 0 && b.size > titles[0].size+0.6 {
			return titles[:i], titles[i:]
		}
	}
	if n := inRun(titles, head); n > 0 && n < len(titles) {
		return titles[:n], titles[n:]
	}
	return splitByKind(titles, items)
}

// inRun returns how many of the titles stand in one run with the line of the
// agenda item: a blank line parts them from the document's.
func inRun(titles []block, item line) int {
	n := 0
	for !item.placed() && item.Block > 0 && n < len(titles) && titles[n].run == item.Block {
		n++
	}
	return n
}

// splitByKind parts the titles where nothing of their setting tells: the first
// that names a kind of document is the document's, else the first behind those
// of the items, which are set alike.
func splitByKind(titles []block, items int) (item, own []block) {
	last := len(titles)
	for i, b := range titles {
		if i > 0 && isOrigin(b.folded) {
			last = i
			break
		}
	}
	for _, from := range []int{1, 0} {
		for i := from; i < last; i++ {
			if firstType(contentRules, un.Symbol{}, titles[i].folded) != "" {
				return titles[:i], titles[i:]
			}
		}
	}
	n := 1
	for n < min(items, len(titles)) && titles[n].bold == titles[0].bold && capitals(titles[n].text) && capitals(titles[0].text) {
		n++
	}
	return titles[:n], titles[n:]
}

// capitals reports whether a text is all in capitals.
func capitals(text string) bool { return text == strings.ToUpper(text) }

// itemCount returns how many agenda items a number names: "82 and 18" two.
func itemCount(item string) int {
	return len(itemHeadRE.FindAllString(WesternDigits(item), -1))
}

// itemHeadRE finds the numbers that begin the numbers of agenda items.
var itemHeadRE = regexp.MustCompile(`\d+`)

// under reports whether a block stands below the item's line and not in a second
// column beside it.
func (s *sheet) under(b block, head line) bool { return b.x < head.X+s.width*0.35 }

// placedHead reports whether the lines have places on the page.
func (s *sheet) placedHead() bool {
	return s.height > 0 && len(s.lines) > 0 && s.lines[0].H > 0
}

// ownOnly keeps, where nothing but emphasis can tell a title from what follows
// it, the first block and those that are emphasized as it is.
func ownOnly(titles []block) []block {
	for i, b := range titles {
		if i > 0 && (isAdopter(titles[i-1].folded) || isPiece(b.folded)) {
			continue
		}
		if i > 0 && (b.bold != titles[0].bold || b.heading != titles[0].heading || !b.bold && b.heading == 0) {
			return titles[:i]
		}
	}
	return titles
}

// titleAbove returns the title of a page of the web, which has it above the
// masthead: the line that names a kind of document.
func (s *sheet) titleAbove() string {
	for _, l := range s.lines[:s.blockStart()] {
		if l.kind == kindText && namesKind(l.folded) && utf8.RuneCountInString(l.text) < 400 {
			return l.text
		}
	}
	return ""
}

// capitalsOnly keeps, on a page without a masthead's block, of a title in capitals
// the blocks in capitals: what is set smaller below is of the text.
func capitalsOnly(titles []block) []block {
	for i, b := range titles {
		if i > 0 && capitals(titles[0].text) && titles[0].folded != titles[0].text && !capitals(b.text) && b.size < titles[0].size {
			return titles[:i]
		}
	}
	return titles
}

// itemLine returns the line of the agenda item.
func (s *sheet) itemLine() line {
	for _, l := range s.lines {
		if l.kind == kindItem {
			return l
		}
	}
	return line{}
}
