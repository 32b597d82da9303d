package page

import (
	"regexp"
	"strings"

	"travaux/indexer/layout"
	"travaux/search/un"
)

// reader goes through the lines of a page and gathers its rows.
type reader struct {
	headings []heading
	entries  []entry
	columns  columns // of the table read now
	table    bool    // the head of a table of documents stands above
	inHead   bool    // the line before was part of that head
	open     bool    // a row may be continued
	bar      bool    // the line is one cell, with a bar behind it
	barred   bool    // so were those of the last row, or it was one of a table
	block    int     // of the line before
	sittings index   // of a page that lists sessions, not documents

	masthead   bool // a line of a document's masthead was seen
	paragraphs int  // numbered paragraphs
	tableHeads int  // heads of tables of documents
	tongues    bool // one of them names languages
	rowLines   int  // lines of rows below the first heading or row
	linesBelow int  // all lines below it
}

// heading is a meeting's heading.
type heading struct {
	name       string
	place      string
	start, end un.Date
}

var (
	mastheadLine  = regexp.MustCompile(`(?i)^(?:.{0,80}\s)?distr(?:ibution)?\s?[.:]\s?:?\s*(?:general|générale|limit|restr)|^original\s?:\s?\pL+$|^(?:advance unedited version)$`)
	paragraphLine = regexp.MustCompile(`^\d{1,3}\.\s+\pL.{40,}`)
	noticeLine    = regexp.MustCompile(`(?i)^(?:important notice|message important|aviso importante|важное (?:уведомление|сообщение)|notice|note|nota|примечание)\s?[:：]|^(?:重要通知|إشعار هام)|^information provided by states|^!`)
	legendLine    = regexp.MustCompile(`(?i)^(?:file formats?|formats?|languages?|langues?)\s?:|^= ?\pL|^in the table (?:above|below)|^documents available for downloading|^\(?(?:eng|fre|rus)\s?[=–]`)
	headCell      = regexp.MustCompile(`(?i)^(?:topics?|titles?|subjects?|(?:available )?languages?|titre|título|тема|название|标题|语文)$`)
)

// line reads one line.
func (r *reader) line(l layout.Line) {
	whole := l.Text
	l, ok := unpiped(l)
	r.bar = ok && !l.Row && strings.HasSuffix(strings.TrimSpace(whole), "|")
	text := strings.TrimSpace(strings.Trim(l.Text, "\t"))
	if !ok || text == "" {
		return
	}
	fresh := l.Block != r.block || l.Row || l.Heading > 0
	r.block = l.Block
	if len(r.headings)+len(r.entries) > 0 {
		r.linesBelow++
	}
	head := r.inHead
	r.inHead = false
	r.sittings.line(text)
	switch {
	case mastheadLine.MatchString(text):
		r.masthead = true
	case paragraphLine.MatchString(text):
		r.paragraphs++
		r.open = false
	case noticeLine.MatchString(text):
		r.open, r.table = false, false
		r.linesBelow--
	case legendLine.MatchString(text):
		r.open = false
		r.linesBelow--
	case sectionName(text):
		r.open = false
	case r.tableHead(l, text), head && headCell.MatchString(text):
		r.open, r.table, r.inHead = false, true, true
	case r.row(l), r.bare(l, text):
		r.open = true
		r.rowLines++
	case r.heading(l, text, fresh):
		r.open = false
	default:
		r.continuation(text, fresh)
	}
}

// tableHead takes the head of a table of documents; its columns name languages.
func (r *reader) tableHead(l layout.Line, text string) bool {
	cols, named, ok := readHead(strings.Split(l.Text, "\t"), text)
	if !ok {
		return false
	}
	if named {
		r.tableHeads++
		r.tongues = r.tongues || len(cols.languages) > 1
	}
	r.columns = cols
	return true
}

// heading takes a meeting's heading: a line that ends with dates in parentheses
// and names a session or meeting. A line that goes on with a row's title, as
// "(Vienna, 22-23 October 2012)" may, is none.
func (r *reader) heading(l layout.Line, text string, fresh bool) bool {
	if r.open && !fresh {
		return false
	}
	h, ok := readHeading(text)
	if ok {
		r.headings = append(r.headings, h)
		return true
	}
	return l.Heading > 0 || sectionHead(text)
}

