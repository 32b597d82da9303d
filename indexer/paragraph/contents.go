package paragraph

import (
	"regexp"
	"unicode/utf8"
)

var (
	pageFigure   = regexp.MustCompile(`^\d{1,3}$`)
	leader       = regexp.MustCompile(`(?:\.\s?){5,}|…{2,}|(?:\. ){4,}`)
	contentsHead = regexp.MustCompile(`(?i)^(?:(?:table of )?contents|table des matières|sommaire|índice|indice|содержание|оглавление|المحتويات|目录|目 录)(?:\s*\((?:continued|suite|continuación|продолжение|تابع|续)\)|\(续\))?(?:\s+(?:page|paragraphs.*|chapter.*))?$`)
)

// markContents marks a table of contents: from its heading to the last line
// with dot leaders, or with a page number that stands apart, as long as those
// follow each other closely.
func (d *document) markContents() {
	for i := range d.lines {
		if d.lines[i].role != body || !contentsHead.MatchString(d.lines[i].text) {
			continue
		}
		last := i
		for j := i + 1; j < len(d.lines) && j-last <= 14; j++ {
			if l := d.lines[j]; leader.MatchString(l.text) || len(l.cells) > 1 && !l.row && pageFigure.MatchString(l.cells[len(l.cells)-1]) {
				last = j
			}
		}
		if last == i {
			continue
		}
		last = d.contentsEnd(last)
		for j := i; j <= last; j++ {
			if d.lines[j].role == body {
				d.lines[j].role = contents
			}
		}
	}
}

// contentsEnd takes in the few short lines below the last leader that end the
// page: the list of annexes.
func (d *document) contentsEnd(last int) int {
	end := last + 1
	for end < len(d.lines) && d.lines[end].sheet == d.lines[last].sheet {
		l := d.lines[end]
		if l.role == body && (utf8.RuneCountInString(l.text) > 60 || end-last > 4) {
			return last
		}
		end++
	}
	if !d.lines[last].placed() {
		return last
	}
	return end - 1
}
