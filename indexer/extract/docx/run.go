package docx

import "encoding/xml"

// A look is how a run is set: each is 0 where the run does not say, 1 for on,
// -1 for off.
type look struct {
	style                        string
	bold, italic, hidden, raised int
	font                         string
}

// over fills what a look does not say from the one below it.
func (l look) over(below look) look {
	for _, f := range []struct {
		mine  *int
		other int
	}{{&l.bold, below.bold}, {&l.italic, below.italic}, {&l.hidden, below.hidden}, {&l.raised, below.raised}} {
		if *f.mine == 0 {
			*f.mine = f.other
		}
	}
	if l.font == "" {
		l.font = below.font
	}
	return l
}

// set takes one property of a run.
func (l *look) set(name, value string) bool {
	sign := 1
	if !on(value) {
		sign = -1
	}
	switch name {
	case "b":
		l.bold = sign
	case "i":
		l.italic = sign
	case "vanish":
		l.hidden = sign
	case "vertAlign":
		if l.raised = -1; value == "superscript" {
			l.raised = 1
		}
	default:
		return false
	}
	return true
}

// startRun takes what belongs to runs.
func (w *walker) startRun(t xml.StartElement) bool {
	name := t.Name.Local
	if w.inRun && w.run.set(name, value(t, "val")) {
		return true
	}
	switch name {
	case "r":
		w.run, w.inRun = look{}, true
	case "rStyle":
		if w.inRun {
			w.run.style = value(t, "val")
		}
	case "rFonts":
		if w.inRun {
			w.run.font = value(t, "ascii")
		}
	case "t":
		w.inText = w.para != nil
	case "tab", "ptab":
		if w.inRun && w.para != nil {
			w.write(" ")
			w.para.tab = len(w.para.text)
		}
	case "br", "cr":
		w.write(" ")
	case "noBreakHyphen":
		w.write("-")
	case "sym":
		w.write(symbol(value(t, "font"), value(t, "char")))
	case "footnoteReference", "endnoteReference":
		w.mark(t)
	case "footnote", "endnote":
		w.note = w.doc.notes[name+value(t, "id")]
		if kind := value(t, "type"); kind != "" && kind != "normal" {
			w.skip = w.depth // separators
		}
	default:
		return false
	}
	return true
}

// endOfRun takes the end of what belongs to runs.
func (w *walker) endOfRun(name string) bool {
	switch name {
	case "t":
		w.inText = false
	case "r":
		w.inRun, w.run = false, look{}
	default:
		return false
	}
	return true
}

// write adds text to the paragraph, unless it is hidden.
func (w *walker) write(s string) {
	p := w.para
	if p == nil || !w.shown() {
		return
	}
	l := w.run.over(w.doc.styles.look(w.run.style)).over(w.doc.styles.look(p.style))
	if l.hidden > 0 {
		return
	}
	before := len(p.text)
	p.put(signs(l.font, s), l.raised > 0)
	if len(p.text) > before {
		p.light = p.light || l.bold <= 0
		p.upright = p.upright || l.italic <= 0
	}
	if w.inContents() {
		p.contents = true
	}
}
