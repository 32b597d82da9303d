package bleve

import "math/bits"

// passageValues are the values of one field by passage. Most passages have none:
// present are those that have, and only they have a list.
type passageValues struct {
	present bitset
	// rank is, for each word of present, the number of passages before it.
	rank []uint32
	// of holds the values of each passage that is present, with the passages of
	// each value.
	of, with lists
}

// values gives a passage's values.
func (v *passageValues) values(passage uint32) []uint32 {
	if !v.present.has(passage) {
		return nil
	}
	word, below := passage/wordBits, uint64(1)<<(passage%wordBits)-1
	return v.of.list(v.rank[word] + uint32(bits.OnesCount64(v.present[word]&below)))
}

// count adds to counts, by value, the passages that have it.
func (v *passageValues) count(passages bitset, counts []uint32) {
	for i, w := range passages {
		present := v.present[i]
		for w &= present; w != 0; w &= w - 1 {
			below := w&-w - 1
			for _, value := range v.of.list(v.rank[i] + uint32(bits.OnesCount64(present&below))) {
				counts[value]++
			}
		}
	}
}
