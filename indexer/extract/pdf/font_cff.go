package pdf

// A cff reads a Compact Font Format program (Adobe technical note 5176) as far
// as it names its glyphs: the charset, and the encoding of a simple font.
type cff struct {
	data    []byte
	strings [][]byte
	top     map[int]int // operands of the top dictionary, the last of each operator
}

// Operators of the top dictionary.
const (
	cffCharset     = 15
	cffEncoding    = 16
	cffCharStrings = 17
	cffROS         = 12<<8 | 30 // the program is keyed by CIDs
)

// parseCFF gives nil for what is no such program.
func parseCFF(data []byte) *program {
	if len(data) < 4 {
		return nil
	}
	f := &cff{data: data, top: map[int]int{}}
	_, at := f.index(int(data[2]))
	tops, at := f.index(at)
	f.strings, _ = f.index(at)
	if len(tops) == 0 {
		return nil
	}
	f.dictionary(tops[0])
	glyphs, _ := f.index(f.top[cffCharStrings])
	if len(glyphs) == 0 {
		return nil
	}
	names := f.charset(len(glyphs))
	if _, keyed := f.top[cffROS]; keyed {
		return nil // its charset holds CIDs, which say nothing by themselves
	}
	p := &program{glyphs: map[uint32]string{}}
	for glyph, sid := range names {
		if t := f.text(sid); t != "" {
			p.glyphs[uint32(glyph)] = t
		}
	}
	p.codes = f.codes(names)
	return p
}

// index reads an INDEX and gives the place behind it.
func (f *cff) index(at int) (items [][]byte, end int) {
	n := int(u16(f.data, at))
	if n == 0 || at < 0 || at+3 > len(f.data) {
		return nil, at + 2
	}
	size := int(f.data[at+2])
	first := at + 3 + (n+1)*size - 1 // offsets count from the byte before the data
	if size < 1 || size > 4 || first >= len(f.data) {
		return nil, len(f.data)
	}
	from := f.offset(at+3, size)
	for i := 1; i <= n; i++ {
		to := f.offset(at+3+i*size, size)
		if from < 1 || to < from || first+to > len(f.data) {
			return items, len(f.data)
		}
		items = append(items, f.data[first+from:first+to])
		from = to
	}
	return items, first + from
}

func (f *cff) offset(at, size int) int {
	n := 0
	for i := range size {
		n = n<<8 | int(f.data[at+i])
	}
	return n
}

// dictionary reads the operators of a DICT that have whole operands.
func (f *cff) dictionary(b []byte) {
	last := 0
	for i := 0; i < len(b); {
		c := int(b[i])
		i++
		switch {
		case c == 12 && i < len(b):
			f.top[12<<8|int(b[i])] = last
			i++
		case c <= 21:
			f.top[c] = last
		case c == 28:
			last = int(int16(u16(b, i)))
			i += 2
		case c == 29:
			last = int(int32(u32(b, i)))
			i += 4
		case c == 30:
			for i < len(b) && b[i]&0xf != 0xf && b[i]>>4 != 0xf {
				i++
			}
			i++
		case c >= 32 && c <= 246:
			last = c - 139
		case c >= 247 && c <= 250 && i < len(b):
			last = (c-247)*256 + int(b[i]) + 108
			i++
		case c >= 251 && c <= 254 && i < len(b):
			last = -(c-251)*256 - int(b[i]) - 108
			i++
		}
	}
}

// charset gives the string number of each glyph.
func (f *cff) charset(glyphs int) []int {
	out := make([]int, 1, glyphs)
	at := f.top[cffCharset]
	if at <= 2 { // the first of three predefined ones is in use; its numbers run on
		for len(out) < glyphs {
			out = append(out, len(out))
		}
		return out
	}
	if at >= len(f.data) {
		return out
	}
	format := f.data[at]
	for at++; len(out) < glyphs && at+2 <= len(f.data); {
		sid, left := int(u16(f.data, at)), 0
		at += 2
		switch {
		case format == 1 && at < len(f.data):
			left = int(f.data[at])
			at++
		case format == 2:
			left = int(u16(f.data, at))
			at += 2
		}
		for i := 0; i <= left && len(out) < glyphs; i++ {
			out = append(out, sid+i)
		}
	}
	return out
}

// codes gives the text of the codes of the font's own encoding.
func (f *cff) codes(names []int) *byteTable {
	at := f.top[cffEncoding]
	switch {
	case at == 0:
		return standardEncoding()
	case at <= 1 || at+2 > len(f.data):
		return nil
	}
	var t byteTable
	format, n := f.data[at], int(f.data[at+1])
	at += 2
	glyph := 1
	for range n {
		code, left := f.byteAt(at), 0
		at++
		if format&0x7f == 1 {
			left = f.byteAt(at)
			at++
		}
		for i := 0; i <= left && glyph < len(names) && code+i < len(t); i++ {
			t[code+i] = f.text(names[glyph])
			glyph++
		}
	}
	if format&0x80 != 0 { // further codes of the same glyphs
		n := f.byteAt(at)
		for i := range n {
			t[f.byteAt(at+1+3*i)] = f.text(int(u16(f.data, at+2+3*i)))
		}
	}
	return &t
}

func (f *cff) byteAt(at int) int {
	if at < 0 || at >= len(f.data) {
		return 0
	}
	return int(f.data[at])
}

// text gives the text of a glyph by the number of its name.
func (f *cff) text(sid int) string {
	standard := cffStandard
	switch i := sid - cffStrings; {
	case sid <= 0:
		return ""
	case sid <= len(standard):
		return string(standard[sid-1])
	case i >= 0 && i < len(f.strings):
		return glyphText(string(f.strings[i]))
	}
	return ""
}

const cffStrings = 391 // the first number of the font's own strings

// cffStandard is the text of the standard strings from number 1 on (appendix A
// of the note), the expert glyphs as the characters they are forms of.
var cffStandard = []rune(" !\"#$%&’()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_‘abcdefghijklmnopqrstuvwxyz{|}~" +
	"¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ–†‡·¶•‚„”»…‰¿`´ˆ˜¯˘˙¨˚¸˝˛ˇ—ÆªŁØŒºæıłøœß" +
	"¹¬µ™Ð½±Þ¼÷¦°þ¾²®−ð×³©ÁÂÄÀÅÃÇÉÊËÈÍÎÏÌÑÓÔÖÒÕŠÚÛÜÙÝŸŽáâäàåãçéêëèíîïìñóôöòõšúûüùýÿž" +
	"!˝$$&´()‥․0123456789,—.?ab¢deilmnorst\ufb00\ufb03\ufb04()ˆ-`ABCDEFGHIJKLMNOPQRSTUVWXYZ" +
	"₡1₨˜¡¢ŁŠŽ¨˘ˇ˙¯‒-˛˚¸¿⅛⅜⅝⅞⅓⅔⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉¢$.,ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞŸ")
