package samples_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"travaux/cmd/travaux/samples/source"
	"travaux/indexer/extract/pdf"
)

// TestPDFText compares what is read from each PDF with its source: every number
// and text of the source, in the order of the source. Of the lines above the
// title only the words are compared, since two columns stand there side by side
// and may be read line by line or one after the other.
func TestPDFText(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "src/pdf/*.html") {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := parse(t, path)
			pages := readPDF(t, filepath.Join("files", name+".pdf"))

			first := words(pages[0])
			rest := flow(doc.Language, strings.Join(pages, "\n"))
			for _, b := range doc.Blocks {
				if b.Part == "masthead" || b.Part == "distr" || b.Part == "meeting" {
					for _, word := range words(b.Text) {
						if !slices.Contains(first, word) {
							t.Errorf("%q of %q is not on the first page", word, b.Text)
						}
					}
					continue
				}
				_, after, found := strings.Cut(rest, flow(doc.Language, b.Number+" "+b.Text))
				if !found {
					t.Fatalf("%s %q does not follow in\n%s", b.Tag, b.Number+" "+b.Text, pages)
				}
				rest = after
			}
		})
	}
}

// TestPDFPages looks for what each page must carry: the words that mark a
// sample, and the symbol.
func TestPDFPages(t *testing.T) {
	t.Parallel()
	for _, path := range glob(t, "src/pdf/*.html") {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := parse(t, path)
			for i, page := range readPDF(t, filepath.Join("files", name+".pdf")) {
				for _, want := range []string{doc.Mark, doc.Head} {
					if want == "" || !strings.Contains(flow(doc.Language, page), flow(doc.Language, want)) {
						t.Errorf("page %d lacks %q", i+1, want)
					}
				}
			}
		})
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no file is %s", pattern)
	}
	return paths
}

func parse(t *testing.T, path string) *source.Document {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	doc, err := source.Parse(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return doc
}

// readPDF returns the text of each page, a line a line.
func readPDF(t *testing.T, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content, err := pdf.Read(data, pdf.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, p := range content.Pages {
		var lines []string
		for _, l := range p.Lines {
			lines = append(lines, l.Text)
		}
		pages = append(pages, strings.Join(lines, "\n"))
	}
	return pages
}

// words returns the runs of letters and digits.
func words(s string) []string {
	return strings.FieldsFunc(norm.NFKC.String(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// flow joins lines as they would stand without line ends: with a space, but not
// after a hyphen, and not in Chinese, where spaces are left out altogether.
func flow(language, text string) string {
	text = norm.NFKC.String(text)
	if language == "zh" {
		return strings.Join(strings.Fields(text), "")
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(text), " "), "- ", "-")
}
