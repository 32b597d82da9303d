package docs_test

import (
	"os"
	"path"
	"regexp"
	"testing"

	"travaux/search/query"
)

// TestQueries parses the queries that the readme recommends.
func TestQueries(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| `([^`]+)` \\|").FindAllSubmatch(readme, -1)
	if len(rows) != 10 {
		t.Errorf("%d queries, want 10", len(rows))
	}
	for _, row := range rows {
		if tree, err := query.Parse(string(row[1])); err != nil || tree == nil {
			t.Errorf("%s: %v", row[1], err)
		}
	}
}

// TestLinks looks for the files that the pages link to.
func TestLinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^):#]+)\)`)
	for _, page := range []string{"../README.md", "../CONTRIBUTING.md", "architecture.md", "decisions.md", "dependencies.md", "fidelity.md", "performance.md"} {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, m := range link.FindAllSubmatch(text, -1) {
			target := path.Join(path.Dir(page), string(m[1]))
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s links to %s: %v", page, m[1], err)
			}
		}
	}
}
