package docx

import (
	"encoding/xml"
	"slices"
	"strings"
	"unicode"
)

// A formula is an open element of Office Math (ECMA-376 part 1, 22.1), which is
// written in a line: a fraction as "(a+b)/c", a power as "x^2", an index as
// "x_1", a root as "√(a)".
type formula struct {
	name              string
	from              int // where its text begins
	begin, sep, close string
	sign              string
	parts             int // arguments begun in it
}

// isMath reports whether an element is one of Office Math, of the transitional
// or the strict form.
func isMath(n xml.Name) bool { return n.Space == "m" || strings.HasSuffix(n.Space, "/math") }

// startMath takes the beginning of an element of a formula.
func (w *walker) startMath(t xml.StartElement) {
	name := t.Name.Local
	switch name {
	case "r":
		w.run, w.inRun = look{}, true
		return
	case "t":
		w.inText = w.para != nil
		return
	case "chr", "begChr", "endChr", "sepChr":
		w.mathSign(name, value(t, "val"))
		return
	case "e", "num", "den", "sup", "sub", "deg", "lim", "mr":
		w.argument(name)
	case "f", "rad", "nary", "d", "sSup", "sSub", "sSubSup", "sPre", "func", "m", "eqArr", "limLow", "limUpp":
	default:
		return
	}
	f := formula{name: name, begin: "(", sep: "|", close: ")", sign: "∫"}
	if w.para != nil {
		f.from = len(w.para.text)
	}
	w.math = append(w.math, f)
}

// mathSign takes a sign of the open element: of a sum, of parentheses.
func (w *walker) mathSign(name, sign string) {
	if len(w.math) == 0 {
		return
	}
	f := &w.math[len(w.math)-1]
	switch name {
	case "chr":
		f.sign = sign
	case "begChr":
		f.begin = sign
	case "endChr":
		f.close = sign
	case "sepChr":
		f.sep = sign
	}
}

// argument writes what stands before an argument of the open element.
func (w *walker) argument(name string) {
	n := len(w.math)
	if n == 0 {
		return
	}
	f := &w.math[n-1]
	f.parts++
	if f.name == "nary" && f.parts == 1 {
		w.write(f.sign)
	}
	switch name {
	case "den":
		w.write("/")
	case "sup":
		w.write("^")
	case "sub", "lim":
		w.write("_")
	case "mr":
		if f.parts > 1 {
			w.write("; ")
		}
	case "e":
		w.write(f.beforeE())
	}
}

// beforeE is what stands before the next argument "e" of an element.
func (f *formula) beforeE() string {
	switch f.name {
	case "d":
		if f.parts == 1 {
			return f.begin
		}
		return f.sep
	case "rad":
		return "√"
	case "nary", "func":
		return " "
	case "mr":
		if f.parts > 1 {
			return ", "
		}
	case "eqArr":
		if f.parts > 1 {
			return "; "
		}
	}
	return ""
}

// endMath takes the end of an element of a formula.
func (w *walker) endMath(name string) {
	switch name {
	case "r":
		w.inRun, w.run = false, look{}
	case "t":
		w.inText = false
	}
	n := len(w.math)
	if n == 0 || w.math[n-1].name != name {
		return
	}
	f := w.math[n-1]
	w.math = w.math[:n-1]
	switch name {
	case "d":
		w.write(f.close)
	case "num", "den", "sup", "sub", "deg", "lim":
		w.parenthesize(f.from)
	case "e":
		if n > 1 && (w.math[n-2].name == "rad" || w.math[n-2].name == "sSup" || w.math[n-2].name == "sSub") {
			w.parenthesize(f.from)
		}
	}
}

// parenthesize puts what was written from a place on into parentheses, unless it
// is one number or name.
func (w *walker) parenthesize(from int) {
	p := w.para
	if p == nil || from >= len(p.text) {
		return
	}
	inner := strings.TrimSpace(string(p.text[from:]))
	inner = strings.TrimLeft(inner, "/^_√")
	if inner == "" || strings.IndexFunc(inner, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) < 0 {
		return
	}
	at := len(p.text) - len(inner)
	p.text = append(slices.Insert(p.text, at, '('), ')')
	for i := range p.raised {
		if p.raised[i].Start >= at {
			p.raised[i].Start++
		}
		if p.raised[i].End > at {
			p.raised[i].End++
		}
	}
}
