package flat

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"unsafe"
)

// File is an open file. It may be read from many goroutines.
type File struct {
	data     []byte
	unmap    func() error
	sections map[string]section
}

// Open maps a file, or reads it where files cannot be mapped, and compares it with
// its checksum. Views that it gives are valid until Close.
// Errors: ErrDamaged.
func Open(path string) (*File, error) {
	data, unmap, err := mapFile(path)
	if err != nil {
		return nil, err
	}
	f := &File{data: data, unmap: unmap, sections: map[string]section{}}
	if err := f.check(); err != nil {
		_ = f.Close() // nothing was written to it
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return f, nil
}

// Close gives the mapping back. It may be called twice.
func (f *File) Close() error {
	if f.unmap == nil {
		return nil
	}
	unmap := f.unmap
	f.data, f.unmap, f.sections = nil, nil, nil
	return unmap()
}

// check reads the directory.
func (f *File) check() error {
	if len(f.data) < headerSize || string(f.data[:len(magic)]) != magic {
		return fmt.Errorf("no file of columns: %w", ErrDamaged)
	}
	h := f.data[:headerSize]
	if binary.LittleEndian.Uint32(h[36:]) != crc32.Checksum(h[:36], castagnoli()) {
		return fmt.Errorf("the header is not as it was written: %w", ErrDamaged)
	}
	if v := binary.LittleEndian.Uint32(h[8:]); v != version {
		return fmt.Errorf("version %d of the form, this one reads %d: %w", v, version, ErrDamaged)
	}
	size, n := uint64(len(f.data)), uint64(binary.LittleEndian.Uint32(h[12:]))
	directory := binary.LittleEndian.Uint64(h[24:])
	if binary.LittleEndian.Uint64(h[16:]) != size || n > maxSections || directory < headerSize || directory > size || size-directory != n*entrySize {
		return fmt.Errorf("%d bytes are not what the header tells: %w", size, ErrDamaged)
	}
	if binary.LittleEndian.Uint32(h[32:]) != crc32.Checksum(f.data[headerSize:], castagnoli()) {
		return fmt.Errorf("the bytes are not as they were written: %w", ErrDamaged)
	}
	for entry := f.data[directory:]; len(entry) > 0; entry = entry[entrySize:] {
		s := section{
			name:  strings.TrimRight(string(entry[:nameSize]), "\x00"),
			width: binary.LittleEndian.Uint32(entry[40:]), offset: binary.LittleEndian.Uint64(entry[48:]), count: binary.LittleEndian.Uint64(entry[56:]),
		}
		if err := s.check(directory); err != nil {
			return err
		}
		if _, twice := f.sections[s.name]; twice {
			return fmt.Errorf("section %q is there twice: %w", s.name, ErrDamaged)
		}
		f.sections[s.name] = s
	}
	return nil
}

// check looks whether a section is between the header and the directory.
func (s section) check(directory uint64) error {
	known := s.width == 1 || s.width == 4 || s.width == 8
	if !known || s.offset < headerSize || s.offset%alignment != 0 || s.offset > directory || s.count > (directory-s.offset)/uint64(s.width) {
		return fmt.Errorf("section %q is out of bounds: %w", s.name, ErrDamaged)
	}
	return nil
}

// bytes gives the bytes of a section with elements of a width.
func (f *File) bytes(name string, width uint32) ([]byte, error) {
	s, ok := f.sections[name]
	if !ok || s.width != width {
		return nil, fmt.Errorf("section %q with elements of %d bytes is missing: %w", name, width, ErrDamaged)
	}
	end := s.offset + s.count*uint64(width)
	return f.data[s.offset:end:end], nil
}

// Bytes gives a section of bytes, which must not be changed.
// Errors: ErrDamaged.
func (f *File) Bytes(name string) ([]byte, error) { return f.bytes(name, 1) }

// Uint32s gives a section of numbers, which must not be changed.
// Errors: ErrDamaged.
func (f *File) Uint32s(name string) ([]uint32, error) {
	data, err := f.bytes(name, 4)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	if viewable(data, 4) {
		return unsafe.Slice((*uint32)(unsafe.Pointer(&data[0])), len(data)/4), nil
	}
	out := make([]uint32, len(data)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out, nil
}

// Uint64s gives a section of numbers or of bits, which must not be changed.
// Errors: ErrDamaged.
func (f *File) Uint64s(name string) ([]uint64, error) {
	data, err := f.bytes(name, 8)
	if err != nil || len(data) == 0 {
		return nil, err
	}
	if viewable(data, 8) {
		return unsafe.Slice((*uint64)(unsafe.Pointer(&data[0])), len(data)/8), nil
	}
	out := make([]uint64, len(data)/8)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(data[8*i:])
	}
	return out, nil
}

// viewable reports whether bytes can be taken for numbers as they lie: on
// little-endian machines, where the memory is aligned.
func viewable(data []byte, width uintptr) bool {
	var one [2]byte
	binary.NativeEndian.PutUint16(one[:], 1)
	return one[0] == 1 && uintptr(unsafe.Pointer(&data[0]))%width == 0
}
