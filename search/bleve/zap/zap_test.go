package zap_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	bleveindex "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/simple"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/google/go-cmp/cmp"

	"travaux/search/bleve/zap"
)

// posting is what is read of a term in one entry.
type posting struct {
	Entry, Frequency, Length uint32
	Places                   []uint32
}

func (p posting) equal(q posting) bool {
	return p.Entry == q.Entry && p.Frequency == q.Frequency && p.Length == q.Length && slices.Equal(p.Places, q.Places)
}

// collection is an index that is being written.
type collection struct {
	bleveindex.Index
	random *rand.Rand
	words  *rand.Zipf
}

func create(t testing.TB) *collection {
	t.Helper()
	m := bleveindex.NewIndexMapping()
	m.DefaultMapping = bleveindex.NewDocumentDisabledMapping()
	idx, err := bleveindex.NewUsing(filepath.Join(t.TempDir(), "index"), m, scorch.Name, scorch.Name, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { idx.Close() })
	random := rand.New(rand.NewPCG(1, 2))
	return &collection{idx, random, rand.NewZipf(random, 1.1, 5, 1000)}
}

// put writes entries [from, to) in one batch, a segment of its own.
func (c *collection) put(t testing.TB, from, to int) {
	t.Helper()
	analyzer := c.Mapping().AnalyzerNamed(simple.Name)
	batch := c.NewBatch()
	for i := from; i < to; i++ {
		d := document.NewDocument(fmt.Sprintf("entry-%d", i))
		text := c.text(i)
		d.AddField(&packedField{TextField: document.NewTextFieldCustom("text", nil, []byte(text), index.IndexField|index.IncludeTermVectors, analyzer)})
		d.AddField(document.NewTextFieldCustom(plainly("text"), nil, []byte(text), index.IndexField|index.IncludeTermVectors, analyzer))
		d.AddField(document.NewTextFieldCustom("key", nil, fmt.Append(nil, "k", i%7), index.IndexField|index.SkipFreqNorm, nil))
		d.AddField(document.NewTextFieldCustom("kept", nil, []byte("stored only"), index.StoreField, nil))
		if err := batch.IndexAdvanced(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.Batch(batch); err != nil {
		t.Fatal(err)
	}
}

// packedField is a text whose places are packed.
type packedField struct {
	*document.TextField
	frequencies index.TokenFrequencies
}

func (f *packedField) Options() index.FieldIndexingOptions { return index.IndexField }

func (f *packedField) AnalyzedTokenFrequencies() index.TokenFrequencies {
	if f.frequencies == nil {
		f.frequencies = index.TokenFrequencies{}
		for term, as := range f.TextField.AnalyzedTokenFrequencies() {
			var places []uint32
			for _, l := range as.Locations {
				places = append(places, uint32(l.Position))
			}
			f.frequencies[term] = &index.TokenFreq{}
			zap.Pack(places, f.frequencies[term])
		}
	}
	return f.frequencies
}

// plainly is where Bleve keeps in its own way what a field holds: the texts are
// indexed twice.
func plainly(field string) string {
	if field == "text" {
		return "plain text"
	}
	return field
}

// text makes a text with words in all, in most, in some and in one of the
// entries, some of them hundreds of times.
func (c *collection) text(i int) string {
	text := fmt.Sprintf("every one%s ", letters(i/10*10))
	for range c.random.IntN(6) {
		text += "often "
	}
	for range 2 + c.random.IntN(40) {
		text += "w" + letters(int(c.words.Uint64())) + " "
	}
	if i%500 == 3 {
		for range 400 {
			text += "heap dup "
		}
	}
	return text
}

func letters(n int) string {
	out := []byte{}
	for ; n > 0; n /= 26 {
		out = append(out, byte('a'+n%26))
	}
	return string(out)
}

func (c *collection) remove(t testing.TB, entries ...int) {
	t.Helper()
	batch := c.NewBatch()
	for _, i := range entries {
		batch.Delete(fmt.Sprintf("entry-%d", i))
	}
	if err := c.Batch(batch); err != nil {
		t.Fatal(err)
	}
}

func (c *collection) merge(t testing.TB) {
	t.Helper()
	advanced, err := c.Advanced()
	if err != nil {
		t.Fatal(err)
	}
	if err := advanced.(*scorch.Scorch).ForceMerge(context.Background(), &mergeplan.SingleSegmentMergePlanOptions); err != nil {
		t.Fatal(err)
	}
}

func (c *collection) snapshot(t testing.TB) *scorch.IndexSnapshot {
	t.Helper()
	advanced, err := c.Advanced()
	if err != nil {
		t.Fatal(err)
	}
	r, err := advanced.Reader()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r.(*scorch.IndexSnapshot)
}

// several is an index of several segments with deletions, one of them merged of
// others.
func several(t testing.TB) *collection {
	c := create(t)
	c.put(t, 0, 2500)
	c.put(t, 2500, 6000)
	c.remove(t, 7, 8, 9, 2600)
	c.merge(t)
	c.put(t, 6000, 6900)
	c.put(t, 6900, 6901)
	c.remove(t, 0, 64, 65, 5999, 6100, 6101)
	return c
}

// byBleve reads through Bleve's own iterators what Bleve keeps of a term.
func byBleve(t testing.TB, s *scorch.IndexSnapshot, field, term string) (out []posting) {
	t.Helper()
	tfr, err := s.TermFieldReader(context.Background(), []byte(term), plainly(field), true, true, true)
	if err != nil {
		t.Fatal(err)
	}
	defer tfr.Close()
	for {
		d, err := tfr.Next(nil)
		if err != nil {
			t.Fatal(err)
		}
		if d == nil {
			return out
		}
		p := posting{Entry: uint32(d.ID.Value()), Frequency: uint32(d.Freq)}
		if d.Freq > 0 {
			p.Length = uint32(1/(d.Norm*d.Norm) + 0.5)
		}
		for _, v := range d.Vectors {
			p.Places = append(p.Places, uint32(v.Pos))
		}
		out = append(out, p)
	}
}

// read reads a term a block at a time, its places by seeking every entry.
func read(t testing.TB, x *zap.Index, field, text string) (out []posting) {
	t.Helper()
	term, err := x.Field(field).Term(text)
	if err != nil {
		t.Fatal(err)
	}
	var r, facts zap.Reader
	var s zap.Seeker
	r.Open(term, zap.Entries|zap.Facts)
	facts.Open(term, zap.Facts)
	s.Open(term, true)
	for {
		n, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if alone, err := facts.Next(); alone != n || err != nil || facts.Frequencies != r.Frequencies || facts.Lengths != r.Lengths {
			t.Fatalf("%s %q: %d postings are not %d read without their entries: %v", field, text, n, alone, err)
		}
		if n == 0 {
			break
		}
		for i, entry := range r.Entries[:n] {
			found, err := s.Seek(entry)
			if err != nil || !found {
				t.Fatalf("%s %q: entry %d is not found: %v", field, text, entry, err)
			}
			if again, err := s.Seek(entry); !again || err != nil {
				t.Fatalf("%s %q: entry %d is not found again: %v", field, text, entry, err)
			}
			if s.Frequency != r.Frequencies[i] || s.Length != r.Lengths[i] {
				t.Fatalf("%s %q: entry %d has %d of %d terms, when sought %d of %d", field, text, entry, r.Frequencies[i], r.Lengths[i], s.Frequency, s.Length)
			}
			out = append(out, posting{entry, r.Frequencies[i], r.Lengths[i], slices.Clone(s.Places)})
		}
	}
	if n, err := term.Count(); n != len(out) || err != nil {
		t.Errorf("%s %q: counted %d of %d entries: %v", field, text, n, len(out), err)
	}
	return out
}

func TestReadsAsBleveDoes(t *testing.T) {
	snapshot := several(t).snapshot(t)
	x := zap.Open(snapshot)
	if !x.Raw() {
		t.Error("segments are read through Bleve")
	}
	compare(t, snapshot, x)
}

// A segment of a form that is not known is read through Bleve, with the same
// outcome.
func TestReadsThroughBleve(t *testing.T) {
	snapshot := several(t).snapshot(t)
	x := zap.OpenThroughBleve(snapshot)
	if x.Raw() {
		t.Error("segments of an unknown form are read")
	}
	compare(t, snapshot, x)
	found, err := x.Field("text").Prefix("oft", func([]byte) (bool, error) { return true, nil })
	if err != nil || len(found) != 1 || found[0].Text() != "often" {
		t.Fatalf("found %v: %v", found, err)
	}
	n, err := found[0].Count()
	if want := len(byBleve(t, snapshot, "text", "often")); n != want || err != nil {
		t.Errorf("%d entries, want %d: %v", n, want, err)
	}
	entries := []uint32{1, 2, 3, 5000}
	var want []uint32
	for _, p := range byBleve(t, snapshot, "text", "often") {
		if slices.Contains(entries, p.Entry) {
			want = append(want, p.Entry)
		}
	}
	if got, err := found[0].Among(entries); err != nil || !slices.Equal(got, want) {
		t.Errorf("among: %v, want %v: %v", got, want, err)
	}
}

func compare(t *testing.T, snapshot *scorch.IndexSnapshot, x *zap.Index) {
	t.Helper()
	if n := len(snapshot.Segments()); n < 3 {
		t.Fatalf("%d segments", n)
	}
	longest := 0
	for _, field := range []string{"text", "key", "_id", "kept", "none"} {
		for i, term := range append(terms(t, snapshot, field), "nothing", "") {
			if field == "_id" && i%50 != 0 {
				continue
			}
			want, got := byBleve(t, snapshot, field, term), read(t, x, field, term)
			longest = max(longest, len(got))
			if !slices.EqualFunc(want, got, posting.equal) {
				t.Fatalf("%s %q (-Bleve +zap):\n%s", field, term, cmp.Diff(want, got))
			}
		}
	}
	if longest < 4096 {
		t.Errorf("the longest list has %d entries: no bitmap, few chunks", longest)
	}
}

func terms(t *testing.T, s *scorch.IndexSnapshot, field string) (out []string) {
	t.Helper()
	dict, err := s.FieldDict(field)
	if err != nil {
		t.Fatal(err)
	}
	defer dict.Close()
	for {
		entry, err := dict.Next()
		if err != nil {
			t.Fatal(err)
		}
		if entry == nil {
			return out
		}
		out = append(out, entry.Term)
	}
}

// Entries that are sought far apart are found over chunks that are leapt over.
func TestSeekLeaps(t *testing.T) {
	snapshot := several(t).snapshot(t)
	x := zap.Open(snapshot)
	random := rand.New(rand.NewPCG(3, 4))
	for _, text := range []string{"every", "often", "heap", "wa", "wb"} {
		want := map[uint32]posting{}
		for _, p := range byBleve(t, snapshot, "text", text) {
			want[p.Entry] = p
		}
		term, err := x.Field("text").Term(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range []int{1, 3, 40, 700, 3000} {
			var s zap.Seeker
			s.Open(term, step%2 == 1)
			for entry := uint32(0); entry < 7000; entry += uint32(1 + random.IntN(step)) {
				found, err := s.Seek(entry)
				if err != nil {
					t.Fatal(err)
				}
				p, ok := want[entry]
				if !found {
					if ok {
						t.Fatalf("%s: entry %d is not found", text, entry)
					}
					continue
				}
				if !ok {
					continue // deleted ones are nobody's to seek
				}
				if s.Frequency != p.Frequency || s.Length != p.Length || step%2 == 1 && !slices.Equal(s.Places, p.Places) {
					t.Fatalf("%s: entry %d has %d, %d, %v; want %v", text, entry, s.Frequency, s.Length, s.Places, p)
				}
			}
		}
	}
}

func TestDictionary(t *testing.T) {
	snapshot := several(t).snapshot(t)
	text := zap.Open(snapshot).Field("text")
	all := func([]byte) (bool, error) { return true, nil }
	for name, c := range map[string]struct {
		walk func() ([]zap.Term, error)
		want func(string) bool
	}{
		"prefix": {func() ([]zap.Term, error) { return text.Prefix("wa", all) }, func(s string) bool { return strings.HasPrefix(s, "wa") }},
		"all":    {func() ([]zap.Term, error) { return text.Prefix("", all) }, func(string) bool { return true }},
		"kept": {func() ([]zap.Term, error) {
			return text.Prefix("w", func(b []byte) (bool, error) { return len(b) == 2, nil })
		}, func(s string) bool { return len(s) == 2 && s[0] == 'w' }},
		"fuzzy": {func() ([]zap.Term, error) { return text.Fuzzy("evary", 1, all) }, func(s string) bool { return s == "every" }},
		"far":   {func() ([]zap.Term, error) { return text.Fuzzy("evray", 2, all) }, func(s string) bool { return s == "every" }},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := c.walk()
			if err != nil {
				t.Fatal(err)
			}
			counts := map[string]int{}
			for _, term := range found {
				if counts[term.Text()], err = term.Count(); err != nil {
					t.Fatal(err)
				}
			}
			want := map[string]int{}
			for _, term := range terms(t, snapshot, "text") {
				if c.want(term) {
					want[term] = len(byBleve(t, snapshot, "text", term))
				}
			}
			if diff := cmp.Diff(want, counts); diff != "" || len(want) == 0 || len(found) != len(want) {
				t.Errorf("%d terms (-Bleve +zap):\n%s", len(found), diff)
			}
		})
	}
	if _, err := text.Fuzzy("every", 3, all); err == nil {
		t.Error("a distance of 3 letters is taken")
	}
	ended := errors.New("ended")
	if _, err := text.Prefix("w", func([]byte) (bool, error) { return false, ended }); !errors.Is(err, ended) {
		t.Errorf("error %v", err)
	}
}

func TestAmong(t *testing.T) {
	snapshot := several(t).snapshot(t)
	x := zap.Open(snapshot)
	random := rand.New(rand.NewPCG(5, 6))
	for _, text := range []string{"every", "often", "heap", "wa", "one", "nothing"} {
		holds := map[uint32]bool{}
		for _, p := range byBleve(t, snapshot, "text", text) {
			holds[p.Entry] = true
		}
		live := byBleve(t, snapshot, "text", "every")
		term, err := x.Field("text").Term(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range []int{1, 2, 30, 900} {
			var entries, want []uint32
			for i := 0; i < len(live); i += 1 + random.IntN(step) {
				entries = append(entries, live[i].Entry)
				if holds[live[i].Entry] {
					want = append(want, live[i].Entry)
				}
			}
			got, err := term.Among(entries)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%s: %d of %d entries, want %d: %v", text, len(got), len(entries), len(want), err)
			}
		}
	}
}
