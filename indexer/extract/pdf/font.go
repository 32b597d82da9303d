package pdf

import (
	"math"
	"strings"

	reader "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// A font turns the codes of a string into text and widths.
type font struct {
	name         string
	bold, italic bool
	vertical     bool

	simple *byteTable // text of the codes of a simple font; nil: composite
	cmap   *cmap      // codes and CIDs of a composite font
	plain  func(code uint32, raw string) string
	widths map[uint32]float64 // by code, or by CID in a composite font; 1 is the font size
	spans  []widthSpan
	width  float64 // of codes without a width of their own
	high   float64 // advance of vertical writing
	text   *cmap   // ToUnicode
}

type widthSpan struct {
	low, high uint32
	width     float64
}

// A char is one code of a shown string.
type char struct {
	text  string
	width float64 // advance in parts of the font size, downwards if vertical
	space bool    // the single byte code 32, which word spacing widens
}

// next reads the first char of s and its length in bytes.
func (f *font) next(s string) (char, int) {
	c, n := f.drawn(s)
	if c.text = folded(c.text); c.text == string(katakanaDot) && f.text != nil && f.text.chineseDots() {
		c.text = middleDot
	}
	return c, n
}

// drawn reads a char as the font names it.
func (f *font) drawn(s string) (char, int) {
	if f.simple != nil {
		code := s[0]
		c := char{text: f.simple[code], space: code == ' ', width: f.width}
		if w, ok := f.widths[uint32(code)]; ok {
			c.width = w
		}
		return c, 1
	}
	code, n := f.cmap.code(s)
	cid := f.cmap.cid(code)
	c := char{width: f.cidWidth(cid), space: n == 1 && code == ' '}
	if f.vertical {
		c.width = f.high
	}
	if f.text != nil {
		if t, ok := f.text.lookup(code); ok {
			c.text = t
			return c, n
		}
	}
	if f.plain != nil {
		c.text = f.plain(code, s[:n])
	}
	return c, n
}

func (f *font) cidWidth(cid uint32) float64 {
	if w, ok := f.widths[cid]; ok {
		return w
	}
	for _, s := range f.spans {
		if cid >= s.low && cid <= s.high {
			return s.width
		}
	}
	return f.width
}

// loadFont reads a font dictionary. It may panic where the PDF library does:
// the caller recovers and goes on without the font.
func (d *document) loadFont(v reader.Value) *font {
	f := &font{name: v.Key("BaseFont").Name(), widths: map[uint32]float64{}}
	if i := strings.IndexByte(f.name, '+'); i == 6 {
		f.name = f.name[7:] // the tag of a subset
	}
	if u := v.Key("ToUnicode"); u.Kind() == reader.Stream {
		if data, _ := d.readStream(u); len(data) > 0 {
			f.text = parseCMap(data, nil)
		}
	}
	descriptor := v.Key("FontDescriptor")
	switch v.Key("Subtype").Name() {
	case "Type0":
		descendant := v.Key("DescendantFonts").Index(0)
		descriptor = descendant.Key("FontDescriptor")
		d.loadComposite(f, v, descendant)
	case "Type3":
		f.simple = d.simpleTable(f, v, descriptor)
		f.type3Widths(v)
	default:
		f.simple = d.simpleTable(f, v, descriptor)
		f.simpleWidths(v, descriptor)
	}
	f.style(descriptor)
	return f
}

// style reads weight and slant, from the name first: descriptors of subset
// fonts are often left at their defaults (flags: ISO 32000-1, table 123).
func (f *font) style(descriptor reader.Value) {
	name := strings.ToLower(f.name)
	flags := descriptor.Key("Flags").Int64()
	f.bold = strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") ||
		flags&(1<<18) != 0 || descriptor.Key("FontWeight").Float64() >= 600
	f.italic = strings.Contains(name, "italic") || strings.Contains(name, "oblique") ||
		flags&(1<<6) != 0 || descriptor.Key("ItalicAngle").Float64() != 0
}

// simpleTable gives the text of the 256 codes: ToUnicode, else the names of
// Differences, else the base encoding, else what the font has built in.
func (d *document) simpleTable(f *font, v, descriptor reader.Value) *byteTable {
	enc := v.Key("Encoding")
	base := namedEncoding(enc.Name())
	if enc.Kind() == reader.Dict {
		base = namedEncoding(enc.Key("BaseEncoding").Name())
	}
	if base == nil {
		base = d.builtIn(f, v, descriptor)
	}
	table := *base
	code := 0
	differences := enc.Key("Differences")
	for i := range min(differences.Len(), 1024) {
		switch x := differences.Index(i); x.Kind() {
		case reader.Integer:
			code = int(x.Int64())
		case reader.Name:
			if code >= 0 && code < len(table) {
				table[code] = differenceText(x.Name(), code)
			}
			code++
		}
	}
	if f.text == nil {
		return &table
	}
	for code := range table {
		if t, ok := f.text.lookup(uint32(code)); ok && usable(t) {
			table[code] = t
		}
	}
	return &table
}

// usable tells real text from the zero and replacement characters that some
// producers put where they know nothing.
func usable(t string) bool {
	return t != "" && t != "\x00" && t != "\uFFFD"
}

// differenceText gives the text of a glyph name; names that only number the
// glyphs of a subset ("g32", "C0032", "a65") fall back to the code if it is a
// printable character. A name that says something else, though not to us, does
// not: the code of a sign in a font for mathematics is not the letter.
func differenceText(name string, code int) string {
	if t := glyphText(name); t != "" || !numbersGlyph(name) {
		return t
	}
	if code > ' ' && code < 0x7f {
		return string(rune(code))
	}
	return ""
}

// numbersGlyph reports whether a glyph name is a number behind letters.
func numbersGlyph(name string) bool {
	digits := strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return digits != "" && strings.Trim(digits, "0123456789abcdefABCDEF") == ""
}

// builtIn gives the encoding of a font that names none.
func (d *document) builtIn(f *font, v, descriptor reader.Value) *byteTable {
	name := strings.ToLower(f.name)
	switch {
	case strings.HasPrefix(name, "symbol"):
		return symbolEncoding()
	case v.Key("Subtype").Name() == "Type3":
		return charmapEncoding(charmap.ISO8859_1)
	}
	usual := standardEncoding()
	if v.Key("Subtype").Name() == "TrueType" {
		usual = winAnsi()
	}
	if f.text != nil {
		return usual // ToUnicode says it: the program need not be read
	}
	p := d.program(descriptor)
	if p == nil || p.codes == nil {
		return usual
	}
	for code, text := range p.codes {
		if text != "" {
			usual[code] = text
		}
	}
	return usual
}

func (f *font) simpleWidths(v, descriptor reader.Value) {
	list := v.Key("Widths")
	if list.Len() == 0 {
		for code, text := range f.simple {
			f.widths[uint32(code)] = standardWidth(f.name, text) / 1000
		}
		f.width = 0.5
		return
	}
	first := v.Key("FirstChar").Int64()
	for i := range min(list.Len(), 256) {
		if code := first + int64(i); code >= 0 && code < 256 {
			f.widths[uint32(code)] = bounded(list.Index(i).Float64() / 1000)
		}
	}
	f.width = bounded(descriptor.Key("MissingWidth").Float64() / 1000)
}

// type3Widths reads widths in glyph space, which FontMatrix maps to text space.
func (f *font) type3Widths(v reader.Value) {
	scale := math.Abs(v.Key("FontMatrix").Index(0).Float64())
	if scale == 0 {
		scale = 0.001
	}
	first := v.Key("FirstChar").Int64()
	list := v.Key("Widths")
	for i := range min(list.Len(), 256) {
		if code := first + int64(i); code >= 0 && code < 256 {
			f.widths[uint32(code)] = bounded(list.Index(i).Float64() * scale)
		}
	}
}

// bounded keeps nonsense widths from throwing text across the page.
func bounded(w float64) float64 {
	if math.IsNaN(w) || w < -10 || w > 10 {
		return 0
	}
	return w
}
