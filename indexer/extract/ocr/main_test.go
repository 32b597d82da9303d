package ocr_test

import (
	"os"
	"os/exec"
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

// draw draws a page of a PDF at 300 dots an inch.
func draw(t testing.TB, file, page string) []byte {
	t.Helper()
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		corpus.Missing(t, "pdftoppm (Debian: poppler-utils)")
	}
	png, err := exec.Command("pdftoppm", "-r", "300", "-gray", "-png", "-f", page, "-l", page, file).Output()
	if err != nil {
		t.Fatalf("draw page %s of %s: %v", page, file, err)
	}
	return png
}
