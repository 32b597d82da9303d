package docx

import (
	"encoding/xml"
	"strings"

	"travaux/indexer/layout"
)

// A field is an instruction and, behind it, what Word made of it (ECMA-376
// part 1, 17.16): only that is shown.
type field struct {
	code   string
	result bool   // the result is being read
	name   string // the instruction's first word, told by then
	link   openLink
}

// An openLink is a link whose text is being read.
type openLink struct {
	url  string
	from int // where its text begins
	in   *paragraph
}

// maxCode bounds the instruction of a field that is kept, maxFields how deep
// fields stand in each other.
const (
	maxCode   = 4096
	maxFields = 64
)

// nameOf gives the first word of an instruction.
func nameOf(code string) string {
	words := strings.Fields(code)
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}

// address gives the target of a HYPERLINK field.
func (f field) address() string {
	if f.name != "HYPERLINK" || strings.Contains(f.code, `\l`) {
		return ""
	}
	_, rest, _ := strings.Cut(f.code, `"`)
	url, _, _ := strings.Cut(rest, `"`)
	return url
}

// startField takes what belongs to fields and links.
func (w *walker) startField(t xml.StartElement) bool {
	switch t.Name.Local {
	case "fldSimple":
		w.openField(field{code: value(t, "instr")})
		w.startResult()
	case "fldChar":
		switch value(t, "fldCharType") {
		case "begin":
			w.openField(field{})
		case "separate":
			w.startResult()
		case "end":
			w.endField()
		}
	case "instrText":
		w.inCode = true
	case "hyperlink":
		url := w.doc.links[value(t, "id")]
		w.links = append(w.links, w.openLink(url))
	default:
		return false
	}
	return true
}

func (w *walker) openField(f field) {
	if len(w.fields) < maxFields {
		w.fields = append(w.fields, f)
	}
}

// instruct adds to the instruction of the field being read.
func (w *walker) instruct(s string) {
	n := len(w.fields)
	if n == 0 || w.fields[n-1].result || len(w.fields[n-1].code) > maxCode {
		return
	}
	w.fields[n-1].code += s
}

// startResult goes on from a field's instruction to its result.
func (w *walker) startResult() {
	n := len(w.fields)
	if n == 0 {
		return
	}
	f := &w.fields[n-1]
	f.result, f.name = true, nameOf(f.code)
	f.link = w.openLink(f.address())
}

func (w *walker) endField() {
	n := len(w.fields)
	if n == 0 {
		return
	}
	w.closeLink(w.fields[n-1].link)
	w.fields = w.fields[:n-1]
}

// dropCodes leaves instructions that their paragraph does not end: no text is
// to be lost to them.
func (w *walker) dropCodes() {
	w.inCode = false
	n := len(w.fields)
	for n > 0 && !w.fields[n-1].result {
		n--
	}
	w.fields = w.fields[:n]
}

// shown reports whether text read now is on the page: it is not in the
// instruction of a field, and not the number of one page in what stands on all.
func (w *walker) shown() bool {
	for _, f := range w.fields {
		if !f.result {
			return false
		}
		if w.margin && (f.name == "PAGE" || f.name == "NUMPAGES" || f.name == "SECTIONPAGES") {
			return false
		}
	}
	return true
}

// inContents reports whether a table of contents is being read.
func (w *walker) inContents() bool {
	for _, f := range w.fields {
		if f.name == "TOC" {
			return true
		}
	}
	return false
}

func (w *walker) openLink(url string) openLink {
	l := openLink{url: strings.TrimSpace(url), in: w.para}
	if w.para != nil {
		l.from = len(w.para.text)
	}
	return l
}

// closeLink adds a link to the paragraph in which it began.
func (w *walker) closeLink(l openLink) {
	if l.url == "" || l.in == nil || l.in != w.para || l.from >= len(l.in.text) {
		return
	}
	text := strings.TrimSpace(string(l.in.text[l.from:]))
	l.in.links = append(l.in.links, layout.Link{Text: text, URL: l.url})
}

func (w *walker) endLink() {
	if n := len(w.links); n > 0 {
		w.closeLink(w.links[n-1])
		w.links = w.links[:n-1]
	}
}
