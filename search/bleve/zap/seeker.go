package zap

import (
	"encoding/binary"
	"fmt"
	"slices"

	segments "github.com/blevesearch/scorch_segment_api/v2"
	zapx "github.com/blevesearch/zapx/v17"
)

// Seeker reads the postings of a term in chosen entries, in rising order, and
// leaps over what lies between. It may be used again for another term, and is for
// one goroutine.
type Seeker struct {
	// Frequency is how often the term stands in the text of the entry found last,
	// Length how many terms that text has, Places where the term stands, counted
	// in terms from 1, in order, as far as places are asked for.
	Frequency, Length uint32
	Places            []uint32

	term        Term
	next        int // part to read after this one
	list        list
	withPlaces  bool
	current     uint64 // chunk; none before the first
	frequencies chunks
	places      chunks
	facts       []byte // of the chunk, from the next posting on
	rest        []byte // places of the chunk, from the next posting on
	ahead       int    // 1 when facts and rest are behind the entry found last, else 0
	bleve       segments.PostingsIterator
	waiting     segments.Posting // read by bleve and not reached yet
}

const noChunk = ^uint64(0)

// Open begins with a term. places tells whether Places are wanted.
func (s *Seeker) Open(t Term, places bool) {
	*s = Seeker{term: t, withPlaces: places, Places: s.Places[:0]}
}

// Seek goes to an entry, higher than the one before, and reports whether it
// holds the term.
func (s *Seeker) Seek(entry uint32) (bool, error) {
	for s.list.dictionary == nil || entry-s.list.segment.first >= s.list.segment.size {
		if s.next == len(s.term.parts) {
			return false, nil
		}
		if first := s.term.parts[s.next].segment.first; entry < first {
			return false, nil
		}
		if err := s.open(s.term.parts[s.next]); err != nil {
			return false, fmt.Errorf("read the postings of %q: %w", s.term.text, err)
		}
		s.next++
	}
	found, err := s.seek(entry - s.list.segment.first)
	if err != nil {
		return false, fmt.Errorf("read the places of %q: %w", s.term.text, err)
	}
	return found, nil
}

func (s *Seeker) open(p part) (err error) {
	if s.list, err = p.list(s.term.text); err != nil {
		return err
	}
	s.current, s.ahead, s.bleve, s.waiting = noChunk, 0, nil, nil
	if s.list.bleve != nil {
		s.bleve = s.list.bleve.Iterator(true, true, s.withPlaces, nil)
		return nil
	}
	if s.list.only {
		return nil
	}
	if s.frequencies, err = chunksAt(p.segment.data, s.list.frequencies); err != nil || !s.withPlaces {
		return err
	}
	s.places, err = chunksAt(p.segment.data, s.list.places)
	return err
}

func (s *Seeker) seek(local uint32) (bool, error) {
	if s.bleve != nil {
		return s.seekBleve(local)
	}
	if s.list.only {
		entry, length := zapx.FSTValDecode1Hit(s.list.value)
		s.Frequency, s.Length, s.Places = 1, uint32(length), s.Places[:0]
		return entry == uint64(local), nil
	}
	if chunk := uint64(local / s.list.chunk); chunk != s.current {
		s.list.numbers.skipTo(uint32(chunk) * s.list.chunk)
		if err := s.load(chunk); err != nil {
			return false, err
		}
	}
	passed, found := s.list.numbers.skipTo(local)
	if passed > 0 {
		if err := s.skip(passed - s.ahead); err != nil {
			return false, err
		}
		s.ahead = 0
	}
	if !found || s.ahead > 0 { // the entry found last, sought again
		return found, nil
	}
	s.ahead = 1
	return true, s.read()
}

// load makes a chunk the current one.
func (s *Seeker) load(chunk uint64) (err error) {
	s.current, s.ahead = chunk, 0
	if s.facts, err = s.frequencies.chunk(chunk); err != nil {
		return err
	}
	if s.rest = nil; s.withPlaces && s.places.n > 0 {
		s.rest, err = s.places.chunk(chunk)
	}
	return err
}

