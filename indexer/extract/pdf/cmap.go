package pdf

import (
	"sort"
	"unicode/utf16"
)

// A cmap is what travaux needs of a CMap (Adobe technical note 5014): the
// lengths of codes, and for a code its text (ToUnicode) or its CID (Encoding).
type cmap struct {
	spaces   []codespace
	text     map[uint32]string
	ranges   []textRange // sorted by low after parsing
	cids     []cidRange
	vertical bool
}

type codespace struct {
	low, high uint32
	length    int
}

type textRange struct {
	low, high uint32
	text      []uint16 // of low; the last unit grows with the code
}

type cidRange struct{ low, high, cid uint32 }

// maxEntries caps what one CMap may define; 65,536 codes are the most a two
// byte font can have.
const maxEntries = 1 << 17

// parseCMap reads a CMap. use gives the CMap named by usecmap, nil if unknown.
// Anything malformed is passed over: fonts of the 1990s have "findresource" and
// "begin" lines that no dictionary stands behind.
func parseCMap(data []byte, use func(name string) *cmap) *cmap {
	m := &cmap{text: map[uint32]string{}}
	l := &lexer{data: data}
	var args []operand
	for {
		op, got, ok := l.next(args)
		if !ok {
			break
		}
		args = got
		switch op {
		case "endcodespacerange":
			m.addSpaces(args)
		case "endbfchar":
			m.addChars(args)
		case "endbfrange":
			m.addRanges(args)
		case "endcidchar":
			m.addCIDs(args, 2)
		case "endcidrange":
			m.addCIDs(args, 3)
		case "usecmap":
			m.inherit(args, use)
		case "def":
			if n := len(args); n >= 2 && args[n-2].str == "WMode" {
				m.vertical = args[n-1].num == 1
			}
		}
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].low < m.ranges[j].low })
	sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].low < m.cids[j].low })
	return m
}

func (m *cmap) inherit(args []operand, use func(string) *cmap) {
	if len(args) == 0 || use == nil {
		return
	}
	base := use(args[len(args)-1].str)
	if base == nil {
		return
	}
	m.spaces = append(m.spaces, base.spaces...)
	m.ranges = append(m.ranges, base.ranges...)
	m.cids = append(m.cids, base.cids...)
	for k, v := range base.text {
		m.text[k] = v
	}
}

func (m *cmap) addSpaces(args []operand) {
	for ; len(args) >= 2; args = args[2:] {
		n := len(args[0].str)
		if n >= 1 && n <= 4 && len(m.spaces) < 256 {
			m.spaces = append(m.spaces, codespace{codeOf(args[0].str), codeOf(args[1].str), n})
		}
	}
}

func (m *cmap) addChars(args []operand) {
	for ; len(args) >= 2 && len(m.text) < maxEntries; args = args[2:] {
		m.text[codeOf(args[0].str)] = targetText(args[1])
	}
}

func (m *cmap) addRanges(args []operand) {
	for ; len(args) >= 3; args = args[3:] {
		low, high := codeOf(args[0].str), codeOf(args[1].str)
		if high < low {
			continue
		}
		if args[2].kind == kindArray {
			for i, t := range args[2].list {
				if uint32(i) > high-low || len(m.text) >= maxEntries {
					break
				}
				m.text[low+uint32(i)] = targetText(t)
			}
			continue
		}
		if args[2].kind == kindString && len(m.ranges) < maxEntries {
			m.ranges = append(m.ranges, textRange{low, high, units(args[2].str)})
		}
	}
}

// addCIDs reads groups of n operands: code, (last code,) CID.
func (m *cmap) addCIDs(args []operand, n int) {
	for ; len(args) >= n && len(m.cids) < maxEntries; args = args[n:] {
		low, high := codeOf(args[0].str), codeOf(args[n-2].str)
		if high >= low {
			m.cids = append(m.cids, cidRange{low, high, uint32(args[n-1].num)})
		}
	}
}

// lookup gives the text of a code.
func (m *cmap) lookup(code uint32) (string, bool) {
	if s, ok := m.text[code]; ok {
		return s, true
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].low > code }) - 1
	// Ranges overlap only in broken files: a few steps back are enough.
	for back := 0; i >= 0 && back < 4; i, back = i-1, back+1 {
		r := m.ranges[i]
		if code > r.high || len(r.text) == 0 {
			continue
		}
		t := append([]uint16(nil), r.text...)
		t[len(t)-1] += uint16(code - r.low)
		return string(utf16.Decode(t)), true
	}
	return "", false
}

// cid gives the CID of a code; a CMap without CIDs is the identity.
func (m *cmap) cid(code uint32) uint32 {
	if len(m.cids) == 0 {
		return code
	}
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].low > code }) - 1
	if i >= 0 && code <= m.cids[i].high {
		return m.cids[i].cid + code - m.cids[i].low
	}
	return 0
}

// code reads the next code of s by the code space ranges: the shortest length
// at which one holds it. Without a match it is as long as the shortest range.
func (m *cmap) code(s string) (code uint32, length int) {
	shortest := 4
	for n := 1; n <= min(4, len(s)); n++ {
		c := codeOf(s[:n])
		for _, r := range m.spaces {
			shortest = min(shortest, r.length)
			if r.length == n && inSpace(c, r) {
				return c, n
			}
		}
	}
	if len(m.spaces) == 0 {
		shortest = 2
	}
	n := min(shortest, len(s))
	return codeOf(s[:n]), n
}

// inSpace reports whether each byte of the code lies between the bytes of the
// range's ends: code spaces are boxes, not intervals.
func inSpace(code uint32, r codespace) bool {
	for shift := 0; shift < 8*r.length; shift += 8 {
		b, low, high := code>>shift&0xff, r.low>>shift&0xff, r.high>>shift&0xff
		if b < low || b > high {
			return false
		}
	}
	return true
}

// codeOf reads up to four bytes as a big endian number.
func codeOf(s string) uint32 {
	var n uint32
	for i := 0; i < len(s) && i < 4; i++ {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// targetText is the text a bfchar maps to: UTF-16BE, or a glyph name.
func targetText(t operand) string {
	if t.kind == kindName {
		return glyphText(t.str)
	}
	return string(utf16.Decode(units(t.str)))
}

// units reads UTF-16BE; a single byte stands for itself.
func units(s string) []uint16 {
	if len(s) == 1 {
		return []uint16{uint16(s[0])}
	}
	const maxUnits = 64 // a ligature has a handful
	out := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s) && len(out) < maxUnits; i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}
