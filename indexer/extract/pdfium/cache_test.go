package pdfium_test

import (
	"os"
	"path/filepath"
	"testing"

	"travaux/indexer/extract/pdfium"
)

// TestCache has folders that may hold code that will be run, and folders that
// others could put code into.
func TestCache(t *testing.T) {
	dir := t.TempDir()
	open, file, link := filepath.Join(dir, "open"), filepath.Join(dir, "file"), filepath.Join(dir, "link")
	if err := os.Mkdir(open, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(t.TempDir(), link); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, dir string
		good      bool
	}{
		{"to be made", filepath.Join(dir, "a", "b"), true},
		{"made before", filepath.Join(dir, "a", "b"), true},
		{"none", "", false},
		{"open to others", open, false},
		{"a file", file, false},
		{"a link", link, false},
	}
	for _, tt := range tests {
		if err := pdfium.OpenCache(tt.dir); (err == nil) != tt.good {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	if info, err := os.Stat(filepath.Join(dir, "a", "b")); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("made with %v, %v; want 0700", info.Mode(), err)
	}
}
