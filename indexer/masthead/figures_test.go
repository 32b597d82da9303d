package masthead_test

import (
	"flag"
	"hash/fnv"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"travaux/indexer/corpus"
	"travaux/indexer/masthead"
)

// kept has the misses on the rows that are kept back named too: they are for the
// end, not for tuning.
var kept = flag.Bool("kept", false, "name the misses on the documents kept back")

// keptBack reports whether a document is of the third that is kept back from
// tuning, by the hash of its name.
func keptBack(file string) bool {
	h := fnv.New32a()
	h.Write([]byte(file))
	return h.Sum32()%3 == 0
}

// tally counts for one field the documents that have it, those read right, and
// those that got a value though they have none.
type tally struct{ right, all, invented int }

func (c tally) share() float64 { return float64(c.right) / float64(max(c.all, 1)) }

// figures collects the tallies of all fields, of the documents tuned on and of
// those kept back, and how many were right in each band of confidence.
type figures struct {
	fields map[string]*[2]tally
	bands  map[string]*[4]tally
}

// fieldNames are the fields in the order they are printed, each with the share
// of documents below which the test fails.
var fieldNames = []struct {
	name  string
	floor float64
}{
	{"symbol", 0.99},
	{"date", 0.98},
	{"distribution", 0.98},
	{"language", 0.98},
	{"session", 0.95},
	{"agenda_item", 0.95},
	{"place", 0.92},
	{"start", 0.92},
	{"end", 0.92},
	{"types", 0.92},
	{"title", 0.92},
	{"job", 0.9},
}

// count counts one field of one document. want may hold several readings that are
// equally right, parted by " || "; "?" counts nothing.
func (f *figures) count(t *testing.T, file, field, want, got string, sure float64) {
	t.Helper()
	if want == "?" {
		return
	}
	if f.fields[field] == nil {
		f.fields[field], f.bands[field] = &[2]tally{}, &[4]tally{}
	}
	set := 0
	if keptBack(file) {
		set = 1
	}
	right := matches(field, want, got)
	c := &f.fields[field][set]
	switch {
	case want == "" && got != "":
		c.invented++
	case want != "":
		c.all++
		if right {
			c.right++
		}
	}
	if got != "" {
		band := &f.bands[field][bandOf(sure)]
		band.all++
		if right {
			band.right++
		}
	}
	if !right && (set == 0 || *kept) {
		t.Logf("%s: %s %q, the document has %q", file, field, got, want)
	}
}

// bandNames are the bands of confidence in words.
var bandNames = [4]string{"below 0.5", "0.5 to 0.7", "0.7 to 0.9", "0.9 and up"}

// bandFloors are where the bands begin: at least that share of a band must be
// right, or confidence means nothing.
var bandFloors = [4]float64{0, 0.5, 0.7, 0.9}

func bandOf(sure float64) int {
	band := 0
	for i, floor := range bandFloors {
		if sure >= floor {
			band = i
		}
	}
	return band
}

// matches reports whether a value is one of the readings of the table: to the
// letter, but for titles, of which letters and digits count; a twentieth of
// them may differ, as scans have it.
func matches(field, want, got string) bool {
	if field != "title" {
		return want == got
	}
	for _, reading := range strings.Split(want, " || ") {
		a, b := letters(reading), letters(got)
		if distance(a, b)*20 <= len(a) {
			return true
		}
	}
	return false
}

// letters returns the letters and digits of a text in small letters without
// marks.
func letters(text string) []rune {
	var out []rune
	for _, r := range norm.NFKD.String(text) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

// distance is Levenshtein's.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := diagonal
			if x != y {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// print prints a line a field and a line a band of confidence, and fails the test
// where a field falls below its floor.
func (f *figures) print(t *testing.T) {
	t.Helper()
	for _, n := range fieldNames {
		c := f.fields[n.name]
		if c == nil {
			continue
		}
		t.Logf("masthead %s %d/%d kept back %d/%d (read though absent: %d, kept back %d)", n.name, c[0].right, c[0].all, c[1].right, c[1].all, c[0].invented, c[1].invented)
		if all := (tally{right: c[0].right + c[1].right, all: c[0].all + c[1].all}); all.share() < n.floor {
			t.Errorf("%s right in %.3f of the documents, want %.2f", n.name, all.share(), n.floor)
		}
	}
	for _, n := range fieldNames {
		if f.bands[n.name] == nil {
			continue
		}
		for i, band := range f.bands[n.name] {
			if band.all >= 20 && band.share() < bandFloors[i] {
				t.Errorf("%s: of the values with a confidence of %s only %.3f are right", n.name, bandNames[i], band.share())
			}
			if band.all > 0 {
				t.Logf("confidence of %s %s: %.3f right of %d", n.name, bandNames[i], band.share(), band.all)
			}
		}
	}
}

// TestFigures measures every field against the tables written by reading the
// documents.
func TestFigures(t *testing.T) {
	dir := corpus.Path(t, "corpus", "un")
	f := &figures{map[string]*[2]tally{}, map[string]*[4]tally{}}
	wantPrefixes, gotPrefixes := map[string]int{}, map[string]int{}
	for _, row := range readTruth(t) {
		m := masthead.Parse(readPDF(t, filepath.Join(dir, row.file)))
		want, got := row.want(t), symbolsOf(m.Symbols)
		if want == "" && got != "" {
			t.Errorf("%s: symbol %s invented", row.file, got)
		}
		if want == "" || !row.text {
			continue
		}
		wantPrefixes[prefixOf(want)]++
		gotPrefixes[prefixOf(got)]++
		for _, c := range []struct{ field, want, got string }{
			{"symbol", want, got},
			{"date", row.date, string(m.Date)},
			{"distribution", row.distribution, m.Distribution},
			{"language", row.lang, m.Language},
			{"session", row.session, m.Session},
			{"agenda_item", row.head[0], m.AgendaItem},
			{"place", row.head[1], m.Place},
			{"start", row.head[2], string(m.Start)},
			{"end", row.head[3], string(m.End)},
			{"types", row.kind, contentType(m.Types)},
			{"title", row.head[4], m.Title},
			{"job", row.job, m.Job},
		} {
			sure := m.Confidence[c.field]
			if c.field == "end" {
				sure = m.Confidence["start"]
			}
			f.count(t, row.file, c.field, c.want, c.got, sure)
		}
	}
	if diff := cmp.Diff(wantPrefixes, gotPrefixes); diff != "" {
		t.Errorf("documents by prefix (-table +read):\n%s", diff)
	}
	f.print(t)
}

// prefixOf returns the prefix documents are counted by: A/HRC apart from A.
func prefixOf(symbols string) string {
	first, _, _ := strings.Cut(symbols, " | ")
	if strings.HasPrefix(first, "A/HRC/") {
		return "A/HRC"
	}
	head, _, _ := strings.Cut(first, "/")
	return head
}
