package zap

import (
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segments "github.com/blevesearch/scorch_segment_api/v2"
	"github.com/blevesearch/vellum"
)

// OpenThroughBleve is Open as if no segment were of a known form.
func OpenThroughBleve(snapshot *scorch.IndexSnapshot) *Index {
	return open(snapshot, func(segments.Segment) []byte { return nil })
}

// TermIn gives a term of a segment of so many entries, with what its dictionary
// says of it, whatever the bytes.
func TermIn(data []byte, size uint32, deleted []uint64, value uint64) Term {
	d := &dictionary{segment: &segment{size: size, data: data, deleted: deleted}, name: "text", fst: &vellum.FST{}}
	return Term{text: "term", parts: []part{{d, value}}}
}

// Unpack gives how often a term stands in a text and where.
func Unpack(v uint64, locations []*index.TokenLocation) (uint32, []uint32) {
	places := appendPacked(nil, v)
	for _, l := range locations {
		places = appendSteps(places, uint64(l.Position), l.ArrayPositions)
	}
	return packedFrequency(v), places
}
