package pdf

import (
	"strings"
	"unicode"
)

// radicals are the Han characters that look like those from U+2E80 on, which
// fonts draw with the same glyphs (EquivalentUnifiedIdeograph.txt of the Unicode
// Character Database); "?" where there is none. A file that names its glyphs by
// their shape often names the radical where the character was written.
var radicals = []rune("?厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵?旡日月歺母民氵氺灬爫爫丬牛" +
	"犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑" +
	"钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")

const firstRadical = 0x2e80

// folded gives what was written for what a font says is drawn, where one glyph
// serves several characters: Han characters for their radicals, a dash for the
// figure dash.
func folded(text string) string {
	if text == "" || text[0] < 0xe2 { // all of them begin with a byte of U+2000 and above
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= firstRadical && r < firstRadical+rune(len(radicals)):
			if c := radicals[r-firstRadical]; c != '?' {
				return c
			}
		case r == '\u2012':
			return '–'
		}
		return r
	}, text)
}

// chineseDots reports whether the katakana middle dot of a font is the dot in
// the names of foreigners: in fonts for all of East Asia one glyph is both, and a
// font that writes Japanese has other kana.
func (m *cmap) chineseDots() bool {
	han := false
	kana := func(text string) bool {
		for _, r := range text {
			if r != katakanaDot && unicode.In(r, unicode.Hiragana, unicode.Katakana) {
				return true
			}
			han = han || unicode.Is(unicode.Han, r)
		}
		return false
	}
	for _, t := range m.text {
		if kana(t) {
			return false
		}
	}
	for _, r := range m.ranges[:min(len(m.ranges), 1<<12)] {
		for n := range min(r.high-r.low, 0xff) + 1 {
			if t, _ := m.lookup(r.low + n); kana(t) {
				return false
			}
		}
	}
	return han
}

const (
	katakanaDot = '・'
	middleDot   = "·"
)
