package pdf

import (
	"math"

	reader "github.com/ledongthuc/pdf"
)

// Flags of annotations (ISO 32000-1, table 165).
const (
	annotationHidden = 1 << 1
	annotationNoView = 1 << 5
)

const maxAnnotations = 10000 // of a page

// annotations draws what stands on a page as annotations: the answers filled
// into the fields of a form, text written over the page, stamps. One that cannot
// be read is no reason to doubt the page.
func (in *interpreter) annotations(page reader.Value, view matrix) {
	defer func() {
		if x := recover(); x != nil {
			in.doc.warn("the annotations of a page cannot be read: %s", short(x))
		}
	}()
	all := page.Key("Annots")
	for i := range min(all.Len(), maxAnnotations) {
		if in.operators > maxOperators {
			return
		}
		if err := in.annotation(all.Index(i), view); err != nil {
			in.doc.warn("an annotation cannot be read: %s", short(err))
		}
	}
}

func (in *interpreter) annotation(a reader.Value, view matrix) error {
	if a.Key("F").Int64()&(annotationHidden|annotationNoView) != 0 || a.Key("Subtype").Name() == "Popup" || in.doc.layers.hides(a, "OC") {
		return nil
	}
	form := appearance(a)
	m, ok := placed(form, a)
	if !ok {
		return nil
	}
	in.state, in.saved = state{ctm: m.mul(view), text: identity(), line: identity(), scale: 1}, nil
	in.marked, in.unmarked, in.replacing, in.hiding = nil, 0, 0, 0
	in.use(in.doc.file.Trailer().Key("Root").Key("AcroForm").Key("DR"))
	return in.form(form)
}

// appearance gives the form that an annotation shows by itself: for a box to be
// ticked, that of its state.
func appearance(annotation reader.Value) reader.Value {
	normal := annotation.Key("AP").Key("N")
	if normal.Kind() == reader.Dict {
		return normal.Key(annotation.Key("AS").Name())
	}
	return normal
}

// placed gives the transformation that puts the box of an appearance, as its own
// matrix leaves it, into the rectangle of its annotation (ISO 32000-1,
// algorithm 8.1).
func placed(form, annotation reader.Value) (m matrix, ok bool) {
	rect, ok := boxOf(annotation.Key("Rect"))
	box, boxed := boxOf(form.Key("BBox"))
	if form.Kind() != reader.Stream || !ok || !boxed {
		return m, false
	}
	own, _ := matrixFrom(form.Key("Matrix"))
	from := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, corner := range [][2]float64{{box[0], box[1]}, {box[0], box[3]}, {box[2], box[1]}, {box[2], box[3]}} {
		x, y := own.apply(corner[0], corner[1])
		from = [4]float64{min(from[0], x), min(from[1], y), max(from[2], x), max(from[3], y)}
	}
	w, h := (rect[2]-rect[0])/(from[2]-from[0]), (rect[3]-rect[1])/(from[3]-from[1])
	m = matrix{w, 0, 0, h, rect[0] - from[0]*w, rect[1] - from[1]*h}
	return m, m.finite()
}
