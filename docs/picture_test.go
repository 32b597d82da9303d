package docs_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPictureIsCurrent holds the README's picture to the pages, styles and
// samples that it was made of.
func TestPictureIsCurrent(t *testing.T) {
	var files []string
	for _, dir := range []string{"webui/templates", "webui/static", "cmd/travaux/samples/files"} {
		err := filepath.WalkDir(filepath.Join("..", dir), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				files = append(files, filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator))))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(files)
	list := sha256.New()
	for _, file := range files {
		fmt.Fprintf(list, "%s  %s\n", sum(t, filepath.Join("..", file)), file)
	}
	made, err := os.ReadFile("search.made")
	if err != nil {
		t.Fatal(err)
	}
	want := hex.EncodeToString(list.Sum(nil)) + "\n" + sum(t, "search.png") + "\n"
	if diff := cmp.Diff(want, string(made)); diff != "" {
		t.Errorf("the picture is not of these pages; make pictures takes it anew (-want +got):\n%s", diff)
	}
}

// sum gives the sha256 of a file in hexadecimal.
func sum(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
