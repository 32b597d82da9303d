package paragraph

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/indexer/masthead"
)

// headStyle is the kind of label a heading carries, in the order in which they
// nest where nothing else tells.
type headStyle int

const (
	partHead headStyle = iota
	chapterHead
	romanHead
	letterHead
	figureHead
	smallHead // a. (a) (i)
	plainHead // without a label
)

// head is one heading on the way from the document to a passage.
type head struct {
	style headStyle
	value int
	look  string // how a heading without a label is set
	size  float64
	bold  bool
	level int // declared by the format
	annex bool
	text  string
}

const (
	arabicLetters = `ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء`
	// arabicUnits number sections with a final alif, "أولا", and are followed by
	// ten from eleven on, "ثاني عشر".
	arabicUnits = `أول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر`
)

var (
	chapterLabel = regexp.MustCompile(`^(?i:(chapter|chapitre|capítulo|глава|الفصل)|(part|section|partie|parte|часть|الجزء))\s+(\p{L}+|\d+)(?:[.:—–-]|\s|$)\s*(.*)$`)
	romanLabel   = regexp.MustCompile(`^([IVXLC]{1,7})\s?[.—–-]\s*(.*)$`)
	letterLabel  = regexp.MustCompile(`^([A-ZА-Я])\s?[.—–]\s*(.*)$`)
	figureLabel  = regexp.MustCompile(`^(\d{1,3})\s?[.．]\s*(\D.*)$`)
	smallLabel   = regexp.MustCompile(`^(?:\(([a-z]{1,4})\)|([a-z])[.)])\s+(.*)$`)
	arabicLabels = regexp.MustCompile(`^(?:(` + arabicUnits + `)\x{064b}?ا\x{064b}?|(حادي|` + arabicUnits + `) عشر|(` + arabicLetters + `))\s*[-–—]\s*(.*)$`)
	hanChapter   = regexp.MustCompile(`^(?:第([一二三四五六七八九十]{1,3})[章部分]+\s*(.*)|([一二三四五六七八九十]{1,3})[.．、]\s*(.*))$`)
)

// headOf reads the label of a heading.
func headOf(text string) (head, bool) {
	if m := chapterLabel.FindStringSubmatch(text); m != nil {
		h := head{style: chapterHead, value: max(romanValue(m[3]), masthead.Ordinal(m[3])), text: m[4]}
		if m[2] != "" {
			h.style = partHead
		}
		if h.value == 0 {
			h.value, _ = strconv.Atoi(m[3])
		}
		return h, h.value > 0
	}
	if m := arabicLabels.FindStringSubmatch(text); m != nil {
		switch {
		case m[1] != "":
			return head{style: romanHead, value: wordValue(arabicUnits, m[1]), text: m[4]}, true
		case m[2] != "":
			return head{style: romanHead, value: 10 + max(1, wordValue(arabicUnits, m[2])), text: m[4]}, true
		}
		return head{style: letterHead, value: wordValue(arabicLetters, m[3]), text: m[4]}, true
	}
	if m := hanChapter.FindStringSubmatch(text); m != nil {
		if m[1] != "" {
			return head{style: chapterHead, value: hanValue(m[1]), text: m[2]}, true
		}
		return head{style: romanHead, value: hanValue(m[3]), text: m[4]}, true
	}
	if m := romanLabel.FindStringSubmatch(text); m != nil && romanValue(m[1]) > 0 {
		return head{style: romanHead, value: romanValue(m[1]), text: m[2]}, true
	}
	if m := letterLabel.FindStringSubmatch(text); m != nil {
		return head{style: letterHead, value: letterValue(m[1]), text: m[2]}, true
	}
	return head{style: plainHead, text: text}, false
}

// headingLabelled reports whether a line begins with the label of a section:
// I. A. Chapter, and a title may follow.
func headingLabelled(text string) bool {
	if startsLower(text) {
		return false
	}
	h, ok := headOf(text)
	if !ok || utf8.RuneCountInString(text) > 250 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(h.text)
	if h.style == letterHead && h.text != "" && strings.HasPrefix(text[1:], ".") && !strings.HasPrefix(text[1:], ". ") {
		return false // initials: "A.B. Smith"
	}
	return h.text == "" && h.style <= romanHead || h.text != "" && !unicode.IsLower(r) && !ends(h.text)
}

