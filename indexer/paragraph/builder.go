package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

// builder puts blocks together into passages.
type builder struct {
	d       *document
	blocks  []block
	parts   map[int]boundary
	next    []int // for each block: how many numbered paragraphs of its part follow it
	out     []un.Passage
	calls   []placedCall // the raised marks of notes, in order
	outline outline
	anchors *anchors
	open    int // the passage that may go on, -1: none
	base    string
	pieces  int // of the open paragraph, when it is cut
	list    list
	started bool
	summary bool
	record  bool // a verbatim or summary record
}

func newBuilder(d *document, blocks []block, parts []boundary) *builder {
	b := &builder{d: d, blocks: blocks, parts: map[int]boundary{}, anchors: newAnchors(), open: -1}
	for _, p := range parts {
		b.parts[p.block] = p
	}
	b.next = make([]int, len(blocks))
	follow, speakers := 0, 0
	for i := len(blocks) - 1; i >= 0; i-- {
		b.next[i] = follow
		if blocks[i].accepted {
			follow++
		}
		if _, ok := b.parts[i]; ok {
			follow = 0
		}
		if isSpeaker(blocks[i].first().text) {
			speakers++
		}
	}
	b.record = speakers >= 3
	return b
}

// add makes the block a passage or a piece of the open one.
func (b *builder) add(i int) {
	bl := b.blocks[i]
	following := block{}
	if i+1 < len(b.blocks) {
		following = b.blocks[i+1]
	}
	switch {
	case bl.table:
		b.addTable(bl)
	case bl.accepted:
		b.addParagraph(bl)
	case b.isPart(i):
		b.addHeading(bl, true)
	case b.lists(bl):
		b.addItem(i)
	case b.d.heads(bl) && !b.broken(bl), b.d.titles(bl, following) && !b.broken(bl), b.d.counts(bl, following):
		b.addHeading(bl, false)
	case b.attaches(i):
		b.attach(bl)
	default:
		b.addText(bl)
	}
}

// numbered reports whether the open passage is a numbered paragraph or a piece
// of one.
func (b *builder) numbered() bool { return b.open >= 0 && b.base != "" }

func (b *builder) isPart(i int) bool {
	p, ok := b.parts[i]
	return ok && !p.silent
}

// broken reports whether the open passage stops in the middle of a sentence,
// so that what follows is hardly a heading.
func (b *builder) broken(bl block) bool {
	if b.open < 0 || bl.gap || bl.first().heading > 0 {
		return false
	}
	p := b.out[b.open]
	return b.numbered() && !ends(p.Text) && utf8.RuneCountInString(p.Text) > 60 && !headingLabelled(bl.first().text)
}

func (b *builder) addParagraph(bl block) {
	lines := append([]line(nil), bl.lines...)
	lines[0].text = bl.label.text
	text := block{lines: lines}.text(b.d.words)
	b.base, b.pieces, b.list = b.anchors.take(bl.anchor), 1, list{}
	b.put(un.Passage{Anchor: b.base, Number: bl.label.number, Type: un.Paragraph, Text: text}, bl)
	b.open = len(b.out) - 1
	b.started, b.summary = true, false
	b.cut()
}

func (b *builder) addHeading(bl block, part bool) {
	h := b.d.headOf(bl)
	switch {
	case part:
		switch kind := b.partOf(bl); {
		case h.level > 0 || kind > enclosure:
			b.outline.push(h)
		default:
			b.outline.open(h, kind != annex)
		}
		b.started = true
	case b.started || h.style != plainHead:
		b.outline.push(h)
		b.started = true
	case h.level > 0:
		b.outline.push(h)
	}
	b.summary = isSummaryHead(h.text)
	b.put(un.Passage{Anchor: b.anchors.next("heading"), Type: un.HeadingPassage, Text: h.text}, bl)
	p := &b.out[len(b.out)-1]
	if n := len(p.Headings); n > 0 && p.Headings[n-1].Text == p.Text {
		p.Headings = p.Headings[:n-1]
	}
	b.open = -1
}

