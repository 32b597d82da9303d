package paragraph_test

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"travaux/search/un"
)

// extent is one numbered paragraph of testdata/extents.tsv: where it begins and
// ends.
type extent struct {
	anchor      string
	page, end   int
	first, last string // hashes of three words
}

// readExtents gives the extents of a set ("in", "back") by file.
func readExtents(t *testing.T, set string) map[string][]extent {
	t.Helper()
	out := map[string][]extent{}
	for _, f := range handRows(t, "extents.tsv", 7) {
		if f[0] != set {
			continue
		}
		out[f[1]] = append(out[f[1]], extent{anchor: f[2], page: atoi(t, f[3]), end: atoi(t, f[4]), first: f[5], last: f[6]})
	}
	return out
}

var wordRuns = regexp.MustCompile(`[\pL\pN]+`)

// hashWords is the hash of the first or the last three words of a text.
func hashWords(text string, last bool) string {
	words := wordRuns.FindAllString(strings.ToLower(norm.NFKC.String(text)), -1)
	n := min(3, len(words))
	if last {
		words = words[len(words)-n:]
	} else {
		words = words[:n]
	}
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:4])
}

var pieceName = regexp.MustCompile(`-(?:part|item)-\d+$`)

// baseAnchor gives the anchor of the paragraph that a passage is or is a piece of.
func baseAnchor(anchor string) string {
	for pieceName.MatchString(anchor) {
		anchor = pieceName.ReplaceAllString(anchor, "")
	}
	return anchor
}

// wholeParagraphs gives the numbered paragraphs by anchor, those that were cut
// into several passages put together.
func wholeParagraphs(passages []un.Passage) map[string]un.Passage {
	out := map[string]un.Passage{}
	for _, p := range passages {
		base := baseAnchor(p.Anchor)
		whole, ok := out[base]
		switch {
		case p.Type == un.Paragraph:
			out[p.Anchor] = p
		case base != p.Anchor && ok:
			whole.Text += "\n" + p.Text
			whole.PageEnd = p.PageEnd
			out[base] = whole
		}
	}
	return out
}

// extents counts paragraphs: expected, given under the anchors of the same run,
// and right in number, pages, first and last words.
type extents struct{ expected, given, right int }

func (e extents) recall() float64    { return share(e.right, e.expected) }
func (e extents) precision() float64 { return share(e.right, e.given) }

var runNumber = regexp.MustCompile(`\d+$`)

// measureExtents compares a document's passages with what was read, and logs
// what differs.
func measureExtents(t *testing.T, file string, want []extent, passages []un.Passage) extents {
	t.Helper()
	got := wholeParagraphs(passages)
	sum := extents{expected: len(want)}
	run := runNumber.ReplaceAllString(want[0].anchor, "")
	for anchor := range got {
		if rest, ok := strings.CutPrefix(anchor, run); ok && runNumber.FindString(rest) == rest {
			sum.given++
		}
	}
	for _, w := range want {
		p, ok := got[w.anchor]
		var wrong []string
		switch {
		case !ok:
			wrong = append(wrong, "missing")
		case p.Page != w.page || p.PageEnd != w.end:
			wrong = append(wrong, "pages")
		}
		if ok && hashWords(p.Text, false) != w.first {
			wrong = append(wrong, "begins")
		}
		if ok && hashWords(p.Text, true) != w.last {
			wrong = append(wrong, "ends")
		}
		if len(wrong) == 0 {
			sum.right++
			continue
		}
		t.Logf("%s %s: %s; pages %d to %d, want %d to %d; %.30q ... %q", file, w.anchor, strings.Join(wrong, ", "), p.Page, p.PageEnd, w.page, w.end, p.Text, tailOf(p.Text))
	}
	return sum
}

// tailOf is the end of a text, for logs.
func tailOf(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-50):])
}

// The share of paragraphs that must be right in number and extent.
const floorExtents = 0.98

// TestParagraphExtents measures the numbered paragraphs: right number, first and
// last page, first and last words.
func TestParagraphExtents(t *testing.T) {
	sets := map[string]string{"in": "in sample", "back": "kept back"}
	for _, set := range []string{"in", "back"} {
		rows := readExtents(t, set)
		files := make([]string, 0, len(rows))
		for f := range rows {
			files = append(files, f)
		}
		slices.Sort(files)
		var sum extents
		for _, f := range files {
			e := measureExtents(t, f, rows[f], passagesOf(t, f))
			sum.expected, sum.given, sum.right = sum.expected+e.expected, sum.given+e.given, sum.right+e.right
		}
		t.Logf("paragraphs numbered, number and extent, %s: recall %.4f (%d of %d), precision %.4f, %d documents", sets[set], sum.recall(), sum.right, sum.expected, sum.precision(), len(files))
		if sum.recall() < floorExtents || sum.precision() < floorExtents {
			t.Errorf("%s: below the floor %.2f", sets[set], floorExtents)
		}
	}
}
