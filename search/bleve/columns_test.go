package bleve_test

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/enginetest"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// columnsOf is the file of columns of a generation.
func columnsOf(dir, generation string) string {
	return filepath.Join(dir, generation, "columns.flat")
}

// seal gives a changed file of columns the checksums of its bytes.
func seal(data []byte) {
	sums := crc32.MakeTable(crc32.Castagnoli)
	binary.LittleEndian.PutUint32(data[32:], crc32.Checksum(data[64:], sums))
	binary.LittleEndian.PutUint32(data[36:], crc32.Checksum(data[:36], sums))
}

// Columns are those of the entries, whatever was put, changed and dropped before:
// Verify makes them again and compares.
func TestColumnsAreThoseOfTheEntries(t *testing.T) {
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 1))
		dir := t.TempDir()
		renditions := enginetest.Synthetic(40, seed)
		live := map[un.RenditionKey]bool{}
		for range 6 {
			w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
			if err != nil {
				t.Fatal(err)
			}
			for range 5 {
				if err := w.Apply(context.Background(), randomChange(random, renditions, live)); err != nil {
					t.Fatal(err)
				}
			}
			if _, err := w.Publish(context.Background()); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			if _, err := bleve.Verify(dir); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
		}
		status, err := open(t, dir).Status(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		documents := map[string]bool{}
		for k := range live {
			documents[k.Document] = true
		}
		if status.Documents != len(documents) {
			t.Errorf("seed %d: %d documents, want %d", seed, status.Documents, len(documents))
		}
	}
}

// randomChange puts some renditions, cut short at random, and drops some.
func randomChange(random *rand.Rand, renditions []un.Rendition, live map[un.RenditionKey]bool) search.Change {
	var c search.Change
	taken := map[un.RenditionKey]bool{}
	for range 1 + random.IntN(6) {
		r := renditions[random.IntN(len(renditions))]
		if taken[r.Key()] {
			continue
		}
		taken[r.Key()] = true
		if live[r.Key()] && random.IntN(3) == 0 {
			c.Drop = append(c.Drop, r.Key())
			delete(live, r.Key())
			continue
		}
		r.Passages = r.Passages[:random.IntN(len(r.Passages)+1)]
		c.Put = append(c.Put, r)
		live[r.Key()] = true
	}
	return c
}

// Columns that disagree with their entries are found by Verify, though all
// checksums fit.
func TestVerifyFindsOtherColumns(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft and fraud.")))
	publish(t, other, change(rendition(t, "A/79/2", "en", "Theft and fraud.")))
	data, err := os.ReadFile(columnsOf(other, "gen-000001"))
	if err != nil {
		t.Fatal(err)
	}
	replaceFile(t, dir, "columns.flat", data)
	if _, err := bleve.Verify(dir); !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "not those of its entries") {
		t.Errorf("verify: %v", err)
	}
}

