// Package page reads meeting pages: web pages that list the documents of a
// meeting, by symbol and title, under the meeting's name, place and dates.
//
//	p, ok := page.Parse(content)
//	for _, row := range p.Rows {
//		fmt.Println(row.Document.ID, row.Document.Title, row.Document.Meeting)
//	}
package page

import (
	"strings"

	"travaux/indexer/layout"
	"travaux/search/un"
)

// Page is what a meeting page tells.
type Page struct {
	// Meetings are those of the page's headings in their order, then those of
	// the rows that belong to others; of an index of sessions, those it lists. A
	// meeting of a body that cannot be told has no ID.
	Meetings []un.Meeting
	// Rows are the listed documents, none on an index of sessions.
	Rows []Row
}

// Row is one listed document.
type Row struct {
	// Document has ID, Symbols, Title, Types, Origin, Body, Session and the
	// meeting of its own symbol; a note verbale has the page's meeting. A
	// document that the page lists without a symbol has no ID.
	Document un.Document
	// Title is the title as printed, its lines joined, without the marks of
	// languages.
	Title string
	// Meeting is the id of the meeting whose heading stands above the row,
	// empty when none can be told.
	Meeting string
	// Languages are the languages (BCP 47) the page offers, as far as it tells;
	// nil when it does not.
	Languages []string
	// Links are the addresses of the files by language, as the page gives them.
	Links map[string]string
}

// Bounds on what may be a meeting page: a web page that was printed, with the
// rows of a long session. The longest seen has some 200. A row may take several
// lines; of a line no more is read than may be a row.
const (
	maxPages = 4
	maxRows  = 2000
	maxLines = 5 * maxRows
	maxLine  = 8000
)

// Parse reads a meeting page. ok is false when the content is none, and then it
// is to be read as an ordinary document: a document that cites symbols, or that
// has a list of documents annexed, has a masthead and numbered paragraphs and is
// not taken for a page.
func Parse(c *layout.Content) (p Page, ok bool) {
	if c == nil || len(c.Pages) == 0 || len(c.Pages) > maxPages {
		return Page{}, false
	}
	r, lines := &reader{}, 0
	for _, page := range c.Pages {
		if lines += len(page.Lines); lines > maxLines {
			return Page{}, false
		}
		for _, line := range page.Lines {
			if len(line.Text) > maxLine {
				line.Text = strings.ToValidUTF8(line.Text[:maxLine], "")
			}
			if line.Text != "" {
				r.line(line)
			}
			if len(r.entries)+len(r.headings) > maxRows {
				return Page{}, false
			}
		}
	}
	if !r.isMeetingPage() {
		return Page{}, false
	}
	return r.page(), true
}

// isMeetingPage weighs what was seen. A list needs two rows with a title, one of
// them with a symbol, and a sign of its being one: the head of a table of
// documents, or a meeting's heading over rows that are most of what follows it. A
// list without symbols needs a head that names languages, and more rows.
// A masthead or numbered paragraphs speak against it. An index of sessions needs
// three of them.
func (r *reader) isMeetingPage() bool {
	if r.masthead || r.paragraphs > 2 {
		return false
	}
	titled, symbols := 0, 0
	for _, e := range r.entries {
		if e.title() != "" {
			titled++
			if e.named() {
				symbols++
			}
		}
	}
	switch {
	case titled >= 2 && symbols >= 1 && r.tableHeads > 0:
		return true
	case titled > 2 && r.tableHeads > 0 && r.tongues && r.rowLines >= r.linesBelow/2:
		return true
	case symbols > 2 && len(r.headings) > 0 && 2*r.rowLines >= r.linesBelow:
		return true
	}
	return len(r.sittings.list()) >= minSittings
}
