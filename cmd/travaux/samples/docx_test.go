package samples_test

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDOCXText compares the paragraphs of each DOCX file with its source: texts
// in order, and numbered those that the source numbers.
func TestDOCXText(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "src/docx/*.html") {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := parse(t, path)
			var want []docxParagraph
			for _, b := range doc.Blocks {
				switch {
				case b.Part == "foot":
				case b.Tag == "tr":
					for cell := range strings.SplitSeq(b.Text, "\t") {
						want = append(want, docxParagraph{Text: cell})
					}
				case strings.HasPrefix(b.Tag, "h") && b.Number != "":
					want = append(want, docxParagraph{Text: b.Number + "\t" + b.Text})
				default:
					want = append(want, docxParagraph{Text: b.Text, Numbered: b.Number != ""})
				}
			}
			archive := filepath.Join("files", name+".docx")
			if diff := cmp.Diff(want, docxParagraphs(t, archive, "word/document.xml")); diff != "" {
				t.Errorf("paragraphs (-source +file):\n%s", diff)
			}
			for _, footer := range []string{"word/footer1.xml", "word/footer2.xml"} {
				got := docxParagraphs(t, archive, footer)
				if last := got[len(got)-1].Text; !strings.HasPrefix(last, doc.Mark) {
					t.Errorf("%s ends with %q, want %q", footer, last, doc.Mark)
				}
			}
		})
	}
}

// docxParagraph is a paragraph as stored: a numbered one has no number in its
// text.
type docxParagraph struct {
	Text     string
	Numbered bool
}

func docxParagraphs(t *testing.T, path, part string) []docxParagraph {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	file, err := archive.Open(part)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()

	var got []docxParagraph
	var inText bool
	decoder := xml.NewDecoder(file)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatalf("%s %s: %v", path, part, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			switch e.Name.Local {
			case "p":
				got = append(got, docxParagraph{})
			case "tab":
				got[len(got)-1].Text += "\t"
			case "numPr":
				got[len(got)-1].Numbered = true
			}
		case xml.EndElement:
			inText = false
			if e.Name.Local == "p" && got[len(got)-1].Text == "" {
				got = got[:len(got)-1] // what must follow a table
			}
		case xml.CharData:
			if inText {
				got[len(got)-1].Text += string(e)
			}
		}
	}
}
