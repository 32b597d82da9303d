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
	if form.Kind() != reader.Stream || form.Key("Subtype").Name() != "Form" {
		in.drawn.image(in.state.ctm)
		return nil
	}
	key := form.String()
	if in.active[key] || in.depth >= maxFormDepth {
		return nil
	}
	data, err := in.doc.readStream(form)
	if len(data) == 0 && err != nil {
		return fmt.Errorf("form %s: %w", name, err)
	}
	in.active[key] = true
	state, saved, resources, fonts := in.state, in.saved, in.resources, in.fonts
	in.saved = nil
	in.depth++
	if m, ok := matrixFrom(form.Key("Matrix")); ok {
		in.state.ctm = m.mul(in.state.ctm)
	}
	if r := form.Key("Resources"); r.Kind() == reader.Dict {
		in.use(r)
	}
	err = in.run(data)
	in.depth--
	in.state, in.saved, in.resources, in.fonts = state, saved, resources, fonts
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
