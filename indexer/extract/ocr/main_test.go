package ocr_test

import (
	"os"
	"os/exec"
	"strconv"
	"testing"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/child"
	"travaux/indexer/extract/ocr"
)

// TestMain lets the test binary be the launcher of tesseract.
func TestMain(m *testing.M) {
	if child.Asked() {
		os.Exit(child.Launch())
	}
	os.Exit(m.Run())
}

// engine gives the tesseract of this machine.
func engine(t testing.TB) *ocr.Engine {
	t.Helper()
	path := child.Find("tesseract", "")
	if path == "" {
		corpus.Missing(t, "tesseract (Debian: tesseract-ocr)")
	}
	e, err := ocr.Open(t.Context(), launcher(t), path)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func launcher(t testing.TB) child.Launcher {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return child.Launcher{Command: []string{self}}
}

// drawTop draws the top of the first page of a PDF, so many points wide, at 300
// dots an inch.
func drawTop(t testing.TB, file string, width float64) []byte {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		corpus.Missing(t, "pdftoppm (Debian: poppler-utils)")
	}
	pixels := func(points float64) string { return strconv.Itoa(int(points * 300 / 72)) }
	png, err := exec.Command("pdftoppm", "-r", "300", "-gray", "-png", "-l", "1", "-x", "0", "-y", "0", "-W", pixels(width), "-H", pixels(seen), file).Output()
	if err != nil {
		t.Fatalf("draw %s: %v", file, err)
	}
	return png
}
