package pdf_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

const (
	englishText = "The Conference welcomed the progress made by States parties in recovering the proceeds of corruption, and requested the secretariat to report to it at its next session on good practices in returning assets."
	frenchText  = "La Conférence s’est félicitée des progrès accomplis par les États parties dans le recouvrement du produit de la corruption et a prié le secrétariat de lui présenter un rapport à sa prochaine session."
	russianText = "Конференция приветствовала прогресс, достигнутый государствами-участниками в возвращении доходов от коррупции, и просила секретариат представить ей доклад на следующей сессии о видах успешной практики."
	arabicText  = "رحب المؤتمر بالتقدم الذي أحرزته الدول الأطراف في استرداد عائدات الفساد وطلب إلى الأمانة أن تقدم إليه تقريرا في دورته المقبلة عن الممارسات الجيدة في إعادة الموجودات إلى أصحابها الشرعيين"
	chineseText = "会议欢迎缔约国在追回腐败所得方面取得的进展，并请秘书处在下届会议上向其报告返还资产的良好做法。会议还请各国提供资料，说明为执行本决议所采取的措施以及遇到的困难和所需的技术援助。"
)

func linesOf(text string) []layout.Line {
	var lines []layout.Line
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, layout.Line{Text: part})
	}
	return lines
}

// shifted moves each letter on by the distance that glyph numbers of many fonts
// have from ASCII, as a font without any mapping shows them.
func shifted(text string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x3d && r < 0x7f {
			return r - 29
		}
		return r
	}, text)
}

// asLatin1 reads the bytes of UTF-8 as characters.
func asLatin1(text string) string {
	var out strings.Builder
	for _, b := range []byte(text) {
		out.WriteRune(rune(b))
	}
	return out.String()
}

// asWindows1252 reads Cyrillic of Windows 1251 as Western letters.
func asWindows1252(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'А' && r <= 'я' {
			return r - 'А' + 0xc0
		}
		return r
	}, text)
}

func together(text string) string {
	words := strings.Fields(text)
	var out strings.Builder
	for i, w := range words {
		if i > 0 && i%5 == 0 {
			out.WriteByte(' ')
		}
		out.WriteString(w)
	}
	return out.String()
}

func apart(text string) string {
	return strings.Join(strings.Split(text, ""), " ")
}

func elongated(text string) string { return strings.ReplaceAll(text, "ا", "كككك") }

