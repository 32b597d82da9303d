package paragraph_test

import (
	"slices"
	"testing"

	"travaux/search/un"
)

// TestTablesWhole measures the tables that are one passage each, from the first
// words of the caption to the last of the rows or notes.
func TestTablesWhole(t *testing.T) {
	files := map[string]bool{}
	wanted, whole := 0, 0
	for _, f := range handRows(t, "tables.tsv", 4) {
		files[f[0]] = true
		wanted++
		ok := slices.ContainsFunc(passagesOf(t, f[0]), func(p un.Passage) bool {
			return p.Type == un.Table && p.Page == atoi(t, f[1]) && hashWords(p.Text, false) == f[2] && hashWords(p.Text, true) == f[3]
		})
		if ok {
			whole++
			continue
		}
		t.Logf("%s: a table on page %s is not whole", f[0], f[1])
	}
	t.Logf("tables whole, with caption and notes: %.3f (%d of %d), %d documents", share(whole, wanted), whole, wanted, len(files))
	if share(whole, wanted) < 0.7 {
		t.Error("below the floor 0.7")
	}
}
