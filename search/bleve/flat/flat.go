// Package flat keeps arrays of numbers and tables of strings in one file that is
// mapped, not read: opening costs a look at every byte, no memory and no decoding.
//
//	w, err := flat.Create(path)
//	w.Uint32s("rendition", renditions)
//	w.Strings("names", flat.NewStrings(names))
//	err = w.Close()
//
//	f, err := flat.Open(path)
//	renditions, err := f.Uint32s("rendition") // a view, valid until f.Close
//
// # The form
//
// All numbers are little-endian. A file begins with a header of 64 bytes:
//
//	 0  magic "TRAVFLAT"
//	 8  uint32  version of the form, 1
//	12  uint32  number of sections
//	16  uint64  size of the file
//	24  uint64  offset of the directory, which reaches to the end of the file
//	32  uint32  CRC-32C of all behind the header
//	36  uint32  CRC-32C of the header before this field
//
// The sections follow, each at an offset that 64 divides, with zeros between them. The
// directory has 64 bytes a section:
//
//	 0  name, filled up with zeros to 40 bytes
//	40  uint32  size of an element: 1, 4 or 8
//	44  uint32  0
//	48  uint64  offset
//	56  uint64  number of elements
//
// A table of n strings is two sections: NAME.at has n+1 offsets (4 bytes each)
// into the bytes of NAME.text.
package flat

import (
	"errors"
	"hash/crc32"
)

const (
	magic      = "TRAVFLAT"
	version    = 1
	headerSize = 64
	entrySize  = 64
	nameSize   = 40
	alignment  = 64
	// maxSections bounds the directory of a file that is read.
	maxSections = 1 << 12
)

// ErrDamaged means that a file is not as it was written, or not one of ours.
var ErrDamaged = errors.New("damaged columns")

func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }

// section is one entry of the directory.
type section struct {
	name   string
	width  uint32
	offset uint64
	count  uint64
}

// aligned is the next multiple of the alignment.
func aligned(n uint64) uint64 { return (n + alignment - 1) / alignment * alignment }
