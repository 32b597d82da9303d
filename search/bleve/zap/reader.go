package zap

import (
	"encoding/binary"
	"fmt"
	"math"

	segments "github.com/blevesearch/scorch_segment_api/v2"
	zapx "github.com/blevesearch/zapx/v17"
)

// BlockSize is how many postings are read at a time.
const BlockSize = 512

// Reader reads the postings of a term, block by block, in the order of entries.
// It may be used again for another term, and is for one goroutine.
type Reader struct {
	// Entries, and, where they are asked for, Frequencies and Lengths, are of the
	// block read last: how often the term stands in an entry's text, and how many
	// terms that text has.
	Entries, Frequencies, Lengths [BlockSize]uint32

	term  Term
	want  Want
	next  int // part to read after this one
	list  list
	facts []byte // frequencies and lengths to come
	bleve segments.PostingsIterator
}

// Want is what to read of postings.
type Want int

// What a Reader can read: what is not wanted is undefined.
const (
	Entries Want = 1 << iota
	Facts        // Frequencies and Lengths
)

// Open begins with a term.
func (r *Reader) Open(t Term, want Want) {
	r.term, r.want, r.next = t, want, 0
	r.list, r.facts, r.bleve = list{}, nil, nil
}

// Next reads the next block and gives the number of its postings, 0 at the end.
// Deleted entries are left out.
func (r *Reader) Next() (int, error) {
	for {
		n, err := r.block()
		if err != nil {
			return 0, fmt.Errorf("read the postings of %q: %w", r.term.text, err)
		}
		if n > 0 {
			return n, nil
		}
		if r.next == len(r.term.parts) {
			return 0, nil
		}
		if err := r.open(r.term.parts[r.next]); err != nil {
			return 0, fmt.Errorf("read the postings of %q: %w", r.term.text, err)
		}
		r.next++
	}
}

func (r *Reader) open(p part) (err error) {
	r.facts, r.bleve = nil, nil
	if r.list, err = p.list(r.term.text); err != nil {
		return err
	}
	switch {
	case r.list.bleve != nil:
		r.bleve = r.list.bleve.Iterator(r.want&Facts != 0, r.want&Facts != 0, false, nil)
	case r.want&Facts != 0 && !r.list.only:
		t, err := chunksAt(p.segment.data, r.list.frequencies)
		if err != nil {
			return err
		}
		r.facts, err = t.all()
		return err
	}
	return nil
}

// block reads postings until some are live.
func (r *Reader) block() (int, error) {
	if r.list.dictionary == nil {
		return 0, nil
	}
	if r.bleve != nil {
		return r.blockOfBleve()
	}
	if r.want&Entries == 0 && r.list.segment.deleted == nil && !r.list.only {
		n := min(BlockSize, r.list.size)
		r.list.size -= n
		return n, r.readFacts(n)
	}
	for {
		n, err := r.list.entries(r.Entries[:])
		if n == 0 || err != nil {
			return 0, err
		}
		if err := r.readFacts(n); err != nil {
			return 0, err
		}
		if n = r.live(n); n == 0 {
			continue
		}
		for i, first := 0, r.list.segment.first; i < n; i++ {
			r.Entries[i] += first
		}
		return n, nil
	}
}

// live takes out deleted entries.
func (r *Reader) live(n int) int {
	s := r.list.segment
	if s.deleted == nil {
		return n
	}
	kept := 0
	for i := range n {
		if s.isDeleted(r.Entries[i]) {
			continue
		}
		r.Entries[kept], r.Frequencies[kept], r.Lengths[kept] = r.Entries[i], r.Frequencies[i], r.Lengths[i]
		kept++
	}
	return kept
}

