package docs_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDependencies compares what the code imports with docs/dependencies.md:
// every module has its reason, and no reason stands for a module not used.
func TestDependencies(t *testing.T) {
	page, err := os.ReadFile("dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\| ([a-z]\S*\.\S+) \|`).FindAllSubmatch(page, -1) {
		used[string(m[1])] = false
	}
	if len(used) < 10 {
		t.Fatalf("only %d modules found in the page", len(used))
	}
	for _, f := range goFiles(t) {
		for _, imported := range f.imports {
			first, _, _ := strings.Cut(imported, "/")
			if !strings.Contains(first, ".") {
				continue // of the standard library, or ours
			}
			module := moduleOf(imported, used)
			if module == "" {
				t.Errorf("%s imports %s, which docs/dependencies.md does not explain", f.path, imported)
				continue
			}
			used[module] = true
		}
	}
	for module, seen := range used {
		if !seen {
			t.Errorf("docs/dependencies.md explains %s, which nothing imports", module)
		}
	}
}

// moduleOf gives the listed module that a package belongs to, empty for none.
func moduleOf(pkg string, listed map[string]bool) string {
	for module := range listed {
		if pkg == module || strings.HasPrefix(pkg, module+"/") {
			return module
		}
	}
	return ""
}
