package paragraph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a run of lines that belong together: a paragraph, a heading, an
// item, a table.
type block struct {
	lines []line
	// gap says that white space parts the block from the one before it.
	gap bool
	// top: it is the first of its page.
	top bool
	// table: the lines are rows.
	table bool
	// label is the paragraph number it may begin with.
	label    label
	labelled bool
	// accepted: the number is one of the document's sequence.
	accepted bool
	// anchor is the anchor of an accepted number.
	anchor string
}

// text joins the block's lines.
func (b block) text(w words) string {
	if b.table {
		rows := make([]string, 0, len(b.lines))
		for _, l := range b.lines {
			rows = append(rows, l.text)
		}
		return strings.Join(rows, "\n")
	}
	t := ""
	for _, l := range b.lines {
		t = w.join(t, strings.ReplaceAll(l.text, "\t", " "))
	}
	return t
}

// calls gives the marks of notes that were taken out of the block's lines.
func (b block) calls() []notedCall {
	var out []notedCall
	for _, l := range b.lines {
		for _, m := range l.calls {
			out = append(out, notedCall{mark: m, sheet: l.sheet})
		}
	}
	return out
}

func (b block) first() line { return b.lines[0] }
func (b block) last() line  { return b.lines[len(b.lines)-1] }

// blocks cuts the body's lines into blocks.
func (d *document) blocks() []block {
	var out []block
	tables := d.tableRows()
	prev := -1
	for i, l := range d.lines {
		if l.role != body || isRule(l.text) {
			continue
		}
		gap := prev < 0 || d.gapBetween(d.lines[prev], l)
		switch {
		case tables[i] || l.row:
			if len(out) > 0 && out[len(out)-1].table && prev >= 0 && d.lines[prev].sheet+1 >= l.sheet {
				last := &out[len(out)-1]
				last.lines = append(last.lines, l)
			} else {
				out = append(out, block{lines: []line{l}, gap: gap, table: true})
			}
		case len(out) == 0 || out[len(out)-1].table || d.breaks(out[len(out)-1], l, gap):
			b := block{lines: []line{l}, gap: gap, top: prev < 0 || d.lines[prev].sheet != l.sheet}
			b.label, b.labelled = paragraphLabel(strings.ReplaceAll(l.text, "\t", " "), d.lang)
			out = append(out, b)
		default:
			last := &out[len(out)-1]
			last.lines = append(last.lines, l)
		}
		prev = i
	}
	return out
}

// gapBetween reports whether more than a line's pitch lies between two lines.
func (d *document) gapBetween(a, b line) bool {
	if a.sheet != b.sheet {
		return false
	}
	if !a.placed() || !b.placed() {
		return a.block != b.block || a.block == 0
	}
	dy := b.y - a.y
	pitch := max(d.sheets[b.sheet].pitch, 0.9*max(a.h, b.h))
	return dy < -0.5*b.h || dy > 1.3*pitch
}

// breaks reports whether l begins a new block after b.
func (d *document) breaks(b block, l line, gap bool) bool {
	prev := b.last()
	if l.block != 0 && prev.block != 0 && (l.block != prev.block || l.sheet != prev.sheet) && !l.placed() {
		return true
	}
	if l.heading != prev.heading {
		return true
	}
	if isSpeaker(l.text) && ends(prev.text) || len(b.lines) == 1 && opensAnnex(prev.text) && !startsLower(l.text) {
		return true
	}
	if !l.placed() {
		return l.block == 0 || prev.block == 0 || d.countsOn(b, l)
	}
	if d.startsItem(prev, l) {
		return true
	}
	if prev.sheet != l.sheet {
		return !d.goesOn(b, l)
	}
	if gap {
		return !d.sameTitle(b, l, 2.2)
	}
	if d.looksApart(prev, l) {
		return true
	}
	if d.centred(prev) && d.centred(l) {
		return false
	}
	return d.indents(b, l)
}

