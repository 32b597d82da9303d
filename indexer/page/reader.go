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
	open     bool    // a row may be continued
	block    int     // of the line before

	masthead   bool // a line of a document's masthead was seen
	paragraphs int  // numbered paragraphs
	tableHeads int  // heads of tables of documents
	rowLines   int  // lines of rows below the first heading or row
	linesBelow int  // all lines below it
}

// entry is a row as it is read.
type entry struct {
	symbols   []un.Symbol
	note      un.Identity // of a note verbale, in place of a symbol
	lines     []string    // the title's lines
	heading   int         // the number of headings above
	languages []string
	links     map[string]string
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
	noticeLine    = regexp.MustCompile(`(?i)^(?:important notice|message important|aviso importante|notice|note)\s?:|^information provided by states|^!`)
)

// line reads one line.
func (r *reader) line(l layout.Line) {
	text := strings.TrimSpace(strings.Trim(l.Text, "\t"))
	if text == "" {
		return
	}
	fresh := l.Block != r.block || l.Row || l.Heading > 0
	r.block = l.Block
	if len(r.headings)+len(r.entries) > 0 {
		r.linesBelow++
	}
	switch {
	case mastheadLine.MatchString(text):
		r.masthead = true
	case paragraphLine.MatchString(text):
		r.paragraphs++
		r.open = false
	case noticeLine.MatchString(text):
		r.open = false
		r.linesBelow--
	case sectionName(text):
		r.open = false
	case r.tableHead(l, text):
		r.open = false
	case r.row(l):
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
	if !r.open || len(r.entries) == 0 {
		return
	}
	e := &r.entries[len(r.entries)-1]
	title, marks := cutMarks(text)
	switch {
	case title == "":
		e.mark(marks, r.columns)
	case len(e.lines) >= maxTitleLines, standsAlone(title), fresh && e.title() != "":
		r.open = false
		return
	default:
		e.lines = append(e.lines, title)
		e.mark(marks, r.columns)
	}
	r.rowLines++
}

// title joins the lines of the row's title.
func (e *entry) title() string { return strings.Join(e.lines, " ") }

// row takes a line that begins with a symbol or the number of a note verbale.
func (r *reader) row(l layout.Line) bool {
	cells := strings.Split(l.Text, "\t")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	first := 0
	for first < len(cells)-1 && cells[first] == "" {
		first++
	}
	e := entry{heading: len(r.headings)}
	rest, ok := e.begin(cells[first])
	if !ok {
		return false
	}
	tabular := len(cells) > 1
	cols := r.columns.under(len(cells))
	if tabular {
		rest = e.cells(rest, cells[first+1:], first+1, cols)
	}
	title, marks := cutMarks(rest)
	if !tabular && !titleStart(title) {
		return false
	}
	if title != "" {
		e.lines = []string{title}
	}
	e.mark(marks, cols)
	e.linked(l, cols)
	r.entries = append(r.entries, e)
	return true
}

// begin reads what a row begins with and gives the rest of the text.
func (e *entry) begin(text string) (rest string, ok bool) {
	if note, rest, ok := un.FindNote(text); ok {
		e.note = note
		return rest, true
	}
	at := 0
	for _, f := range un.FindSymbols(text) {
		if strings.Trim(text[at:f.Start], " -–—|&") != "" {
			break
		}
		e.symbols = append(e.symbols, f.Symbol)
		at = f.End
	}
	return strings.TrimSpace(text[at:]), at > 0
}

// cells takes title and marks from the cells behind the symbol's. A cell under a
// language that holds text stands for a file in it, whatever the text is.
func (e *entry) cells(title string, cells []string, offset int, cols columns) string {
	for i, cell := range cells {
		lang := cols.at(offset + i)
		switch {
		case lang != "":
			if strings.Trim(cell, "-–— ") != "" {
				e.offer(lang, "")
			}
		case cell == "":
		case title == "" && !onlyLanguages(cell):
			title = cell
		default:
			for _, l := range namedLanguages(cell) {
				e.offer(l, "")
			}
		}
	}
	return title
}

// titleStart reports whether a text can begin the title of a row in running
// lines: nothing (the title follows on the next line), or no small letter and no
// punctuation, with which a sentence goes on behind a symbol.
func titleStart(s string) bool {
	if s == "" {
		return true
	}
	first := []rune(s)[0]
	return !strings.ContainsRune(",.;:)]", first) && strings.ToUpper(string(first)) == string(first) && !strings.HasPrefix(s, "/")
}
