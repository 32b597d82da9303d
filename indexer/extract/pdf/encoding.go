package pdf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// The upper halves of the encodings that x/text does not have, from code 0xA0
// (StandardEncoding) and 0x20 (Symbol) on; '\u0000' where there is no glyph
// (ISO 32000-1, annex D).
const (
	standardUpper = "\x00¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\x00–†‡·\x00¶•‚„”»…‰\x00¿" +
		"\x00`´ˆ˜¯˘˙¨\x00˚¸\x00˝˛ˇ—\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
		"\x00Æ\x00ª\x00\x00\x00\x00ŁØŒº\x00\x00\x00\x00\x00æ\x00\x00\x00ı\x00\x00łøœß\x00\x00\x00\x00"
	symbolTable = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾" +
		"αβχδεφγηιϕκλµνοπθρστυϖωξψζ{|}∼\x00" +
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
		"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00" +
		"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
		"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\x00〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

// A byteTable gives the text of each code of a simple font, "" where unknown.
type byteTable [256]string

func tableFrom(table string, first int) *byteTable {
	var t byteTable
	code := first
	for _, r := range table {
		if r != 0 && code < len(t) {
			t[code] = string(r)
		}
		code++
	}
	return &t
}

func standardEncoding() *byteTable {
	t := tableFrom(standardUpper, 0xa0)
	for c := ' '; c < 0x7f; c++ {
		t[c] = string(c)
	}
	t['\''], t['`'] = "’", "‘"
	return t
}

func symbolEncoding() *byteTable { return tableFrom(symbolTable, ' ') }

func charmapEncoding(m *charmap.Charmap) *byteTable {
	var t byteTable
	for c := ' '; c < 256; c++ {
		if r := m.DecodeByte(byte(c)); r >= ' ' && r != '\uFFFD' && (r < 0x7f || r > 0x9f) {
			t[c] = string(r)
		}
	}
	return &t
}

// winAnsi is Windows-1252 with a bullet in every unused code, a space at 0xA0
// and a hyphen at 0xAD (ISO 32000-1, annex D.2, notes 3, 5 and 6).
func winAnsi() *byteTable {
	t := charmapEncoding(charmap.Windows1252)
	for c := 0x7f; c < 0xa0; c++ {
		if t[c] == "" {
			t[c] = "•"
		}
	}
	t[0xa0], t[0xad] = " ", "-"
	return t
}

func macRoman() *byteTable {
	t := charmapEncoding(charmap.Macintosh)
	t[0xca] = " "
	return t
}

// namedEncoding gives an encoding a font names, nil for other names.
func namedEncoding(name string) *byteTable {
	switch name {
	case "WinAnsiEncoding", "PDFDocEncoding":
		return winAnsi()
	case "MacRomanEncoding":
		return macRoman()
	case "StandardEncoding":
		return standardEncoding()
	}
	return nil
}

// symbolic maps the private code points U+F020 to U+F0FF, which Word writes for
// Symbol and its like, to what such a font shows at the low byte.
func symbolic(r rune, font string) rune {
	low := int(r & 0xff)
	if strings.Contains(strings.ToLower(font), "symbol") {
		if t := symbolEncoding()[low]; t != "" {
			return []rune(t)[0]
		}
	}
	switch low {
	case 0xb7, 0xa7, 0x9f, 0xd8, 0x76, 0x6e, 0x71, 0xa8, 0x6c:
		return '•' // the bullets of Symbol and Wingdings
	case 0x20:
		return ' '
	case 0x2d:
		return '-'
	case 0xfc:
		return '✓'
	}
	return r
}