func sha256Of(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// replaceFile puts other bytes in place of a file of the first generation, and
// tells its manifest.
func replaceFile(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, "gen-000001", name)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	manifest := filepath.Join(dir, "gen-000001", "manifest.json")
	text, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.ReplaceAll(string(text), sha256Of(before), sha256Of(data))
	changed = strings.ReplaceAll(changed, fmt.Sprintf(`"size": %d,`, len(before)), fmt.Sprintf(`"size": %d,`, len(data)))
	if err := errors.Join(os.WriteFile(path, data, 0o644), os.WriteFile(manifest, []byte(changed), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedColumnsAreNotServed(t *testing.T) {
	for _, test := range []struct {
		name   string
		damage func(data []byte) []byte
	}{
		{"missing", func([]byte) []byte { return nil }},
		{"short", func(data []byte) []byte { return data[:len(data)-1] }},
		{"empty", func([]byte) []byte { return []byte{} }},
		{"header", func(data []byte) []byte { data[0] ^= 1; return data }},
		{"middle", func(data []byte) []byte { data[len(data)/2] ^= 1; return data }},
		{"end", func(data []byte) []byte { data[len(data)-1] ^= 1; return data }},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
			publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
			path := columnsOf(dir, "gen-000002")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if data = test.damage(data); data == nil {
				err = os.Remove(path)
			} else {
				err = os.WriteFile(path, data, 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
			e := open(t, dir)
			if generation, note := notice(t, e); generation != "gen-000001" || !strings.Contains(note, "gen-000002, is damaged") {
				t.Errorf("%s is served, notice %q", generation, note)
			}
			if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Columns of another index are refused: numbers of entries would mean others.
func TestColumnsOfAnotherIndexAreRefused(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.", "Fraud.")))
	former, err := os.ReadFile(columnsOf(dir, "gen-000001"))
	if err != nil {
		t.Fatal(err)
	}
	// The same number of passages, in other segments.
	publish(t, dir, search.Change{Put: []un.Rendition{rendition(t, "A/79/1", "en", "Theft.", "Fraud, again.")}})
	data, err := os.ReadFile(columnsOf(dir, "gen-000002"))
	if err != nil {
		t.Fatal(err)
	}
	if len(data) != len(former) {
		t.Fatalf("%d and %d bytes: the sizes alone tell them apart", len(data), len(former))
	}
	if err := os.WriteFile(columnsOf(dir, "gen-000002"), former, 0o644); err != nil {
		t.Fatal(err)
	}
	if generation, _ := notice(t, open(t, dir)); generation != "gen-000001" {
		t.Errorf("%s is served", generation)
	}
}

// section gives the bytes of a section of a file of columns.
func section(t *testing.T, data []byte, name string, width int) []byte {
	t.Helper()
	for entry := data[binary.LittleEndian.Uint64(data[24:]):]; len(entry) > 0; entry = entry[64:] {
		if strings.TrimRight(string(entry[:40]), "\x00") == name {
			from, n := binary.LittleEndian.Uint64(entry[48:]), binary.LittleEndian.Uint64(entry[56:])
			return data[from : from+n*uint64(width)]
		}
	}
	t.Fatalf("no section %s", name)
	return nil
}

// Numbers within their bounds that contradict one another are refused too.
func TestColumnsThatContradictThemselvesAreRefused(t *testing.T) {
	swap := func(a, b []byte) {
		former := string(a)
		copy(a, b)
		copy(b, former)
	}
	for _, test := range []struct {
		section string
		width   int
		change  func(data []byte)
	}{
		{"passage.entry", 4, func(data []byte) { swap(data[:4], data[4:8]) }},
		{"entry.rendition", 4, func(data []byte) { clear(data) }},
		{"names.text", 1, func(data []byte) { data[0] = 'z' }},
		{"rendition.passages", 4, func(data []byte) { data[4]++ }},
		{"lang.of.at", 4, func(data []byte) { data[4] = 0xff }},
	} {
		t.Run(test.section, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, search.Change{Put: enginetest.Synthetic(12, 3)})
			path := columnsOf(dir, "gen-000001")
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			test.change(section(t, data, test.section, test.width))
			seal(data)
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := bleve.Open(dir, bleve.Config{}); !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "damaged columns") {
				t.Errorf("open: %v", err)
			}
		})
	}
}

// Whatever the numbers in columns, with checksums that fit them: they are refused,
// or searches end in peace.
func FuzzColumns(f *testing.F) {
	dir := f.TempDir()
	publish(f, dir, search.Change{Put: enginetest.Synthetic(12, 3)})
	path := columnsOf(dir, "gen-000001")
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{0, 100, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, changes []byte) {
		data := append([]byte(nil), whole...)
		for ; len(changes) >= 6; changes = changes[6:] {
			at := int(binary.LittleEndian.Uint16(changes)) * 4 % (len(data) - 4)
			copy(data[at:], changes[2:6])
		}
		seal(data)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		e, err := bleve.Open(dir, bleve.Config{})
		if err != nil {
			return
		}
		defer e.Close()
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			for _, filters := range []map[string][]string{nil, {"kind": {"lesson"}, "year": {"2010.."}, "lang": {"en"}}} {
				// Errors are answers: an entry may not be what columns say.
				_, _ = e.Search(context.Background(), search.Plan{
					Tree: query.Word{Text: "theft"}, View: view, Facets: schema.Facets(), Filters: filters, Limit: 10, Language: "en",
				})
			}
		}
		_, _ = e.Renditions(context.Background(), "A/79/1")
		_, _ = e.Family(context.Background(), "A/79/1")
	})
}
