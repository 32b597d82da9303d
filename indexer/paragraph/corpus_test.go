package paragraph_test

import (
	"strconv"
	"strings"
	"testing"

	"travaux/search/un"
)

// counted is one row of testdata/paragraphs.tsv.
type counted struct {
	file   string
	last   int
	anchor string
	checks []check
}

// check says that a number stands on a page and begins with some words.
type check struct {
	number, page int
	words        string
}

func readCounted(t *testing.T) []counted {
	t.Helper()
	var rows []counted
	for _, f := range handRows(t, "paragraphs.tsv", 4) {
		row := counted{file: f[0], last: atoi(t, f[1]), anchor: f[2]}
		if !strings.HasSuffix(row.anchor, ".") {
			row.anchor += "-"
		}
		for _, c := range f[3:] {
			place, words, _ := strings.Cut(c, "=")
			number, page, _ := strings.Cut(place, "@")
			row.checks = append(row.checks, check{number: atoi(t, number), page: atoi(t, page), words: words})
		}
		rows = append(rows, row)
	}
	return rows
}

// Floors of the share of paragraphs found, of those found that are there, and
// of the checked places and words.
const (
	floorRecall    = 0.99
	floorPrecision = 0.99
	floorChecks    = 0.97
)

func TestSplitCorpus(t *testing.T) {
	rows := readCounted(t)
	if len(rows) < 25 {
		t.Fatalf("%d documents in the table", len(rows))
	}
	var found, expected, given, right, checks int
	for _, row := range rows {
		passages := passagesOf(t, row.file)
		numbers := map[int]un.Passage{}
		n := 0
		for _, p := range passages {
			if v, err := strconv.Atoi(strings.TrimPrefix(p.Anchor, row.anchor)); err == nil && p.Type == un.Paragraph && strings.HasPrefix(p.Anchor, row.anchor) {
				numbers[v] = p
				n++
			}
		}
		hits := 0
		for v := range numbers {
			if v >= 1 && v <= row.last {
				hits++
			}
		}
		if hits != row.last || n != row.last {
			t.Logf("%s: %d of %d paragraphs, %d given", row.file, hits, row.last, n)
		}
		found, expected, given = found+hits, expected+row.last, given+n
		for _, c := range row.checks {
			checks++
			p, ok := numbers[c.number]
			if ok && p.Page == c.page && strings.HasPrefix(p.Text, c.words) {
				right++
				continue
			}
			t.Logf("%s: paragraph %d: page %d, begins %.40q; want page %d, %q", row.file, c.number, p.Page, p.Text, c.page, c.words)
		}
	}
	recall, precision := share(found, expected), share(found, given)
	t.Logf("%d documents: recall %.4f (%d of %d), precision %.4f, checks %d of %d", len(rows), recall, found, expected, precision, right, checks)
	if recall < floorRecall || precision < floorPrecision || share(right, checks) < floorChecks {
		t.Errorf("below the floor: recall %.4f, precision %.4f, checks %.4f", recall, precision, share(right, checks))
	}
}
