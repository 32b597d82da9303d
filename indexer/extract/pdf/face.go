package pdf

import "unicode"

// A face is a font with the chars that were read with it so far: a text shows
// the same few over and over.
type face struct {
	*font
	single [256]seen
	double map[byte]*[256]seen // of two byte codes, by their first byte
}

// A seen is a char as it goes into lines, with the length of its code in bytes,
// 0 if it has not been read yet.
type seen struct {
	char
	class  charClass
	length uint8
}

// A charClass is a set of what the layout must know of a char.
type charClass uint8

const (
	classBlank  charClass = 1 << iota // nothing but spaces
	classMark                         // combining marks, which stand over another char
	classRight                        // read from right to left
	classLost                         // drawn, but its font gives it no meaning
	classNarrow                       // lost, and no wider than a space may be
)

func newFace(f *font) *face { return &face{font: f} }

// read gives the first char of s, which must not be empty.
func (f *face) read(s string) *seen {
	known := f.memory(s)
	if known != nil && known.length > 0 {
		return known
	}
	c, n := f.font.next(s)
	fresh := seen{char: c, length: uint8(min(max(n, 1), len(s)))}
	fresh.text = clean(c.text, f.font)
	fresh.class = classOf(fresh.text) | lostClass(c)
	if known == nil || fresh.length > 2 {
		return &fresh
	}
	*known = fresh
	return known
}

// memory gives the place where the char that s begins with is kept; nil for
// the last byte of a string, where a code may be cut short.
func (f *face) memory(s string) *seen {
	if f.simple != nil {
		return &f.single[s[0]]
	}
	if len(s) < 2 {
		return nil
	}
	page := f.double[s[0]]
	if page == nil {
		if f.double == nil {
			f.double = map[byte]*[256]seen{}
		}
		page = new([256]seen)
		f.double[s[0]] = page
	}
	return &page[s[1]]
}

func classOf(text string) (class charClass) {
	if text == "" {
		return 0
	}
	class = classBlank | classMark
	for _, r := range text {
		if r != ' ' {
			class &^= classBlank
		}
		if r < 0x300 || !unicode.Is(unicode.Mn, r) {
			class &^= classMark
		}
		if rightToLeft(r) {
			class |= classRight
		}
	}
	return class
}
