package archive_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/archive"
)

func TestSumsVerifyRemove(t *testing.T) {
	// A folder's name may hold what file patterns give a meaning to.
	dir := filepath.Join(t.TempDir(), "a[b]*")
	a := archive.New(dir)
	if sums, err := a.Sums(); err != nil || len(sums) != 0 {
		t.Errorf("of nothing: %v, %v", sums, err)
	}
	path, sha := original(t, t.TempDir(), "as printed")
	if err := a.Add(path, sha, 10); err != nil {
		t.Fatal(err)
	}
	if err := a.PutExtracted(sha, "pdf/1", []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if sums, err := a.Sums(); err != nil || !cmp.Equal(sums, []string{sha}) {
		t.Errorf("sums %v, %v", sums, err)
	}
	if n, damaged, err := a.Verify(t.Context()); n != 1 || len(damaged) != 0 || err != nil {
		t.Errorf("sound: %d, %v, %v", n, damaged, err)
	}
	kept, err := a.Path(sha)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(kept); err != nil { // it may be a link to path
		t.Fatal(err)
	}
	if err := os.WriteFile(kept, []byte("as changed"), 0o600); err != nil {
		t.Fatal(err)
	}
	if n, damaged, err := a.Verify(t.Context()); n != 1 || !cmp.Equal(damaged, []string{sha}) || err != nil {
		t.Errorf("damaged: %d, %v, %v", n, damaged, err)
	}
	for range 2 { // removing twice is harmless
		if err := a.Remove(sha); err != nil {
			t.Fatal(err)
		}
	}
	if sums, _ := a.Sums(); len(sums) != 0 {
		t.Errorf("kept: %v", sums)
	}
	if _, err := a.Extracted(sha, "pdf/1"); err == nil {
		t.Error("what was read of it is kept")
	}
	if err := a.Remove("../../etc/passwd"); err == nil {
		t.Error("a path was taken for a sha256")
	}
}

func TestOpenRegular(t *testing.T) {
	dir := t.TempDir()
	if f, err := archive.OpenRegular(dir); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("a folder: %v, %v", f, err)
	}
	if _, err := archive.OpenRegular(filepath.Join(dir, "none")); !os.IsNotExist(err) {
		t.Errorf("nothing: %v", err)
	}
	path, _ := original(t, dir, "as printed")
	f, err := archive.OpenRegular(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
