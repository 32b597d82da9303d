package paragraph_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"travaux/indexer/corpus"
	"travaux/search/un"
)

// TestTablesWhole measures the tables that are one passage each, from the first
// words of the caption to the last of the rows or notes.
func TestTablesWhole(t *testing.T) {
	dir := corpus.Path(t, "corpus", "un")
	data, err := os.ReadFile(filepath.Join("testdata", "tables.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	read := map[string][]un.Passage{}
	wanted, whole := 0, 0
	for l := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if strings.HasPrefix(l, "#") || len(f) != 4 {
			continue
		}
		if read[f[0]] == nil {
			read[f[0]] = split(t, filepath.Join(dir, f[0]))
		}
		wanted++
		ok := slices.ContainsFunc(read[f[0]], func(p un.Passage) bool {
			return p.Type == un.Table && p.Page == atoi(t, f[1]) && hashWords(p.Text, false) == f[2] && hashWords(p.Text, true) == f[3]
		})
		if ok {
			whole++
			continue
		}
		t.Logf("%s: a table on page %s is not whole", f[0], f[1])
	}
	t.Logf("tables whole, with caption and notes: %.3f (%d of %d), %d documents", share(whole, wanted), whole, wanted, len(read))
	if share(whole, wanted) < 0.7 {
		t.Error("below the floor 0.7")
	}
}
