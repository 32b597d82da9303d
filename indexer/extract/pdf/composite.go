package pdf

import (
	"strings"
	"unicode/utf16"

	reader "github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// loadComposite reads a Type0 font: its CMap, and the widths of its descendant.
func (d *document) loadComposite(f *font, v, descendant reader.Value) {
	enc := v.Key("Encoding")
	name := enc.Name()
	f.cmap = &cmap{}
	if enc.Kind() == reader.Stream {
		name = enc.Key("CMapName").Name()
		if data, _ := d.readStream(enc); len(data) > 0 {
			f.cmap = parseCMap(data, nil)
		}
	} else {
		f.plain, f.cmap = predefined(name)
	}
	f.vertical = f.cmap.vertical || strings.HasSuffix(name, "-V") || name == "V"
	f.width = 1
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.width = bounded(dw.Float64() / 1000)
	}
	f.high = -1
	if dw2 := descendant.Key("DW2"); dw2.Len() == 2 {
		f.high = bounded(dw2.Index(1).Float64() / 1000)
	}
	f.loadCIDWidths(descendant.Key("W"))
	if f.text == nil && f.plain == nil {
		f.plain = d.glyphText(f.cmap, descendant)
	}
}

// loadCIDWidths reads /W: "c [w1 w2 ...]" or "first last w" (ISO 32000-1,
// 9.7.4.3).
func (f *font) loadCIDWidths(w reader.Value) {
	const maxWidths = 1 << 17
	n := min(w.Len(), maxWidths)
	for i := 0; i+1 < n; {
		first := uint32(w.Index(i).Int64())
		second := w.Index(i + 1)
		if second.Kind() == reader.Array {
			for j := range min(second.Len(), maxWidths) {
				f.widths[first+uint32(j)] = bounded(second.Index(j).Float64() / 1000)
			}
			i += 2
			continue
		}
		if len(f.spans) < 4096 {
			f.spans = append(f.spans, widthSpan{first, uint32(second.Int64()), bounded(w.Index(i+2).Float64() / 1000)})
		}
		i += 3
	}
}

// predefined gives the code lengths and, where the codes themselves are text,
// the text of a predefined CMap (ISO 32000-1, table 118). The national ones use
// their code set's own one and two byte codes; the UCS2 and UTF16 ones are
// Unicode. Identity has no text of its own.
func predefined(name string) (func(uint32, string) string, *cmap) {
	base := strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch {
	case strings.HasSuffix(base, "UCS2"), strings.HasSuffix(base, "UTF16"):
		return utf16Text, &cmap{spaces: []codespace{
			{0x0000, 0xd7ff, 2}, {0xe000, 0xffff, 2}, {0xd800dc00, 0xdbffdfff, 4},
		}}
	case strings.HasPrefix(base, "GB"):
		return national(simplifiedchinese.GBK), twoByte(0x81, 0xfe)
	case strings.HasPrefix(base, "B5"), strings.HasPrefix(base, "ETen"), strings.HasPrefix(base, "HKscs"):
		return national(traditionalchinese.Big5), twoByte(0x81, 0xfe)
	case strings.HasPrefix(base, "90ms"), strings.HasPrefix(base, "90pv"), strings.HasPrefix(base, "83pv"):
		m := twoByte(0x81, 0x9f)
		m.spaces = append(m.spaces, codespace{0xe040, 0xfcfc, 2})
		return national(japanese.ShiftJIS), m
	case base == "EUC":
		return national(japanese.EUCJP), twoByte(0xa1, 0xfe)
	case strings.HasPrefix(base, "KSC"):
		return national(korean.EUCKR), twoByte(0x81, 0xfe)
	}
	return nil, &cmap{spaces: []codespace{{0, 0xffff, 2}}}
}

// twoByte is a code space of single bytes outside low to high, which lead the
// double ones.
func twoByte(low, high uint32) *cmap {
	return &cmap{spaces: []codespace{
		{low<<8 | 0x40, high<<8 | 0xfe, 2}, {0, low - 1, 1}, {high + 1, 0xff, 1},
	}}
}

func national(e encoding.Encoding) func(uint32, string) string {
	return func(_ uint32, raw string) string {
		s, err := e.NewDecoder().String(raw)
		if err != nil {
			return ""
		}
		return s
	}
}

func utf16Text(_ uint32, raw string) string {
	return string(utf16.Decode(units(raw)))
}

// glyphText gives the text of codes by what the embedded font program says of
// its glyphs, for fonts that say nothing else; nil if it is silent too.
func (d *document) glyphText(codes *cmap, descendant reader.Value) func(uint32, string) string {
	p := d.program(descendant.Key("FontDescriptor"))
	if p == nil || len(p.glyphs) == 0 {
		return nil
	}
	if m := descendant.Key("CIDToGIDMap"); m.Kind() == reader.Stream {
		data, _ := d.readStream(m)
		p.cids = map[uint32]uint32{}
		for cid := range min(len(data)/2, maxEntries) {
			p.cids[uint32(cid)] = uint32(u16(data, 2*cid))
		}
	}
	return func(code uint32, _ string) string { return p.text(codes.cid(code)) }
}
