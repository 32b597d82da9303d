package pdf

import (
	reader "github.com/ledongthuc/pdf"
)

// A program is what an embedded font program says about the meaning of its
// glyphs.
type program struct {
	codes  *byteTable        // by the font's own encoding, nil: it has none
	glyphs map[uint32]string // by glyph number
	cids   map[uint32]uint32 // glyph numbers by CID, nil: they are the same
}

// text gives the text of a glyph of a composite font; empty if it is not known.
func (p *program) text(cid uint32) string {
	if p.cids != nil {
		cid = p.cids[cid]
	}
	return p.glyphs[cid]
}

// maxProgram bounds the size of a font program that is looked into.
const maxProgram = 16 << 20

// program reads what is embedded for a font, nil if that tells nothing.
func (d *document) program(descriptor reader.Value) *program {
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		v := descriptor.Key(key)
		if v.Kind() != reader.Stream {
			continue
		}
		data, _ := d.readStream(v) // what comes before an error may be enough
		if len(data) == 0 || len(data) > maxProgram {
			return nil
		}
		return parseProgram(data)
	}
	return nil
}

// parseProgram tells the formats by their first bytes: files have the wrong one
// under a key often enough.
func parseProgram(data []byte) *program {
	switch {
	case len(data) < 4:
		return nil
	case data[0] == '%' || data[0] == 0x80:
		if t := type1Encoding(data); t != nil {
			return &program{codes: t}
		}
		return nil
	case data[0] == 1 && data[1] == 0 && data[2] >= 4 && data[3] >= 1 && data[3] <= 4:
		return parseCFF(data)
	}
	f := parseSFNT(data)
	if f == nil {
		return nil
	}
	if table, ok := f.tables["CFF "]; ok {
		if p := parseCFF(table); p != nil {
			return p
		}
	}
	return f.program()
}
