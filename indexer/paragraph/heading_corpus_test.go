package paragraph_test

import (
	"slices"
	"testing"

	"travaux/search/un"
)

// readHeading is one heading of testdata/headings.tsv.
type readHeading struct {
	page, level int
	first, last string
}

func readHeadings(t *testing.T, set string) map[string][]readHeading {
	t.Helper()
	out := map[string][]readHeading{}
	for _, f := range handRows(t, "headings.tsv", 6) {
		if f[0] == set {
			out[f[1]] = append(out[f[1]], readHeading{page: atoi(t, f[2]), level: atoi(t, f[3]), first: f[4], last: f[5]})
		}
	}
	return out
}

// headingPath gives the places in the list of the headings above heading i.
func headingPath(want []readHeading, i int) []int {
	var path []int
	level := want[i].level
	for j := i - 1; j >= 0; j-- {
		if want[j].level < level {
			path = append([]int{j}, path...)
			level = want[j].level
		}
	}
	return path
}

// sameHeading reports whether a text is the heading that was read.
func sameHeading(w readHeading, text string) bool {
	return hashWords(text, false) == w.first && hashWords(text, true) == w.last
}

// measureHeadings compares the headings between the first and the last that were
// read: found, with the right path above them, and how many were given.
func measureHeadings(t *testing.T, file string, want []readHeading, passages []un.Passage) (found, right, given int) {
	t.Helper()
	var got []un.Passage
	for _, p := range passages {
		if p.Type == un.HeadingPassage {
			got = append(got, p)
		}
	}
	at, first, last := 0, -1, -1
	for i, w := range want {
		n := slices.IndexFunc(got[at:], func(p un.Passage) bool { return p.Page == w.page && sameHeading(w, p.Text) })
		if n < 0 {
			t.Logf("%s: heading %d on page %d is missing", file, i+1, w.page)
			continue
		}
		p := got[at+n]
		at += n + 1
		last = at
		if first < 0 {
			first = at - 1
		}
		found++
		path := headingPath(want, i)
		ok := len(path) == len(p.Headings)
		for j := 0; ok && j < len(path); j++ {
			ok = sameHeading(want[path[j]], p.Headings[j].Text) && p.Headings[j].Level == j+1
		}
		if !ok {
			t.Logf("%s: heading %q stands under %v, want level %d", file, p.Text, p.Headings, w.level)
			continue
		}
		right++
	}
	if first >= 0 {
		given = last - first
		for _, p := range got[first:last] {
			if !slices.ContainsFunc(want, func(w readHeading) bool { return sameHeading(w, p.Text) }) {
				t.Logf("%s: %q on page %d is no heading", file, p.Text, p.Page)
			}
		}
	}
	return found, right, given
}

// TestHeadingPaths measures the headings: found, and with the right level and
// path.
func TestHeadingPaths(t *testing.T) {
	sets := map[string]string{"in": "in sample", "back": "kept back"}
	for _, set := range []string{"in", "back"} {
		var wanted, found, right, given int
		rows := readHeadings(t, set)
		for file, want := range rows {
			f, r, g := measureHeadings(t, file, want, passagesOf(t, file))
			wanted, found, right, given = wanted+len(want), found+f, right+r, given+g
		}
		t.Logf("headings with level and path, %s: recall %.3f, right of those found %.3f, precision %.3f, %d headings, %d documents",
			sets[set], share(found, wanted), share(right, found), share(found, given), wanted, len(rows))
		if share(right, wanted) < 0.90 || share(found, given) < 0.90 {
			t.Errorf("%s: below the floor 0.90", sets[set])
		}
	}
}
