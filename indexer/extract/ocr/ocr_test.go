package ocr_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/ocr"
)

// row writes a row of tesseract's table for a word of line n.
func row(n, x, y, w, h int, confidence float64, text string) string {
	return fmt.Sprintf("5\t1\t1\t1\t%d\t1\t%d\t%d\t%d\t%d\t%f\t%s\n", n, x, y, w, h, confidence, text)
}

func TestReadTable(t *testing.T) {
	tests := []struct {
		name, table string
		want        []string
	}{
		{"a line", row(1, 10, 10, 60, 20, 96, "Report") + row(1, 80, 10, 20, 20, 95, "of"), []string{"Report of"}},
		{"rows that are no words", "level\tpage_num\n4\t1\t1\t1\t1\t0\t1\t1\t9\t9\t-1\t\n5\tx\n" + row(1, 10, 10, 60, 20, 96, "Report"), []string{"Report"}},
		{
			"columns of a masthead", row(1, 10, 10, 60, 20, 96, "United") + row(1, 80, 10, 80, 20, 95, "Nations") + row(1, 400, 10, 60, 20, 95, "Distr.:") + row(1, 470, 10, 60, 20, 95, "General"),
			[]string{"United Nations", "Distr.: General"},
		},
		{"a number with a tab", row(1, 10, 10, 20, 20, 96, "12.") + row(1, 90, 10, 80, 20, 95, "The"), []string{"12. The"}},
		{
			"two lines that were taken for one", row(1, 10, 10, 60, 20, 96, "général") + row(1, 20, 40, 60, 20, 95, "septembre") + row(1, 80, 10, 60, 20, 95, "anglais") + row(1, 90, 40, 40, 20, 95, "2031"),
			[]string{"général anglais", "septembre 2031"},
		},
		{"Chinese", row(1, 10, 10, 40, 20, 93, "联合") + row(1, 54, 10, 20, 20, 92, "国") + row(1, 90, 10, 40, 20, 92, "travaux"), []string{"联合国 travaux"}},
		{
			"Arabic with English", row(1, 300, 10, 60, 20, 93, "الدول") + row(1, 230, 10, 60, 20, 92, "الأطراف,") + row(1, 160, 10, 60, 20, 92, "meeting") + row(1, 100, 10, 50, 20, 92, "expert"),
			[]string{"الدول الأطراف، expert meeting"},
		},
		{"marks of direction", row(1, 10, 10, 60, 20, 96, "\u200eDistr.\u200f"), []string{"Distr."}},
		{"a symbol in two alphabets", row(1, 10, 10, 60, 20, 96, "СAC/COSP/2031/1"), []string{"CAC/COSP/2031/1"}},
		{"rubbish", row(1, 10, 10, 60, 20, 12, "wese") + row(2, 10, 50, 5, 5, 20, ".") + row(3, 10, 90, 60, 20, 96, "||||||"), nil},
		{"dirt in the margin", row(1, 1, 10, 5, 20, 12, "\\") + row(1, 10, 10, 60, 20, 96, "Report"), []string{"Report"}},
		{"a box outside the page", row(1, 990, 10, 60, 20, 96, "Report") + row(1, 1<<62, 10, 1<<62, 20, 96, "Report"), nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, l := range ocr.ReadTable(tt.table, 1000, 1400) {
				got = append(got, l.Text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	got := ocr.ReadTable(row(1, 10, 12, 60, 20, 96, "Report")+row(1, 80, 10, 20, 20, 95, "of"), 1000, 1400)
	if len(got) != 1 || got[0].X != 10 || got[0].Y != 10 || got[0].W != 90 || got[0].H != 22 {
		t.Errorf("got %+v", got)
	}
}

// TestReadAgain has words that were doubtful replaced by what the second reading
// is sure of, and left where it is not.
func TestReadAgain(t *testing.T) {
	page := white(1000, 400)
	ink(page, 100, 100, 300, 120)
	table := row(1, 10, 100, 80, 20, 96, "Symbol") + row(1, 100, 100, 200, 20, 5, "icospec")
	tests := []struct{ name, second, want string }{
		{"surer", row(1, 30, 30, 200, 20, 94, "CAC/COSP/2031"), "Symbol CAC/COSP/2031"},
		{"no surer", row(1, 30, 30, 200, 20, 15, "CAC/COSP/2031"), "Symbol icospec"},
		{"nothing", "", "Symbol icospec"},
		{"beside the cutting", row(1, 30, 0, 200, 10, 94, "CAC/COSP/2031"), "Symbol icospec"},
	}
	for _, tt := range tests {
		got := ocr.ReadAgain(table, tt.second, page)
		if len(got) != 1 || got[0].Text != tt.want {
			t.Errorf("%s: got %+v, want %q", tt.name, got, tt.want)
		}
	}
}

// TestCutBySize cuts a symbol whose first letters are larger.
func TestCutBySize(t *testing.T) {
	page := white(300, 100)
	x := 10
	for i := range 9 {
		height := 20
		if i < 3 {
			height = 40
		}
		ink(page, x, 60-height, x+10, 60)
		x += 15
	}
	box := image.Rect(10, 20, x, 60)
	got := ocr.CutBySize(page, box)
	if len(got) != 2 || got[0].Max.X != got[1].Min.X || got[0].Max.X < 50 || got[0].Max.X > 55 {
		t.Errorf("cut into %v", got)
	}
	if got := ocr.CutBySize(page, image.Rect(55, 40, x, 60)); len(got) != 1 {
		t.Errorf("letters of one size are cut into %v", got)
	}
}

// TestTurned turns a picture with a mark in its upper left corner.
func TestTurned(t *testing.T) {
	page := white(30, 20)
	ink(page, 0, 0, 2, 1)
	var b bytes.Buffer
	if err := png.Encode(&b, page); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		degrees, width, height, x, y int // of the mark
	}{{90, 20, 30, 19, 0}, {180, 30, 20, 29, 19}, {270, 20, 30, 0, 29}}
	for _, tt := range tests {
		p, err := ocr.Picture{PNG: b.Bytes(), Width: 3, Height: 2}.Turned(tt.degrees)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(p.PNG))
		if err != nil {
			t.Fatal(err)
		}
		if img.Bounds() != image.Rect(0, 0, tt.width, tt.height) || (p.Width > p.Height) != (tt.width > tt.height) {
			t.Errorf("%d: %v, %v by %v points", tt.degrees, img.Bounds(), p.Width, p.Height)
		}
		if r, _, _, _ := img.At(tt.x, tt.y).RGBA(); r != 0 {
			t.Errorf("%d: no mark at %d, %d", tt.degrees, tt.x, tt.y)
		}
	}
}

func TestSaid(t *testing.T) {
	version, _, _, _ := ocr.Said("tesseract 5.3.0\n leptonica-1.82.0\n")
	_, models, _, _ := ocr.Said("List of available languages in \"/usr/share/tessdata/\" (2):\neng\nchi_sim\n")
	_, _, rotate, script := ocr.Said("Page number: 0\nOrientation in degrees: 270\nRotate: 90\nOrientation confidence: 5.39\nScript: Cyrillic\nScript confidence: 2.04\n")
	got := fmt.Sprintf("%s%v %d %s", version, models, rotate, script)
	if diff := cmp.Diff("5.3.0[eng chi_sim] 90 Cyrillic", got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOneAlphabet(t *testing.T) {
	tests := []struct{ in, want string }{
		{"САС/СOSР/2031", "CAC/COSP/2031"}, // Cyrillic but for O and S
		{"рeшение", "решение"},             // a Latin e
		{"Дзю-до travaux", "Дзю-до travaux"},
		{"Sдва", "Sдва"}, // neither can be meant
	}
	for _, tt := range tests {
		if got := ocr.OneAlphabet(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ in, want string }{
		{strings.Repeat("the report of the meeting was adopted and ", 8), "en"},
		{strings.Repeat("le rapport de la réunion est adopté dans les deux langues et ", 8), "fr"},
		{strings.Repeat("el informe de la reunión fue aprobado por los Estados y las partes ", 8), "es"},
		{strings.Repeat("доклад совещания был утвержден ", 10), "ru"},
		{strings.Repeat("اعتمد الاجتماع تقريره ", 20), "ar"},
		{strings.Repeat("会议通过了报告", 40), "zh"},
		{"V.31-00421 (E)", ""},
	}
	for _, tt := range tests {
		if got := ocr.Language(tt.in); got != tt.want {
			t.Errorf("%.20q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func white(width, height int) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, width, height))
	for i := range g.Pix {
		g.Pix[i] = 0xff
	}
	return g
}

func ink(g *image.Gray, x0, y0, x1, y1 int) {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			g.Pix[g.PixOffset(x, y)] = 0
		}
	}
}

// TestLargeCuttings has doubtful words that fill the page: they are not cut out,
// which would take many times the page.
func TestLargeCuttings(t *testing.T) {
	page := white(4000, 3900)
	var table strings.Builder
	for i := range 20 {
		table.WriteString(row(i+1, 20*i, 0, 3600, 3500, 40, "icospec"))
	}
	if got := ocr.ReadAgain(table.String(), "", page); got != nil {
		t.Errorf("%d lines were cut out and read again", len(got))
	}
}
