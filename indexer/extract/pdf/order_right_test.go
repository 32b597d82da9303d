package pdf_test

import (
	"strings"
	"testing"

	"travaux/indexer/extract/pdf"
)

// A page of Arabic in the making: letters are 5 wide, 10 high.
type arabicPage []pdf.Glyph

// line draws text whose right end is at x, from right to left.
func (p *arabicPage) line(x, y float64, text string) {
	for _, r := range text {
		x -= 5
		*p = append(*p, pdf.Glyph{Text: string(r), X: x, Y: y, DX: 5, Size: 10})
	}
}

func (p *arabicPage) text() string {
	var out []string
	for _, l := range pdf.Arrange(*p) {
		out = append(out, l.Text)
	}
	return strings.Join(out, "|")
}

func TestArabicColumnsBeginOnTheRight(t *testing.T) {
	right := []string{"في البيت الكبير باب", "وعلى الباب اسم قديم", "كتبه رجل من القرية", "قبل سنين كثيرة جدا"}
	left := []string{"ثم جاء ولد وقرأ ذلك", "فضحك وقال هذا اسمي", "وكان الاسم اسم جده", "الذي بنى البيت وحده"}
	var page arabicPage
	for i, l := range right {
		page.line(300, 100+12*float64(i), l)
	}
	for i, l := range left {
		page.line(180, 100+12*float64(i), l)
	}
	if got, want := page.text(), strings.Join(append(right, left...), "|"); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestArabicCellsBeginOnTheRight(t *testing.T) {
	var page arabicPage
	page.line(300, 100, "الدولة الأولى")
	page.line(300, 112, "في القائمة")
	page.line(200, 100, "سنت قانونا")
	page.line(200, 112, "في العام الماضي")
	page.line(80, 100, "نعم")
	if got, want := page.text(), "الدولة الأولى|في القائمة|سنت قانونا|في العام الماضي|نعم"; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The number of a paragraph stands three and a half sizes before its text.
func TestNumbersOfArabicParagraphs(t *testing.T) {
	for _, number := range []string{"١ -", "2 -", "(أ)", "أولا -"} {
		var page arabicPage
		page.line(300, 100, number)
		page.line(235, 100, "اجتمع الفريق في المدينة")
		if got, want := page.text(), number+" اجتمع الفريق في المدينة"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
