package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"travaux/indexer/layout"
)

// document gathers the lines of a document.
type document struct {
	styles    *styles
	numbering *numbering
	settings  settings
	links     map[string]string // addresses of hyperlinks, by relation
	lines     []layout.Line
	size      int             // bytes of text in lines
	headers   []pageReference // headers and footers that are shown
	notes     map[string]note // by kind and id
	counts    noteCounts
	warnings  []string
}

// Bounds on the XML: encoding/xml expands no entities of a file's own, but lets
// elements nest and go on without end. A level's text is printed before each
// paragraph of a list, so text is bounded apart from the XML.
const (
	maxDepth  = 256
	maxTokens = 10_000_000
	maxText   = 64 << 20
)

// A walker reads the story of one part: body, header or notes.
type walker struct {
	doc   *document
	depth int
	skip  int // depth of an element being passed over, 0: none

	para    *paragraph   // the paragraph being read, nil between paragraphs
	outer   []*paragraph // those in which text boxes stand
	carried *paragraph   // one whose end was deleted: the next goes on with it
	run     look
	inText  bool
	inCode  bool // in the instruction of a field
	inRun   bool
	inPara  bool // in the properties of a paragraph
	inRow   bool // in the properties of a table row

	fields  []field
	asking  bool   // a content control shows its placeholder
	choices []bool // alternate contents: whether a form of each was taken
	math    []formula
	links   []openLink
	// tables are the open tables: a paragraph in a cell becomes part of the row.
	tables []*table

	margin bool // a header or footer: page numbers in it are of no page
	note   note // the note being read, until its first line
	// section: the headers of the section being read.
	section   []pageReference
	firstPage bool
}

func (d *document) readBody(data []byte) error {
	w := &walker{doc: d}
	err := w.read(data)
	if errors.Is(err, ErrTooLarge) || err != nil && len(d.lines) == 0 {
		return err
	}
	if err != nil {
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

// read reads a part to its end. What was read before an error stays.
func (w *walker) read(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	err := w.tokens(xml.NewDecoder(bytes.NewReader(data)))
	for w.para != nil || len(w.outer) > 0 {
		w.endParagraph()
	}
	w.release()
	if err == nil && w.doc.size > maxText {
		err = fmt.Errorf("%w: over %d MB of text", ErrTooLarge, maxText>>20)
	}
	return err
}

func (w *walker) tokens(dec *xml.Decoder) error {
	for n := 0; ; n++ {
		if n > maxTokens {
			return fmt.Errorf("over %d XML tokens", maxTokens)
		}
		if w.doc.size > maxText {
			return nil
		}
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
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
				w.end(t.Name)
			} else if w.depth == w.skip {
				w.skip = 0
			}
			w.depth--
		case xml.CharData:
			w.characters(string(t))
		}
	}
}

// characters takes text between elements.
func (w *walker) characters(s string) {
	switch {
	case w.skip > 0:
	case w.inCode:
		w.instruct(s)
	case w.inText:
		w.write(s)
	}
}

// start takes the beginning of an element.
func (w *walker) start(t xml.StartElement) {
	switch name := t.Name.Local; {
	case w.passedOver(t):
		w.skip = w.depth
	case isMath(t.Name):
		w.startMath(t)
	case w.startParagraph(t), w.startRun(t), w.startField(t), w.startTable(t), w.startSection(t):
	case name == "AlternateContent":
		w.choices = append(w.choices, false)
	case name == "altChunk":
		w.doc.warnings = append(w.doc.warnings, "a part of the document in another format was not read")
	}
}

// passedOver reports whether an element is no part of the text: what was deleted
// or moved away, the properties from before a change, the second form of what
// stands there already, text that only asks for text.
func (w *walker) passedOver(t xml.StartElement) bool {
	switch t.Name.Local {
	case "del", "moveFrom":
		switch {
		case w.inPara && w.para != nil:
			w.para.endDeleted = true
		case w.inRow && len(w.tables) > 0:
			w.tables[len(w.tables)-1].deleted = true
		}
		return true
	case "delText", "delInstrText", "object", "rt", "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange",
		"tcPrChange", "trPrChange", "tblGridChange", "numberingChange":
		return true
	case "sdtPr":
		w.asking = false
	case "showingPlcHdr":
		w.asking = on(value(t, "val"))
	case "sdtContent":
		asking := w.asking
		w.asking = false
		return asking
	case "Choice", "Fallback":
		n := len(w.choices)
		if n == 0 {
			return t.Name.Local == "Fallback"
		}
		taken := w.choices[n-1]
		w.choices[n-1] = true
		return taken
	}
	return false
}

// end takes the end of an element.
func (w *walker) end(n xml.Name) {
	switch name := n.Local; {
	case isMath(n):
		w.endMath(name)
	case w.endOfRun(name), w.endTable(name):
	case name == "pPr":
		w.inPara = false
	case name == "trPr":
		w.inRow = false
	case name == "instrText":
		w.inCode = false
	case name == "fldSimple":
		w.endField()
	case name == "hyperlink":
		w.endLink()
	case name == "p":
		w.endParagraph()
	case name == "sectPr":
		w.endSection()
	case name == "AlternateContent" && len(w.choices) > 0:
		w.choices = w.choices[:len(w.choices)-1]
	}
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
