package pdf_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"travaux/indexer/extract/pdf"
)

// Expected texts are what a viewer shows for the content, worked out by hand
// from the operators (ISO 32000-1, 9.3 and 9.4) and the standard widths.
func TestContent(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"one string", "BT /F1 10 Tf 72 700 Td (United Nations) Tj ET", "United Nations"},
		{"a symbol in pieces", "BT /F1 10 Tf 72 700 Td (A) Tj (/79/876) Tj ET", "A/79/876"},
		{"two sizes on one baseline", "BT /F1 40 Tf 72 700 Td (A) Tj /F1 20 Tf (/79/876) Tj ET", "A/79/876"},
		// A of Times is 7.22 wide at 10 points: the next block begins there.
		{"a BT for each run", "BT /F1 10 Tf 72 700 Td (A) Tj ET BT /F1 10 Tf 79.22 700 Td (/79) Tj ET", "A/79"},
		{"a space from a TJ number", "BT /F1 10 Tf 72 700 Td [(asset)-250(recovery)] TJ ET", "asset recovery"},
		{"kerning is no space", "BT /F1 10 Tf 72 700 Td [(A)80(V)70(A)] TJ ET", "AVA"},
		{"lines by T*", "BT /F1 10 Tf 12 TL 72 700 Td (one) Tj T* (two) Tj (three) ' ET", "one|two|three"},
		{"lines by TD", "BT /F1 10 Tf 72 700 Td (one) Tj 0 -12 TD (two) Tj T* (three) Tj ET", "one|two|three"},
		{"double quote sets spacing", `BT /F1 10 Tf 12 TL 72 700 Td 5 1 (a b) " ET`, "a b"},
		{"absolute places", "BT /F1 10 Tf 1 0 0 1 72 700 Tm (one) Tj 1 0 0 1 72 650 Tm (two) Tj ET", "one|two"},
		{"reading order is not drawing order", "BT /F1 10 Tf 1 0 0 1 72 650 Tm (two) Tj 1 0 0 1 72 700 Tm (one) Tj ET", "one|two"},
		{"letter spacing is no space", "BT /F1 10 Tf 4 Tc 72 700 Td (REPORT) Tj ET", "REPORT"},
		{"spaces by letter spacing", "BT /F1 10 Tf 72 700 Td (geometr) Tj 2.5 Tc (y) Tj 0 Tc (of wood) Tj 2.5 Tc (s) Tj 0 Tc (and) Tj ET", "geometry of woods and"},
		{"figures in cells", "BT /F1 10 Tf 72 700 Td (2) Tj 35 0 Td (13) Tj 35 0 Td (3) Tj ET", "2|13|3"},
		{"spacing as wide as a space", "BT /F1 10 Tf 72 700 Td (resolution) Tj 6 Tc ( 3y4) Tj 0 Tc ( of) Tj ET", "resolution 3 y 4 of"},
		{"letter spacing taken back", "BT /F1 10 Tf 30 Tc 72 700 Td [(P)3000(a)3000(g)3000(e)3000( )3000(5)3000] TJ ET", "Page 5"},
		{"paragraph number", "BT /F1 10 Tf 72 700 Td (12.) Tj 30 0 Td (The Group took note.) Tj ET", "12. The Group took note."},
		{
			"masthead columns", "BT /F1 20 Tf 72 700 Td (General Assembly) Tj /F1 10 Tf 300 0 Td (Distr.: General) Tj ET",
			"General Assembly|Distr.: General",
		},
		{
			"a note mark stands apart", "BT /F1 10 Tf 72 700 Td (Secretariat.) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( As) Tj ET",
			"Secretariat. 1 As",
		},
		{
			"an ordinal does not", "BT /F1 10 Tf 72 700 Td (the 5) Tj /F1 6 Tf 4 Ts (th) Tj 0 Ts /F1 10 Tf ( meeting) Tj ET",
			"the 5th meeting",
		},
		{"letters of notes", "BT /F1 10 Tf 72 700 Td (for 2025/26) Tj /F1 6 Tf 4 Ts (a,b) Tj ET", "for 2025/26 a,b"},
		{"a unit of measure", "BT /F1 10 Tf 72 700 Td (5 km) Tj /F1 6 Tf 4 Ts (2) Tj ET", "5 km2"},
		{"a lowered index", "BT /F1 10 Tf 72 700 Td (CO) Tj /F1 6 Tf -2 Ts (2) Tj ET", "CO2"},
		{"a space drawn once more, behind the back of a word", "BT /F1 10 Tf 72 700 Td (the ) Tj (r) Tj 12.22 0 Td ( ) Tj 5.83 0 Td (ed) Tj ET", "the red"},
		{"a space under a ligature", `BT /F1 10 Tf 72 700 Td (Con\256) Tj 19.73 0 Td ( ) Tj 2.5 0 Td (ned) Tj ET`, "Confined"},
		{"a line of contents", "BT /F1 10 Tf 72 700 Td (I. Introduction......... 3) Tj ET", "I. Introduction ......... 3"},
		{"sub-point baselines are one line", "BT /F1 10 Tf 1 0 0 1 72 700 Tm (one ) Tj 1 0 0 1 95 700.4 Tm (line) Tj ET", "one line"},
		{"drawn twice for bold", "BT /F1 10 Tf 1 0 0 1 72 700 Tm (bold) Tj 1 0 0 1 72.2 700 Tm (bold) Tj ET", "bold"},
		{"strings with escapes", `BT /F1 10 Tf 72 700 Td (a\(b\)\134\101) Tj <4142> Tj ET`, `a(b)\AAB`},
		{"standard encoding", `BT /F1 10 Tf 72 700 Td (it's \256x) Tj ET`, "it’s fix"},
		{"WinAnsi", `BT /F2 10 Tf 72 700 Td (\311tat \226 \200) Tj ET`, "État – €"},
		{"outside the page", "BT /F1 10 Tf 72 900 Td (hidden) Tj 0 -200 Td (seen) Tj ET", "seen"},
		{"invisible text is the text layer of a scan", "BT /F1 10 Tf 3 Tr 72 700 Td (scanned) Tj ET", "scanned"},
		{"without text", "0 0 m 100 100 l S", ""},
		{"broken content", "BT /F1 10 Tf 72 700 Td (kept) Tj ] >> Q Q (open", "kept"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := texts(readFile(t, onePage(tt.content))); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestInlineImageDoesNotEatThePage(t *testing.T) {
	// The bytes hold an EI between blanks, unbalanced brackets and a hex start.
	image := "BI /W 4 /H 4 /BPC 8 /CS /G /F /Fl ID \x00\x01 EI \x80<(\xff[ EI"
	content := "q " + image + "\nQ BT /F1 10 Tf 72 700 Td (behind it) Tj ET"
	if got := texts(readFile(t, onePage(content))); got != "behind it" {
		t.Errorf("got %q", got)
	}
}

func TestInlineImageOfKnownLength(t *testing.T) {
	image := "BI /W 10 /H 1 /BPC 8 /CS /G ID ab EI abcd EI"
	content := image + " BT /F1 10 Tf 72 700 Td (behind it) Tj ET"
	if got := texts(readFile(t, onePage(content))); got != "behind it" {
		t.Errorf("got %q", got)
	}
}

func TestForms(t *testing.T) {
	f := onePage("q 1 0 0 1 0 100 cm /Fm1 Do Q BT /F1 10 Tf 72 500 Td (page) Tj ET")
	f.objects[20] = stream("/Type /XObject /Subtype /Form /Matrix [1 0 0 1 50 0] /Resources << /Font << /F9 6 0 R >> /XObject << /Fm2 21 0 R >> >>",
		"BT /F9 10 Tf 0 500 Td (form) Tj ET /Fm2 Do")
	// The inner form draws the outer one: a circle. Its font is its parent's.
	f.objects[21] = stream("/Type /XObject /Subtype /Form", "BT /F9 10 Tf 0 450 Td (inner) Tj ET /Fm1 Do")
	c := readFile(t, f)
	if got := texts(c); got != "form|inner|page" {
		t.Fatalf("got %q", got)
	}
	// 600 up, 50 right; the top of the line is 0.8 of its size over the baseline.
	if l := c.Pages[0].Lines[0]; l.X != 50 || l.Y != 800-600-8 || !l.Bold {
		t.Errorf("line of the form: %+v", l)
	}
}

func TestContentArrayIsJoinedByWhiteSpace(t *testing.T) {
	f := onePage("BT /F1 10 Tf 72 700 T")
	f.objects[4] = "[8 0 R 9 0 R]"
	f.objects[8] = stream("", "BT /F1 10 Tf 72 700 Td (one) Tj 0 -12")
	f.objects[9] = stream("", "Td (two) Tj ET")
	if got := texts(readFile(t, f)); got != "one|two" {
		t.Errorf("got %q", got)
	}
}

func TestRotatedPage(t *testing.T) {
	tests := []struct {
		rotate, matrix string
		x, y           float64 // of the line as seen, worked out by hand
	}{
		{"0", "1 0 0 1 100 700", 100, 92},
		{"90", "0 1 -1 0 100 200", 200, 92},
		{"180", "-1 0 0 -1 500 100", 100, 92},
		{"270", "0 -1 1 0 500 700", 100, 92},
	}
	for _, tt := range tests {
		f := onePage("BT /F1 10 Tf " + tt.matrix + " Tm (turned) Tj ET")
		f.page = "/Rotate " + tt.rotate
		c := readFile(t, f)
		if got := texts(c); got != "turned" {
			t.Errorf("rotate %s: got %q", tt.rotate, got)
			continue
		}
		if l := c.Pages[0].Lines[0]; l.X != tt.x || l.Y != tt.y || l.H != 10 {
			t.Errorf("rotate %s: line at %v, %v, height %v; want %v, %v, 10", tt.rotate, l.X, l.Y, l.H, tt.x, tt.y)
		}
	}
}

func TestColumnsDrawnOneAfterTheOther(t *testing.T) {
	left := "BT /F1 10 Tf 12 TL 50 700 Td (left one is a line) Tj T* (left two is a line) Tj T* (left three is one) Tj T* (left four is one) Tj ET "
	right := "BT /F1 10 Tf 12 TL 150 700 Td (right one) Tj T* (right two) Tj T* (right three) Tj T* (right four) Tj ET"
	want := "left one is a line|left two is a line|left three is one|left four is one|right one|right two|right three|right four"
	if got := texts(readFile(t, onePage(left+right))); got != want {
		t.Errorf("columns: got %q", got)
	}
	var table strings.Builder
	table.WriteString("BT /F1 10 Tf ")
	for _, y := range []string{"700", "688", "676", "664"} {
		table.WriteString("1 0 0 1 50 " + y + " Tm (cell) Tj 1 0 0 1 150 " + y + " Tm (value) Tj ")
	}
	if got := texts(readFile(t, onePage(table.String()+"ET"))); got != "cell|value|cell|value|cell|value|cell|value" {
		t.Errorf("table: got %q", got)
	}
}

func TestMastheadIsReadRowByRow(t *testing.T) {
	left := "BT /F1 10 Tf 20 TL 50 700 Td (UNITED NATIONS) Tj T* (General Assembly) Tj T* (Item 3) Tj T* (A long title of a report in the end) Tj ET "
	right := "BT /F1 10 Tf 20 TL 400 695 Td (Distr.) Tj T* (GENERAL) Tj T* (A/47/435) Tj T* (11 September 1992) Tj ET"
	want := "UNITED NATIONS|Distr.|General Assembly|GENERAL|Item 3|A/47/435|A long title of a report in the end|11 September 1992"
	if got := texts(readFile(t, onePage(left+right))); got != want {
		t.Errorf("got %q", got)
	}
}

func TestDeclaredLanguage(t *testing.T) {
	if c := readFile(t, onePage("")); c.Language != "en-GB" || c.Pages[0].Width != 600 || c.Pages[0].Height != 800 {
		t.Errorf("got %+v", c)
	}
}

func TestDamagedFilesAreReadByTheirObjects(t *testing.T) {
	whole := string(onePage("BT /F1 10 Tf 72 700 Td (still here) Tj ET").bytes())
	body, _, _ := strings.Cut(whole, "xref\n")
	packed := func() string {
		// Page tree and page in an object stream, as in files since PDF 1.5.
		f := onePage("BT /F1 10 Tf 72 700 Td (still here) Tj ET")
		all := string(f.bytes())
		tree, page := f.objects[2], f.objects[3]
		head := "2 0 3 " + strconv.Itoa(len(tree)+1) + " "
		objects := stream("/Type /ObjStm /N 2 /First "+strconv.Itoa(len(head)), head+tree+" "+page)
		all = strings.Replace(all, "2 0 obj\n"+tree+"\nendobj\n", "", 1)
		all = strings.Replace(all, "3 0 obj\n"+page+"\nendobj\n", "9 0 obj\n"+objects+"\nendobj\n", 1)
		all, _, _ = strings.Cut(all, "xref\n")
		return all
	}
	tests := []struct{ name, data string }{
		{"wrong startxref", strings.Replace(whole, "startxref\n", "startxref\n9", 1)},
		{"no references at all", body},
		{"junk in front", "HTTP/1.1 200 OK\r\n\r\n" + whole},
		{"size too small", strings.Replace(whole, "/Size 8", "/Size 2", 1)},
		{"objects in a stream", packed()},
		{"version 2.0", strings.Replace(whole, "%PDF-1.4", "%PDF-2.0", 1)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := pdf.Read([]byte(tt.data), pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := texts(c); got != "still here" {
				t.Errorf("got %q", got)
			}
		})
	}
	if _, err := pdf.Read([]byte("%PDF-1.4\nnothing of the kind"), pdf.Options{}); !errors.Is(err, pdf.ErrMalformed) {
		t.Errorf("got %v, want ErrMalformed", err)
	}
}

func TestRaisedParts(t *testing.T) {
	tests := []struct {
		name, content, text string
		want                []string // the raised parts
	}{
		{
			"the mark of a note", "BT /F1 10 Tf 72 700 Td (of the Secretariat.) Tj /F1 6 Tf 4 Ts (12) Tj 0 Ts /F1 10 Tf ( As) Tj ET",
			"of the Secretariat. 12 As",
			[]string{"12"},
		},
		{
			"two marks", "BT /F1 10 Tf 72 700 Td (Article) Tj /F1 6 Tf 4 Ts (1) Tj 0 Ts /F1 10 Tf ( and annex) Tj /F1 6 Tf 4 Ts (2) Tj ET",
			"Article 1 and annex 2",
			[]string{"1", "2"},
		},
		{
			"an ordinal", "BT /F1 10 Tf 72 700 Td (the 5) Tj /F1 6 Tf 4 Ts (th) Tj 0 Ts /F1 10 Tf ( meeting) Tj ET",
			"the 5th meeting",
			[]string{"th"},
		},
		{
			"the number of a note", "BT /F1 6 Tf 72 700 Td 3 Ts (7) Tj 0 Ts /F1 8 Tf 10 0 Td (See the annex.) Tj ET",
			"7 See the annex.",
			[]string{"7"},
		},
		{"a lowered index", "BT /F1 10 Tf 72 700 Td (the CO) Tj /F1 6 Tf -2 Ts (2) Tj ET", "the CO2", nil},
		{"small type on the line", "BT /F1 10 Tf 72 700 Td (large ) Tj /F1 6 Tf (small) Tj ET", "large small", nil},
		{
			"behind leaders", "BT /F1 10 Tf 72 700 Td (Introduction......of) Tj /F1 6 Tf 4 Ts (3) Tj ET",
			"Introduction ...... of 3",
			[]string{"3"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := readFile(t, onePage(tt.content)).Pages[0].Lines[0]
			var got []string
			for _, r := range l.Raised {
				got = append(got, l.Text[r.Start:r.End])
			}
			if l.Text != tt.text || !slices.Equal(got, tt.want) {
				t.Errorf("got %q with %q raised, want %q with %q", l.Text, got, tt.text, tt.want)
			}
		})
	}
}