// skip passes postings of the current chunk.
func (s *Seeker) skip(postings int) error {
	placed := 0
	for range postings {
		if d := s.facts; len(d) > 2 && d[0]&0x80 == 0 && d[0] > 1 && (d[1]&0x80 == 0 || d[2]&0x80 == 0) {
			placed += int(d[0] & 1)
			s.facts = d[2+int(d[1]>>7):]
			continue
		}
		f, rest, ok := readFact(s.facts)
		if !ok {
			return ErrDamaged
		}
		if s.facts = rest; f.hasPlaces {
			placed++
		}
	}
	if !s.withPlaces {
		return nil
	}
	rest := s.rest
	for range placed {
		if len(rest) > 0 && rest[0] < 0x80 && int(rest[0]) < len(rest) {
			rest = rest[1+int(rest[0]):]
			continue
		}
		size, n := binary.Uvarint(rest)
		if n <= 0 || size > uint64(len(rest)-n) {
			return ErrDamaged
		}
		rest = rest[n+int(size):]
	}
	s.rest = rest
	return nil
}

// read reads the posting that was sought. It stays the next one in the list of
// entries.
func (s *Seeker) read() error {
	f, facts, ok := readFact(s.facts)
	if !ok {
		return ErrDamaged
	}
	s.facts = facts
	s.Frequency, s.Length, s.Places = f.frequency, f.length, s.Places[:0]
	if !s.withPlaces || !f.hasPlaces {
		return nil
	}
	size, n := binary.Uvarint(s.rest)
	if n <= 0 || size > uint64(len(s.rest)-n) {
		return ErrDamaged
	}
	places := s.rest[n : n+int(size)]
	s.rest = s.rest[n+int(size):]
	return s.readPlaces(places)
}

// readPlaces reads all places in one text: of each field, place, first and last
// byte, and the number of places in arrays with these; all but the place are of
// no use here.
func (s *Seeker) readPlaces(data []byte) error {
	sorted, last := true, uint32(0)
	for len(data) > 0 {
		if len(data) >= 5 && (data[0]|data[1])&0x80 == 0 && data[2]|data[3]|data[4] == 0 {
			at := uint32(data[1])
			sorted, last = sorted && at >= last, at
			s.Places = append(s.Places, at)
			data = data[5:]
			continue
		}
		at, size := placeIn(data)
		if size == 0 {
			if at, size = longPlaceIn(data); size == 0 {
				return ErrDamaged
			}
		}
		sorted, last = sorted && at >= last, at
		s.Places = append(s.Places, at)
		data = data[size:]
	}
	if !sorted {
		slices.Sort(s.Places)
	}
	return nil
}

// placeIn reads one place as most are: with a field and a place below 16,384 and
// nothing in arrays. The size of what was read is 0 for all others.
func placeIn(data []byte) (place uint32, size int) {
	if len(data) < 5 || data[0] >= 0x80 {
		return 0, 0
	}
	place, size = uint32(data[1]), 2
	if place >= 0x80 {
		if data[2] >= 0x80 {
			return 0, 0
		}
		place, size = place&0x7f|uint32(data[2])<<7, 3
	}
	for range 2 {
		for size < len(data) && data[size] >= 0x80 {
			size++
		}
		size++
	}
	if size >= len(data) || data[size] != 0 {
		return 0, 0
	}
	return place, size + 1
}

func longPlaceIn(data []byte) (place uint32, size int) {
	b := bytesReader{data: data}
	b.uvarint()
	place = saturated(b.uvarint())
	b.uvarint()
	b.uvarint()
	for n := b.uvarint(); n > 0 && !b.bad; n-- {
		b.uvarint()
	}
	if b.bad {
		return 0, 0
	}
	return place, len(data) - len(b.data)
}

func (s *Seeker) seekBleve(local uint32) (bool, error) {
	if s.waiting == nil || uint32(s.waiting.Number()) < local {
		var err error
		if s.waiting, err = s.bleve.Advance(uint64(local)); err != nil {
			return false, err
		}
	}
	if s.waiting == nil || uint32(s.waiting.Number()) != local {
		return false, nil
	}
	s.Frequency, s.Length, s.Places = uint32(s.waiting.Frequency()), lengthOf(s.waiting), s.Places[:0]
	for _, l := range s.waiting.Locations() {
		s.Places = append(s.Places, saturated(l.Pos()))
	}
	slices.Sort(s.Places)
	return true, nil
}
