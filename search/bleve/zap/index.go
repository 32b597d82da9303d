package zap

import (
	"errors"
	"fmt"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segments "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
	zapx "github.com/blevesearch/zapx/v17"
)

// ErrDamaged is returned where bytes of a segment do not hold together.
var ErrDamaged = errors.New("the segment is damaged")

// version is the form of file that is read here; of its ways to part lists into
// chunks the one that is known.
const (
	version   = 17
	chunkMode = 1026
)

// Index reads the postings of one snapshot of an index. Its entries are numbered
// through all segments, in their order. It may be used by many goroutines and is
// valid as long as the snapshot is open.
type Index struct {
	segments []*segment
	fields   map[string]*Field
	automata [maxDistance + 1]func() (*levenshtein.LevenshteinAutomatonBuilder, error)
}

// segment is one file, or what Bleve reads of it when its form is not known.
type segment struct {
	first, size uint32   // number of its first entry, and of its entries
	data        []byte   // nil when Bleve has to read it
	deleted     []uint64 // a bit an entry; nil when none is
	except      *roaring.Bitmap
	inner       segments.Segment
}

// Open makes a snapshot ready to be read.
func Open(snapshot *scorch.IndexSnapshot) *Index { return open(snapshot, known) }

// open takes how to get at the bytes of a segment.
func open(snapshot *scorch.IndexSnapshot, known func(segments.Segment) []byte) *Index {
	x := &Index{fields: map[string]*Field{}}
	for d := range x.automata {
		x.automata[d] = sync.OnceValues(func() (*levenshtein.LevenshteinAutomatonBuilder, error) {
			return levenshtein.NewLevenshteinAutomatonBuilder(uint8(d), true)
		})
	}
	first := uint32(0)
	for _, from := range snapshot.Segments() {
		s := &segment{first: first, size: uint32(from.FullSize()), except: from.Deleted(), inner: from.Segment()}
		first += s.size
		if s.except != nil && !s.except.IsEmpty() {
			s.deleted = make([]uint64, (s.size+63)/64)
			for it := s.except.Iterator(); it.HasNext(); {
				if local := it.Next(); local < s.size {
					s.deleted[local/64] |= 1 << (local % 64)
				}
			}
		}
		s.data = known(s.inner)
		x.segments = append(x.segments, s)
	}
	for i, s := range x.segments {
		for _, name := range s.inner.Fields() {
			x.add(i, s, name)
		}
	}
	return x
}

// known gives the bytes of a segment of the form that is read here, nil for all
// others.
func known(s segments.Segment) []byte {
	file, ok := s.(*zapx.Segment)
	if !ok || file.Version() != version || file.ChunkMode() != chunkMode || file.CallbackId() != "" {
		return nil
	}
	data := file.Data()
	if len(data) < zapx.FooterSize {
		return nil
	}
	return data[: len(data)-zapx.FooterSize : len(data)-zapx.FooterSize]
}

// add makes a segment's dictionary of a field ready. One that cannot be read here
// is left to Bleve, which says what is wrong with it.
func (x *Index) add(i int, s *segment, name string) {
	f := x.fields[name]
	if f == nil {
		f = &Field{index: x, dictionaries: make([]dictionary, len(x.segments))}
		x.fields[name] = f
	}
	d := &f.dictionaries[i]
	d.segment, d.name = s, name
	if s.data == nil {
		return
	}
	if fst, err := s.load(name); err == nil {
		d.fst = fst
	}
}

// load reads the dictionary of a field: its length and its bytes.
func (s *segment) load(field string) (fst *vellum.FST, err error) {
	defer guard(&err)
	address, err := s.inner.(*zapx.Segment).DictAddr(field)
	if err != nil {
		return nil, err
	}
	b := bytesAt(s.data, address)
	data := b.take(b.uvarint())
	if b.bad || len(data) == 0 {
		return nil, ErrDamaged
	}
	return vellum.Load(data)
}

// guard turns a panic over bytes that do not hold together into an error: vellum
// trusts what it reads.
func guard(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: %v", ErrDamaged, r)
	}
}

// Field gives a field's dictionary; a field that nothing has has an empty one.
func (x *Index) Field(name string) *Field {
	if f := x.fields[name]; f != nil {
		return f
	}
	return &Field{index: x}
}

// Raw reports whether all segments are of the form that is read here.
func (x *Index) Raw() bool {
	for _, s := range x.segments {
		if s.data == nil {
			return false
		}
	}
	return true
}
