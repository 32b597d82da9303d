package extract_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"travaux/indexer/corpus"
	"travaux/indexer/extract"
	"travaux/indexer/layout"
)

// scan is a page of the corpus that is nothing but a picture: a letter of 20
// lines.
func scan(t *testing.T) string {
	t.Helper()
	return corpus.Path(t, "corpus", "un", "2022-03-04_Note_Verbale_from_the_Office_of_Legal_Affairs_to_the_Permanent_Mission_of_Ukraine.pdf")
}

// recognising sets up a pool with text recognition, which those of other tests
// are without.
func recognising(c *extract.Config) { c.NoOCR = false }

// TestRecognise reads a letter that is a picture. The words were read on it.
func TestRecognise(t *testing.T) {
	pool := newPool(t, recognising)
	if !pool.Has(extract.Tesseract) {
		corpus.Missing(t, "tesseract")
	}
	content, err := pool.Read(t.Context(), scan(t), "")
	if err != nil {
		t.Fatal(err)
	}
	page := content.Pages[0]
	if !page.OCR || page.Doubt != "" || content.Wanting != "" || !strings.HasPrefix(page.Reader, "tesseract ") {
		t.Errorf("page: reader %q, OCR %v, doubt %q, wanting %q; warnings %q", page.Reader, page.OCR, page.Doubt, content.Wanting, content.Warnings)
	}
	if page.Confidence < 0.8 || page.Confidence > 1 {
		t.Errorf("confidence %v", page.Confidence)
	}
	text := textOf(content)
	for _, want := range []string{"United Nations", "Permanent Mission", "Ukraine"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in the text", want)
		}
	}
	for _, l := range page.Lines {
		if l.X < 0 || l.Y < 0 || l.X+l.W > page.Width+1 || l.Y+l.H > page.Height+1 {
			t.Errorf("a line stands outside the page: %+v", l)
		}
	}
}

// TestNoRecognition reads the letter without tesseract, and with recognition
// turned off: nothing fails, and only the first wants the program.
func TestNoRecognition(t *testing.T) {
	tests := []struct {
		name    string
		change  func(*extract.Config)
		wanting string
	}{
		{"not installed", func(c *extract.Config) { c.NoOCR, c.Programs = false, t.TempDir() }, extract.Tesseract},
		{"turned off", nil, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pool := newPool(t, tt.change)
			content, err := pool.Read(t.Context(), scan(t), "")
			if err != nil {
				t.Fatal(err)
			}
			if content.Wanting != tt.wanting || content.Pages[0].Doubt == "" || content.Pages[0].OCR {
				t.Errorf("wanting %q, doubt %q, OCR %v", content.Wanting, content.Pages[0].Doubt, content.Pages[0].OCR)
			}
			if pool.Has(extract.Tesseract) {
				t.Error("the pool has what it must not use")
			}
		})
	}
}

// TestBrokenTesseract has a program in place of tesseract that fails, and what is
// no program: the file is read as far as it can be.
func TestBrokenTesseract(t *testing.T) {
	tests := []struct{ name, script, warning string }{
		{"fails", "#!/bin/false\n", "text recognition does not work"},
		{"is no program", "rubbish", "text recognition does not work"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "tesseract"), []byte(tt.script), 0o755); err != nil {
				t.Fatal(err)
			}
			content, err := newPool(t, func(c *extract.Config) { c.NoOCR, c.Programs = false, dir }).Read(t.Context(), scan(t), "")
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(strings.Join(content.Warnings, "\n"), tt.warning) || content.Pages[0].Doubt == "" {
				t.Errorf("warnings %q, doubt %q", content.Warnings, content.Pages[0].Doubt)
			}
		})
	}
}

// TestTimeForRecognition gives a file no time: its page keeps its doubt, and the
// warnings say which page was not recognised and why.
func TestTimeForRecognition(t *testing.T) {
	pool := newPool(t, func(c *extract.Config) { c.NoOCR, c.OCRTime = false, time.Nanosecond })
	if !pool.Has(extract.Tesseract) {
		corpus.Missing(t, "tesseract")
	}
	content, err := pool.Read(t.Context(), scan(t), "")
	if err != nil {
		t.Fatal(err)
	}
	if warnings := strings.Join(content.Warnings, "\n"); content.Pages[0].Doubt == "" || !strings.Contains(warnings, "no text was recognised on page 1: the time") {
		t.Errorf("doubt %q, warnings %q", content.Pages[0].Doubt, warnings)
	}
}

