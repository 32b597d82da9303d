package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"travaux/indexer/layout"
)

// document gathers the lines of a document.
type document struct {
	styles    *styles
	numbering *numbering
	lines     []layout.Line
	headers   []string          // relations of the headers that are shown
	evenPages bool              // even pages have headers of their own
	notes     map[string]string // numbers of the notes, by kind and id
	footnotes int
	endnotes  int
	warnings  []string
}

// Bounds on the XML: encoding/xml expands no entities of a file's own, but lets
// elements nest and go on without end.
const (
	maxDepth  = 256
	maxTokens = 10_000_000
)

// A walker reads the story of one part: body, header or notes.
type walker struct {
	doc    *document
	depth  int
	text   strings.Builder
	number reference
	style  string
	level  int  // outline level of the paragraph itself
	hidden bool // the run is not shown
	// tables are the open tables: a paragraph in a cell becomes part of the row.
	tables []*table
	note   string // number of the note being read
	// header, firstPage: the headers of the section being read.
	header    []headerReference
	firstPage bool
	skip      int // depth of an element being passed over, 0: none
	inText    bool
}

func (d *document) readBody(data []byte) error {
	w := &walker{doc: d}
	if err := w.run(data); err != nil {
		if len(d.lines) == 0 {
			return err
		}
		d.warnings = append(d.warnings, "the text breaks off: "+err.Error())
	}
	return nil
}

// finished gives the lines with their blocks numbered.
func (d *document) finished() []layout.Line {
	if d.lines == nil {
		return []layout.Line{}
	}
	for i := range d.lines {
		d.lines[i].Block = i + 1
	}
	return d.lines
}

func (w *walker) run(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	for n := 0; ; n++ {
		if n > maxTokens {
			return fmt.Errorf("over %d XML tokens", maxTokens)
		}
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			w.endParagraph()
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if w.depth++; w.depth > maxDepth {
				return fmt.Errorf("elements nested over %d deep", maxDepth)
			}
			if w.skip == 0 {
				w.start(t)
			}
		case xml.EndElement:
			if w.skip == 0 {
				w.end(t.Name.Local)
			} else if w.depth == w.skip {
				w.skip = 0
			}
			w.depth--
		case xml.CharData:
			if w.inText && !w.hidden && w.skip == 0 {
				w.text.Write(t)
			}
		}
	}
}

func (w *walker) start(t xml.StartElement) {
	switch t.Name.Local {
	case "del", "moveFrom", "Fallback", "instrText", "delText", "object":
		w.skip = w.depth // deleted text, and the second form of what stands there already
	case "p":
		w.endParagraph() // a text box inside a paragraph
		w.number, w.style, w.level = reference{}, "", 0
	case "pStyle":
		w.style = value(t, "val")
	case "numId":
		w.number.id, w.number.set = value(t, "val"), true
	case "ilvl":
		w.number.level = small(value(t, "val"))
	case "outlineLvl":
		if n := small(value(t, "val")); n < levels {
			w.level = n + 1
		}
	case "r":
		w.hidden = false
	case "vanish":
		w.hidden = on(value(t, "val"))
	case "t":
		w.inText = true
	case "tab", "ptab", "br", "cr":
		w.text.WriteByte(' ')
	case "noBreakHyphen":
		w.text.WriteByte('-')
	case "sym":
		w.text.WriteString(symbol(value(t, "char")))
	case "footnoteReference", "endnoteReference":
		w.text.WriteString(" " + w.doc.noteNumber(t))
	case "tbl":
		w.endParagraph()
		w.tables = append(w.tables, &table{})
	case "tr":
		if n := len(w.tables); n > 0 {
			*w.tables[n-1] = table{}
		}
	case "headerReference":
		w.header = append(w.header, headerReference{value(t, "type"), value(t, "id")})
	case "titlePg":
		w.firstPage = on(value(t, "val"))
	case "footnote", "endnote":
		w.note = w.doc.notes[t.Name.Local+value(t, "id")]
		if kind := value(t, "type"); kind != "" && kind != "normal" {
			w.skip = w.depth // separators
		}
	}
}

func (w *walker) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "r":
		w.hidden = false
	case "p":
		w.endParagraph()
	case "tc":
		if n := len(w.tables); n > 0 {
			tb := w.tables[n-1]
			tb.cells = append(tb.cells, tb.cell)
			tb.cell = nil
		}
	case "tr":
		w.endRow()
	case "sectPr":
		w.endSection()
	case "tbl":
		if n := len(w.tables); n > 0 {
			w.tables = w.tables[:n-1]
		}
	}
}

// endParagraph makes a line of the paragraph, or a part of a table cell.
func (w *walker) endParagraph() {
	text := strings.Join(strings.Fields(w.text.String()), " ")
	w.text.Reset()
	if text == "" {
		return // an empty paragraph of a list prints no number that counts
	}
	if w.note != "" {
		text = w.note + " " + text
		w.note = ""
	}
	if w.style == "" {
		w.style = w.doc.styles.standard
	}
	number := w.number
	if !number.set {
		number = w.doc.styles.number(w.style)
	}
	if printed := w.doc.numbering.next(number); printed != "" {
		text = printed + " " + text
	}
	heading := w.level
	if heading == 0 {
		heading = w.doc.styles.heading(w.style)
	}
	w.add(layout.Line{Text: text, Heading: heading}, len(w.tables))
}

// add puts a line into the cell being read of the table at a depth, or into the
// document at depth 0.
func (w *walker) add(l layout.Line, depth int) {
	if depth == 0 {
		w.doc.lines = append(w.doc.lines, l)
		return
	}
	t := w.tables[depth-1]
	t.cell = append(t.cell, l)
}

func value(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// small reads a level number, 9 for anything that is none.
func small(s string) int {
	if len(s) == 1 && s[0] >= '0' && s[0] <= '8' {
		return int(s[0] - '0')
	}
	return levels
}
