package zap

import (
	"encoding/binary"
	"math/bits"

	index "github.com/blevesearch/bleve_index_api"
)

// Bleve keeps a place as six numbers, of which one says anything, in a list apart
// from the frequencies. Places are kept in the number that stands for the frequency
// instead. It has at most 62 bits, for Bleve doubles it and writes it seven bits a
// byte:
//
//	bit 0 = 0             the term stands once; the bits above are its place
//	bit 0 = 1, bits 1-4   c: the term stands c+1 times (2 to 16); the bits above are
//	                      c+1 numbers of equal width, the lowest first, and a 1 that
//	                      tells where they end: the first place and the steps from
//	                      each place to the next, a step of 0 for two at one place
//	bits 0-4 = 00001      the bits above are how often the term stands; what does not
//	                      fit is a location of Bleve's, with the first place as its
//	                      position and the steps as array positions
//	0 and 1               no place is told: 0 without frequencies, 1 of a single term
//
// A place below 32 costs one byte and below 4,096 two, two places in a paragraph
// three, where locations cost seven and thirteen.
const (
	severalBit  = 1
	countShift  = 1
	countMask   = 0xf
	headBits    = 5
	packedBits  = bits.UintSize - 2
	apart       = severalBit // of the lowest headBits: what does not fit
	mostPacked  = countMask + 1
	noPlace     = 1
	headMask    = 1<<headBits - 1
	payloadBits = packedBits - headBits - 1 // the 1 above taken off
)

// Pack sets the frequency and the location by which a term's places in a text are
// kept. The places count from 1 and never go down; there is at least one.
func Pack(places []uint32, into *index.TokenFreq) {
	if len(places) == 1 {
		into.SetFrequency(int(places[0]) << 1)
		return
	}
	if v, ok := packSeveral(places); ok {
		into.SetFrequency(v)
		return
	}
	into.SetFrequency(len(places)<<headBits | apart)
	l := &index.TokenLocation{Position: int(places[0]), ArrayPositions: make([]uint64, len(places)-1)}
	for i := range l.ArrayPositions {
		l.ArrayPositions[i] = uint64(places[i+1] - places[i])
	}
	into.Locations = []*index.TokenLocation{l}
}

// packSeveral packs what fits.
func packSeveral(places []uint32) (int, bool) {
	if len(places) > mostPacked {
		return 0, false
	}
	all, last := uint32(0), uint32(0)
	for _, p := range places {
		all |= p - last
		last = p
	}
	width := bits.Len32(all)
	if len(places)*width > payloadBits {
		return 0, false
	}
	v := uint64(1)
	for i := len(places) - 1; i >= 0; i-- {
		step := places[i]
		if i > 0 {
			step -= places[i-1]
		}
		v = v<<width | uint64(step)
	}
	return int(v<<headBits | uint64(len(places)-1)<<countShift | severalBit), true
}

// packedFrequency gives how often a term stands in a text.
func packedFrequency(v uint64) uint32 {
	switch {
	case v == 0:
		return 0
	case v&severalBit == 0 || v == noPlace:
		return 1
	case v&headMask == apart:
		return saturated(v >> headBits)
	}
	return uint32(v>>countShift&countMask) + 1
}

// appendPacked adds the places that the number holds; none for those kept apart.
func appendPacked(places []uint32, v uint64) []uint32 {
	switch {
	case v&severalBit == 0 && v > 0:
		return append(places, saturated(v>>1))
	case v&headMask <= apart:
		return places
	}
	n := int(v>>countShift&countMask) + 1
	v >>= headBits
	width := max(0, bits.Len64(v)-1) / n
	place, mask := uint64(0), uint64(1)<<width-1
	for range n {
		place += v & mask
		v >>= width
		places = append(places, saturated(place))
	}
	return places
}

// appendSteps adds a first place and those that stand steps behind it.
func appendSteps(places []uint32, first uint64, steps []uint64) []uint32 {
	at := saturated(first)
	places = append(places, at)
	for _, step := range steps {
		at = saturated(uint64(at) + uint64(saturated(step)))
		places = append(places, at)
	}
	return places
}

// appendApart adds the places of a location as it is written: its field, position,
// first and last byte, the number of array positions, and these.
func appendApart(places []uint32, data []byte) ([]uint32, error) {
	b := bytesReader{data: data}
	for len(b.data) > 0 {
		b.uvarint()
		at := saturated(b.uvarint())
		b.uvarint()
		b.uvarint()
		places = append(places, at)
		for n := b.uvarint(); n > 0 && !b.bad; n-- {
			at = saturated(uint64(at) + uint64(saturated(b.uvarint())))
			places = append(places, at)
		}
	}
	if b.bad {
		return places, ErrDamaged
	}
	return places, nil
}

// headFrequencies gives the frequency by the first byte of the number as it is
// written, doubled, and 0 where it takes more to tell.
type headFrequencies [0x100]uint8

// byHead is the table; it is never written to.
var byHead = newHeadFrequencies()

func newHeadFrequencies() *headFrequencies {
	var table headFrequencies
	for first := range table {
		// Bytes above these hold places, or how often what is kept apart stands.
		v, more := uint64(first&0x7f)>>1, first >= 0x80
		if v&headMask != apart && (v > noPlace || more) {
			table[first] = uint8(packedFrequency(v | uint64(first&0x80)<<1))
		}
	}
	return &table
}

// window is how many bytes are looked at together.
const window = 8

// ends marks in a window the last byte of every number.
func ends(data []byte) uint64 { return ^binary.LittleEndian.Uint64(data) & 0x8080808080808080 }

// firstEnd is how long the first number of a window is.
func firstEnd(ends uint64) int { return bits.TrailingZeros64(ends)/8 + 1 }
