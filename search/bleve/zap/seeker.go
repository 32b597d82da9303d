package zap

import (
	"encoding/binary"
	"fmt"

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
	locations   []byte // of the chunk, as far as they have been read
	passed      int    // locations to pass before that of the next posting
	ahead       int    // 1 when facts are behind the entry found last, else 0
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
	if s.locations, s.passed = nil, 0; s.withPlaces && s.places.n > 0 {
		s.locations, err = s.places.chunk(chunk)
	}
	return err
}

// skip passes postings of the current chunk.
func (s *Seeker) skip(postings int) error {
	data := s.facts
	for range postings {
		if len(data) >= window && data[0] > 1 {
			marks := ends(data)
			if marks &= marks - 1; marks != 0 {
				s.passed += int(data[0] & 1)
				data = data[firstEnd(marks):]
				continue
			}
		}
		f, rest, ok := readFact(data)
		if !ok {
			return ErrDamaged
		}
		if data = rest; f.apart {
			s.passed++
		}
	}
	s.facts = data
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
	s.Frequency, s.Length, s.Places = packedFrequency(f.packed), f.length, s.Places[:0]
	if !f.apart {
		if s.withPlaces {
			s.Places = appendPacked(s.Places, f.packed)
		}
		return nil
	}
	s.passed++
	if !s.withPlaces {
		return nil
	}
	return s.readApart()
}

// readApart reads the last of the locations that were passed.
func (s *Seeker) readApart() (err error) {
	var location []byte
	for ; s.passed > 0; s.passed-- {
		size, n := binary.Uvarint(s.locations)
		if n <= 0 || size > uint64(len(s.locations)-n) {
			return ErrDamaged
		}
		location, s.locations = s.locations[n:n+int(size)], s.locations[n+int(size):]
	}
	s.Places, err = appendApart(s.Places, location)
	return err
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
	v := s.waiting.Frequency()
	s.Frequency, s.Length, s.Places = packedFrequency(v), lengthOf(s.waiting), s.Places[:0]
	if !s.withPlaces {
		return true, nil
	}
	s.Places = appendPacked(s.Places, v)
	for _, l := range s.waiting.Locations() {
		s.Places = appendSteps(s.Places, l.Pos(), l.ArrayPositions())
	}
	return true, nil
}