// heads reports whether a block looks like a heading.
func (d *document) heads(b block) bool {
	if b.table || b.accepted {
		return false
	}
	l := b.first()
	if l.heading > 0 {
		return true
	}
	text := b.text(d.words)
	n := utf8.RuneCountInString(text)
	if n > 260 || n < 2 || len(b.lines) > 6 || !strings.ContainsFunc(text, unicode.IsLetter) || strings.HasPrefix(text, "[") || strings.HasPrefix(text, "(") {
		return false
	}
	if headingLabelled(text) || isBoundaryLine(text) {
		return true
	}
	if ends(text) || isSubItem(text) || startsLower(text) {
		return false
	}
	apart := b.gap || b.top && l.placed()
	all := func(f func(line) bool) bool {
		for _, l := range b.lines {
			if !f(l) {
				return false
			}
		}
		return true
	}
	switch {
	case all(func(l line) bool { return l.bold }):
		return n > 3
	case all(func(l line) bool { return d.size > 0 && l.size > 1.1*d.size }):
		return n > 3
	case all(func(l line) bool { return l.italic }):
		return apart && n < 220 && !d.full(b.last())
	case d.capitals(text):
		return n > 5 && (apart || !l.placed())
	case d.lang == "ar" || d.lang == "zh":
		return apart && l.placed() && n < 60 && d.centred(l)
	}
	return apart && n < 160 && len(b.lines) <= 3 && all(d.centred)
}

// counts reports whether a numbered line in a format without places is the head
// of a section: it stands by itself and does not end as a sentence, and what
// follows is not the next item of a list. "2." may be followed by "2.1.". On
// printed pages the type tells heads from the rows of lists.
func (d *document) counts(b, next block) bool {
	if !b.labelled || b.accepted || b.table || b.first().placed() || d.unit == "item" || len(b.lines) > 2 || next.lines == nil {
		return false
	}
	text := b.text(d.words)
	r, _ := utf8.DecodeRuneInString(b.label.text)
	if !unicode.IsUpper(r) || ends(text) || strings.HasSuffix(text, ",") || strings.HasSuffix(text, ";") || utf8.RuneCountInString(text) > 220 {
		return false
	}
	if next.labelled && !strings.HasPrefix(next.label.prefix, strings.TrimSuffix(b.label.number, ".")+".") {
		return next.accepted
	}
	return true
}

// titles reports whether a short line without any mark of a heading stands as
// one: by itself, above numbered text.
func (d *document) titles(b, next block) bool {
	if b.table || b.accepted || !next.accepted || len(b.lines) > 2 {
		return false
	}
	text := b.text(d.words)
	r, _ := utf8.DecodeRuneInString(text)
	if item := isSubItem(text); ends(text) || item && !b.last().bold || !item && (!unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsLower(r)) {
		return false
	}
	n := utf8.RuneCountInString(text)
	return n > 3 && n < 110 && (b.gap || b.top || !b.first().placed()) && (b.first().italic || !d.full(b.last()))
}

// capitals reports whether a text is set in capital letters.
func (d *document) capitals(text string) bool {
	upper, lower := 0, 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 5 && lower*8 < upper
}

// headOf reads a block as a heading.
func (d *document) headOf(b block) head {
	l := b.first()
	text := b.text(d.words)
	h, ok := headOf(text)
	if m := figureLabel.FindStringSubmatch(text); !ok && m != nil {
		v, _ := strconv.Atoi(m[1])
		h = head{style: figureHead, value: v}
	}
	if m := smallLabel.FindStringSubmatch(text); !ok && m != nil {
		h = head{style: smallHead, value: letterValue(strings.ToUpper(m[1] + m[2]))}
	}
	h.text, h.level, h.size, h.bold = text, l.heading, l.size, l.bold
	h.look = fmt.Sprintf("%.0f %t %t %t %t", math.Round(l.size), l.bold, l.italic, d.centred(l), d.capitals(text))
	return h
}