// TestManyPages recognises a scan of several pages at once: each page has its own
// text, and the run is told how far it is.
func TestManyPages(t *testing.T) {
	var told []string
	pool := newPool(t, func(c *extract.Config) {
		c.NoOCR, c.Workers = false, 2
		c.Recognising = func(path string, done, of int) {
			told = append(told, fmt.Sprintf("%s %d of %d", filepath.Base(path), done, of))
		}
	})
	if !pool.Has(extract.Tesseract) {
		corpus.Missing(t, "tesseract")
	}
	path := testFile(t, "scan.pdf", scanned(t, heads(t, "CAC_COSP_EG.1_2031_3_en.pdf", "CAC_COSP_WG.2_2031_1_ru.pdf", "CAC_COSP_EG.1_2031_3_en.pdf")...))
	content, err := pool.Read(t.Context(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"Conference", "Организации", "Conference"} {
		if page := content.Pages[i]; !page.OCR || page.Doubt != "" || !strings.Contains(pageText(&layout.Content{Pages: []layout.Page{page}}), want) {
			t.Errorf("page %d: OCR %v, doubt %q, no %q; warnings %q", i+1, page.OCR, page.Doubt, want, content.Warnings)
		}
	}
	if len(told) == 0 || told[0] != "scan.pdf 0 of 3" {
		t.Errorf("told %q", told)
	}
}

// TestNoLanguageData reads a Russian page with a tesseract that knows English
// alone, then with one that knows Russian too: the first reading names the
// package, and only the second pool has it.
func TestNoLanguageData(t *testing.T) {
	if !newPool(t, recognising).Has("tesseract-ocr-rus") {
		corpus.Missing(t, "tesseract with its data for Russian")
	}
	path := testFile(t, "scan.pdf", scanned(t, heads(t, "CAC_COSP_WG.2_2031_1_ru.pdf")...))
	tests := []struct{ name, data, wanting string }{
		{"English alone", "eng osd", "tesseract-ocr-rus"},
		{"with Russian", "eng osd rus", ""},
		{"no language", "osd", "tesseract-ocr-eng"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("TESSDATA_PREFIX", languageData(t, tt.data))
			pool := newPool(t, recognising)
			content, err := pool.Read(t.Context(), path, "")
			if err != nil {
				t.Fatal(err)
			}
			if content.Wanting != tt.wanting || pool.Has("tesseract-ocr-fra tesseract-ocr-rus") != (tt.wanting == "") {
				t.Errorf("wanting %q, want %q; warnings %q", content.Wanting, tt.wanting, content.Warnings)
			}
			if tt.wanting == "" && !strings.Contains(textOf(content), "Организации") {
				t.Errorf("text %q", textOf(content))
			}
		})
	}
}

// TestConvert reads a Word file, with a hostile name, and finds a paragraph that
// was read in it.
func TestConvert(t *testing.T) {
	pool := newPool(t, nil)
	if !pool.Has(extract.Antiword) {
		corpus.Missing(t, "antiword")
	}
	data, err := os.ReadFile(corpus.Path(t, "corpus", "multi", "R-REC-S.354-2-197407-I!!MSW-E.doc"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "-h $(touch x) ';|.doc")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	content, err := pool.Read(t.Context(), path, "")
	if err != nil {
		t.Fatal(err)
	}
	if text := textOf(content); !strings.Contains(text, "The ITU Radiocommunication Assembly,") {
		t.Errorf("no such paragraph in %.300q", text)
	}
}

// TestNoConverter has neither converter: the failure names what to install.
func TestNoConverter(t *testing.T) {
	tests := []struct{ name, file, program string }{
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", extract.Antiword},
		{"a.rtf", `{\rtf1 text}`, extract.Catdoc},
	}
	for _, tt := range tests {
		pool := newPool(t, func(c *extract.Config) { c.Programs = t.TempDir() })
		path := filepath.Join(t.TempDir(), tt.name)
		if err := os.WriteFile(path, []byte(tt.file), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := pool.Read(t.Context(), path, "")
		var failure *extract.Failure
		if !errors.As(err, &failure) || failure.Class != extract.ClassMissing || !strings.Contains(failure.Detail, "apt install "+tt.program) {
			t.Errorf("%s: %v", tt.name, err)
		}
		if pool.Has(tt.program) {
			t.Errorf("the pool has %s", tt.program)
		}
	}
}

func textOf(c *layout.Content) string {
	var b strings.Builder
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			b.WriteString(l.Text + "\n")
		}
	}
	return b.String()
}
