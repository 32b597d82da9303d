package masthead

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// block is a run of lines that belong together.
type block struct {
	text, folded string
	x, size      float64
	bold         bool
	heading      int
}

// readTitle reads the titles between the head and the text: the agenda item's,
// the document's, and the origin line; with them come the types.
func (s *sheet) readTitle(m *Masthead) {
	if len(m.Symbols) == 0 && !s.anchored {
		m.Types, m.Origin = nil, ""
		return
	}
	titles := s.blocks(s.headerEnd)
	if len(titles) > 1 && s.namesBody(titles[0], titles[1]) {
		m.BodyName = titles[0].text
		m.set("body_name", 0.6)
		titles = titles[1:]
	}
	if m.AgendaItem != "" {
		var item []block
		item, titles = s.splitAgenda(titles)
		m.AgendaTitle = joinBlocks(item)
	}
	titles, origin := splitOrigin(titles, s.anchored)
	if !s.placedHead() {
		titles = ownOnly(titles)
	}
	if len(titles) == 1 && len(origin) == 0 && m.AgendaTitle != "" && isOrigin(titles[0].folded) {
		titles, origin = nil, titles // the item's title is the document's
	}
	if m.AgendaTitle != "" {
		m.set("agenda_title", 0.6)
	}
	m.Title = s.withoutCall(joinBlocks(titles))
	if m.Title == "" {
		m.Title = m.AgendaTitle
	}
	if m.Title != "" {
		m.set("title", 0.7)
	}
	m.Types, m.Origin = TypeOf(first(m.Symbols), m.Title, joinBlocks(origin))
	if len(m.Types) > 0 {
		m.set("types", 0.8)
	}
}

func first(symbols []un.Symbol) un.Symbol {
	if len(symbols) == 0 {
		return un.Symbol{}
	}
	return symbols[0]
}

// blocks groups the lines from the given one up to the beginning of the text.
func (s *sheet) blocks(from int) []block {
	var out []block
	prev := -1
	for i := from; i < len(s.lines) && len(out) < 30; i++ {
		l := s.lines[i]
		if l.kind == kindStop || l.kind == kindFootnote && prev >= 0 || !s.anchored && prev >= 0 && closesCover(l) {
			break
		}
		if s.skipped(i, prev) {
			continue
		}
		if s.isProse(i, prev) {
			break
		}
		if prev >= 0 && s.breaks(prev, i) && opensResolution(l.text) {
			break
		}
		text := strings.TrimSpace(strings.TrimRight(l.text, " *"))
		if text == "" {
			continue
		}
		if prev >= 0 && !s.breaks(prev, i) && len(out) > 0 {
			b := &out[len(out)-1]
			b.text = joinLines(b.text, text)
			b.folded = fold(b.text)
		} else {
			out = append(out, block{text: text, folded: fold(text), x: l.X, size: l.Size, bold: l.Bold, heading: l.Heading})
		}
		prev = i
	}
	return out
}

// closesCover reports whether a line of a cover comes after its title: session,
// dates, and the organ whose records it belongs to.
func closesCover(l line) bool {
	switch l.kind {
	case kindSession, kindMeeting, kindUN:
		return true
	}
	return coverEndRE.MatchString(l.folded)
}

var coverEndRE = regexp.MustCompile(`^(?:general assembly|economic and social council|security council|trusteeship council|official records|supplement no|prepared by|assemblee generale|conseil economique et social|conseil de securite|documents officiels|supplement n|asamblea general|consejo economico y social|consejo de seguridad|documentos oficiales|suplemento num|генеральная ассамблея|экономический и социальный совет|официальные отчеты|дополнение)`)

var rapporteurRE = regexp.MustCompile(`^(?:rapporteur|relator|relatora|докладчик|المقرر|报告员|for (?:decision|information|action)|\[.{1,120}\]|\(item .{1,20}\)|addendum|additif|adicion|corrigendum|rectificatif|correccion|добавление|исправление)\b`)

// skipped reports whether a line between head and text is no part of a title.
// A line of another kind is one where it goes on a title: "... on its / sixth
// session".
func (s *sheet) skipped(i, prev int) bool {
	l := s.lines[i]
	switch l.kind {
	case kindText, kindDegree:
	case kindSession, kindMeeting, kindUN, kindLanguage, kindDate:
		return prev < 0 || s.breaks(prev, i)
	default:
		return true
	}
	if strings.Trim(l.folded, "_-*. ") == "" || rapporteurRE.MatchString(l.folded) {
		return true
	}
	return s.taken[i] || prev < 0 && l.placed() && s.anchored && l.Y+l.H/2 < s.blockBottom()
}

