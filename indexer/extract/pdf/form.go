package pdf

import (
	"fmt"

	reader "github.com/ledongthuc/pdf"
)

// draw runs a form XObject: its own resources (else those around it), its
// matrix, and the state put back behind it (ISO 32000-1, 8.10). Scans with a
// layer of recognised text keep all their text in forms. Images draw no text.
func (in *interpreter) draw(name string) error {
	form := in.resources.Key("XObject").Key(name)
	if in.hiding > 0 || in.doc.layers.hides(form, "OC") {
		return nil
	}
	if form.Kind() != reader.Stream || form.Key("Subtype").Name() != "Form" {
		in.drawn.image(in.state.ctm)
		return nil
	}
	if err := in.form(form); err != nil {
		return fmt.Errorf("form %s: %w", name, err)
	}
	return nil
}

// form runs a form, unless it is being run already.
func (in *interpreter) form(form reader.Value) error {
	key := form.String()
	if in.active[key] || in.depth >= maxFormDepth {
		return nil
	}
	data, err := in.doc.readStream(form)
	if len(data) == 0 && err != nil {
		return err
	}
	in.operators += len(data) / bytesOfOperator // reading a form again and again takes time, too
	in.active[key] = true
	outer := *in // what the form changes of the state is put back behind it
	in.saved, in.marked, in.unmarked = nil, nil, 0
	in.depth++
	if m, ok := matrixFrom(form.Key("Matrix")); ok {
		in.state.ctm = m.mul(in.state.ctm)
	}
	if r := form.Key("Resources"); r.Kind() == reader.Dict {
		in.use(r)
	}
	err = in.run(data)
	for len(in.marked) > 0 { // what the form left open
		in.closeMarked()
	}
	in.depth--
	in.state, in.saved, in.resources, in.fonts, in.hidden = outer.state, outer.saved, outer.resources, outer.fonts, outer.hidden
	in.marked, in.unmarked = outer.marked, outer.unmarked
	delete(in.active, key)
	return err
}

func matrixFrom(v reader.Value) (m matrix, ok bool) {
	if v.Len() != 6 {
		return identity(), false
	}
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	return m, m.finite()
}
