package paragraph_test

import (
	"slices"
	"strings"
	"testing"

	"travaux/search/un"
)

// readCalls gives the notes of a set of testdata/footnotes.tsv by file: the mark
// of each and the anchor of the paragraph that calls it.
func readCalls(t *testing.T, set string) map[string][][2]string {
	t.Helper()
	out := map[string][][2]string{}
	for _, f := range handRows(t, "footnotes.tsv", 4) {
		if f[0] == set {
			out[f[1]] = append(out[f[1]], [2]string{f[2], f[3]})
		}
	}
	return out
}

// callers gives the anchors of the passages that have a note's text, those of
// pieces as that of their paragraph.
func callers(passages []un.Passage, note string) []string {
	var out []string
	for _, p := range passages {
		if slices.Contains(p.Notes, note) {
			out = append(out, baseAnchor(p.Anchor))
		}
	}
	return out
}

// TestFootnotesTied measures the footnotes that are tied to the paragraph that
// calls them.
func TestFootnotesTied(t *testing.T) {
	sets := map[string]string{"in": "in sample", "back": "kept back"}
	for _, set := range []string{"in", "back"} {
		rows := readCalls(t, set)
		wanted, tied := 0, 0
		for file, calls := range rows {
			passages := passagesOf(t, file)
			notes := map[string]string{}
			for _, p := range passages {
				if p.Type == un.Footnote {
					notes[strings.TrimPrefix(p.Anchor, "note-")] = p.Text
				}
			}
			for _, c := range calls {
				wanted++
				got := callers(passages, notes[c[0]])
				if slices.Contains(got, c[1]) {
					tied++
					continue
				}
				t.Logf("%s: note %s is tied to %q, want %s: %.40q", file, c[0], got, c[1], notes[c[0]])
			}
		}
		t.Logf("footnotes tied to their paragraph, %s: %.3f (%d of %d), %d documents", sets[set], share(tied, wanted), tied, wanted, len(rows))
		if share(tied, wanted) < 0.95 {
			t.Errorf("%s: below the floor 0.95", sets[set])
		}
	}
}
