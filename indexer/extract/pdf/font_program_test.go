package pdf_test

import (
	"encoding/binary"
	"strings"
	"testing"
)

func big16(n ...int) string {
	var out []byte
	for _, v := range n {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	return string(out)
}

func big32(n ...int) string {
	var out []byte
	for _, v := range n {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return string(out)
}

// trueType makes a font program of tables given as name, data, name, data.
func trueType(tables ...string) string {
	n := len(tables) / 2
	head, body := big32(0x10000)+big16(n, 0, 0, 0), ""
	for i := 0; i < len(tables); i += 2 {
		head += tables[i] + big32(0, 12+16*n+len(body), len(tables[i+1]))
		body += tables[i+1]
	}
	return head + body
}

// cmapTable makes a cmap table of one subtable.
func cmapTable(platform, encoding int, subtable string) string {
	return big16(0, 1, platform, encoding) + big32(12) + subtable
}

// codesToGlyphs is a format 4 subtable of one segment: codes from first on are
// the glyphs from glyph on.
func codesToGlyphs(first, last, glyph int) string {
	return big16(4, 32, 0, 4, 0, 0, 0) + big16(last, 0xffff) + big16(0) + big16(first, 0xffff) + big16(glyph-first, 1) + big16(0, 0)
}

// postTable names glyphs, the three first .notdef.
func postTable(names ...string) string {
	out := big32(0x20000, 0, 0, 0, 0, 0, 0, 0) + big16(3+len(names), 0, 0, 0)
	list := ""
	for i, n := range names {
		out += big16(258 + i)
		list += string(rune(len(n))) + n
	}
	return out + list
}

func cffIndex(items ...string) string {
	if len(items) == 0 {
		return big16(0)
	}
	out, data := big16(len(items))+"\x02", ""
	out += big16(1)
	for _, item := range items {
		data += item
		out += big16(1 + len(data))
	}
	return out + data
}

// compact makes a CFF program with four glyphs: .notdef, A (string 34), its own
// name, B (string 35), at the codes 1, 2 and 3.
func compact(own string) string {
	number := func(n int) string { return "\x1d" + big32(n) }
	head := "\x01\x00\x04\x02" + cffIndex("Font")
	names, rest := cffIndex(own), cffIndex()
	top := func(charset, encoding, glyphs int) string {
		return cffIndex(number(charset) + "\x0f" + number(encoding) + "\x10" + number(glyphs) + "\x11")
	}
	at := len(head) + len(top(0, 0, 0)) + len(names) + len(rest)
	charset := "\x00" + big16(34, 391, 35)
	encoding := "\x00\x03\x01\x02\x03"
	return head + top(at, at+len(charset), at+len(charset)+len(encoding)) + names + rest + charset + encoding +
		cffIndex("\x0e", "\x0e", "\x0e", "\x0e")
}

// embedded is a page that shows a string in a simple font with a font program.
func embedded(subtype, key, shown, program string) *file {
	f := onePage("BT /F3 10 Tf 72 700 Td " + shown + " Tj ET")
	f.objects[10] = "<< /Type /Font /Subtype /" + subtype + " /BaseFont /ABCDEF+Own /FontDescriptor 11 0 R >>"
	f.objects[11] = "<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /" + key + " 12 0 R >>"
	f.objects[12] = stream("", program)
	return f
}

// embeddedCID is the same with a composite font and the identity as encoding.
func embeddedCID(key, shown, program, entries string) *file {
	f := embedded("Type0", key, shown, program)
	f.objects[10] = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [13 0 R] >>"
	f.objects[13] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /FontDescriptor 11 0 R " + entries + " >>"
	return f
}

const type1Program = "%!PS-AdobeFont-1.0: Own\n/Encoding 256 array 0 1 255 {1 index exch /.notdef put} for\n" +
	"dup 1 /A put dup 2 /eacute put dup 3 /B put readonly def currentfile eexec"

// TestFontPrograms reads fonts of which only the embedded program tells what
// their codes mean.
func TestFontPrograms(t *testing.T) {
	symbol := trueType("cmap", cmapTable(3, 0, codesToGlyphs(0xf001, 0xf003, 3)), "post", postTable("A", "eacute", "B"))
	unicode := trueType("cmap", cmapTable(3, 1, codesToGlyphs(0x416, 0x418, 3)))
	tests := []struct {
		name string
		file *file
		want string
	}{
		{"TrueType symbol cmap and post names", embedded("TrueType", "FontFile2", "<010203>", symbol), "AéB"},
		{"Type 1", embedded("Type1", "FontFile", "<010203>", type1Program), "AéB"},
		{"Type 1C", embedded("Type1", "FontFile3", "<010203>", compact("eacute")), "AéB"},
		{"Type 1C in OpenType", embedded("Type1", "FontFile3", "<010203>", trueType("CFF ", compact("uni0416"))), "AЖB"},
		{"Type 1C under the key of Type 1", embedded("Type1", "FontFile", "<010203>", compact("eacute")), "AéB"},
		{"identity, glyphs by the Unicode cmap", embeddedCID("FontFile2", "<000300040005>", unicode, ""), "ЖЗИ"},
		{"identity, glyphs by post names", embeddedCID("FontFile2", "<000300040005>", symbol, ""), "AéB"},
		{"identity, glyphs by CFF names", embeddedCID("FontFile3", "<000100020003>", compact("eacute"), ""), "AéB"},
		{"damaged", embedded("TrueType", "FontFile2", "(ab)", symbol[:40]), "ab"},
	}
	for _, tt := range tests {
		if got := texts(readFile(t, tt.file)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCIDToGIDMap has the glyphs in another order than the CIDs.
func TestCIDToGIDMap(t *testing.T) {
	unicode := trueType("cmap", cmapTable(3, 1, codesToGlyphs(0x416, 0x418, 3)))
	f := embeddedCID("FontFile2", "<000000010002>", unicode, "/CIDToGIDMap 14 0 R")
	f.objects[14] = stream("", big16(5, 4, 3))
	if got := texts(readFile(t, f)); got != "ИЗЖ" {
		t.Errorf("got %q", got)
	}
}

// TestSharedGlyphs has characters that share their glyph with the one written.
func TestSharedGlyphs(t *testing.T) {
	tests := []struct{ name, cmap, want string }{
		{"radical", "1 beginbfrange <0001> <0002> <2EA0> endbfrange 1 beginbfchar <0003> <9580> endbfchar", "民\u2ea1門"},
		{"dot in Chinese", "3 beginbfchar <0001> <99AC> <0002> <30FB> <0003> <514B> endbfchar", "馬·克"},
		{"dot in Japanese", "3 beginbfchar <0001> <30DE> <0002> <30FB> <0003> <514B> endbfchar", "マ・克"},
		{"figure dash", "3 beginbfchar <0001> <0031> <0002> <2012> <0003> <0032> endbfchar", "1–2"},
	}
	for _, tt := range tests {
		f := onePage("BT /F3 10 Tf 72 700 Td <000100020003> Tj ET")
		composite(f, tt.cmap, "1 [1000 1000 1000]")
		if got := texts(readFile(t, f)); got != strings.ReplaceAll(tt.want, "\u2ea1", "氵") {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// FuzzFontProgram reads any bytes as the program of a simple font and of a
// composite one.
func FuzzFontProgram(f *testing.F) {
	symbol := trueType("cmap", cmapTable(3, 0, codesToGlyphs(0xf001, 0xf003, 3)), "post", postTable("A", "eacute", "B"))
	for _, seed := range []string{
		symbol, trueType("CFF ", compact("uni0416")), compact("eacute"), type1Program,
		trueType("cmap", cmapTable(0, 3, big16(12, 0)+big32(28, 0, 1, 0x410, 0x44f, 3))),
		trueType("cmap", cmapTable(1, 0, big16(6, 16, 0, 65, 3, 3, 4, 5))),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, program []byte) {
		check(t, embedded("TrueType", "FontFile2", "<00010203414243>", string(program)).bytes())
		check(t, embeddedCID("FontFile3", "<000100020003FFFF>", string(program), "/CIDToGIDMap 12 0 R").bytes())
	})
}

// FuzzEncoding reads any bytes as the entries of a simple font and as the names
// of its glyphs.
func FuzzEncoding(f *testing.F) {
	for _, seed := range []string{
		"/Encoding << /Differences [1 /A /uni0416 /f_i /afii10017 /Aacute /g32 /.notdef 255 /z 256 /q -1 /r] >>",
		"/Encoding /MacRomanEncoding /FirstChar 0 /LastChar 3 /Widths [1 2 1e9 -5]", "/Encoding << /BaseEncoding /WinAnsiEncoding >>",
		"/Subtype /Type3 /FontMatrix [0.01 0 0 0.01 0 0] /Encoding << /Differences [ 65 /uniD800 /u110000 /uni ] >>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, entries []byte) {
		file := onePage("BT /F3 10 Tf 72 700 Td <00010203414243FDFEFF> Tj ET")
		file.objects[10] = "<< /Type /Font /Subtype /Type1 /BaseFont /Own " + string(entries) + " >>"
		check(t, file.bytes())
	})
}
