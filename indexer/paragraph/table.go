package paragraph

import (
	"unicode/utf8"

	"travaux/search/un"
)

// tableRows finds the rows of tables: runs of lines with several pieces on one
// baseline, and the narrow lines between them.
func (d *document) tableRows() map[int]bool {
	rows := map[int]bool{}
	start, last, count := -1, -1, 0
	flush := func() {
		if count >= 2 {
			for i := start; i <= last; i++ {
				rows[i] = true
			}
		}
		start, last, count = -1, -1, 0
	}
	for i, l := range d.lines {
		if l.role != body {
			if l.role != furniture {
				flush()
			}
			continue
		}
		switch {
		case start >= 0 && l.sheet != d.lines[last].sheet:
			flush()
		case start >= 0 && i-last > 3, d.wide(l), isNumbered(l.text, d.lang) && len(l.cells) < 2:
			flush()
		}
		if len(l.cells) >= 2 && !l.row && !d.wide(l) {
			if start < 0 {
				start = i
			}
			last = i
			count++
		}
	}
	flush()
	return rows
}

// wide reports whether one piece of the line is running text as wide as the
// text block.
func (d *document) wide(l line) bool {
	if !l.placed() {
		return false
	}
	if len(l.cells) < 2 {
		start, end := d.margins(l.sheet)
		return l.w > 0.8*(end-start)
	}
	total, longest := 0, 0
	for _, c := range l.cells {
		n := utf8.RuneCountInString(c)
		total += n
		longest = max(longest, n)
	}
	return longest > 50 && longest*10 > total*9
}

// addTable makes rows a passage, or several when they are many.
func (b *builder) addTable(bl block) {
	from, size := 0, 0
	for i, l := range bl.lines {
		n := utf8.RuneCountInString(l.text)
		if size > 0 && size+n > limit {
			b.putTable(block{lines: bl.lines[from:i], table: true})
			from, size = i, 0
		}
		size += n
	}
	b.putTable(block{lines: bl.lines[from:], table: true})
	b.started = true
}

// putTable adds a table; the open paragraph stays open when it is broken off.
func (b *builder) putTable(bl block) {
	b.put(un.Passage{Anchor: b.anchors.next("table"), Type: un.Table, Text: bl.text(b.d.words)}, bl)
	if b.open >= 0 && ends(b.out[b.open].Text) && b.out[b.open].Type != un.Paragraph {
		b.open = -1
	}
}
