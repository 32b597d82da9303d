package paragraph_test

import (
	"slices"
	"strings"
	"testing"
)

// TestReferencesCorpus measures the references against testdata/references.tsv.
func TestReferencesCorpus(t *testing.T) {
	places, cells := handTable(t, "references.tsv")
	found := passagesAt(t, places)
	figures := map[string]*counts{"tune": {}, "kept": {}}
	missing := 0
	for i, pl := range places {
		p, ok := found[pl]
		if !ok || p.within {
			missing++
			continue
		}
		c := figures[cells[i][1]]
		var want, got []string
		if cells[i][2] != "-" {
			want = strings.Split(cells[i][2], "; ")
		}
		for _, r := range p.References {
			if r.End > 0 {
				got = append(got, r.Kind+" "+r.Target)
			}
		}
		c.expected += len(want)
		c.given += len(got)
		var wrong []string
		for _, g := range got {
			if j := slices.Index(want, g); j >= 0 {
				c.right++
				want = slices.Delete(want, j, j+1)
			} else {
				wrong = append(wrong, g)
			}
		}
		if cells[i][1] == "tune" && len(wrong)+len(want) > 0 {
			t.Logf("%s page %d: wrong %q, missed %q", pl.file, pl.page, wrong, want)
		}
	}
	t.Logf("references passages %d, not found again %d", len(places), missing)
	t.Logf("references tuning half %v; kept back %v", figures["tune"], figures["kept"])
	if missing*10 > len(places) {
		t.Errorf("%d of %d passages are not found again", missing, len(places))
	}
	for half, c := range figures {
		if share(c.right, c.given) < 0.93 || share(c.right, c.expected) < 0.90 {
			t.Errorf("%s half below the floor: %v", half, c)
		}
	}
}
