package docx

import (
	"encoding/xml"
	"strconv"
)

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