func (b *builder) partOf(bl block) partKind {
	form, _, _, _ := boundaryOf(bl.text(b.d.words))
	return boundaryForms[form].kind
}

// attaches reports whether the block goes on with the open passage: items of a
// list, what follows a colon, the rest of a broken sentence, and in numbered
// text all that stands between two numbers.
func (b *builder) attaches(i int) bool {
	if _, begins := b.parts[i]; begins || b.open < 0 {
		return false
	}
	bl, p := b.blocks[i], b.out[b.open]
	text := bl.first().text
	switch {
	case isSubItem(text):
		return true
	case opensDraft(p.Text):
		return false
	case endsColon(p.Text):
		return true
	case b.record && !isSpeaker(text) && p.Type == un.Text:
		return utf8.RuneCountInString(p.Text) < limit/2
	case p.Type == un.Text && len(text) < 20 && !strings.ContainsFunc(text, unicode.IsLetter):
		return p.PageEnd == bl.first().page // the figures of a chart
	case !b.numbered():
		return false
	case startsLower(text) || !ends(p.Text) && b.out[len(b.out)-1].Anchor == p.Anchor && !bl.gap:
		return true
	case bl.labelled:
		return (b.next[i] > 0 || bl.first().page == p.PageEnd) && len(bl.lines) < 8
	case b.next[i] > 0 && endsColon(bl.text(b.d.words)), strings.Contains(b.base, "item-"):
		return true
	}
	if caption.MatchString(text) || b.next[i] == 0 {
		return false
	}
	return b.inBody(bl)
}

// inBody reports whether the block is set as running text is.
func (b *builder) inBody(bl block) bool {
	l := bl.first()
	if !l.placed() {
		return true
	}
	return b.d.bodySized(l) && (len(bl.lines) > 1 || utf8.RuneCountInString(l.text) > 60)
}

// attach adds a block to the open passage, on a line of its own, or with a
// blank where it only goes on with a broken sentence.
func (b *builder) attach(bl block) {
	p := &b.out[b.open]
	text := bl.text(b.d.words)
	if utf8.RuneCountInString(p.Text)+utf8.RuneCountInString(text) > limit && utf8.RuneCountInString(p.Text) > limit/3 {
		b.addPiece(b.nextPart(), text, bl)
		return
	}
	first := bl.first().text
	if !ends(p.Text) && !isSubItem(first) && !bl.labelled && (!bl.gap || startsLower(first)) {
		p.Text = b.d.words.join(p.Text, text)
	} else {
		p.Text += "\n" + text
	}
	p.PageEnd = max(p.PageEnd, bl.last().page)
	p.OCR = p.OCR || b.d.recognised(bl)
	b.note(b.open, bl)
	b.cut()
}

// addText makes an unnumbered block a passage.
func (b *builder) addText(bl block) {
	typ, kind := un.Text, "block"
	if b.summary {
		typ, kind = un.Summary, "summary"
	}
	b.base, b.pieces = "", 1
	b.put(un.Passage{Anchor: b.anchors.next(kind), Type: typ, Text: bl.text(b.d.words)}, bl)
	b.open = len(b.out) - 1
	if utf8.RuneCountInString(b.out[b.open].Text) > 200 {
		b.started = true
	}
	b.cut()
}

// put adds a passage with its pages and headings.
func (b *builder) put(p un.Passage, bl block) {
	p.Page, p.PageEnd = bl.first().page, bl.last().page
	p.Headings = b.outline.path()
	p.OCR = b.d.recognised(bl)
	b.out = append(b.out, p)
	b.note(len(b.out)-1, bl)
}

// note keeps which passage the marks of notes in a block belong to.
func (b *builder) note(passage int, bl block) {
	for _, c := range bl.calls() {
		b.calls = append(b.calls, placedCall{notedCall: c, passage: passage})
	}
}
