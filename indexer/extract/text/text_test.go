package text_test

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

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
		french  = "Le Comité a recommandé à l’Assemblée générale d’adopter le projet de résolution."
		spanish = "La Comisión examinó el informe del Secretario General sobre la cooperación técnica."
		russian = "Генеральная Ассамблея приняла к сведению доклад Рабочей группы о работе ее сессии."
		arabic  = "أحاطت الجمعية العامة علما بتقرير الفريق العامل عن أعمال دورته"
		chinese = "大会注意到工作组关于其届会工作的报告，并请各会员国提供资料。"
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

func FuzzRead(f *testing.F) {
	f.Add([]byte("one\n\ntwo"))
	f.Add([]byte("\xff\xfea\x00\x00"))
	f.Add([]byte("\xe9t\xe9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := text.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		block := 0
		for _, l := range c.Pages[0].Lines {
			if l.Text == "" || !utf8.ValidString(l.Text) || l.Block < block {
				t.Errorf("line %+v behind block %d", l, block)
			}
			block = l.Block
		}
	})
}
