package docx

import (
	"cmp"
	"encoding/xml"
)

// A note is one whose mark was read: its number as printed.
type note struct{ mark string }

// noteCounts are how many notes of each kind were marked.
type noteCounts struct{ footnotes, endnotes int }

func (d *document) readNotes(data []byte) {
	w := &walker{doc: d}
	if err := w.read(data); err != nil {
		d.warnings = append(d.warnings, "the notes break off: "+err.Error())
	}
}

// mark writes the mark of a note where the text refers to it. Word stores no
// numbers for notes: they count in the order of their references, and a mark of
// the author's own stands in the text.
func (w *walker) mark(t xml.StartElement) {
	if own := value(t, "customMarkFollows"); own != "" && on(own) || w.para == nil || !w.shown() {
		return
	}
	d := w.doc
	kind, count, form := "footnote", &d.counts.footnotes, d.settings.footnotes
	if t.Name.Local == "endnoteReference" {
		kind, count, form = "endnote", &d.counts.endnotes, d.settings.endnotes
	}
	*count++
	if d.notes == nil {
		d.notes = map[string]note{}
	}
	printed := formatted(*count+form.start-1, form.format)
	d.notes[kind+value(t, "id")] = note{printed}
	w.para.put(" ", false)
	w.para.put(printed, true)
}

// A noteForm is how the notes of a kind are numbered.
type noteForm struct {
	format string
	start  int
}

// settings are what word/settings.xml says of the whole document.
type settings struct {
	evenPages           bool // even pages have headers of their own
	footnotes, endnotes noteForm
}

type xmlNoteForm struct {
	Format xmlValue `xml:"numFmt"`
	Start  xmlValue `xml:"numStart"`
}

// form fills in what Word takes where nothing is said.
func (x xmlNoteForm) form(format string) noteForm {
	f := noteForm{format: cmp.Or(x.Format.Value, format), start: 1}
	if x.Start.Value != "" {
		f.start = startOf(x.Start.Value)
	}
	return f
}

// parseSettings reads the settings; the properties of the last section, which
// stand in the body, say how notes are numbered before the settings do.
func parseSettings(data, body []byte) settings {
	var in struct {
		Headers   *xmlValue   `xml:"evenAndOddHeaders"`
		Footnotes xmlNoteForm `xml:"footnotePr"`
		Endnotes  xmlNoteForm `xml:"endnotePr"`
	}
	if len(data) == 0 || xml.Unmarshal(data, &in) != nil {
		in.Headers = nil
	}
	sectionForms(body, &in.Footnotes, &in.Endnotes)
	return settings{
		evenPages: in.Headers != nil && on(in.Headers.Value),
		footnotes: in.Footnotes.form("decimal"), endnotes: in.Endnotes.form("lowerRoman"),
	}
}
