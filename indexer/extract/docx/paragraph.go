package docx

import (
	"encoding/xml"
	"strings"
	"unicode"

	"travaux/indexer/layout"
)

// A paragraph is one as it is read.
type paragraph struct {
	text   []byte
	blank  bool // a blank stands behind text
	tab    int  // where the last tab stood, 0: there was none
	raised []layout.Span
	links  []layout.Link

	number reference
	style  string
	level  int // outline level of the paragraph itself
	// light, upright: some of the text is not bold, not italic.
	light, upright bool
	contents       bool // a line of a table of contents
	endDeleted     bool // its end was deleted: it and the next are one
	depth          int  // the number of tables around it
}

// put adds text: runs of white space become one blank.
func (p *paragraph) put(s string, raised bool) {
	for _, r := range s {
		switch {
		case r == '\u00ad' || r == unicode.ReplacementChar && len(p.text) == 0:
		case unicode.IsSpace(r):
			p.blank = len(p.text) > 0
		default:
			if p.blank {
				p.text, p.blank = append(p.text, ' '), false
			}
			at := len(p.text)
			p.text = append(p.text, string(r)...)
			if raised {
				p.raise(at)
			}
		}
	}
}

// raise notes that the text from a place on is set above the line.
func (p *paragraph) raise(from int) {
	if n := len(p.raised); n > 0 && p.raised[n-1].End == from {
		p.raised[n-1].End = len(p.text)
		return
	}
	p.raised = append(p.raised, layout.Span{Start: from, End: len(p.text)})
}

// startParagraph takes what belongs to paragraphs.
func (w *walker) startParagraph(t xml.StartElement) bool {
	switch t.Name.Local {
	case "p":
		w.openParagraph()
		return true
	case "pPr":
		w.inPara = w.para != nil
		return true
	case "bookmarkStart", "proofErr":
		return true
	}
	if !w.inPara || w.para == nil {
		return false
	}
	switch t.Name.Local {
	case "pStyle":
		w.para.style = value(t, "val")
	case "numId":
		w.para.number.id, w.para.number.set = value(t, "val"), true
	case "ilvl":
		w.para.number.level, w.para.number.leveled = small(value(t, "val")), true
	case "outlineLvl":
		if n := small(value(t, "val")); n < levels {
			w.para.level = n + 1
		}
	default:
		return false
	}
	return true
}

// openParagraph begins a paragraph: inside another it is that of a text box,
// which stands before the one it is tied to.
func (w *walker) openParagraph() {
	if w.para != nil {
		w.outer = append(w.outer, w.para)
		w.para = &paragraph{depth: len(w.tables)}
		return
	}
	w.para = &paragraph{depth: len(w.tables)}
	if w.carried != nil && w.carried.depth == len(w.tables) {
		c := w.carried
		w.para.text, w.para.raised, w.para.links, w.para.blank = c.text, c.raised, c.links, c.blank
		w.para.light, w.para.upright = c.light, c.upright
		w.carried = nil
	}
}

// release ends a paragraph that was to go on and has nothing to go on with.
func (w *walker) release() {
	if p := w.carried; p != nil {
		w.carried = nil
		p.endDeleted = false
		w.finish(p)
	}
}

// endParagraph ends the paragraph being read.
func (w *walker) endParagraph() {
	p := w.para
	w.para, w.inPara, w.inRun, w.inText = nil, false, false, false
	if n := len(w.outer); n > 0 {
		w.para, w.outer = w.outer[n-1], w.outer[:n-1]
	}
	if p == nil {
		return
	}
	w.dropCodes()
	p.contents = p.contents || w.inContents() || w.doc.styles.contents(p.style)
	switch {
	case p.endDeleted && len(p.text) == 0:
	case p.endDeleted && w.para == nil:
		w.carried = p
	default:
		w.finish(p) // in a text box nothing is carried on: it is a line of its own
	}
}

// finish makes a line of a paragraph, or a part of a table cell. The number of a
// list is printed, and counts, before an empty paragraph too.
func (w *walker) finish(p *paragraph) {
	l := layout.Line{Text: p.leaders(), Raised: p.raised, Links: p.links}
	if w.note.mark != "" && l.Text != "" {
		prefix(&l, w.note.mark+" ")
		l.Raised = append([]layout.Span{{Start: 0, End: len(w.note.mark)}}, l.Raised...)
		w.note = note{}
	}
	if p.style == "" {
		p.style = w.doc.styles.standard
	}
	number, bullet := w.doc.numbering.next(w.doc.styles.merge(p.number, p.style))
	if number != "" && !(bullet && l.Text == "") {
		prefix(&l, number)
	}
	l.Text = strings.TrimRight(l.Text, " ")
	if l.Text == "" {
		return
	}
	l.Bold, l.Italic = len(p.text) > 0 && !p.light, len(p.text) > 0 && !p.upright
	if l.Heading = p.level; l.Heading == 0 {
		l.Heading = w.doc.styles.heading(p.style)
	}
	w.doc.size += len(l.Text)
	w.add(l, min(p.depth, len(w.tables)))
}

// leaders gives the text of a paragraph. In a line of a table of contents the
// tab before the page becomes the row of dots by which such lines are known.
func (p *paragraph) leaders() string {
	if !p.contents || p.tab == 0 || p.tab >= len(p.text) {
		return string(p.text)
	}
	return string(p.text[:p.tab]) + " ...... " + strings.TrimSpace(string(p.text[p.tab:]))
}

// prefix puts text before a line and moves what is tied to places in it.
func prefix(l *layout.Line, s string) {
	l.Text = s + l.Text
	for i := range l.Raised {
		l.Raised[i].Start += len(s)
		l.Raised[i].End += len(s)
	}
}
