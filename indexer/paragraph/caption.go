package paragraph

import (
	"regexp"
	"unicode/utf8"
)

// maxCaption is how many blocks may stand between the first line of a table's
// caption and its rows: title, unit, figures of columns.
const maxCaption = 3

// maxHead is how many small blocks the heads of a table's columns may be.
const maxHead = 24

// tables takes captions and the notes below into the tables they belong to, as
// rows: a table is one passage.
func (d *document) tables(blocks []block) []block {
	var out []block
	for i, b := range blocks {
		if b.table {
			if from := d.brokenTable(out, b); from >= 0 {
				out[from].lines = append(append(out[from].lines, rowsOf(out[from+1:], d.words)...), b.lines...)
				out = out[:from+1]
				continue
			}
			from := d.captionOf(out)
			if from < len(out) {
				lines := rowsOf(out[from:], d.words)
				b = block{lines: append(lines, b.lines...), gap: out[from].gap, top: out[from].top, table: true}
				out = out[:from]
			}
			out = append(out, b)
			continue
		}
		if last := len(out) - 1; last >= 0 && out[last].table && d.tableNote(out[last], blocks[i]) {
			out[last].lines = append(out[last].lines, rowsOf(blocks[i:i+1], d.words)...)
			continue
		}
		out = append(out, b)
	}
	return out
}

// brokenTable gives the table above that b goes on with: of the same page, both
// set smaller than the text, with nothing but small lines between; -1 when there
// is none.
func (d *document) brokenTable(blocks []block, b block) int {
	small := func(l line) bool { return l.placed() && d.size > 0 && l.fontSize() < 0.95*d.size }
	if !small(b.first()) {
		return -1
	}
	for i := len(blocks) - 1; i >= 0 && i >= len(blocks)-1-maxCaption; i-- {
		a := blocks[i]
		if a.first().sheet != b.first().sheet || !small(a.last()) || tableCaption.MatchString(a.first().text) && !a.table {
			return -1
		}
		if a.table {
			return i
		}
	}
	return -1
}

// rowsOf makes each block one line.
func rowsOf(blocks []block, w words) []line {
	var out []line
	for _, b := range blocks {
		l := b.first()
		l.text = b.text(w)
		l.calls = nil
		for _, c := range b.lines {
			l.calls = append(l.calls, c.calls...)
		}
		out = append(out, l)
	}
	return out
}

var tableCaption = regexp.MustCompile(`^(?i:table|tableau|cuadro|tabla|таблица|الجدول|表)\s?[\d٠-٩:.IVXA-Z]`)

// captionOf gives where the caption of a table begins that follows the blocks: at
// "Table 3", or at a title in bold type of the text's size. len(blocks): there is
// none.
func (d *document) captionOf(blocks []block) int {
	from, larger := len(blocks), 0
	for n := 1; larger < maxCaption && n <= len(blocks) && n < maxHead; n++ {
		b := blocks[len(blocks)-n]
		text := b.text(d.words)
		if !b.table && !b.accepted && b.first().placed() && d.size > 0 && b.first().fontSize() < 0.9*d.size {
			from = len(blocks) - n // the head of a column
			continue
		}
		larger++
		if b.table || b.first().heading > 0 || utf8.RuneCountInString(text) > 250 || len(b.lines) > 4 {
			break
		}
		if tableCaption.MatchString(text) {
			return len(blocks) - n
		}
		if b.labelled || isSubItem(text) || headingLabelled(text) || isBoundaryLine(text) || endsColon(text) || !b.first().placed() {
			break
		}
		if b.first().bold && d.bodySized(b.first()) && !ends(text) {
			from = len(blocks) - n
			if from > 0 && tableCaption.MatchString(blocks[from-1].first().text) && !blocks[from-1].table && len(blocks[from-1].lines) == 1 {
				from--
			}
			return from
		}
	}
	return from
}

var tableNoteStart = regexp.MustCompile(`^(?i:(?:sources?|notes?|nota|fuentes?|источник|примечание|المصدر|ملاحظة|资料来源|注)\s?[:：.]|(?:[a-z]|\*{1,3}) ?\p{Lu})`)

// tableNote reports whether a block is a note to the table above it: set smaller
// than the text, with a letter as its mark or named a source.
func (d *document) tableNote(table, b block) bool {
	l := b.first()
	if b.table || b.accepted || l.sheet != table.last().sheet || !tableNoteStart.MatchString(l.text) {
		return false
	}
	return l.placed() && d.size > 0 && l.fontSize() < 0.93*d.size
}
