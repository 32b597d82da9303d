package docx

import (
	"encoding/xml"
	"strconv"

	"travaux/indexer/layout"
)

// readHeader takes the lines of a header; the headers of first, odd and even
// pages often say the same, so a line is taken once.
func (d *document) readHeader(data []byte) {
	before := d.lines
	d.lines = nil
	w := &walker{doc: d}
	err := w.run(data)
	header := d.lines
	d.lines = before
	if err != nil {
		return
	}
	for _, l := range header {
		if !contains(d.lines, l.Text) {
			d.lines = append(d.lines, l)
		}
	}
}

func contains(lines []layout.Line, text string) bool {
	for _, l := range lines {
		if l.Text == text {
			return true
		}
	}
	return false
}

func (d *document) readNotes(data []byte) {
	w := &walker{doc: d}
	if err := w.run(data); err != nil {
		d.warnings = append(d.warnings, "the notes break off: "+err.Error())
	}
}

// noteNumber gives the mark of a note where the text refers to it. Word stores
// no numbers for notes: they count in the order of their references, and a mark
// of the author's own stands in the text.
func (d *document) noteNumber(t xml.StartElement) string {
	if own := value(t, "customMarkFollows"); own == "1" || own == "true" {
		return ""
	}
	kind, count := "footnote", &d.footnotes
	if t.Name.Local == "endnoteReference" {
		kind, count = "endnote", &d.endnotes
	}
	*count++
	if d.notes == nil {
		d.notes = map[string]string{}
	}
	number := strconv.Itoa(*count)
	d.notes[kind+value(t, "id")] = number
	return number
}
