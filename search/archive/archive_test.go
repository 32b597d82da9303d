package archive_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/archive"
)

// original writes a file and gives its path and sha256.
func original(t *testing.T, dir, text string) (path, sha string) {
	t.Helper()
	path = filepath.Join(dir, "paper.txt")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(text))
	return path, hex.EncodeToString(sum[:])
}

// kept reads what the archive keeps under a sha256.
func kept(t *testing.T, a *archive.Archive, sha string) string {
	t.Helper()
	f, err := a.Open(sha)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestOriginalOutlivesItsPath(t *testing.T) {
	a := archive.New(t.TempDir())
	path, sha := original(t, t.TempDir(), "as printed")
	for range 2 { // adding twice is harmless
		if err := a.Add(path, sha, 10); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, a, sha); got != "as printed" {
		t.Errorf("kept %q", got)
	}
}

func TestAddReplacesATruncatedOriginal(t *testing.T) {
	a := archive.New(t.TempDir())
	path, sha := original(t, t.TempDir(), "as printed")
	at, err := a.Path(sha)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte("as"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := a.Add(path, sha, 10); err != nil {
		t.Fatal(err)
	}
	if got := kept(t, a, sha); got != "as printed" {
		t.Errorf("kept %q", got)
	}
}

func TestAddRefusesAnotherSize(t *testing.T) {
	a := archive.New(t.TempDir())
	path, sha := original(t, t.TempDir(), "as printed")
	if err := a.Add(path, sha, 11); err == nil {
		t.Error("a file of another size was kept")
	}
	if _, err := a.Open(sha); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("Open = %v, want ErrNotFound", err)
	}
}

func TestChangedLetsALinkGo(t *testing.T) {
	a := archive.New(t.TempDir())
	path, sha := original(t, t.TempDir(), "as printed")
	at, _ := a.Path(sha)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(path, at); err != nil {
		t.Skipf("no hard links here: %v", err)
	}
	gone, err := a.Changed(path, sha)
	if err != nil || !gone {
		t.Fatalf("Changed = %v, %v", gone, err)
	}
	if _, err := a.Open(sha); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("Open = %v, want ErrNotFound", err)
	}
}

func TestChangedKeepsACopy(t *testing.T) {
	a := archive.New(t.TempDir())
	path, sha := original(t, t.TempDir(), "as printed")
	at, _ := a.Path(sha)
	if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(at, []byte("as printed"), 0o644); err != nil {
		t.Fatal(err)
	}
	gone, err := a.Changed(path, sha)
	if err != nil || gone {
		t.Fatalf("Changed = %v, %v", gone, err)
	}
	if got := kept(t, a, sha); got != "as printed" {
		t.Errorf("kept %q", got)
	}
}

func TestOpenTakesNoPaths(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "secret"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := archive.New(dir)
	for _, name := range []string{"", "../secret", "../../secret", strings.Repeat("A", 64), strings.Repeat("a", 63)} {
		if _, err := a.Open(name); !errors.Is(err, search.ErrNotFound) {
			t.Errorf("Open(%q) = %v, want ErrNotFound", name, err)
		}
	}
}

func TestExtracted(t *testing.T) {
	dir := t.TempDir()
	a := archive.New(dir)
	_, sha := original(t, t.TempDir(), "as printed")
	if _, err := a.Extracted(sha, "pdf/1"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("before: %v, want ErrNotFound", err)
	}
	if err := a.PutExtracted(sha, "pdf/1", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	got, err := a.Extracted(sha, "pdf/1")
	if err != nil || string(got) != "{}" {
		t.Errorf("Extracted = %q, %v", got, err)
	}
	if _, err := a.Extracted(sha, "pdf/2"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("another version: %v, want ErrNotFound", err)
	}
	if err := a.PutExtracted(sha, "../../../out", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "..", "out.gz")); err == nil {
		t.Error("a reader's name led out of the archive")
	}
}

func TestDamagedExtractedIsNotFound(t *testing.T) {
	dir := t.TempDir()
	a := archive.New(dir)
	_, sha := original(t, t.TempDir(), "as printed")
	if err := a.PutExtracted(sha, "pdf/1", []byte(strings.Repeat("words ", 100))); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "extracted", "*", "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("entries %v, %v", files, err)
	}
	if err := os.Truncate(files[0], 20); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Extracted(sha, "pdf/1"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("damaged: %v, want ErrNotFound", err)
	}
}
