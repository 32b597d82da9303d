package paragraph

import (
	"math"
	"strings"
	"unicode/utf8"

	"travaux/indexer/masthead"
	"travaux/search/un"
)

// markMasthead marks the lines of the first page down to the last one that only
// a masthead has, and the title of the agenda item below it. Down is measured
// on the page where lines have places: its right column may be read last.
func (d *document) markMasthead() {
	n := 0
	for n < len(d.sheets) && d.sheets[n].first == d.sheets[n].last {
		n++
	}
	if n == len(d.sheets) {
		return
	}
	s := d.sheets[n]
	last, strong, weak := -1, 0, 0
	end, floor := d.mastheadEnd(s)
	title := d.titleTop(s, end)
	for i := s.first; i < end; i++ {
		l := d.lines[i]
		part := partOf(l)
		if part == masthead.NoPart || l.placed() && (l.y >= floor || part == masthead.Gathering && l.y > title) {
			continue
		}
		if last < 0 || !l.placed() || l.y > d.lines[last].y {
			last = i
		}
		if part == masthead.Mark {
			strong++
		} else {
			weak++
		}
	}
	if last < 0 || strong == 0 || strong+weak < 2 {
		return
	}
	lowest := d.agendaTitle(last, s)
	for i := s.first; i < s.last; i++ {
		l := d.lines[i]
		above := i <= lowest
		if l.placed() {
			above = l.y <= d.lines[lowest].y
		}
		if above && l.role == body && l.heading == 0 {
			d.lines[i].role = front
		}
	}
}

// titleTop gives the height on the page at which the document's title begins:
// the first line below the block's marks that is set clearly larger than the
// text. Dates below it are the title's.
func (d *document) titleTop(s sheet, end int) float64 {
	bottom, top := 0.0, math.Inf(1)
	for i := s.first; i < end; i++ {
		if l := d.lines[i]; l.y < s.height/2 && partOf(l) == masthead.Mark {
			bottom = max(bottom, l.bottom())
		}
	}
	for i := s.first; i < end; i++ {
		if l := d.lines[i]; d.size > 0 && l.size > d.size+titleStep && l.y > bottom {
			top = min(top, l.y)
		}
	}
	return top
}

// titleStep is by how many points titles are larger than the text; the names of
// subsidiary bodies in the head are larger by less.
const titleStep = 3

// mastheadEnd gives where running text begins on the page: the index of its
// first line, and its height on the page.
func (d *document) mastheadEnd(s sheet) (end int, floor float64) {
	for i := s.first; i < min(s.last, s.first+45); i++ {
		if !d.running(i, s.last) {
			continue
		}
		if d.lines[i].placed() {
			return s.last, d.lines[i].y
		}
		return i, 0
	}
	return min(s.last, s.first+45), s.height
}

// partOf tells what a line, or a piece of it, is in a masthead.
func partOf(l line) masthead.Part {
	if strings.HasSuffix(l.text, ".") && len(l.text) > 20 {
		return masthead.NoPart
	}
	return masthead.PartOf(l.text)
}

// running reports whether running text begins at line i: a numbered paragraph,
// or a long line that is followed by another.
func (d *document) running(i, end int) bool {
	l := d.lines[i]
	if lab, ok := paragraphLabel(l.text, d.lang); ok && !lab.glued && utf8.RuneCountInString(lab.text) > 40 {
		return true
	}
	if !l.placed() {
		return utf8.RuneCountInString(l.text) > 250 || masthead.OpensText(l.text)
	}
	long := func(l line) bool {
		return utf8.RuneCountInString(l.text) > 60 && l.w > 0.55*d.sheets[l.sheet].width && len(l.cells) < 2 && !l.bold
	}
	return i+1 < end && long(l) && long(d.lines[i+1]) && d.bodySized(l)
}

// agendaTitle takes in the lines below an agenda item line that continue it:
// the same edge, no gap.
func (d *document) agendaTitle(last int, s sheet) int {
	l := d.lines[last]
	if partOf(l) != masthead.Item {
		return last
	}
	short := func(l line) bool { return utf8.RuneCountInString(l.text) < 150 && !strings.HasSuffix(l.text, ".") }
	if !l.placed() {
		if last+1 < s.last && namesKind(d.lines[last+1].text) {
			return last
		}
		if last+2 < s.last && d.lines[last+1].heading == 0 && short(d.lines[last+1]) && short(d.lines[last+2]) && !isNumbered(d.lines[last+1].text, d.lang) {
			return d.blockEnd(last + 1)
		}
		return last
	}
	for i := last + 1; i < s.last; i++ {
		prev, next := d.lines[i-1], d.lines[i]
		if next.x > l.x+6 || next.x < l.x-6 || next.y-prev.y > 1.4*max(prev.h, s.pitch) || next.size > l.size+0.5 {
			break
		}
		last = i
	}
	return last
}

// blockEnd gives the last line of the title that line i is in, as far as the
// format declares blocks: a block may hold the document's own title and the text
// too.
func (d *document) blockEnd(i int) int {
	for i+1 < len(d.lines) && d.lines[i].block != 0 && d.lines[i+1].block == d.lines[i].block {
		if next := d.lines[i+1].text; masthead.OpensText(next) || namesKind(next) {
			return i
		}
		i++
	}
	return i
}

// namesKind reports whether a line names a kind of document, as titles do:
// "Resolution adopted by the General Assembly".
func namesKind(text string) bool {
	types, origin := masthead.TypeOf(un.Symbol{}, text, text)
	return len(types) > 0 || origin != ""
}
