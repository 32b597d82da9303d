package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// wordFloor is the mean F1 of words against pdftotext that must be reached.
// Full agreement is not the aim: pdftotext parts "Counci l", turns the letters
// of Arabic ligatures round, and joins or parts the marks of notes as it comes.
const wordFloor = 0.99

// TestFidelity compares the words of every fifth document of the corpus with
// what poppler's pdftotext reads.
func TestFidelity(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		corpus.Missing(t, "pdftotext to compare with (poppler-utils)")
	}
	paths, err := filepath.Glob(filepath.Join(corpus.Path(t, "corpus", "un"), "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no documents in the corpus: %v", err)
	}
	sum, scored := 0.0, 0
	for i := 0; i < len(paths); i += 5 {
		reference, err := exec.Command(tool, paths[i], "-").Output()
		if err != nil {
			t.Errorf("pdftotext: %v", err)
			continue
		}
		want := countWords(string(reference))
		if len(want) < 10 {
			continue // a scan
		}
		got := countWords(readText(t, paths[i]))
		f1 := agreement(got, want)
		if f1 < 0.97 {
			t.Logf("%.4f %s", f1, filepath.Base(paths[i]))
		}
		sum += f1
		scored++
	}
	if scored == 0 {
		t.Fatal("no document with text")
	}
	mean := sum / float64(scored)
	t.Logf("mean F1 of words %.4f over %d documents", mean, scored)
	if mean < wordFloor {
		t.Errorf("mean F1 of words %.4f, want at least %.2f", mean, wordFloor)
	}
}

func readText(t *testing.T, path string) string {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := pdf.Read(data, pdf.Options{})
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(path), err)
		c = &layout.Content{}
	}
	var out strings.Builder
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			out.WriteString(l.Text + "\n")
		}
	}
	return out.String()
}

var (
	hyphenAtEnd = regexp.MustCompile(`(\pL)[-\x{2010}\x{ad}]\s*\n\s*(\pL)`)
	directions  = regexp.MustCompile(`[\x{200b}-\x{200f}\x{202a}-\x{202e}]`)
	wordLike    = regexp.MustCompile(`[\pL\pN]`)
)

// countWords counts what stands between blanks and holds a letter or digit, in
// lower case and NFKC, with words parted at the end of a line joined.
func countWords(text string) map[string]int {
	text = directions.ReplaceAllString(norm.NFKC.String(text), "")
	text = hyphenAtEnd.ReplaceAllString(text, "$1$2")
	counts := map[string]int{}
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if wordLike.MatchString(w) {
			counts[w]++
		}
	}
	return counts
}

// agreement is the F1 of two bags of words.
func agreement(a, b map[string]int) float64 {
	common, total := 0, 0
	for w, n := range a {
		total += n
		common += min(n, b[w])
	}
	for _, n := range b {
		total += n
	}
	return 2 * float64(common) / float64(max(1, total))
}