func TestDoubt(t *testing.T) {
	contents := "Introduction ........ 3\nScope ........ 4\nI. Organization of work ........ 5\nII. Recommendations ........ 12\nAnnex ........ 20"
	tests := []struct {
		name  string
		text  string
		marks pdf.Marks
		want  string
	}{
		{"English", englishText, pdf.Marks{Chars: 200}, ""},
		{"French", frenchText, pdf.Marks{Chars: 200}, ""},
		{"Russian", russianText, pdf.Marks{Chars: 200}, ""},
		{"Arabic", arabicText, pdf.Marks{Chars: 200}, ""},
		{"Chinese", chineseText, pdf.Marks{Chars: 90}, ""},
		{"a table of contents", contents, pdf.Marks{Chars: 120}, ""},
		{"a page of figures", strings.Repeat("1 234 567 89.5 ", 40), pdf.Marks{Chars: 600}, ""},
		{"a blank page", "", pdf.Marks{}, ""},
		{"a page number on a drawing", "12", pdf.Marks{Chars: 2, Paints: 40}, ""},
		{"a scan", "", pdf.Marks{Images: 0.9, Paints: 1}, "an image covers the page and there is no text"},
		{"a drawing", "", pdf.Marks{Paints: 40}, "marks are drawn and no text is found"},
		{"a scan with a stamp", "Received 12 May", pdf.Marks{Chars: 15, Images: 1, Paints: 1}, "an image covers the page and little text is found"},
		{"text on a picture", englishText, pdf.Marks{Chars: 200, Images: 1, Paints: 1}, ""},
		{"a font without meaning", englishText, pdf.Marks{Chars: 200, Lost: 60}, "60 of 200 characters have no meaning"},
		{"some signs without meaning", englishText, pdf.Marks{Chars: 200, Lost: 5}, ""},
		{"no content", "", pdf.Marks{Missing: true}, "its content is not found in the file"},
		{"shifted letters", shifted(englishText), pdf.Marks{Chars: 200}, "its letters are those of no language"},
		{"UTF-8 read as Latin 1", asLatin1(frenchText), pdf.Marks{Chars: 200}, "its letters are misread"},
		{"Cyrillic read as Western", asWindows1252(russianText), pdf.Marks{Chars: 200}, "its letters are misread"},
		{"elongation taken for a letter", elongated(arabicText), pdf.Marks{Chars: 200}, "letters are repeated"},
		{"spaces lost", together(englishText + " " + frenchText + " " + englishText), pdf.Marks{Chars: 600}, "words run together"},
		{"letters apart", apart(englishText), pdf.Marks{Chars: 200}, "words fall apart into letters"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, pdf.Doubt(linesOf(tt.text), tt.marks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestPagesInDoubt(t *testing.T) {
	shown := "BT /F1 12 Tf 72 700 Td (The Conference) Tj ET"
	image := stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray", "x")
	tests := []struct {
		name   string
		change func(*file)
		want   string
	}{
		{"text", func(f *file) { f.objects[4] = stream("", shown) }, ""},
		{"nothing", func(f *file) { f.objects[4] = stream("", "q Q") }, ""},
		{"empty content", func(f *file) { f.objects[4] = stream("", "") }, ""},
		{"a font that is not there", func(f *file) { f.objects[4] = stream("", strings.ReplaceAll(shown, "F1", "F9")) }, "marks are drawn and no text is found"},
		{"an image", func(f *file) {
			f.objects[4], f.objects[20] = stream("", "600 0 0 800 0 0 cm /Fm1 Do"), image
		}, "an image covers the page and there is no text"},
		{"a small image", func(f *file) {
			f.objects[4], f.objects[20] = stream("", "q 60 0 0 80 0 0 cm /Fm1 Do Q "+shown), image
		}, ""},
		{"an inline image", func(f *file) {
			f.objects[4] = stream("", "600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")
		}, "an image covers the page and there is no text"},
		{"a line", func(f *file) { f.objects[4] = stream("", "0 0 m 100 100 l S") }, "marks are drawn and no text is found"},
		{"content that is not there", func(f *file) { delete(f.objects, 4) }, "its content is not found in the file"},
		{"content without its length", func(f *file) {
			f.objects[4] = "<< /DecodeParms << /Predictor 1 >> >>\nstream\n" + shown + "\nendstream"
		}, "its content is not found in the file"},
		{"content that cannot be unpacked", func(f *file) {
			f.objects[4] = stream("/Filter /FlateDecode", shown)
		}, "the page breaks off"},
	}
	for _, tt := range tests {
		f := onePage("")
		tt.change(f)
		if diff := cmp.Diff(tt.want, readFile(t, f).Pages[0].Doubt); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestBetter(t *testing.T) {
	page := func(text, reader string, marks pdf.Marks) layout.Page {
		lines := linesOf(text)
		return layout.Page{Number: 1, Reader: reader, Lines: lines, Doubt: pdf.Doubt(lines, marks)}
	}
	text := pdf.Marks{Chars: 600}
	odd := together(englishText + " " + frenchText + " " + englishText)
	tests := []struct {
		name          string
		first, second layout.Page
		reader, doubt string
	}{
		{"the second is sound", page("", "", pdf.Marks{Paints: 1}), page(englishText, "b", text), "b", ""},
		{"the page is blank after all", page("", "", pdf.Marks{Paints: 1}), page("", "b", pdf.Marks{}), "b", ""},
		{
			"the second lost nearly all", page(elongated(arabicText), "", text), page("12", "b", pdf.Marks{Chars: 2}),
			"", "letters are repeated",
		},
		{"both find nothing", page("", "", pdf.Marks{Paints: 1}), page("", "b", pdf.Marks{Paints: 1}), "", "marks are drawn and no text is found"},
		{"both see the same odd spaces", page(odd, "", text), page(odd, "b", text), "", ""},
		{
			"the second has something where the first has nothing", page("", "", pdf.Marks{Chars: 10}),
			page("some text", "b", pdf.Marks{Chars: 20, Lost: 9}), "b", "9 of 20 characters have no meaning",
		},
		{
			"both are bad, the second less", page(strings.ReplaceAll(arabicText, "ا", "ككككككك"), "", text),
			page(strings.ReplaceAll(arabicText, "ا", "ككك"), "b", text), "b", "letters are repeated",
		},
	}
	for _, tt := range tests {
		got := pdf.Better(tt.first, tt.second)
		if diff := cmp.Diff([]string{tt.reader, tt.doubt}, []string{got.Reader, got.Doubt}); diff != "" {
			t.Errorf("%s: reader and doubt (-want +got):\n%s", tt.name, diff)
		}
	}
}
