package pdf_test

import (
	"strings"
	"testing"
)

const cmapHead = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange "

// composite is a Type0 font with a ToUnicode CMap in object 11.
func composite(f *file, toUnicode, widths string) {
	f.objects[10] = "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Times-Bold /Encoding /Identity-H /DescendantFonts [12 0 R] /ToUnicode 11 0 R >>"
	f.objects[11] = stream("", cmapHead+toUnicode+" endcmap end end")
	f.objects[12] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Times-Bold /DW 500 /W [" + widths + "] >>"
}

func TestToUnicode(t *testing.T) {
	tests := []struct{ name, cmap, shown, want string }{
		{"bfchar", "2 beginbfchar <0003> <0020> <0024> <0041> endbfchar", "002400030024", "A A"},
		{"bfrange", "1 beginbfrange <0024> <0026> <0041> endbfrange", "002400250026", "ABC"},
		{"bfrange with an array", "1 beginbfrange <0001> <0003> [<0041> <00420043> <0044>] endbfrange", "000100020003", "ABCD"},
		{"ligature", "1 beginbfchar <0001> <FB01> endbfchar 1 beginbfchar <0002> <0074> endbfchar", "00010002", "fit"},
		{"surrogates", "1 beginbfchar <0001> <D83DDE00> endbfchar", "0001", "😀"},
		{"without an entry", "1 beginbfchar <0001> <0041> endbfchar", "000100090001", "AA"},
		{"missing end", "1 beginbfchar <0001> <0041", "0001", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := onePage("BT /F3 10 Tf 72 700 Td <" + tt.shown + "> Tj ET")
			composite(f, tt.cmap, "9 [0]")
			if got := texts(readFile(t, f)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestCIDWidthsPlaceTheGlyphs(t *testing.T) {
	// A is 1 em wide by /W, B takes /DW: C starts at 15 points and is 2 em wide
	// by a range. The string D then starts at 72+35, where it is put.
	f := onePage("BT /F3 10 Tf 1 0 0 1 72 700 Tm <000100020003> Tj 1 0 0 1 107 700 Tm <0004> Tj ET")
	composite(f, "1 beginbfrange <0001> <0004> <0041> endbfrange", "1 [1000] 3 3 2000")
	c := readFile(t, f)
	if got := texts(c); got != "ABCD" {
		t.Fatalf("got %q: the widths leave a gap", got)
	}
	if l := c.Pages[0].Lines[0]; l.X != 72 || l.W != 40 || !l.Bold || l.Size != 10 {
		t.Errorf("line %+v", l)
	}
}

func TestToUnicodeGoesBeforeEncoding(t *testing.T) {
	f := onePage("BT /F3 10 Tf 72 700 Td (\x01\x02) Tj ET")
	f.objects[10] = "<< /Type /Font /Subtype /TrueType /BaseFont /Custom /FirstChar 1 /LastChar 2 /Widths [500 500] " +
		"/Encoding << /Differences [1 /g1 /g2] >> /ToUnicode 11 0 R >>"
	f.objects[11] = stream("", "1 beginbfrange <01> <02> <0054> endbfrange")
	if got := texts(readFile(t, f)); got != "TU" {
		t.Errorf("got %q", got)
	}
}

func TestGlyphNames(t *testing.T) {
	tests := []struct{ name, want string }{
		{"/Aacute", "Á"},
		{"/ccedilla", "ç"},
		{"/quoteright", "’"},
		{"/f_i", "fi"},
		{"/fi", "fi"},
		{"/one.oldstyle", "1"},
		{"/uni0416", "Ж"},
		{"/u1F600", "😀"},
		{"/afii10017", "А"},
		{"/afii10071", "ё"},
		{"/afii61352", "№"},
		{"/germandbls", "ß"},
		{"/endash", "–"},
		{"/Scaron", "Š"},
		{"/Gcommaaccent", "Ģ"},
		{"/scommaaccent", "ș"},
		{"/Euro", "€"},
		{"/alphatonos", "ά"},
		{"/ffi", "ffi"},
		{"/dotlessj", "ȷ"},
		{"/H18533", "●"},
		{"/nosuchglyph", ""}, // a sign, though which one is not known
		{"/G065", "A"},       // a number: the code itself
	}
	for _, tt := range tests {
		f := onePage("BT /F3 10 Tf 72 700 Td (A) Tj ET")
		f.objects[10] = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Differences [65 " + tt.name + "] >> >>"
		if got := texts(readFile(t, f)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestType3FontMatrix(t *testing.T) {
	// 50 units of 1/50: each glyph is one font size wide, so nothing is spaced.
	f := onePage("BT /F3 10 Tf 72 700 Td (a) Tj 10 0 Td (b) Tj ET")
	f.objects[10] = "<< /Type /Font /Subtype /Type3 /FontMatrix [0.02 0 0 0.02 0 0] /FontBBox [0 0 50 50] /FirstChar 97 /LastChar 98 " +
		"/Widths [50 50] /CharProcs << >> /Encoding << /Differences [97 /a /b] >> >>"
	if got := texts(readFile(t, f)); got != "ab" {
		t.Errorf("got %q", got)
	}
}

func TestType1BuiltInEncoding(t *testing.T) {
	f := onePage("BT /F3 10 Tf 72 700 Td (\x01\x02) Tj ET")
	f.objects[10] = "<< /Type /Font /Subtype /Type1 /BaseFont /XYZABC+CM /FirstChar 1 /LastChar 2 /Widths [500 500] /FontDescriptor 11 0 R >>"
	f.objects[11] = "<< /Type /FontDescriptor /FontName /XYZABC+CM /Flags 4 /FontFile 12 0 R >>"
	f.objects[12] = stream("", "%!PS-AdobeFont-1.0: CM\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n"+
		"dup 1 /Omega put\ndup 2 /eacute put\nreadonly def\ncurrentfile eexec \x80\x81")
	if got := texts(readFile(t, f)); got != "Ωé" {
		t.Errorf("got %q", got)
	}
}

func TestPredefinedCMap(t *testing.T) {
	tests := []struct{ cmap, shown, want string }{
		{"UniGB-UCS2-H", "8054 5408 56FD", "联合国"},
		{"GBK-EUC-H", "C1AA BACF B9FA 41", "联合国A"},
		{"90ms-RKSJ-H", "8D91 8D87 41", "国合A"},
	}
	for _, tt := range tests {
		f := onePage("BT /F3 10 Tf 72 700 Td <" + tt.shown + "> Tj ET")
		f.objects[10] = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /" + tt.cmap + " /DescendantFonts [12 0 R] >>"
		f.objects[12] = "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun >>"
		if got := texts(readFile(t, f)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.cmap, got, tt.want)
		}
	}
}

// Arabic is drawn from left to right as it is seen; the text is in the order it
// is read in, with numbers and Latin letters turned back.
func TestArabicInLogicalOrder(t *testing.T) {
	tests := []struct{ name, seen, want string }{
		{"a word of presentation forms", "FED2 FEE0 FEE3", "ملف"},
		{"lam-alef keeps its letters' order", "FEFB", "لا"},
		{"a number in a line", "0031 0032 0020 0645 0642 0631", "رقم 12"},
		{"a symbol in a line", "0041 002F 0037 0039 0020 0631 0642 0645", "مقر A/79"},
		{"a vowel sign over the letter on its left", "0645 064F 0020 0628", "ب مُ"},
		{"brackets", "0028 0628 0029", "(ب)"},
		{"a Latin line with an Arabic word", "0054 0068 0065 0020 0645 0642 0631 0020 0068 0061 006C 006C", "The رقم hall"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var cmap, shown strings.Builder
			for i, code := range strings.Fields(tt.seen) {
				n := string(rune('A' + i))
				cmap.WriteString("1 beginbfchar <00" + hex(n) + "> <" + code + "> endbfchar ")
				shown.WriteString("00" + hex(n))
			}
			f := onePage("BT /F3 10 Tf 72 700 Td <" + shown.String() + "> Tj ET")
			composite(f, cmap.String(), "")
			if got := texts(readFile(t, f)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func hex(s string) string {
	const digits = "0123456789ABCDEF"
	return string([]byte{digits[s[0]>>4], digits[s[0]&15]})
}
