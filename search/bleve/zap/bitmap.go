package zap

import (
	"encoding/binary"
	"math/bits"
)

// The form in which roaring bitmaps are written:
// https://github.com/RoaringBitmap/RoaringFormatSpec
const (
	withRuns       = 12347
	withoutRuns    = 12346
	offsetsFrom    = 4 // containers: with runs and fewer there are no offsets
	arrayMax       = 4096
	bitmapBytes    = 8192
	containerRange = 1 << 16
)

// bitmap is a roaring bitmap as it is written. Its containers, of up to 65,536
// numbers each, stand one behind the other.
type bitmap struct {
	heads      []byte // key and cardinality less one of every container, 2 bytes each
	runs       []byte // a bit a container: whether it holds runs; nil for none
	containers []byte
}

func parseBitmap(data []byte) (b bitmap, err error) {
	if len(data) < 8 {
		return b, ErrDamaged
	}
	cookie := binary.LittleEndian.Uint32(data)
	n, at := 0, 4
	switch {
	case cookie == withoutRuns:
		n, at = int(binary.LittleEndian.Uint32(data[4:])), 8
	case cookie&0xffff == withRuns:
		n = int(cookie>>16) + 1
		flags := (n + 7) / 8
		if len(data) < at+flags {
			return b, ErrDamaged
		}
		b.runs = data[at : at+flags]
		at += flags
	default:
		return b, ErrDamaged
	}
	if n > containerRange || len(data) < at+4*n {
		return b, ErrDamaged
	}
	b.heads = data[at : at+4*n]
	at += 4 * n
	if b.runs == nil || n >= offsetsFrom {
		at += 4 * n
	}
	if len(data) < at {
		return b, ErrDamaged
	}
	b.containers = data[at:]
	return b, nil
}

// cardinality counts the numbers without reading them.
func (b bitmap) cardinality() int {
	n := 0
	for i := 0; i < len(b.heads); i += 4 {
		n += int(binary.LittleEndian.Uint16(b.heads[i+2:])) + 1
	}
	return n
}

// The kinds of container.
const (
	arrayKind = iota
	bitmapKind
	runKind
)

// cursor goes through a bitmap's numbers in order.
type cursor struct {
	bitmap
	container int    // number of the next container
	rest      []byte // containers from the next on
	kind      int
	high      uint32
	current   []byte // what is left to read of the current one
	// word are the bits left of a bitmap's current word, next is the first number
	// of the word behind it.
	word uint64
	next uint32
	// run is the next number of a run, left how many more it has.
	run, left uint32
}

func newCursor(b bitmap) cursor { return cursor{bitmap: b, rest: b.containers} }

// open goes to the next container; it is false after the last, or where bytes
// are wanting.
func (c *cursor) open() bool {
	if 4*c.container >= len(c.heads) {
		return false
	}
	head := c.heads[4*c.container:]
	c.high = uint32(binary.LittleEndian.Uint16(head)) << 16
	card := int(binary.LittleEndian.Uint16(head[2:])) + 1
	size := bitmapBytes
	switch {
	case c.runs != nil && c.runs[c.container/8]>>(c.container%8)&1 != 0:
		c.kind = runKind
		if len(c.rest) < 2 {
			return false
		}
		size = 4 * int(binary.LittleEndian.Uint16(c.rest))
		c.rest = c.rest[2:]
	case card <= arrayMax:
		c.kind, size = arrayKind, 2*card
	default:
		c.kind = bitmapKind
	}
	if len(c.rest) < size {
		return false
	}
	c.current, c.rest = c.rest[:size], c.rest[size:]
	c.word, c.next, c.left = 0, c.high, 0
	c.container++
	return true
}

// fill reads the next numbers, adding first to each; fewer than there is room
// for only at the end.
func (c *cursor) fill(out []uint32, first uint32) int {
	n := 0
	for {
		switch c.kind {
		case arrayKind:
			n += c.fillArray(out[n:], first+c.high)
		case bitmapKind:
			n += c.fillBitmap(out[n:], first)
		case runKind:
			n += c.fillRuns(out[n:], first)
		}
		if n == len(out) || !c.open() {
			return n
		}
	}
}

func (c *cursor) fillArray(out []uint32, add uint32) int {
	n := min(len(out), len(c.current)/2)
	in := c.current[:2*n]
	for i := range out[:n] {
		out[i] = add + uint32(binary.LittleEndian.Uint16(in[2*i:]))
	}
	c.current = c.current[2*n:]
	return n
}

func (c *cursor) fillBitmap(out []uint32, first uint32) int {
	n, word, next, in := 0, c.word, c.next, c.current
	for n < len(out) {
		for word == 0 && len(in) >= 8 {
			word = binary.LittleEndian.Uint64(in)
			in = in[8:]
			next += 64
		}
		if word == 0 {
			break
		}
		for base := first + next - 64; word != 0 && n < len(out); n++ {
			out[n] = base + uint32(bits.TrailingZeros64(word))
			word &= word - 1
		}
	}
	c.word, c.next, c.current = word, next, in
	return n
}

func (c *cursor) fillRuns(out []uint32, first uint32) int {
	n := 0
	for n < len(out) {
		if c.left == 0 {
			if len(c.current) < 4 {
				break
			}
			c.run = c.high + uint32(binary.LittleEndian.Uint16(c.current))
			c.left = uint32(binary.LittleEndian.Uint16(c.current[2:])) + 1
			c.current = c.current[4:]
		}
		for ; c.left > 0 && n < len(out); c.left-- {
			out[n] = first + c.run
			c.run++
			n++
		}
	}
	return n
}
