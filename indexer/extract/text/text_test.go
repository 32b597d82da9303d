package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"travaux/indexer/extract/text"
	"travaux/indexer/layout"
)

func TestRead(t *testing.T) {
	c, err := text.Read([]byte("United Nations\r\n  A/79/876\r\n\r\n\r\nTitle\tPage\x00\n \t \nlast"))
	if err != nil {
		t.Fatal(err)
	}
	want := []layout.Line{
		{Text: "United Nations", Block: 1}, {Text: "A/79/876", Block: 1}, {Text: "Title\tPage", Block: 2}, {Text: "last", Block: 3},
	}
	if diff := cmp.Diff(want, c.Pages[0].Lines); diff != "" {
		t.Error(diff)
	}
}

// Each sentence is ordinary prose of a meeting document, written in the
// encoding named; it must come back as it was.
func TestEncodings(t *testing.T) {
	const (
		french      = "Le Comité a recommandé à l’Assemblée générale d’adopter le projet de résolution."
		spanish     = "La Comisión examinó el informe del Secretario General sobre la cooperación técnica."
		russian     = "Генеральная Ассамблея приняла к сведению доклад Рабочей группы о работе ее сессии."
		arabic      = "أحاطت الجمعية العامة علما بتقرير الفريق العامل عن أعمال دورته"
		traditional = "大會注意到工作組關於其屆會工作的報告，並請各會員國提供資料。"
		chinese     = "大会注意到工作组关于其届会工作的报告，并请各会员国提供资料。"
	)
	tests := []struct {
		name, text string
		e          encoding.Encoding
	}{
		{"UTF-8", chinese, encoding.Nop},
		{"UTF-8 with mark", french, unicode.UTF8BOM},
		{"UTF-16 with mark", russian, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
		{"UTF-16 little endian with mark", arabic, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"UTF-16 without mark", spanish, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 big endian without mark", french, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"Windows-1252 French", french, charmap.Windows1252},
		{"Windows-1252 Spanish", spanish, charmap.Windows1252},
		{"Windows-1251", russian, charmap.Windows1251},
		{"KOI8-R", russian, charmap.KOI8R},
		{"Windows-1256", arabic, charmap.Windows1256},
		{"GB18030", chinese, simplifiedchinese.GB18030},
		{"Big5", traditional, traditionalchinese.Big5},
		{"ISO-8859-1", spanish, charmap.ISO8859_1},
		{"ISO-8859-5", russian, charmap.ISO8859_5},
		{"ISO-8859-6", arabic, charmap.ISO8859_6},
		{"IBM866", russian, charmap.CodePage866},
		{"IBM850", spanish, charmap.CodePage850},
		{"UTF-16 Russian without mark", russian, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"UTF-16 Arabic without mark", arabic, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"UTF-32 with mark", russian, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)},
		{"UTF-32 without mark", arabic, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"UTF-32 little endian without mark", french, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data, err := tt.e.NewEncoder().Bytes([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			c, err := text.Read(data)
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Pages[0].Lines[0].Text; got != tt.text {
				t.Errorf("got %q", got)
			}
		})
	}
}

// A text may say how it is encoded where its letters could be those of several
// encodings.
func TestDeclaredEncoding(t *testing.T) {
	const name = "Żółć, gęś, ćma"
	data, err := charmap.ISO8859_2.NewEncoder().Bytes([]byte("Content-Type: text/plain; charset=iso-8859-2\n\n" + name))
	if err != nil {
		t.Fatal(err)
	}
	c, err := text.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Pages[0].Lines[1].Text; got != name {
		t.Errorf("got %q", got)
	}
}

// A declaration that can be read in single bytes is wrong about UTF-16.
func TestImpossibleDeclaration(t *testing.T) {
	c, err := text.Read([]byte("Content-Type: text/plain; charset=utf-16\n\nr\xe9union du comit\xe9"))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Pages[0].Lines[1].Text; got != "réunion du comité" {
		t.Errorf("got %q", got)
	}
}

func TestDamagedUTF8(t *testing.T) {
	good := strings.Repeat("Генеральная Ассамблея ", 20)
	c, err := text.Read([]byte(good + "\xff" + good))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Pages[0].Lines[0].Text; !strings.HasPrefix(got, "Генеральная") || len(c.Warnings) != 1 {
		t.Errorf("got %q, warnings %q", got, c.Warnings)
	}
}

func TestFormFeedsPartPages(t *testing.T) {
	c, err := text.Read([]byte("one\r\r\ntwo\f\nthree hyphen\u00ad\nated\f"))
	if err != nil {
		t.Fatal(err)
	}
	want := []layout.Page{
		{Number: 1, Lines: []layout.Line{{Text: "one", Block: 1}, {Text: "two", Block: 1}}},
		{Number: 2, Lines: []layout.Line{{Text: "three hyphen-", Block: 1}, {Text: "ated", Block: 1}}},
	}
	if diff := cmp.Diff(want, c.Pages); diff != "" {
		t.Error(diff)
	}
}

// In a double-spaced text blank lines stand between lines; two of them part
// paragraphs.
func TestDoubleSpaced(t *testing.T) {
	lines := []string{
		"1. The working group held its first meeting", "in the building of the secretariat and", "considered the items before it.", "",
		"2. The chair recalled the mandate of the group", "and invited speakers to be brief, as the", "time that was left for the", "discussion was short and", "further items were waiting.",
	}
	c, err := text.Read([]byte(strings.Join(lines, "\n\n")))
	if err != nil {
		t.Fatal(err)
	}
	var blocks []int
	for _, l := range c.Pages[0].Lines {
		blocks = append(blocks, l.Block)
	}
	if diff := cmp.Diff([]int{1, 1, 1, 2, 2, 2, 2, 2}, blocks); diff != "" {
		t.Error(diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("one\n\ntwo"))
	f.Add([]byte("\xff\xfea\x00\x00"))
	f.Add([]byte("\xe9t\xe9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := text.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range c.Pages {
			block := 0
			for _, l := range p.Lines {
				if l.Text == "" || !utf8.ValidString(l.Text) || l.Block < block || p.Number != i+1 {
					t.Errorf("page %d: line %+v behind block %d", p.Number, l, block)
				}
				block = l.Block
			}
		}
	})
}
