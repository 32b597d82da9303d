package flat

import (
	"bytes"
	"fmt"
	"sort"
	"unsafe"
)

// Strings is a table of strings.
type Strings struct {
	at   []uint32
	text []byte
}

// Strings gives a table of strings.
// Errors: ErrDamaged.
func (f *File) Strings(name string) (Strings, error) {
	at, err := f.Uint32s(name + ".at")
	if err != nil {
		return Strings{}, err
	}
	text, err := f.Bytes(name + ".text")
	if err != nil {
		return Strings{}, err
	}
	if err := Offsets(at, len(text)); err != nil {
		return Strings{}, fmt.Errorf("strings %q: %w", name, err)
	}
	return Strings{at, text}, nil
}

// NewStrings makes a table in memory. Of more than 4 GB none can be written.
func NewStrings(values []string) Strings {
	s := Strings{at: make([]uint32, 1, len(values)+1)}
	for _, v := range values {
		s.text = append(s.text, v...)
		s.at = append(s.at, uint32(len(s.text)))
	}
	return s
}

// Len is the number of strings.
func (s Strings) Len() int { return max(0, len(s.at)-1) }

// Bytes gives a string as a view, which must not be changed and is valid until
// the file is closed.
func (s Strings) Bytes(i uint32) []byte { return s.text[s.at[i]:s.at[i+1]] }

// View gives a string without a copy: it is valid until the file is closed.
func (s Strings) View(i uint32) string {
	b := s.Bytes(i)
	return unsafe.String(unsafe.SliceData(b), len(b))
}

// String gives a copy of a string.
func (s Strings) String(i uint32) string { return string(s.Bytes(i)) }

// All gives copies of all strings.
func (s Strings) All() []string {
	whole := string(s.text)
	out := make([]string, s.Len())
	for i := range out {
		out[i] = whole[s.at[i]:s.at[i+1]]
	}
	return out
}

// Search finds a string in a table that is sorted by its bytes: its place and
// whether it is there; else the place of the first that is greater.
func (s Strings) Search(value string) (int, bool) {
	asked := []byte(value)
	i := sort.Search(s.Len(), func(i int) bool { return bytes.Compare(s.Bytes(uint32(i)), asked) >= 0 })
	return i, i < s.Len() && bytes.Equal(s.Bytes(uint32(i)), asked)
}

// Sorted reports whether no string comes before its forerunner.
func (s Strings) Sorted() bool {
	for i := 1; i < s.Len(); i++ {
		if bytes.Compare(s.Bytes(uint32(i-1)), s.Bytes(uint32(i))) > 0 {
			return false
		}
	}
	return true
}

// Offsets checks that numbers begin with 0, never fall and end with a bound.
// Errors: ErrDamaged.
func Offsets(at []uint32, bound int) error {
	if len(at) == 0 || at[0] != 0 || uint64(at[len(at)-1]) != uint64(bound) {
		return fmt.Errorf("offsets do not reach from 0 to %d: %w", bound, ErrDamaged)
	}
	for i := 1; i < len(at); i++ {
		if at[i] < at[i-1] {
			return fmt.Errorf("offset %d falls: %w", i, ErrDamaged)
		}
	}
	return nil
}