// isProse reports whether the line at i is running text: a paragraph of a
// format without lines, or a line as wide as the page's text after narrower,
// bolder or larger lines.
func (s *sheet) isProse(i, prev int) bool {
	l := s.lines[i]
	if n := utf8.RuneCountInString(l.text); n > 400 || n > 160 && strings.HasSuffix(l.text, ".") {
		return true
	}
	if (prev < 0 || s.breaks(prev, i)) && opensProse(l.folded) {
		return true
	}
	if prev < 0 || !l.placed() {
		return false
	}
	before := s.lines[prev]
	if s.bodySize > 0 && l.Size > s.bodySize+0.8 || namesKind(l.folded) {
		return false
	}
	if before.Bold && !l.Bold {
		return true
	}
	return s.width > 0 && l.W > s.width*0.62 && !l.Bold && l.text != strings.ToUpper(l.text) && before.W < l.W*0.9 && endsSentence(s, i)
}

// namesKind reports whether a folded line names a kind of document or an origin.
func namesKind(folded string) bool {
	return isOrigin(folded) || firstType(contentRules, un.Symbol{}, folded) != ""
}

// endsSentence reports whether the line at i or one of the next three ends with
// a full stop, as running text does and titles do not.
func endsSentence(s *sheet, i int) bool {
	for _, l := range s.lines[i:min(i+4, len(s.lines))] {
		if strings.HasSuffix(l.text, ".") {
			return true
		}
	}
	return false
}

var proseRE = regexp.MustCompile(`^(?:held (?:at|in|on) |president:|chair(?:man|person)?:|recalling|noting|i have the honour|upon instructions|on instructions|i write to|i am writing|i wish to|i would like to|i should like|we have the honour|the secretary-general has the honour|the present (?:report|note|document)|pursuant to|in accordance with|in its resolution|at its |on behalf of|further to|j'ai l'honneur|d'ordre de|le secretaire general a l'honneur|conformement a|le present|tengo el honor|siguiendo instrucciones|el secretario general tiene el honor|de conformidad con|en cumplimiento|имею честь|по поручению|настоящим|во исполнение|в соответствии с|от имени|يشرفني|اتشرف|بناء على تعليمات|عملا ب|奉我国政府指示|谨此|谨随函|秘书长谨|根据)`)

// opensResolution reports whether a line names the body that speaks in a
// resolution: "The Conference of the Parties,".
func opensResolution(text string) bool {
	return strings.HasSuffix(text, ",") && namesBodyRE.MatchString(text)
}

var namesBodyRE = regexp.MustCompile(`^(?:The|La|Le|L['’]|El|Los|Las|Les) ?\p{Lu}`)

// opensProse reports whether a folded line begins as the texts of letters, notes
// and reports do.
func opensProse(folded string) bool { return proseRE.MatchString(folded) }

// near reports whether the line at i follows the line at prev as the next line
// of one paragraph does.
func (s *sheet) near(prev, i int) bool {
	a, b := s.lines[prev], s.lines[i]
	pitch := max(a.H, b.H, a.Size, b.Size)
	return b.Y-a.Y >= 0 && b.Y-a.Y < pitch*1.7
}

// breaks reports whether a new block begins at line i.
func (s *sheet) breaks(prev, i int) bool {
	a, b := s.lines[prev], s.lines[i]
	if a.Block != b.Block {
		return true
	}
	if a.placed() && b.placed() {
		if a.Size > 0 && b.Size > 0 && (a.Size-b.Size > 0.6 || b.Size-a.Size > 0.6) {
			return true
		}
		if l := min(a.Size, b.Size); a.Bold != b.Bold && !(s.bodySize > 0 && l > s.bodySize+0.8) {
			return true
		}
		return !s.near(prev, i)
	}
	if isOrigin(b.folded) || namesKind(a.folded) && namesKind(b.folded) {
		return true
	}
	return !unfinished(a.folded, b.text)
}

