package extract_test

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/indexer/extract/pdfium"
	"travaux/indexer/layout"
)

// onePage makes a PDF file of one page, 200 by 100 points, with the content
// stream as it is given.
func onePage(stream string) string {
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >>",
		"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		stream,
		"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
	}
	return assemble(objects)
}

// assemble makes a PDF file of its objects, the first being the catalogue.
func assemble(objects []string) string {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	table := "0000000000 65535 f \n"
	for i, o := range objects {
		table += fmt.Sprintf("%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	fmt.Fprintf(&b, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, table, len(objects)+1, bytes.Index(b.Bytes(), []byte("xref")))
	return b.String()
}

const (
	shownText = "BT /F1 12 Tf 20 50 Td (One line of text) Tj ET"
	sound     = "<< /Length 46 >>\nstream\n" + shownText + "\nendstream"
	// PDFium looks for the end of a stream without its length; the first reader
	// does not where there may be a predictor to undo, finds nothing and says so.
	lengthless = "<< /DecodeParms << /Predictor 1 >> >>\nstream\n" + shownText + "\nendstream"
)

func readPDF(t *testing.T, p *extract.Pool, text string) (*layout.Content, error) {
	t.Helper()
	return p.Read(context.Background(), testFile(t, "paper.pdf", text), extract.MediaPDF)
}

func TestPDFiumMendsPages(t *testing.T) {
	p := newPool(t, nil)
	c, err := readPDF(t, p, onePage(sound))
	if err != nil || c.Pages[0].Reader != "" || c.Pages[0].Doubt != "" {
		t.Fatalf("a sound page: %+v, %v", c, err)
	}
	first := c.Reader
	if c, err = readPDF(t, p, onePage(lengthless)); err != nil {
		t.Fatal(err)
	}
	page := c.Pages[0]
	if diff := cmp.Diff([]string{first, pdfium.Version, "", "One line of text"}, []string{c.Reader, page.Reader, page.Doubt, page.Lines[0].Text}); diff != "" {
		t.Errorf("reader of the file, of the page, doubt, text (-want +got):\n%s", diff)
	}
}

// TestPDFiumTakesOver has the first reader killed by a file that PDFium reads:
// the order to misbehave stands before the head of a PDF file.
func TestPDFiumTakesOver(t *testing.T) {
	p := newPool(t, nil)
	for _, order := range []string{"exit", "panic", "stack"} {
		if raceDetector && order == "stack" {
			continue
		}
		c, err := readPDF(t, p, "test: "+order+"\n"+onePage(sound))
		if err != nil {
			t.Errorf("%s: %v", order, err)
			continue
		}
		if c.Reader != pdfium.Version || c.Pages[0].Lines[0].Text != "One line of text" ||
			len(c.Warnings) != 1 || !strings.HasPrefix(c.Warnings[0], "it was read with PDFium") {
			t.Errorf("%s: %+v", order, c)
		}
	}
}

// TestWithoutPDFium has a PDFium that is never ready: what the first reader has
// stays, with its doubt and a warning; its failures stay what they are.
func TestWithoutPDFium(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.Start = time.Nanosecond })
	c, err := readPDF(t, p, onePage(lengthless))
	if err != nil {
		t.Fatal(err)
	}
	if c.Pages[0].Doubt == "" || !strings.Contains(strings.Join(c.Warnings, "\n"), "PDFium could not help") {
		t.Errorf("doubt %q, warnings %q", c.Pages[0].Doubt, c.Warnings)
	}
	_, err = readPDF(t, p, "test: exit\n"+onePage(sound))
	if class := classOf(t, err); class != extract.ClassCrash {
		t.Errorf("class %q, want crash (%v)", class, err)
	}
}

// TestFatalForBoth has a file that kills the first reader and that PDFium does
// not know for a PDF file: the death is what is reported, so that the file is
// not tried again.
func TestFatalForBoth(t *testing.T) {
	p := newPool(t, nil)
	for _, text := range []string{"test: exit", "test: exit\n%PDF-1.4\nnothing more"} {
		_, err := readPDF(t, p, text)
		if class := classOf(t, err); class != extract.ClassCrash {
			t.Errorf("%q: class %q, want crash (%v)", text, class, err)
		}
	}
}

func TestPasswords(t *testing.T) {
	dir := corpus.Path(t, "corpus", "multi")
	p := newPool(t, nil)
	tests := []struct{ file, text, class string }{
		{"r2-empty-password.pdf", "encryption", ""},
		{"r4-aes-v2-no-key-length.pdf", "encryption", ""},
		{"r4-owner-password.pdf", "encryption", ""},
		{"r5-empty-password.pdf", "encryption", ""},
		{"r3-user-password.pdf", "", extract.ClassEncrypted},
		{"r6-both-passwords.pdf", "", extract.ClassEncrypted},
	}
	for _, tt := range tests {
		c, err := p.Read(context.Background(), filepath.Join(dir, tt.file), "")
		if class := classOf(t, err); class != tt.class {
			t.Errorf("%s: class %q, want %q (%v)", tt.file, class, tt.class, err)
			continue
		}
		if err == nil && !strings.Contains(pageText(c), tt.text) {
			t.Errorf("%s: %q", tt.file, pageText(c))
		}
		if err != nil && !strings.Contains(err.Error(), "password") {
			t.Errorf("%s: %v; want the password to be named", tt.file, err)
		}
	}
}

func pageText(c *layout.Content) string {
	var out strings.Builder
	for _, l := range c.Pages[0].Lines {
		out.WriteString(l.Text + "\n")
	}
	return out.String()
}

func TestPicture(t *testing.T) {
	p := newPool(t, nil)
	path := testFile(t, "paper.pdf", onePage(sound))
	for _, tt := range []struct{ dpi, width, height int }{{72, 200, 100}, {144, 400, 200}, {100000, 6938, 3469}} {
		data, err := p.Picture(context.Background(), path, 1, tt.dpi)
		if err != nil {
			t.Fatal(err)
		}
		size, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if max(size.Width-tt.width, tt.width-size.Width, size.Height-tt.height, tt.height-size.Height) > 160 {
			t.Errorf("%d dpi: %d by %d, want %d by %d", tt.dpi, size.Width, size.Height, tt.width, tt.height)
		}
	}
	if _, err := p.Picture(context.Background(), path, 2, 72); classOf(t, err) != extract.ClassMalformed {
		t.Errorf("page 2 of 1: %v", err)
	}
	if _, err := p.Picture(context.Background(), testFile(t, "a.txt", "text"), 1, 72); classOf(t, err) != extract.ClassMalformed {
		t.Errorf("a text: %v", err)
	}
}
