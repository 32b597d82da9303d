package bleve

import (
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// What entries keep is small and much alike: headings, names, phrases of the
// trade. A dictionary made of the collection's own first passages brings it to
// less than half. Bleve would pack each entry by itself.

// dictionaryKey is where an index keeps its dictionary. It is made once, from the
// passages of the first batch, and used from the next one on; generations inherit
// it from those they are cloned from. What was put in before it stays JSON.
const dictionaryKey = "dictionary/1"

// The first byte of what an entry keeps says how: an opening brace begins JSON.
const packed = 1

const (
	dictionaryID    = 1
	dictionaryBytes = 48 << 10
	// fewestSamples is of how many passages a dictionary is made at least: fewer
	// tell nothing about those to come.
	fewestSamples = 200
	mostSamples   = 800
)

// packer makes what entries keep small. Without a dictionary it leaves it as it is.
type packer struct {
	encoder *zstd.Encoder
	samples [][]byte
}

func newPacker(dictionary []byte) (*packer, error) {
	if len(dictionary) == 0 {
		return &packer{}, nil
	}
	e, err := zstd.NewWriter(nil, zstd.WithEncoderDict(dictionary), zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false))
	if err != nil {
		return nil, fmt.Errorf("use the dictionary: %w", err)
	}
	return &packer{encoder: e}, nil
}

// pack may be called from many goroutines.
func (p *packer) pack(data []byte) []byte {
	if p.encoder == nil {
		return data
	}
	return p.encoder.EncodeAll(data, []byte{packed})
}

// learn notes what an entry keeps, as long as there is no dictionary.
func (p *packer) learn(data []byte) {
	if p.encoder == nil && len(p.samples) < mostSamples {
		p.samples = append(p.samples, data)
	}
}

// dictionary makes one of what was noted, evenly from all of it; there is none
// where it is too little or too much alike.
func (p *packer) dictionary() []byte {
	if p.encoder != nil || len(p.samples) < fewestSamples {
		return nil
	}
	share := dictionaryBytes / len(p.samples)
	var history []byte
	taken := 0
	for i, s := range p.samples {
		if taken <= i*share {
			history, taken = append(history, s...), taken+len(s)
		}
	}
	made, err := zstd.BuildDict(zstd.BuildDictOptions{ID: dictionaryID, Contents: p.samples, History: history, Offsets: [3]int{1, 4, 8}, Level: zstd.SpeedFastest})
	if err != nil {
		return nil
	}
	return made
}

// unpacker reads what a packer has made.
type unpacker struct{ decoder *zstd.Decoder }

func newUnpacker(dictionary []byte) (*unpacker, error) {
	const most = 256 << 20 // bytes of one entry
	options := []zstd.DOption{zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(most)}
	if len(dictionary) > 0 {
		options = append(options, zstd.WithDecoderDicts(dictionary))
	}
	d, err := zstd.NewReader(nil, options...)
	if err != nil {
		return nil, fmt.Errorf("read the dictionary: %w", err)
	}
	return &unpacker{d}, nil
}

// unpack gives the JSON of what an entry keeps; it may be called from many
// goroutines, and the result is the caller's.
func (u *unpacker) unpack(data []byte) ([]byte, error) {
	if len(data) == 0 {
		return nil, errors.New("nothing is kept")
	}
	if data[0] != packed {
		return append([]byte(nil), data...), nil
	}
	return u.decoder.DecodeAll(data[1:], nil)
}

// close ends the decoder.
func (u *unpacker) close() { u.decoder.Close() }
