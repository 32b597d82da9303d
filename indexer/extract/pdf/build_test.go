package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// A file is a PDF file in the making: objects by number, from 1. Object 1 is
// the catalogue, 2 the page tree, 3 the only page.
type file struct {
	objects map[int]string
	page    string // further entries of the page
}

func stream(entries, data string) string {
	return fmt.Sprintf("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// onePage makes a file of one page with the content and fonts F1 (Times-Roman,
// standard encoding), F2 (Helvetica-Bold, WinAnsi).
func onePage(content string) *file {
	return &file{objects: map[int]string{
		1: "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
		2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] >>",
		4: stream("", content),
		5: "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
		6: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
		7: "<< /Font << /F1 5 0 R /F2 6 0 R /F3 10 0 R >> /XObject << /Fm1 20 0 R /Fm2 21 0 R >> >>",
	}}
}

func (f *file) bytes() []byte {
	f.objects[3] = "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 7 0 R " + f.page + " >>"
	most := 0
	for n := range f.objects {
		most = max(most, n)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	offsets := make([]int, most+1)
	for n := 1; n <= most; n++ {
		if o, ok := f.objects[n]; ok {
			offsets[n] = b.Len()
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, o)
		}
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", most+1)
	for n := 1; n <= most; n++ {
		kind := 'n'
		if offsets[n] == 0 {
			kind = 'f'
		}
		fmt.Fprintf(&b, "%010d 00000 %c \n", offsets[n], kind)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", most+1, at)
	return b.Bytes()
}

func readFile(t *testing.T, f *file) *layout.Content {
	t.Helper()
	c, err := pdf.Read(f.bytes(), pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func texts(c *layout.Content) string {
	var out []string
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			out = append(out, l.Text)
		}
	}
	return strings.Join(out, "|")
}
