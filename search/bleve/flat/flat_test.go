package flat_test

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search/bleve/flat"
)

// write makes a file with a section of each sort.
func write(t testing.TB) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "columns")
	w, err := flat.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w.Bytes("flags", []byte{1, 2, 3})
	w.Uint32s("numbers", []uint32{7, 0, 1 << 31})
	w.Uint64s("bits", []uint64{1 << 63, 5})
	w.Strings("names", flat.NewStrings([]string{"A/79/1", "", "A/79/2", "الجمعية"}))
	w.Strings("none", flat.Strings{})
	w.Uint32s("empty", nil)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// content reads all that write wrote.
func content(f *flat.File) (out []any, err error) {
	take := func(v any, e error) {
		out = append(out, v)
		err = errors.Join(err, e)
	}
	flags, e := f.Bytes("flags")
	take(flags, e)
	numbers, e := f.Uint32s("numbers")
	take(numbers, e)
	bits, e := f.Uint64s("bits")
	take(bits, e)
	names, e := f.Strings("names")
	if e == nil {
		take(names.All(), e)
	} else {
		take(nil, e)
	}
	none, e := f.Strings("none")
	take(none.Len(), e)
	empty, e := f.Uint32s("empty")
	take(len(empty), e)
	return out, err
}

func TestReadsWhatWasWritten(t *testing.T) {
	f, err := flat.Open(write(t))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := content(f)
	if err != nil {
		t.Fatal(err)
	}
	want := []any{[]byte{1, 2, 3}, []uint32{7, 0, 1 << 31}, []uint64{1 << 63, 5}, []string{"A/79/1", "", "A/79/2", "الجمعية"}, 0, 0}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := f.Uint64s("numbers"); !errors.Is(err, flat.ErrDamaged) {
		t.Errorf("numbers of another size: %v", err)
	}
	if _, err := f.Bytes("nothing"); !errors.Is(err, flat.ErrDamaged) {
		t.Errorf("no section: %v", err)
	}
	for range 2 {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestSearchFindsSortedStrings(t *testing.T) {
	s := flat.NewStrings([]string{"", "a", "b", "b", "d"})
	for _, test := range []struct {
		asked string
		at    int
		found bool
	}{{"", 0, true}, {"a", 1, true}, {"b", 2, true}, {"c", 4, false}, {"d", 4, true}, {"e", 5, false}} {
		if at, found := s.Search(test.asked); at != test.at || found != test.found {
			t.Errorf("%q: %d %v, want %d %v", test.asked, at, found, test.at, test.found)
		}
	}
	if !s.Sorted() || flat.NewStrings([]string{"b", "a"}).Sorted() {
		t.Error("sorted is told wrongly")
	}
}

func TestNamesAreChecked(t *testing.T) {
	for _, names := range [][]string{{""}, {"twice", "twice"}, {"a name that is longer than forty bytes are"}} {
		w, err := flat.Create(filepath.Join(t.TempDir(), "columns"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			w.Bytes(name, nil)
		}
		if err := w.Close(); err == nil {
			t.Errorf("%q is written", names)
		}
	}
}

// Every single byte counts: whichever is changed or cut off, the file is refused.
func TestDamageIsFound(t *testing.T) {
	path := write(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	refused := func(what string, at int, data []byte) {
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := flat.Open(path)
		if err == nil {
			f.Close()
		}
		// The bytes of the header that are not used may be anything.
		if unused := what == "flipped" && at >= 40 && at < 64; !errors.Is(err, flat.ErrDamaged) && !unused {
			t.Errorf("%s at %d: %v", what, at, err)
		}
	}
	for at := range whole {
		flipped := append([]byte(nil), whole...)
		flipped[at] ^= 0x10
		refused("flipped", at, flipped)
		refused("cut", at, whole[:at])
	}
	refused("longer", len(whole), append(whole, 0))
}

// Whatever the bytes, with checksums that fit them, reading ends in peace.
func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(write(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:64])
	f.Add([]byte("TRAVFLAT"))
	path := filepath.Join(f.TempDir(), "fuzzed")
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) >= 64 {
			sums := crc32.MakeTable(crc32.Castagnoli)
			binary.LittleEndian.PutUint32(data[32:], crc32.Checksum(data[64:], sums))
			binary.LittleEndian.PutUint32(data[36:], crc32.Checksum(data[:36], sums))
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		file, err := flat.Open(path)
		if err != nil {
			if !errors.Is(err, flat.ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		defer file.Close()
		if _, err := content(file); err != nil && !errors.Is(err, flat.ErrDamaged) {
			t.Fatal(err)
		}
	})
}
