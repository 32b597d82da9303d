package bleve

import (
	"math/bits"

	"github.com/RoaringBitmap/roaring/v2"
)

const wordBits = 64

// bitset is a set of ordinals below a bound, one bit each: where a tenth of all
// is a member it is smaller than a list and quicker than a roaring bitmap.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+wordBits-1)/wordBits) }

// roaring gives the members as a bitmap of its own.
func (b bitset) roaring() *roaring.Bitmap { return roaring.FromDense(b, true) }

func (b bitset) set(i uint32) { b[i/wordBits] |= 1 << (i % wordBits) }

func (b bitset) has(i uint32) bool { return b[i/wordBits]>>(i%wordBits)&1 != 0 }

// setRange adds [first, last).
func (b bitset) setRange(first, last uint32) {
	if first >= last {
		return
	}
	i, j := first/wordBits, (last-1)/wordBits
	low, high := ^uint64(0)<<(first%wordBits), ^uint64(0)>>(wordBits-1-(last-1)%wordBits)
	if i == j {
		b[i] |= low & high
		return
	}
	b[i] |= low
	for k := i + 1; k < j; k++ {
		b[k] = ^uint64(0)
	}
	b[j] |= high
}

// count counts the members.
func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// countRange counts the members in [first, last).
func (b bitset) countRange(first, last uint32) int {
	if first >= last {
		return 0
	}
	i, j := first/wordBits, (last-1)/wordBits
	low, high := ^uint64(0)<<(first%wordBits), ^uint64(0)>>(wordBits-1-(last-1)%wordBits)
	if i == j {
		return bits.OnesCount64(b[i] & low & high)
	}
	n := bits.OnesCount64(b[i]&low) + bits.OnesCount64(b[j]&high)
	for _, w := range b[i+1 : j] {
		n += bits.OnesCount64(w)
	}
	return n
}

// or adds another's members; both are of the same bound.
func (b bitset) or(other bitset) {
	for i, w := range other {
		b[i] |= w
	}
}

// and keeps what another has as well.
func (b bitset) and(other bitset) {
	for i, w := range other {
		b[i] &= w
	}
}

// both gives what is in two sets, either of which may be nil for none. It writes
// over the first.
func (b bitset) both(other bitset) bitset {
	if b == nil || other == nil {
		return nil
	}
	b.and(other)
	return b
}

// andNot takes out what another has.
func (b bitset) andNot(other bitset) {
	for i, w := range other {
		b[i] &^= w
	}
}

// add adds ordinals, those that are none left out.
func (b bitset) add(ordinals []uint32) {
	for _, o := range ordinals {
		if o != none {
			b.set(o)
		}
	}
}

// each calls visit with every member, in order.
func (b bitset) each(visit func(uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			visit(uint32(i*wordBits + bits.TrailingZeros64(w)))
		}
	}
}

// ranks gives, for each word, the number of members before it.
func (b bitset) ranks() []uint32 {
	out, total := make([]uint32, len(b)), 0
	for i, w := range b {
		out[i] = uint32(total)
		total += bits.OnesCount64(w)
	}
	return out
}
