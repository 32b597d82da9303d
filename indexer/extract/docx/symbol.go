package docx

import (
	"strconv"
	"strings"
)

// symbol gives the character of a w:sym element.
func symbol(font, code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	return signs(font, string(rune(n)))
}

// signs puts the characters of symbol fonts, which Word keeps in the private
// range from U+F000 on, into Unicode.
func signs(font, s string) string {
	if strings.IndexFunc(s, private) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if !private(r) {
			return r
		}
		return sign(font, r-0xf000)
	}, s)
}

func private(r rune) bool { return r >= 0xf020 && r <= 0xf0ff }

// sign gives a character of a symbol font: Symbol's as Adobe assigned them, the
// common ones of Wingdings, else a bullet, which most of the others are used as.
func sign(font string, code rune) rune {
	font = strings.ToLower(font)
	if strings.HasPrefix(font, "wingdings") || strings.HasPrefix(font, "webdings") {
		if r, ok := wingdings[code]; ok {
			return r
		}
		return '•'
	}
	table, at := symbolLow, code-0x20
	if code >= 0xa0 {
		table, at = symbolHigh, code-0xa0
	}
	if i, all := int(at), []rune(table); i < len(all) && all[i] != '\x00' {
		return all[i]
	}
	return '•'
}

// The encoding of the Symbol font (Adobe, "Symbol" character set), from 0x20 and
// from 0xA0 on.
const (
	symbolLow  = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
	symbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓" +
		"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\x00〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)

// wingdings are the common characters of Wingdings.
var wingdings = map[rune]rune{
	0x20: ' ', 0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x6c: '●', 0x6e: '■', 0x6f: '□', 0x71: '❑',
	0x72: '❒', 0x74: '⧫', 0x75: '◆', 0x76: '❖', 0x9f: '•', 0xa7: '▪', 0xa8: '◻', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑',
	0xe2: '↓', 0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
}
