package pdf

import (
	"encoding/binary"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// An sfnt is a TrueType or OpenType font program (ISO/IEC 14496-22), as far as
// it tells the meaning of its glyphs: tables cmap and post.
type sfnt struct{ tables map[string][]byte }

const maxTables = 128

// Subtables of cmap by platform and encoding, the platform in the upper half.
const (
	macCmap    = 1 << 16
	symbolCmap = 3 << 16
)

var unicodeCmaps = []uint32{1, 3, 4, 3<<16 | 1, 3<<16 | 10}

// parseSFNT finds the tables; nil if there are none. Tables that reach out of
// the file are cut short.
func parseSFNT(data []byte) *sfnt {
	if len(data) < 12 {
		return nil
	}
	if string(data[:4]) == "ttcf" {
		at := int64(u32(data, 12))
		if at <= 0 || at+12 > int64(len(data)) {
			return nil
		}
		return tablesAt(data, int(at))
	}
	return tablesAt(data, 0)
}

func tablesAt(data []byte, at int) *sfnt {
	f := &sfnt{tables: map[string][]byte{}}
	for i := range min(int(u16(data, at+4)), maxTables) {
		entry := at + 12 + 16*i
		if entry+16 > len(data) {
			break
		}
		from, size := int64(u32(data, entry+8)), int64(u32(data, entry+12))
		if from < int64(len(data)) {
			f.tables[string(data[entry:entry+4])] = data[from:min(from+size, int64(len(data)))]
		}
	}
	if len(f.tables) == 0 {
		return nil
	}
	return f
}

// program gives the text of glyphs by the Unicode cmap, else by the names of the
// post table, and of codes by the cmaps for symbols and for the Macintosh (ISO
// 32000-1, 9.6.6.4).
func (f *sfnt) program() *program {
	p := &program{glyphs: map[uint32]string{}}
	f.postNames(p.glyphs)
	subtables := f.cmaps()
	for _, id := range unicodeCmaps {
		for code, glyph := range subtables[id] {
			if r := rune(code); r >= ' ' && (r < 0xe000 || r > 0xf8ff) {
				addGlyph(p.glyphs, glyph, r)
			}
		}
	}
	p.codes = f.codes(p.glyphs, subtables)
	if p.codes == nil && len(p.glyphs) == 0 {
		return nil
	}
	return p
}

// addGlyph notes the character of a glyph, of several the lowest: the others are
// compatibility forms.
func addGlyph(glyphs map[uint32]string, glyph uint32, r rune) {
	if old := []rune(glyphs[glyph]); len(old) != 1 || r < old[0] {
		glyphs[glyph] = string(r)
	}
}

// codes gives the text of single byte codes; nil if no cmap takes such.
func (f *sfnt) codes(glyphs map[uint32]string, subtables map[uint32]map[uint32]uint32) *byteTable {
	symbol, mac := subtables[symbolCmap], subtables[macCmap]
	if symbol == nil && mac == nil {
		return nil
	}
	var t byteTable
	found := false
	for code := range t {
		c := uint32(code)
		for _, glyph := range []uint32{symbol[0xf000|c], symbol[c], mac[c]} {
			if glyph != 0 && glyphs[glyph] != "" {
				t[code], found = glyphs[glyph], true
				break
			}
		}
	}
	if !found {
		return nil
	}
	return &t
}

// cmaps reads the subtables of formats 0, 4, 6 and 12, by platform and encoding.
func (f *sfnt) cmaps() map[uint32]map[uint32]uint32 {
	table := f.tables["cmap"]
	out := map[uint32]map[uint32]uint32{}
	for i := range min(int(u16(table, 2)), maxTables) {
		entry := 4 + 8*i
		at := int64(u32(table, entry+4))
		if entry+8 > len(table) || at >= int64(len(table)) {
			continue
		}
		if m := subtable(table[at:]); len(m) > 0 {
			out[uint32(u16(table, entry))<<16|uint32(u16(table, entry+2))] = m
		}
	}
	return out
}

func subtable(b []byte) map[uint32]uint32 {
	m := map[uint32]uint32{}
	steps := 0 // groups may overlap: the codes in them are counted, not those found
	switch u16(b, 0) {
	case 0:
		for code := range min(256, max(0, len(b)-6)) {
			m[uint32(code)] = uint32(b[6+code])
		}
	case 4:
		segments(b, m)
	case 6:
		first := uint32(u16(b, 6))
		for i := range min(int(u16(b, 8)), max(0, len(b)-10)/2) {
			m[first+uint32(i)] = uint32(u16(b, 10+2*i))
		}
	case 12:
		for i := range min(int64(u32(b, 12)), int64(max(0, len(b)-16)/12)) {
			at := 16 + 12*int(i)
			low, high, glyph := u32(b, at), u32(b, at+4), u32(b, at+8)
			for code := int64(low); code <= int64(high) && steps < maxEntries; code++ {
				steps++
				m[uint32(code)] = glyph + uint32(code) - low
			}
		}
	}
	return m
}

// segments reads format 4: runs of codes with a distance to their glyphs, or
// with a place in a list of glyphs.
func segments(b []byte, m map[uint32]uint32) {
	n := int(u16(b, 6)) / 2
	steps := 0
	for i := range n {
		high, low := uint32(u16(b, 14+2*i)), uint32(u16(b, 16+2*(n+i)))
		delta, place := uint32(u16(b, 16+2*(2*n+i))), 16+2*(3*n+i)
		offset := int(u16(b, place))
		for code := low; code <= high && code < 0xffff && steps < maxEntries; code++ {
			steps++
			glyph := code
			if offset != 0 {
				if glyph = uint32(u16(b, place+offset+2*int(code-low))); glyph == 0 {
					continue
				}
			}
			if glyph = (glyph + delta) & 0xffff; glyph != 0 {
				m[code] = glyph
			}
		}
	}
}

// postNames reads the names of format 2 of the post table.
func (f *sfnt) postNames(glyphs map[uint32]string) {
	post := f.tables["post"]
	if u32(post, 0) != 0x20000 {
		return
	}
	n := min(int(u16(post, 32)), max(0, len(post)-34)/2)
	mac, names := macGlyphs(), []string(nil)
	for at := 34 + 2*n; at < len(post); at += 1 + int(post[at]) {
		names = append(names, string(post[at+1:min(at+1+int(post[at]), len(post))]))
	}
	for glyph := range n {
		text := ""
		if index := int(u16(post, 34+2*glyph)); index < len(mac) {
			text = mac[index]
		} else if index -= 258; index >= 0 && index < len(names) {
			text = glyphText(names[index])
		}
		if text != "" && text != "\x00" {
			glyphs[uint32(glyph)] = text
		}
	}
}

// macGlyphs gives the text of the 258 glyphs that post tables know by number:
// three without meaning, MacRoman, and some more.
func macGlyphs() []string {
	out := []string{"", "", ""}
	for code := 0x20; code < 0x100; code++ {
		if code != 0x7f {
			out = append(out, string(charmap.Macintosh.DecodeByte(byte(code))))
		}
	}
	return append(out, strings.Split("ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ", "")...)
}

// u16 reads two bytes at a place, zero outside.
func u16(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

// u32 reads four bytes at a place, zero outside.
func u32(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}