// unfinished reports whether a line without a place goes on in the next: it ends
// with a small word or a comma, or the next begins with a small letter.
func unfinished(folded, next string) bool {
	if r, _ := utf8.DecodeRuneInString(next); unicode.IsLower(r) {
		return true
	}
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	switch last {
	case "of", "the", "to", "and", "in", "on", "for", "a", "by", "from", "de", "des", "du", "la", "le", "les", "et", "del", "los", "las", "el", "y", "en", "и", "в", "о", "по", "на", "с":
		return true
	}
	return strings.HasSuffix(folded, ",") || strings.HasSuffix(folded, "-")
}

// joinLines joins two lines of a title.
func joinLines(a, b string) string {
	if strings.HasSuffix(a, "-") {
		return a + b
	}
	if han(a) && han(b) {
		return a + b
	}
	return a + " " + b
}

// han reports whether a text ends and begins in Chinese, which has no blanks.
func han(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.Is(unicode.Han, r)
}

// joinBlocks joins the blocks of one title.
func joinBlocks(blocks []block) string {
	var parts []string
	for i, b := range blocks {
		if i > 0 && strings.Contains(blocks[0].folded, b.folded) {
			continue // the heading of the agenda below "Annotated provisional agenda"
		}
		parts = append(parts, b.text)
	}
	return strings.Join(parts, ": ")
}

// originStart are the folded beginnings of origin lines that the types do not
// tell apart.
var originStart = regexp.MustCompile(`^(?:(?:interim |annual |progress )?report|note|summary|working paper|memorandum|document|submitted|prepared) (?:of|by|from|submitted by|prepared by) (?:the )?(?:executive|administrator|director|office|united nations high commissioner|high commissioner|special|independent|chair|president|advisory|board of|joint|panel|group|committee|expert|secretariat|secretary|co-chair|fifth|sixth|third|second|first|fourth|unctad|task force|inter-agency|international)|^progress report (?:of|by) |^chair['a-z]* summary|^rapport (?:du|de la) (?:directeur|secretaire|haut|president|comite consultatif|rapporteu)|^informe (?:del|de la) (?:director|secretari|alto|president|comision consultiva|relator)|^доклад (?:генерального|директора|управления|верховного|председателя|консультативного|специальн)|^documento de la secretaria|^document du secretariat`)

// isOrigin reports whether a folded block is an origin line.
func isOrigin(folded string) bool {
	if originStart.MatchString(folded) {
		return true
	}
	for _, r := range originRules {
		for _, p := range anchored(r.phrases) {
			if hasPrefixPhrase(folded, p) {
				return true
			}
		}
	}
	return false
}

// hasPrefixPhrase reports whether a folded text begins with a phrase, or, in
// Chinese, is short and ends with it.
func hasPrefixPhrase(folded, phrase string) bool {
	if rest, ok := strings.CutPrefix(phrase, "^"); ok {
		return strings.HasPrefix(folded, fold(rest))
	}
	return utf8.RuneCountInString(folded) < 20 && strings.HasSuffix(folded, phrase)
}

// namesBody reports whether the first block below a masthead without lines of
// session and agenda item is the name of a body: it stands at the margin, and the
// title is set in from it.
func (s *sheet) namesBody(first, second block) bool {
	for _, l := range s.lines[min(s.blockEnd, len(s.lines)):min(s.headerEnd, len(s.lines))] {
		if l.kind == kindSession || l.kind == kindMeeting || l.kind == kindItem {
			return false
		}
	}
	return s.anchored && first.x > 0 && first.x+30 < second.x && first.size <= second.size
}

// callRE finds the number of a footnote behind a title.
var callRE = regexp.MustCompile(`^(.*[^\d ]) (\d{1,2}),?$`)

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
		if template && i > 0 && b.size > 0 && b.size < blocks[i-1].size-1 && b.bold {
			return blocks[:i], blocks[i : i+1]
		}
	}
	return blocks, nil
}

// splitAgenda parts the titles of a document with an agenda item: the item's
// come first, below the item's line; the document's is set in from it, or set
// larger, or names a kind of document, or comes second. A title that is set
// larger from the first is the document's too.
func (s *sheet) splitAgenda(titles []block) (item, own []block) {
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
	return splitByKind(titles)
}

// splitByKind parts the titles where nothing of their setting tells: the first
// that names a kind of document is the document's, else the second.
func splitByKind(titles []block) (item, own []block) {
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
	if len(titles) == 1 {
		return titles, nil
	}
	return titles[:1], titles[1:]
}

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
		if i > 0 && (b.bold != titles[0].bold || b.heading != titles[0].heading || !b.bold && b.heading == 0) {
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
