package pdf

import reader "github.com/ledongthuc/pdf"

// font gives a font of the resources, loaded once a file; nil if it cannot be
// read, and then its text cannot be either.
func (in *interpreter) font(name string) *face {
	f, ok := in.fonts[name]
	if !ok {
		f = in.doc.cachedFont(in.resources.Key("Font").Key(name))
		in.fonts[name] = f
	}
	return f
}

// use makes a resource dictionary the current one.
func (in *interpreter) use(resources reader.Value) {
	in.resources, in.fonts, in.hidden = resources, map[string]*face{}, map[string]bool{}
}

// hides reports whether optional content, by its name in the resources, is off.
func (in *interpreter) hides(name string) bool {
	off, ok := in.hidden[name]
	if !ok {
		off = in.doc.layers.hides(in.resources.Key("Properties"), name)
		in.hidden[name] = off
	}
	return off
}

func (d *document) cachedFont(v reader.Value) *face {
	if v.Kind() != reader.Dict {
		return nil
	}
	key := v.String()
	if f, ok := d.fonts[key]; ok {
		return f
	}
	d.fonts[key] = nil // stays so if loading panics
	func() {
		defer func() {
			if x := recover(); x != nil {
				d.warn("a font cannot be read: %s", short(x))
			}
		}()
		d.fonts[key] = newFace(d.loadFont(v))
	}()
	return d.fonts[key]
}

// external takes the font out of an extended graphics state.
func (in *interpreter) external(name string) {
	f := in.resources.Key("ExtGState").Key(name).Key("Font")
	if f.Len() == 2 {
		in.state.font, in.state.size = in.doc.cachedFont(f.Index(0)), f.Index(1).Float64()
	}
}
