package bleve

import (
	"fmt"
	"unsafe"

	"travaux/search"
	"travaux/search/bleve/zap"
)

// scratch is the memory of one search. It is used again by the next: what grows
// with the collection is neither allocated nor cleared for a query, but cleared
// where it was written to.
type scratch struct {
	// score is by passage, whole, best, title and under by rendition, ranked by
	// document; all are 0 between searches.
	score, whole, best, title, under, ranked []float64
	// words counts by rendition the query's words in its title, titled how often
	// the word at hand stands there; both are 0 between searches, as under is: what
	// the title gives to all passages beneath it.
	words, titled []uint32
	// sums and lengths are by passage or rendition, and made by the first search
	// that wants them, frequency by rendition; sums and frequency are 0 between searches.
	sums, lengths, frequency []uint32
	// leader is by document, as the first of its family: the place of the
	// family's first member among the results, plus one; 0 between searches.
	leader []uint32
	// touched are the passages with a score.
	touched []uint32
	// headed are the renditions whose title has a word.
	headed []uint32
	free   struct {
		sets  []bitset
		lists [][]uint32
	}
	postings zap.Reader
	seeker   zap.Seeker
	meeting  *meetingRoom // made by the first search that wants it
	tokens   tokenRoom    // of the paragraph that is shown
	// block are the texts of the reader's block, frequencies and lengths of those
	// that were sought one by one.
	block              [zap.BlockSize]uint32
	frequencies, terms [zap.BlockSize]uint32
}

func newScratch(c *columns) *scratch {
	passages, renditions, documents := c.passageCount(), c.renditionCount(), c.documentCount()
	return &scratch{
		score: make([]float64, passages),
		whole: make([]float64, renditions), best: make([]float64, renditions), title: make([]float64, renditions),
		under: make([]float64, renditions), words: make([]uint32, renditions), titled: make([]uint32, renditions),
		ranked: make([]float64, documents), leader: make([]uint32, documents),
		frequency: make([]uint32, renditions),
	}
}

// adders gives sums and lengths.
func (s *scratch) adders() (sums, lengths []uint32) {
	if s.sums == nil {
		n := max(len(s.score), len(s.whole))
		s.sums, s.lengths = make([]uint32, n), make([]uint32, n)
	}
	return s.sums, s.lengths
}

// budget is the memory that one search may still hold, in bytes.
type budget struct{ left int64 }

// take takes hold of memory; the error is ErrTooExpensive.
func (b *budget) take(bytes int64) error {
	if b.left -= bytes; b.left < 0 {
		return fmt.Errorf("the words of the query stand in too many texts; leave out the most common ones: %w", search.ErrTooExpensive)
	}
	return nil
}

const (
	ordinalBytes = int64(unsafe.Sizeof(uint32(0)))
	factBytes    = 3 * ordinalBytes
)

// set gives an empty set of units or renditions, of n bits.
func (s *scratch) set(n int) bitset {
	words := (n + wordBits - 1) / wordBits
	for i := len(s.free.sets) - 1; i >= 0; i-- {
		if b := s.free.sets[i]; cap(b) >= words && cap(b) <= 2*words+16 {
			s.free.sets = append(s.free.sets[:i], s.free.sets[i+1:]...)
			clear(b[:words])
			return b[:words]
		}
	}
	return make(bitset, words)
}

// list gives an empty list of ordinals with room for some.
func (s *scratch) list(room int) []uint32 {
	for i := len(s.free.lists) - 1; i >= 0; i-- {
		if l := s.free.lists[i]; cap(l) >= room {
			s.free.lists = append(s.free.lists[:i], s.free.lists[i+1:]...)
			return l[:0]
		}
	}
	return make([]uint32, 0, room)
}
