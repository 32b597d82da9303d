package zap_test

import (
	"encoding/binary"
	"slices"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"

	"travaux/search/bleve/zap"
)

// Whatever stands in a segment, reading it ends, stays within it and gives no
// entry that the segment does not have.
func FuzzHostileSegment(f *testing.F) {
	numbers, err := roaring.BitmapOf(1, 2, 3, 70).ToBytes()
	if err != nil {
		f.Fatal(err)
	}
	// Frequencies at 40, places at 60, the list itself at 0.
	list := append([]byte{40, 60, byte(len(numbers))}, numbers...)
	list = append(list, make([]byte, 40-len(list))...)
	list = append(list, 1, 8, 3, 9, 2, 9, 3, 9, 3, 9)
	list = append(list, make([]byte, 60-len(list))...)
	list = append(list, 1, 18, 5, 0, 4, 0, 0, 0, 5, 0, 200, 1, 0, 0, 5, 0, 4, 0, 0, 0)
	f.Add(list, uint32(100), uint64(0), uint32(3))
	f.Add(list, uint32(3), uint64(0), uint32(1))
	f.Add([]byte{}, uint32(100), uint64(0x8000000000000005), uint32(5))
	f.Fuzz(func(t *testing.T, data []byte, size uint32, value uint64, step uint32) {
		if len(data) > 1<<12 {
			return
		}
		size %= 1 << 20
		term := zap.TermIn(data, size, nil, value)
		var r zap.Reader
		for r.Open(term, zap.Want(step%4)); ; {
			n, err := r.Next()
			if n == 0 || err != nil {
				break
			}
			for _, entry := range r.Entries[:n] {
				if step%2 == 1 && entry >= size {
					t.Fatalf("entry %d of %d", entry, size)
				}
			}
		}
		var s zap.Seeker
		s.Open(term, true)
		for entry := uint32(0); entry < size; entry += step%1000 + 1 + size/1000 {
			if _, err := s.Seek(entry); err != nil {
				break
			}
		}
		_, _ = term.Count()
		_, _ = term.Among([]uint32{0, 1, step, size})
	})
}

// A list of entries is read as roaring reads it, whatever containers it is kept
// in, whole and by leaps.
func FuzzEntries(f *testing.F) {
	f.Add([]byte("\x01\x00\x02\x00\x03\x00\x09\x00"), uint8(3), true)
	f.Add([]byte("\x01\x00\x02\x00\x03\x00\x09\xff"), uint8(200), false)
	f.Fuzz(func(t *testing.T, data []byte, step uint8, runs bool) {
		const size = 1 << 20
		b := roaring.New()
		at := uint32(0)
		for ; len(data) >= 3; data = data[3:] {
			at = (at + uint32(binary.LittleEndian.Uint16(data))) % size
			end := min(at+uint32(data[2])*uint32(data[2])%9000, size)
			b.AddRange(uint64(at), uint64(end))
			b.Add(at)
		}
		if b.IsEmpty() {
			return
		}
		if runs {
			b.RunOptimize()
		}
		kept, err := b.ToBytes()
		if err != nil {
			t.Fatal(err)
		}
		list := append([]byte{0, 0}, binary.AppendUvarint(nil, uint64(len(kept)))...)
		term := zap.TermIn(append(list, kept...), size, nil, 0)
		var got []uint32
		var r zap.Reader
		for r.Open(term, zap.Entries); ; {
			n, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			if n == 0 {
				break
			}
			got = append(got, r.Entries[:n]...)
		}
		if want := b.ToArray(); !slices.Equal(got, want) {
			t.Fatalf("%d entries, want %d", len(got), len(want))
		}
		var sought, want []uint32
		for entry := uint32(step); entry < size; entry += uint32(step)*97 + 1 {
			sought = append(sought, entry)
			if b.Contains(entry) {
				want = append(want, entry)
			}
		}
		if got, err := term.Among(sought); err != nil || !slices.Equal(got, want) {
			t.Fatalf("%d entries of those sought, want %d: %v", len(got), len(want), err)
		}
	})
}