// maxTitleLines is over how many lines a title may run on.
const maxTitleLines = 8

// continuation adds a line to the row above it: to its title, or as its marks of
// languages. A line that stands apart from a row that has its title is none.
func (r *reader) continuation(text string, fresh bool) {
	if r.barred && !r.bar {
		r.open = false
	}
	if !r.open || len(r.entries) == 0 {
		return
	}
	e := &r.entries[len(r.entries)-1]
	title, marks := cutMarks(text)
	switch {
	case title == "":
		e.mark(marks, r.columns)
	case onlyLanguages(title):
		for _, name := range namedLanguages(title) {
			e.offer(name, "")
		}
	case len(e.lines) >= maxTitleLines, fresh && e.title() != "":
		r.open = false
		return
	default:
		e.lines = append(e.lines, title)
		e.mark(marks, r.columns)
	}
	r.rowLines++
}

// row takes a line that begins with a symbol or the number of a note verbale.
func (r *reader) row(l layout.Line) bool {
	cells := cellsOf(l)
	first := firstCell(cells)
	e := entry{heading: len(r.headings)}
	rest, ok := e.begin(cells[first])
	if !ok {
		return false
	}
	tabular := len(cells) > 1
	cols := r.columns.under(len(cells))
	if tabular {
		rest = e.cells(rest, cells[first+1:], first+1, cols, len(l.Links) > 0)
	}
	title, marks := cutMarks(rest)
	if !tabular && !titleStart(title) {
		return false
	}
	r.enter(e, title, marks, cols, l)
	return true
}

// bare takes a document without a symbol of its own in front: a row of a table
// that names the symbol behind the title, or none, and in running lines what
// tables list so: the list of participants, the note for them.
func (r *reader) bare(l layout.Line, text string) bool {
	cells := cellsOf(l)
	if len(cells) == 1 {
		return r.bareLine(l, text)
	}
	if !r.table {
		return false
	}
	first := firstCell(cells)
	title, marks := cutMarks(cells[first])
	cols := r.columns.under(len(cells))
	if title == "" || onlyLanguages(title) || cols.at(first) != "" || !hasColumnsOrLinks(cols, l) {
		return false
	}
	e := entry{heading: len(r.headings)}
	title = e.symbolBehind(title)
	if second := e.cells("", cells[first+1:], first+1, cols, len(l.Links) > 0); second != "" && len(e.symbols) == 0 {
		if rest, ok := e.begin(second); ok && rest == "" { // the symbol in a column behind the title
			second = ""
		}
		title = strings.TrimSpace(title + " " + second)
	}
	r.enter(e, title, marks, cols, l)
	return true
}

// bareLine is bare for a line that is no row. A cell on a line of its own, with a
// bar behind it, begins a row where the row above it has its title.
func (r *reader) bareLine(l layout.Line, text string) bool {
	untitled := r.open && len(r.entries) > 0 && r.entries[len(r.entries)-1].title() == ""
	title, marks := cutMarks(text)
	const long = 80
	alone := standsAlone(title) && len(title) <= long && len(r.entries) > 0 && (r.table || r.open)
	if untitled || !alone && !(r.bar && r.table) || onlyLanguages(title) {
		return false
	}
	e := entry{heading: len(r.headings)}
	title = e.symbolBehind(title)
	r.enter(e, title, marks, r.columns, l)
	return true
}

// hasColumnsOrLinks reports whether a row stands under languages or offers files.
func hasColumnsOrLinks(cols columns, l layout.Line) bool {
	return len(cols.byCell) > 0 || len(cols.languages) > 0 || len(l.Links) > 0
}

// enter adds a row.
func (r *reader) enter(e entry, title string, m marks, cols columns, l layout.Line) {
	if title = withoutLinks(title, l.Links); title != "" {
		e.lines = []string{title}
	}
	e.mark(m, cols)
	e.linked(l, cols)
	r.barred = r.bar || l.Row
	r.entries = append(r.entries, e)
}
