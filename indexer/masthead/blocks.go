package masthead

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// block is a run of lines that belong together.
type block struct {
	text, folded string
	// piece says that a line of it was cut out of a longer one.
	piece bool
	// run is the paragraph, or the run of lines, that it began in.
	run     int
	x, size float64
	bold    bool
	heading int
}

// blocks groups the lines from the given one up to the beginning of the text.
func (s *sheet) blocks(from int) []block {
	var out []block
	prev := -1
	for i := from; i < len(s.lines) && len(out) < 30; i++ {
		l := s.lines[i]
		s.opened = (prev < 0 || !l.placed() || s.breaks(prev, i)) && s.opensResolution(i)
		if s.opened || l.kind == kindStop || l.kind == kindFootnote && prev >= 0 || !s.anchored && prev >= 0 && closesCover(l) {
			break
		}
		if s.skipped(i, prev) {
			continue
		}
		if s.isProse(i, prev) {
			break
		}
		text := strings.TrimSpace(strings.TrimRight(l.text, " *"))
		if text == "" {
			continue
		}
		if prev >= 0 && !s.breaks(prev, i) && len(out) > 0 && !opensAnother(out[len(out)-1], l) {
			b := &out[len(out)-1]
			b.text = joinLines(b.text, text)
			b.folded = fold(b.text)
		} else {
			out = append(out, block{text: text, folded: fold(text), piece: l.piece, run: l.Block, x: l.X, size: l.Size, bold: l.Bold, heading: l.Heading})
		}
		prev = i
	}
	return slices.DeleteFunc(out, func(b block) bool { return rubbish(b.text) })
}

// opensResolution reports whether a body begins to speak at line i; its name may
// take two lines.
func (s *sheet) opensResolution(i int) bool {
	l := s.lines[i]
	if OpensResolution(l.text) || s.lines[0].kind != kindText && speaksRE.MatchString(l.text) {
		return true
	}
	return !l.placed() && !strings.HasSuffix(l.text, ",") && i+1 < len(s.lines) && s.lines[i+1].kind == kindText && OpensResolution(l.text+" "+s.lines[i+1].text)
}

// closesCover reports whether a line of a cover comes after its title: session,
// dates, the organ whose records it belongs to, and the imprint.
func closesCover(l line) bool {
	switch l.kind {
	case kindSession, kindMeeting, kindUN:
		return true
	}
	return coverEndRE.MatchString(l.folded) || imprintRE.MatchString(l.folded)
}

var coverEndRE = regexp.MustCompile(unmarked(`^(?:general assembly|economic and social council|security council|trusteeship council|prepared by|assemblee generale|conseil economique et social|conseil de securite|asamblea general|consejo economico y social|consejo de seguridad|генеральная ассамблея|экономический и социальный совет|дополнение|الجمعية العامة|المجلس الاقتصادي والاجتماعي|مجلس الامن|大会|经济及社会理事会|安全理事会|` + officialPattern + `)`))

// rapporteurRE finds lines between the titles that are no part of one.
var rapporteurRE = regexp.MustCompile(unmarked(`^(?:(?:rapporteur|rapporteuse|relator|relatora|докладчик|المقرر|报告员|for (?:decision|information|action)|addendum|additif|adicion|corrigendum|rectificatif|correccion|добавление|исправление)(?:[^\pL]|$)|\[.{1,120}\]|\(item .{1,20}\))`))

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
	if prev < 0 && uneditedRE.MatchString(l.folded) {
		return true
	}
	if prev < 0 && (officialRE.MatchString(l.folded) || !s.anchored && organNames[l.folded]) {
		return true // older covers have the organ and its records above the title
	}
	if !strings.ContainsFunc(l.text, unicode.IsLetter) || rapporteurRE.MatchString(l.folded) || prev < 0 && committeeRE.MatchString(l.folded) {
		return true
	}
	return s.taken[i] || prev < 0 && l.placed() && s.anchored && l.Y+l.H/2 < s.blockBottom()
}

// uneditedRE finds the mark of a copy issued before it was edited.
var uneditedRE = regexp.MustCompile(unmarked(`^(?:note: )?(?:advance|draft|unedited|provisional)[ ,-]+(?:unedited|unofficial|copy|version|draft)(?:[ ,-]+(?:version|copy|draft|for advance information only))*.{0,12}$|^(?:version|texte?) (?:preliminaire|anticipe|non edite|non revise)e?.{0,20}$|^version (?:anticipada|preliminar|sin editar).{0,30}$|^(?:предварительныи|неотредактированныи) .{0,30}(?:вариант|текст)$|^(?:نسخة|نص) (?:مسبقة|اولية|غير محررة).{0,20}$|^(?:预发|未经编辑).{0,12}$`))

// committeeRE finds the names of the Main Committees of the General Assembly, which
// stand alone below the session.
var committeeRE = regexp.MustCompile(unmarked(`^(?:(?:(?:first|second|third|fourth|fifth|sixth) committee|(?:premiere|deuxieme|troisieme|quatrieme|cinquieme|sixieme) commission|(?:primera|segunda|tercera|cuarta|quinta|sexta) comision|(?:первыи|второи|третии|четвертыи|пятыи|шестои) комитет|اللجنة (?:الاولى|الثانية|الثالثة|الرابعة|الخامسة|السادسة))(?: \(.{4,90}\))?|(?:special political and decolonization committee|commission des questions politiques speciales et de la decolonisation).{0,20}|第 ?[一二三四五六] ?委员会)$`))

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
	if b.part > 0 || isAdopter(a.folded) || isAdopter(b.folded) || isOrigin(b.folded) || namesKind(a.folded) && namesKind(b.folded) {
		return true
	}
	return (a.Block == 0 || s.ended(a, b)) && !unfinished(a.folded, b.text)
}

// ended reports whether a line of a text file ends a paragraph, though no blank
// line follows: lines are not broken there, or the next word would have had its
// place. Capitals are for titles, whose lines are broken where they look best.
func (s *sheet) ended(a, b line) bool {
	if s.wrap == 0 {
		return true
	}
	if capitals(a.text) && capitals(b.text) && a.text != strings.ToLower(a.text) {
		return false
	}
	word, _, _ := strings.Cut(b.text, " ")
	if r, _ := utf8.DecodeRuneInString(word); unicode.Is(unicode.Han, r) {
		word = string(r)
	}
	return utf8.RuneCountInString(a.text)+1+utf8.RuneCountInString(word) < s.wrap*2/3
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

// repeatsTitle reports whether a block says nothing new below a title: the title
// again, or the heading of the agenda below "Annotated provisional agenda".
func repeatsTitle(title, folded string) bool {
	return title == folded || strings.Contains(title, folded) && firstType(contentRules, un.Symbol{}, folded) == un.TypeAnnotatedAgenda
}

// joinBlocks joins the blocks of one title.
func joinBlocks(blocks []block) string {
	var parts []string
	for i, b := range blocks {
		if i > 0 && repeatsTitle(blocks[0].folded, b.folded) {
			continue
		}
		parts = append(parts, b.text)
	}
	return strings.Join(parts, ": ")
}
