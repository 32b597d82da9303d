package pdf

import (
	"bytes"
	"io"
)

// LZW as PDF has it (ISO 32000-1, 7.4.4) is TIFF's: the code grows wider one
// code early, which compress/lzw (GIF's) does not do.
const (
	lzwClear = 256
	lzwEnd   = 257
	lzwFirst = 258
	lzwMax   = 4096
)

// decodeLZW decodes all of r, up to the stream cap; a broken code ends it.
func decodeLZW(r io.Reader) (io.Reader, error) {
	raw, err := readCapped(r)
	if err != nil {
		return nil, err
	}
	var (
		out   []byte
		table [lzwMax][]byte // what each code stands for, parts of out
		next  = lzwFirst
		width = 9
		prev  []byte
		bits  uint32
		have  int
	)
	for i := range lzwClear {
		table[i] = []byte{byte(i)}
	}
	for _, b := range raw {
		bits = bits<<8 | uint32(b)
		have += 8
		if have < width {
			continue
		}
		code := int(bits >> (have - width) & (1<<width - 1))
		have -= width
		if code == lzwEnd || len(out) > maxStream {
			break
		}
		if code == lzwClear {
			next, width, prev = lzwFirst, 9, nil
			continue
		}
		start := len(out)
		switch {
		case code < lzwClear || code < next:
			out = append(out, table[code]...)
		case code == next && prev != nil:
			out = append(append(out, prev...), prev[0])
		default:
			return bytes.NewReader(out), nil
		}
		entry := out[start:len(out):len(out)]
		if prev != nil && next < lzwMax {
			table[next] = append(append(make([]byte, 0, len(prev)+1), prev...), entry[0])
			next++
		}
		for width < 12 && next+1 >= 1<<width {
			width++
		}
		prev = entry
	}
	return bytes.NewReader(out), nil
}
