package masthead

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readBody reads the name of the body that meets: the lines above the session or
// the place (at header), which name the subsidiary body; without them the name
// of the organ in the block.
func (s *sheet) readBody(m *Masthead, header int) {
	if !s.anchored {
		return
	}
	name := ""
	organ := s.blockEnd
	for organ < len(s.lines) && s.lines[organ].kind == kindOrgan {
		organ++
	}
	if header >= organ {
		name = s.nameIn(organ, header)
	}
	if first, _ := utf8.DecodeRuneInString(name); name == "" || unicode.IsLower(first) {
		// The block's column may break into a name, which then goes on below.
		name = strings.TrimSpace(s.nameIn(s.blockStart(), organ) + " " + name)
	}
	if name == "" {
		return
	}
	m.BodyName = name
	m.set("body_name", 0.7)
}

// blockStart returns the index of the block's first line: what stands above is of
// the page or the file that carries the document.
func (s *sheet) blockStart() int {
	for i, l := range s.lines[:s.blockEnd] {
		switch l.kind {
		case kindUN, kindSymbol, kindDistr, kindOriginal, kindOnly:
			return i
		}
	}
	return 0
}

// nameIn joins the lines of text between two lines to a name, of several names
// below each other the first that is a body of its own.
func (s *sheet) nameIn(from, to int) string {
	var parts []string
	for i := from; i < to; i++ {
		l := s.lines[i]
		if l.kind != kindText && l.kind != kindOrgan || stageRE.MatchString(l.folded) || utf8.RuneCountInString(l.text) > 200 || s.repeats(i) {
			continue
		}
		s.taken[i] = true
		if len(parts) > 0 && organNames[l.folded] {
			continue // the second organ of a joint document
		}
		parts = append(parts, l.text)
	}
	if len(parts) > 6 {
		return ""
	}
	return strings.Join(parts, " ")
}

// stageRE finds remarks on the stage of a document that stand in its head.
var stageRE = regexp.MustCompile(`^(?:advance|draft|unedited|note: unedited|provisional$|official records|for (?:decision|information|action|participants)|version preliminaire|documents officiels|version anticipada|documentos oficiales)`)

// organNames are the folded names of the organs that joint documents print below
// each other.
var organNames = foldedSet(
	"General Assembly", "Security Council", "Economic and Social Council", "Assemblée générale", "Conseil de sécurité", "Conseil économique et social",
	"Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social", "Генеральная Ассамблея", "Совет Безопасности", "Экономический и Социальный Совет",
	"الجمعية العامة", "مجلس الأمن", "المجلس الاقتصادي والاجتماعي", "大会", "安全理事会", "经济及社会理事会",
)

// repeats reports whether a line's text stood above already: joint documents
// print the names of both organs twice.
func (s *sheet) repeats(i int) bool {
	for _, l := range s.lines[:i] {
		if l.folded == s.lines[i].folded {
			return true
		}
	}
	return false
}
