package masthead

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

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
