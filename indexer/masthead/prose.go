package masthead

import (
	"math"
	"regexp"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// proseRE finds the beginnings of the texts of letters, notes and reports.
var proseRE = regexp.MustCompile(unmarked(`^(?:held (?:at|in|on) |tenue (?:au|a|le) |celebrada (?:en|el) |(?:состоявше|проведенн)\pL+ |المعقودة في |(?:temporary |acting )?(?:president|chair|chairman|chairperson|presidente|presidenta|председатель|الرئيس|主席)(?: \([^)]*\))? ?:|recalling|noting|i (?:have|am|was|write|wish|would|should|refer|convey|take|hereby|attach|enclose|transmit|request|regret|address) |we (?:have|are|would|wish|write|the undersigned)|upon instructions|on instructions|on the instructions|this year marks|following the|as you are aware|please find|dear |the secretary-general has (?:the honour|received)|the present (?:report|note|document)|pursuant to|in accordance with|in its resolution|at its |on behalf of|further to|j'ai |je (?:vous|me|suis|tiens|souhaite|voudrais) |nous avons l'honneur|veuillez trouver|d'ordre de|sur instruction|comme suite a|le secretaire general a l'honneur|conformement a|le present|tengo (?:el honor|a bien)|tenemos el honor|me (?:dirijo|complace|permito)|le escribo|deseo |quisiera |por instrucciones|siguiendo instrucciones|con arreglo a|en nombre de|el secretario general tiene el honor|de conformidad con|en cumplimiento|имею честь|имеем честь|пишу |хотел бы|хотела бы|обращаюсь|направляю|ссылаясь на|в дополнение|по поручению|настоящим|во исполнение|в соответствии с|от имени|يشرفني|اتشرف|يسرني|اكتب اليكم|اود ان|احيل|الحاقا|باسم |بالاشارة|لاحقا|تنفيذا|بناء على تعليمات|عملا ب|奉我国政府指示|我谨|我荣幸|我写信|随函|谨此|谨随函|秘书长谨|根据)|presents its compliments|presente ses compliments|saluda atentamente|свидетельствует свое уважение|تهدي تحياتها|向.*致意`))

// OpensText reports whether a line begins as the texts of letters, notes and
// reports do, or names who presides: no head of a document goes on behind it.
func OpensText(text string) bool { return opensProse(fold(text)) }

// opensProse reports whether a folded line begins as the texts of letters, notes
// and reports do.
func opensProse(folded string) bool { return proseRE.MatchString(folded) }

// isProse reports whether the line at i is running text: a paragraph of a
// format without lines, or a line as wide as the page's text after narrower,
// bolder or larger lines.
func (s *sheet) isProse(i, prev int) bool {
	l := s.lines[i]
	if n := utf8.RuneCountInString(l.text); n > 400 && l.part == 0 || n > 160 && strings.HasSuffix(l.text, ".") {
		return true
	}
	if (prev < 0 || !l.placed() || s.breaks(prev, i)) && opensProse(l.folded) {
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
		return l.W > s.width*0.4 && !s.centred(l) || !s.alone(i)
	}
	return s.width > 0 && l.W > s.width*0.62 && !l.Bold && l.text != strings.ToUpper(l.text) && before.W < l.W*0.9 && endsSentence(s, i)
}

// alone reports whether nothing stands close below the line at i: so stands the
// last line of a title, which loses its weight to the asterisk behind it.
func (s *sheet) alone(i int) bool {
	return i+1 == len(s.lines) || s.lines[i+1].Y-s.lines[i].Y > 3*max(s.lines[i].H, s.lines[i].Size)
}

// centred reports whether a line stands in the middle of the page and reaches
// neither margin, as running text does.
func (s *sheet) centred(l line) bool {
	return math.Abs(l.X+l.W/2-s.width/2) < s.width*0.05 && l.W < s.width*0.6
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
