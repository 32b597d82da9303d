// Package corpus finds the real documents and tables that tests measure
// against. They are other people's work and are not part of the project; only
// tests import this package.
//
//	dir := corpus.Path(t, "corpus", "un")
package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

// Path returns the absolute path of a file or folder of the corpus, named by
// its elements below the folder that TRAVAUX_CORPUS names; a relative one, as
// the default ../shared, counts from the module's root. When it is missing the
// test is skipped, or fails under TRAVAUX_REQUIRE_CORPUS=1.
func Path(t testing.TB, elem ...string) string {
	t.Helper()
	root := os.Getenv("TRAVAUX_CORPUS")
	if root == "" {
		root = filepath.Join("..", "shared")
	}
	if !filepath.IsAbs(root) {
		root = filepath.Join(moduleRoot(t), root)
	}
	path := filepath.Join(append([]string{root}, elem...)...)
	if _, err := os.Stat(path); err != nil {
		Missing(t, "the corpus (set TRAVAUX_CORPUS): "+err.Error())
	}
	return path
}

// Missing ends a test that wants something this machine lacks: it skips, or
// fails under TRAVAUX_REQUIRE_CORPUS=1.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("TRAVAUX_REQUIRE_CORPUS") == "1" {
		t.Fatalf("required and missing: %s", what)
	}
	t.Skipf("missing: %s", what)
}

// moduleRoot returns the folder of go.mod above the test's working directory.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			t.Fatal("no go.mod above the working directory")
		}
		dir = up
	}
}
