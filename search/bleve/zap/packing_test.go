package zap_test

import (
	"encoding/binary"
	"math"
	"slices"
	"testing"

	index "github.com/blevesearch/bleve_index_api"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"travaux/search/bleve/zap"
)

func rising(from uint32, steps ...uint32) []uint32 {
	out := []uint32{from}
	for _, step := range steps {
		from += step
		out = append(out, from)
	}
	return out
}

// The numbers are worked out by hand from the layout that packing.go describes.
func TestPack(t *testing.T) {
	for name, c := range map[string]struct {
		places []uint32
		want   int
		apart  []uint64
	}{
		"first of the text":        {[]uint32{1}, 0b1_0, nil},
		"one place":                {[]uint32{31}, 0b11111_0, nil},
		"the last place there is":  {[]uint32{math.MaxUint32}, math.MaxUint32 << 1, nil},
		"two places":               {[]uint32{3, 5}, 0b1_10_11_0001_1, nil},
		"two words at one place":   {[]uint32{2, 2}, 0b1_00_10_0001_1, nil},
		"three places":             {[]uint32{1, 2, 9}, 0b1_111_001_001_0010_1, nil},
		"sixteen places in a row":  {rising(1, slices.Repeat([]uint32{1}, 15)...), 0b1_1111111111111111_1111_1, nil},
		"seventeen":                {rising(1, slices.Repeat([]uint32{1}, 16)...), 17<<5 | 1, slices.Repeat([]uint64{1}, 16)},
		"two of 28 bits fit":       {[]uint32{1 << 27, 1<<28 - 1}, 1<<61 | (1<<27-1)<<33 | 1<<32 | 0b0001_1, nil},
		"two of 29 bits do not":    {[]uint32{1 << 28, 1<<28 + 1}, 2<<5 | 1, []uint64{1}},
		"eight a hundred words on": {rising(100, slices.Repeat([]uint32{200}, 7)...), 8<<5 | 1, slices.Repeat([]uint64{200}, 7)},
	} {
		t.Run(name, func(t *testing.T) {
			var f index.TokenFreq
			zap.Pack(c.places, &f)
			if f.Frequency() != c.want {
				t.Errorf("%b, want %b", f.Frequency(), c.want)
			}
			var apart []uint64
			for _, l := range f.Locations {
				apart = l.ArrayPositions
			}
			if diff := cmp.Diff(c.apart, apart); diff != "" {
				t.Errorf("kept apart (-want +got):\n%s", diff)
			}
			unpacks(t, c.places, c.places[len(c.places)-1])
		})
	}
}

// What is no packed number tells no place: Bleve's own id field has 1, a keyword 0.
func TestUnpackPlain(t *testing.T) {
	for v, want := range map[uint64]uint32{0: 0, 1: 1} {
		if n, places := zap.Unpack(v, nil); n != want || len(places) > 0 {
			t.Errorf("%d: %d times at %v", v, n, places)
		}
	}
}

func TestPackAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.OneOf(rapid.Uint32Range(0, 3), rapid.Uint32Range(0, 200), rapid.Uint32Range(0, 1<<20))
		places := rising(1+step.Draw(t, "first"), rapid.SliceOfN(step, 0, 40).Draw(t, "steps")...)
		unpacks(t, places, rapid.Uint32Range(1, 1<<20).Draw(t, "length"))
	})
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// unpacks packs places, writes them as Bleve writes a list of two entries, and
// reads them in every way there is.
func unpacks(t failer, places []uint32, length uint32) {
	t.Helper()
	var f index.TokenFreq
	zap.Pack(places, &f)
	if n, got := zap.Unpack(uint64(f.Frequency()), f.Locations); int(n) != len(places) || !slices.Equal(got, places) {
		t.Fatalf("%v: unpacked %d: %v", places, n, got)
	}
	term := zap.TermIn(writtenList(f, length), 100, nil, 0)
	var r zap.Reader
	r.Open(term, zap.Entries|zap.Facts)
	n, err := r.Next()
	if n != 2 || err != nil {
		t.Fatalf("%v: %d entries: %v", places, n, err)
	}
	for i := range n {
		if r.Frequencies[i] != uint32(len(places)) || r.Lengths[i] != length {
			t.Fatalf("%v: read %d of %d terms, want %d", places, r.Frequencies[i], r.Lengths[i], length)
		}
	}
	for _, sought := range [][]uint32{{1}, {2}, {1, 2}} {
		var s zap.Seeker
		s.Open(term, true)
		for _, entry := range sought {
			found, err := s.Seek(entry)
			if !found || err != nil || s.Frequency != uint32(len(places)) || s.Length != length || !slices.Equal(s.Places, places) {
				t.Fatalf("%v: sought %v, found %d of %d terms at %v: %v", places, sought, s.Frequency, s.Length, s.Places, err)
			}
		}
	}
}

// writtenList is a list of the entries 1 and 2 with a term at the same places, as it
// stands in a segment of 100 entries.
func writtenList(f index.TokenFreq, length uint32) []byte {
	v := uint64(f.Frequency()) << 1
	var locations []byte
	for _, l := range f.Locations {
		v |= 1
		one := []byte{0}
		one = binary.AppendUvarint(one, uint64(l.Position))
		one = append(one, 0, 0)
		one = binary.AppendUvarint(one, uint64(len(l.ArrayPositions)))
		for _, step := range l.ArrayPositions {
			one = binary.AppendUvarint(one, step)
		}
		locations = append(binary.AppendUvarint(locations, uint64(len(one))), one...)
	}
	fact := binary.AppendUvarint(binary.AppendUvarint(nil, v), uint64(length))
	const factsAt, entries = 64, 2
	list := append([]byte{factsAt, 0}, 20)
	list = append(list, 0x3a, 0x30, 0, 0, 1, 0, 0, 0, 0, 0, entries-1, 0, 16, 0, 0, 0, 1, 0, 2, 0)
	list = append(list, make([]byte, factsAt-len(list))...)
	list = appendChunk(list, slices.Concat(fact, fact))
	if len(locations) > 0 {
		at := len(list)
		list = appendChunk(list, slices.Concat(locations, locations))
		// The rest of the head moves up where the address takes two bytes.
		head := binary.AppendUvarint([]byte{factsAt}, uint64(at))
		copy(list, append(head, slices.Clone(list[2:factsAt-1])...))
	}
	return list
}

func appendChunk(list, chunk []byte) []byte {
	list = binary.AppendUvarint(append(list, 1), uint64(len(chunk)))
	return append(list, chunk...)
}

func FuzzPack(f *testing.F) {
	f.Add([]byte{1}, uint32(1))
	f.Add([]byte{3, 0, 255, 7, 7, 7}, uint32(300))
	f.Fuzz(func(t *testing.T, data []byte, length uint32) {
		if len(data) == 0 || len(data) > 200 {
			return
		}
		var steps []uint32
		for _, b := range data {
			steps = append(steps, uint32(b)*uint32(b)*uint32(b)/64)
		}
		unpacks(t, rising(1+steps[0], steps[1:]...), max(1, length))
	})
}

// Whatever number stands there, it gives at most as many places as it tells.
func FuzzUnpack(f *testing.F) {
	f.Add(uint64(1)<<62 - 1)
	f.Add(uint64(0b11111))
	f.Fuzz(func(t *testing.T, v uint64) {
		n, places := zap.Unpack(v>>2, nil)
		if len(places) > int(n) || !slices.IsSorted(places) {
			t.Fatalf("%b: %d times at %v", v>>2, n, places)
		}
	})
}
