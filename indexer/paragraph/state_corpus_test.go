package paragraph_test

import (
	"slices"
	"strings"
	"testing"
)

// TestStatesCorpus measures the States named against testdata/states.tsv.
func TestStatesCorpus(t *testing.T) {
	places, cells := handTable(t, "states.tsv")
	found := passagesAt(t, places)
	figures := map[string]*counts{"tune": {}, "kept": {}}
	missing := 0
	for i, pl := range places {
		p, ok := found[pl]
		if !ok || p.within {
			missing++
			continue
		}
		want := strings.Fields(strings.Trim(cells[i][2], "-"))
		c := figures[cells[i][1]]
		c.expected += len(want)
		c.given += len(p.States)
		for _, code := range p.States {
			if slices.Contains(want, code) {
				c.right++
			}
		}
		if cells[i][1] == "tune" && !slices.Equal(want, p.States) && len(want)+len(p.States) > 0 {
			t.Logf("%s page %d: %q, want %q", pl.file, pl.page, p.States, want)
		}
	}
	t.Logf("states passages %d, not found again %d", len(places), missing)
	t.Logf("states tuning half %v; kept back %v", figures["tune"], figures["kept"])
	if missing*10 > len(places) {
		t.Errorf("%d of %d passages are not found again", missing, len(places))
	}
	for half, c := range figures {
		if share(c.right, c.given) < 0.97 || share(c.right, c.expected) < 0.90 {
			t.Errorf("%s half below the floor: %v", half, c)
		}
	}
}
