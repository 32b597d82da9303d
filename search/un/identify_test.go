package un_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/un"
)

// corpus finds a file of the corpus; the test is skipped when it is missing,
// and fails when the corpus is required.
func corpus(t *testing.T, name string) string {
	t.Helper()
	root := os.Getenv("TRAVAUX_CORPUS")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(root, name)
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("TRAVAUX_REQUIRE_CORPUS") == "1" {
			t.Fatalf("the corpus is required: %v", err)
		}
		t.Skipf("no corpus: %v", err)
	}
	return path
}

// TestIdentifyTable holds Identify against the table of real strings, all
// columns of all rows.
func TestIdentifyTable(t *testing.T) {
	f, err := os.Open(corpus(t, "domain/symbols.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Scan()
	columns := strings.Split(lines.Text(), "\t")
	rows := 0
	for lines.Scan() {
		row := map[string]string{}
		for i, v := range strings.Split(lines.Text(), "\t") {
			row[columns[i]] = v
		}
		rows++
		t.Run(row["id"], func(t *testing.T) {
			got := map[string]string{}
			want := map[string]string{}
			values := un.Identify(row["raw"]).Row()
			for i, name := range un.IdentityHeader() {
				got[name], want[name] = values[i], row[name]
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("Identify(%q) (-want +got):\n%s", row["raw"], diff)
			}
		})
	}
	if rows != 158 {
		t.Errorf("the table has %d rows, want 158", rows)
	}
}
