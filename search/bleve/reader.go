package bleve

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	bleveindex "github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// reader reads entries of one snapshot of an index by their number.
type reader struct {
	snapshot *scorch.IndexSnapshot
	segments []*scorch.SegmentSnapshot
	offsets  []uint32  // number of each segment's first entry; one more at the end
	unpacker *unpacker // of what entries keep
}

func openReader(idx bleveindex.Index) (*reader, error) {
	advanced, err := idx.Advanced()
	if err != nil {
		return nil, fmt.Errorf("open reader: %w", err)
	}
	r, err := advanced.Reader()
	if err != nil {
		return nil, fmt.Errorf("open reader: %w", err)
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, fmt.Errorf("open reader: unexpected type %T", r)
	}
	words, err := snapshot.GetInternal([]byte(dictionaryKey))
	if err != nil {
		return nil, fmt.Errorf("open reader: %w", err)
	}
	unpacker, err := newUnpacker(words)
	if err != nil {
		return nil, fmt.Errorf("open reader: %w", err)
	}
	out := &reader{snapshot: snapshot, segments: snapshot.Segments(), offsets: []uint32{0}, unpacker: unpacker}
	for i, s := range out.segments {
		out.offsets = append(out.offsets, out.offsets[i]+uint32(s.FullSize()))
	}
	return out, nil
}

// Close gives the snapshot back.
func (r *reader) Close() error {
	r.unpacker.close()
	return r.snapshot.Close()
}

// size is the number of entries, deleted ones included.
func (r *reader) size() int { return int(r.offsets[len(r.segments)]) }

// fingerprint tells which segments the numbers of entries belong to: id, size
// and live entries of each.
func (r *reader) fingerprint() []uint64 {
	var out []uint64
	for _, s := range r.segments {
		out = append(out, s.Id(), uint64(s.FullSize()), s.Count())
	}
	return out
}

// ids calls visit with number and id of every live entry. The id is only valid
// during the call.
func (r *reader) ids(visit func(number uint32, id []byte) error) error {
	for i, s := range r.segments {
		live := s.DocNumbersLive().Iterator()
		for live.HasNext() {
			local := live.Next()
			id, err := s.DocID(uint64(local))
			if err != nil {
				return fmt.Errorf("read entry id: %w", err)
			}
			if len(id) < 2 {
				return fmt.Errorf("read entry id: %q is none of ours", id)
			}
			if err := visit(r.offsets[i]+local, id); err != nil {
				return err
			}
		}
	}
	return nil
}

// each calls visit with every live entry but passages.
func (r *reader) each(visit func(entry) error) error {
	return r.ids(func(number uint32, id []byte) error {
		if id[0] == passageEntry {
			return nil
		}
		e := entry{id: bytes.Clone(id)}
		var err error
		if e.json, err = r.stored(number); err != nil {
			return err
		}
		return visit(e)
	})
}

// stored gives an entry's stored JSON.
func (r *reader) stored(number uint32) ([]byte, error) {
	i := 0
	for number >= r.offsets[i+1] {
		i++
	}
	var data []byte
	var broken error
	err := r.segments[i].VisitDocument(uint64(number-r.offsets[i]), func(field string, _ byte, value []byte, _ []uint64) bool {
		if field == jsonField {
			data, broken = r.unpacker.unpack(value)
		}
		return data == nil && broken == nil
	})
	err = errors.Join(err, broken)
	if err == nil && data == nil {
		err = fmt.Errorf("entry %d keeps nothing", number)
	}
	if err != nil {
		return nil, fmt.Errorf("read entry: %w", err)
	}
	return data, nil
}

// entry is one live entry as it is read back.
type entry struct {
	id   []byte
	json []byte
}

func (e entry) decode(v any) error {
	if err := json.Unmarshal(e.json, v); err != nil {
		return fmt.Errorf("decode entry %q: %w", e.id, err)
	}
	return nil
}
