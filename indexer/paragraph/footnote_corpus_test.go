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

// readCalls gives the notes of a set of testdata/footnotes.tsv by file: the mark
// of each and the anchor of the paragraph that calls it.
func readCalls(t *testing.T, set string) map[string][][2]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "footnotes.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][][2]string{}
	for l := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(l, "\n"), "\t")
		if !strings.HasPrefix(l, "#") && len(f) == 4 && f[0] == set {
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
			base, _, _ := strings.Cut(p.Anchor, "-part-")
			out = append(out, base)
		}
	}
	return out
}

// TestFootnotesTied measures the footnotes that are tied to the paragraph that
// calls them.
func TestFootnotesTied(t *testing.T) {
	dir := corpus.Path(t, "corpus", "un")
	sets := map[string]string{"in": "in sample", "back": "kept back"}
	for _, set := range []string{"in", "back"} {
		rows := readCalls(t, set)
		wanted, tied := 0, 0
		for file, calls := range rows {
			passages := split(t, filepath.Join(dir, file))
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