// countsOn reports whether a line in the middle of a block without places begins
// the next numbered paragraph: text files leave the blank line out at times.
func (d *document) countsOn(b block, l line) bool {
	lab, ok := paragraphLabel(l.text, d.lang)
	if !ok || lab.glued || lab.text == "" {
		return false
	}
	if len(b.lines) == 1 && headingLabelled(b.first().text) {
		return true
	}
	return b.labelled && lab.prefix == b.label.prefix && lab.value == b.label.value+1 && ends(b.last().text)
}

// firstYear is the first of the numbers that are years rather than numbers of
// paragraphs: the oldest document of the United Nations is of 1945.
const firstYear = 1945

// startsItem reports whether a line begins with a paragraph number or the label
// of an item, and not because the line before was broken there.
func (d *document) startsItem(prev, l line) bool {
	text := strings.ReplaceAll(l.text, "\t", " ")
	if lab, ok := paragraphLabel(text, d.lang); ok {
		if lab.value >= firstYear && !ends(prev.text) {
			return false // a date that is broken before its year
		}
		return lab.text != "" || !d.full(prev)
	}
	if !isSubItem(text) && !isBoundaryLine(text) && !headingLabelled(text) {
		return false
	}
	return !d.full(prev) || ends(prev.text) || strings.HasSuffix(prev.text, " and") || strings.HasSuffix(prev.text, " or")
}

// looksApart reports whether two lines are set so differently that they cannot
// be one paragraph.
func (d *document) looksApart(prev, l line) bool {
	if prev.size > 0 && l.size > 0 && (prev.size > 1.08*l.size || l.size > 1.08*prev.size) {
		return utf8.RuneCountInString(prev.text) > 3 && utf8.RuneCountInString(l.text) > 3
	}
	return prev.bold != l.bold && !d.full(prev)
}

// goesOn reports whether a block runs over the page's end into l.
func (d *document) goesOn(b block, l line) bool {
	prev := b.last()
	if d.heads(b) && !(prev.bold && l.bold && d.full(prev)) || d.centred(l) && !d.centred(prev) || l.bold != prev.bold {
		return false
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	if !ends(prev.text) {
		return true
	}
	if unicode.IsLower(r) {
		return true
	}
	// A comma or a full stop may end a line in the middle of a paragraph too:
	// then the line is full and the next page begins without indent.
	start, _ := d.edges(l)
	margin, _ := d.margins(l.sheet)
	pstart, _ := d.edges(prev)
	pmargin, _ := d.margins(prev.sheet)
	return d.full(prev) && len(b.lines) > 1 && start-margin < 6 && pstart-pmargin < 6
}

// sameTitle reports whether a line after a gap still belongs to a title that is
// set wider than the text is.
func (d *document) sameTitle(b block, l line, times float64) bool {
	prev := b.last()
	if l.size <= 1.15*d.size || l.size != prev.size || !prev.bold || !l.bold || d.size == 0 {
		return false
	}
	return l.y > prev.y && l.y-prev.y < times*max(prev.h, l.h) && l.y-prev.y < 1.6*l.size
}

// indents reports whether the line's start edge opens a new block: a first line
// set in, or the end of a block that was set in.
func (d *document) indents(b block, l line) bool {
	prev := b.last()
	pstart, _ := d.edges(prev)
	start, _ := d.edges(l)
	step := 0.8 * max(d.size, 8)
	switch {
	case start > pstart+step:
		if len(b.lines) == 1 && (b.labelled || isSubItem(prev.text) || headingLabelled(prev.text)) {
			return false
		}
		return !d.full(prev) || ends(prev.text)
	case start < pstart-step:
		return len(b.lines) > 1 && (!d.full(prev) || ends(prev.text))
	}
	_, end := d.edges(prev)
	margin, edge := d.margins(l.sheet)
	return end < margin+0.5*(edge-margin) && ends(prev.text) && !startsLower(l.text)
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}
