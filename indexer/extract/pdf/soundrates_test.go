package pdf_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/fidelity"
	"travaux/indexer/layout"
)

// Pages of each document that are compared, and what makes a page worth it.
const (
	ratePages   = 20
	rateLetters = 250
	rateGood    = 0.95 // word F1 with pdftotext over which a page is read right
	rateBad     = 0.8  // under which it is not, or pdftotext is wrong
)

// damages are ways in which text comes out of a PDF file broken. Each is done to
// pages that are sound.
var damages = []struct {
	name   string
	do     func(string) string
	misses float64 // at most, share of the pages
}{
	{"letters shifted", shifted, 0.01},
	{"letters misread", asWindows1252Latin, 0.01},
	{"spaces lost", func(s string) string { return strings.ReplaceAll(s, " ", "") }, 0.05},
	{"four of five spaces lost", together, 0.05},
	{"every second space lost", pairedWords, 1}, // told, not held: two words in one look like a long one
	{"every third line shifted", everyThirdLine(shifted), 0.1},
	{"every third line misread", everyThirdLine(asWindows1252Latin), 0.05},
	{"letters apart", apart, 0.01},
	{"letters repeated", func(s string) string { return strings.ReplaceAll(s, "e", "eee") }, 0.01},
}

// asWindows1252Latin moves the letters of English to where those of Cyrillic
// stand in an eight-bit code.
func asWindows1252Latin(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r - 'a' + 0xe0
		}
		return r
	}, text)
}

// pairedWords takes every second space away.
func pairedWords(text string) string {
	n := 0
	return strings.Map(func(r rune) rune {
		if r == ' ' {
			if n++; n%2 == 1 {
				return -1
			}
		}
		return r
	}, text)
}

// everyThirdLine breaks a third of a page, as if it were set in a font of its
// own.
func everyThirdLine(do func(string) string) func(string) string {
	return func(text string) string {
		lines := strings.Split(text, "\n")
		for i := 0; i < len(lines); i += 3 {
			lines[i] = do(lines[i])
		}
		return strings.Join(lines, "\n")
	}
}

// TestSoundnessRates compares pages of UN documents with what pdftotext reads of
// them: how many of those that are read right are in doubt, how many of those
// that are not are free of it, and how many of those that were broken on
// purpose.
func TestSoundnessRates(t *testing.T) {
	if testing.Short() {
		t.Skip("reads many documents")
	}
	if _, err := exec.LookPath("pdftotext"); err != nil {
		corpus.Missing(t, "pdftotext (poppler-utils)")
	}
	paths, err := filepath.Glob(filepath.Join(corpus.Path(t, "corpus", "un"), "*.pdf"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	var r rates
	for i := 0; i < len(paths); i += 5 {
		r.file(t, paths[i])
	}
	t.Logf("%d pages read right, %d of them in doubt; %d read otherwise than pdftotext does, %d of them free of doubt",
		r.good, r.alarms, r.bad, r.bad-r.caught)
	if r.good < 300 || float64(r.alarms) > 0.005*float64(r.good) {
		t.Errorf("%d of %d sound pages are in doubt, want 0.5 %% at most", r.alarms, r.good)
	}
	for i, d := range damages {
		missed := float64(r.missed[i]) / float64(max(1, r.broken))
		t.Logf("%s: %d of %d pages missed", d.name, r.missed[i], r.broken)
		if missed > d.misses {
			t.Errorf("%s: %.1f %% missed, want %.1f %% at most", d.name, 100*missed, 100*d.misses)
		}
	}
}

type rates struct {
	good, alarms, bad, caught, broken int
	missed                            [9]int
}

func (r *rates) file(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := pdf.Read(data, pdf.Options{MaxPages: ratePages})
	if err != nil {
		t.Errorf("%s: %v", filepath.Base(path), err)
		return
	}
	out, err := exec.Command("pdftotext", "-q", "-l", strconv.Itoa(ratePages), path, "-").Output()
	if err != nil {
		return // it is not what is measured here
	}
	references := strings.Split(string(out), "\f")
	for i, page := range c.Pages {
		if i < len(references) && lettersIn(references[i]) >= rateLetters {
			r.page(t, filepath.Base(path), page, references[i])
		}
	}
}

func (r *rates) page(t *testing.T, name string, page layout.Page, reference string) {
	t.Helper()
	text := fidelity.Text(&layout.Content{Pages: []layout.Page{page}})
	switch score := fidelity.Compare(text, reference).Words; {
	case score < rateBad:
		r.bad++
		if page.Doubt != "" {
			r.caught++
		} else {
			t.Logf("%s, page %d: word F1 %.2f, no doubt", name, page.Number, score)
		}
		return
	case score < rateGood:
		return
	}
	r.good++
	if page.Doubt != "" {
		r.alarms++
		t.Logf("%s, page %d: read right, in doubt: %s", name, page.Number, page.Doubt)
	}
	if mostlyLatin(text) {
		r.broken++
		for i, d := range damages {
			if pdf.Doubt(linesOf(d.do(text)), pdf.Marks{Chars: len(text)}) == "" {
				r.missed[i]++
			}
		}
	}
}

func lettersIn(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func mostlyLatin(text string) bool {
	latin := 0
	for _, r := range text {
		if r < 0x250 && unicode.IsLetter(r) {
			latin++
		}
	}
	return latin >= rateLetters && 10*latin >= 9*lettersIn(text)
}