func (r *Reader) readFacts(n int) error {
	if r.want&Facts == 0 {
		return nil
	}
	if r.list.only {
		_, length := zapx.FSTValDecode1Hit(r.list.value)
		r.Frequencies[0], r.Lengths[0] = 1, uint32(length)
		return nil
	}
	data := r.facts
	for i := range n {
		if len(data) >= window {
			// Nearly always a frequency with places and a length of one or two bytes.
			marks := ends(data)
			size := firstEnd(marks)
			marks &= marks - 1
			if f := byHead[data[0]]; f > 0 && marks != 0 {
				end := firstEnd(marks)
				length := uint32(data[size] & 0x7f)
				if end > size+1 {
					length |= uint32(data[size+1]) << 7
				}
				if end <= size+2 {
					r.Frequencies[i], r.Lengths[i], data = uint32(f), length, data[end:]
					continue
				}
			}
		}
		f, rest, ok := readFact(data)
		if !ok {
			return ErrDamaged
		}
		r.Frequencies[i], r.Lengths[i], data = packedFrequency(f.packed), f.length, rest
	}
	r.facts = data
	return nil
}

// fact is what is kept of a term in a text: its frequency with its places (see
// Pack), and the text's length. apart tells that there is a location as well.
type fact struct {
	packed uint64
	length uint32
	apart  bool
}

// readFact reads one: the packed frequency doubled, plus one where there is a
// location, and the length unless the frequency is 0.
func readFact(data []byte) (f fact, rest []byte, ok bool) {
	v, n := binary.Uvarint(data)
	if n <= 0 {
		return f, nil, false
	}
	f.packed, f.apart = v>>1, v&1 != 0
	data = data[n:]
	if f.packed == 0 {
		return f, data, true
	}
	v, n = binary.Uvarint(data)
	if n <= 0 {
		return f, nil, false
	}
	f.length = saturated(v)
	return f, data[n:], true
}

func saturated(v uint64) uint32 { return uint32(min(v, math.MaxUint32)) }

func (r *Reader) blockOfBleve() (int, error) {
	for n := range r.Entries {
		p, err := r.bleve.Next()
		if err != nil || p == nil {
			return n, err
		}
		r.Entries[n] = r.list.segment.first + uint32(p.Number())
		r.Frequencies[n], r.Lengths[n] = packedFrequency(p.Frequency()), lengthOf(p)
	}
	return BlockSize, nil
}

// lengthOf gives a text's number of terms: Bleve's norm is 1/sqrt of it.
func lengthOf(p segments.Posting) uint32 {
	if norm := p.Norm(); norm > 0 && !math.IsInf(norm, 0) {
		return uint32(math.Round(1 / (norm * norm)))
	}
	return 0
}

// chunks are the frequencies or the places of a term, cut in pieces by ranges of
// entries.
type chunks struct {
	ends bytesReader // where each ends, from the next on
	n    uint64
	next uint64 // number of the chunk after the one given last
	from uint64 // where that begins
	data []byte
}

// nowhere is written for the address of what no entry has.
const nowhere = 0

// chunksAt reads what stands at an address: the number of chunks, where each ends,
// and the chunks.
func chunksAt(data []byte, at uint64) (c chunks, err error) {
	if at == nowhere {
		return c, nil
	}
	b := bytesAt(data, at)
	if c.n = b.uvarint(); b.bad || c.n > uint64(len(b.data)) {
		return c, ErrDamaged
	}
	c.ends = b
	for range c.n {
		b.uvarint()
	}
	if b.bad {
		return c, ErrDamaged
	}
	c.ends.data = c.ends.data[:len(c.ends.data)-len(b.data)]
	c.data = b.data
	return c, nil
}

// all gives the chunks in one piece, for they stand one behind the other.
func (c *chunks) all() ([]byte, error) {
	last, ends := uint64(0), c.ends
	for range c.n {
		last = ends.uvarint()
	}
	if last > uint64(len(c.data)) {
		return nil, ErrDamaged
	}
	return c.data[:last], nil
}

// chunk gives one chunk; the numbers must rise.
func (c *chunks) chunk(number uint64) ([]byte, error) {
	for c.next < number && c.next < c.n {
		c.from = c.ends.uvarint()
		c.next++
	}
	if c.next != number || c.next >= c.n {
		return nil, ErrDamaged
	}
	from, end := c.from, c.ends.uvarint()
	c.from, c.next = end, number+1
	if from > end || end > uint64(len(c.data)) {
		return nil, ErrDamaged
	}
	return c.data[from:end], nil
}
