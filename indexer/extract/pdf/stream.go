package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"

	reader "github.com/ledongthuc/pdf"
)

// maxStream caps the decoded bytes of one stream: a flate bomb turns 1 KB into
// 1 GB, while a page of text is some 20 KB.
const maxStream = 48 << 20

// readStream gives the decoded bytes of a stream. What could be decoded before
// an error comes back with the error.
func (d *document) readStream(v reader.Value) (data []byte, err error) {
	if v.Kind() != reader.Stream {
		return nil, nil
	}
	defer func() {
		if x := recover(); x != nil {
			data, err = d.decodeRaw(v, fmt.Errorf("read stream: %v", x))
		}
	}()
	if d.lengthWrong(v) { // the library would give less, or nothing, and no error
		return d.decodeRaw(v, nil)
	}
	return readCapped(v.Reader())
}

// lengthWrong reports whether a stream does not end where it says, or does not say
// where.
func (d *document) lengthWrong(v reader.Value) bool {
	raw, ok := d.raw(v)
	n := v.Key("Length").Int64()
	if !ok || n > int64(len(raw)) || !v.Key("DecodeParms").IsNull() { // decodeRaw knows no predictors
		return false
	}
	after := bytes.TrimLeft(raw[max(n, 0):min(int64(len(raw)), max(n, 0)+16)], "\x00\t\n\f\r ")
	return n <= 0 || !bytes.HasPrefix(after, []byte("endstream"))
}

// raw gives the file from where the bytes of a stream begin. The library names
// the place in the stream's printed form only, and those of an encrypted one
// cannot be had so.
func (d *document) raw(v reader.Value) ([]byte, bool) {
	if d.encrypted {
		return nil, false
	}
	s := v.String()
	at, err := strconv.ParseInt(s[strings.LastIndexByte(s, '@')+1:], 10, 64)
	if err != nil || at < 0 || at > int64(len(d.data)) {
		return nil, false
	}
	return d.data[at:], true
}

func readCapped(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxStream+1))
	if len(data) > maxStream {
		return data[:maxStream], fmt.Errorf("stream over %d bytes", maxStream)
	}
	return data, err
}

// decodeRaw decodes a stream whose filters the PDF library does not know (LZW,
// hexadecimal, run length), or that ends elsewhere than it says. Where that cannot
// be done the library's own error stands.
func (d *document) decodeRaw(v reader.Value, cause error) (data []byte, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = cause
		}
	}()
	raw, ok := d.raw(v)
	if !ok {
		return nil, cause
	}
	if n := v.Key("Length").Int64(); cause != nil && n > 0 && n < int64(len(raw)) {
		raw = raw[:n]
	} else if i := bytes.Index(raw, []byte("endstream")); i >= 0 {
		raw = raw[:i]
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		return nil, cause
	}
	var r io.Reader = bytes.NewReader(raw)
	for _, f := range filters(v) {
		if r, err = decoder(f, r); err != nil {
			return nil, err
		}
	}
	return readCapped(r)
}

// filters lists the names of a stream's filters in their order.
func filters(v reader.Value) []string {
	f := v.Key("Filter")
	if f.Kind() == reader.Name {
		return []string{f.Name()}
	}
	var out []string
	for i := range min(f.Len(), 8) {
		out = append(out, f.Index(i).Name())
	}
	return out
}

func decoder(name string, r io.Reader) (io.Reader, error) {
	switch name {
	case "FlateDecode", "Fl":
		return zlib.NewReader(r)
	case "LZWDecode", "LZW":
		return decodeLZW(r)
	case "ASCII85Decode", "A85":
		return decodeASCII85(r)
	case "ASCIIHexDecode", "AHx":
		return decodeHex(r)
	case "RunLengthDecode", "RL":
		return decodeRunLength(r)
	}
	return nil, fmt.Errorf("stream filter %s carries no text", name)
}

func decodeASCII85(r io.Reader) (io.Reader, error) {
	raw, err := readCapped(r)
	if err != nil {
		return nil, err
	}
	raw = bytes.TrimPrefix(bytes.TrimSpace(raw), []byte("<~"))
	if i := bytes.IndexByte(raw, '~'); i >= 0 {
		raw = raw[:i]
	}
	return ascii85.NewDecoder(bytes.NewReader(raw)), nil
}

func decodeHex(r io.Reader) (io.Reader, error) {
	raw, err := readCapped(r)
	if err != nil {
		return nil, err
	}
	digits := make([]byte, 0, len(raw)+1)
	for _, c := range raw {
		if c == '>' {
			break
		}
		if hexValue(c) >= 0 {
			digits = append(digits, c)
		}
	}
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	return hex.NewDecoder(bytes.NewReader(digits)), nil
}

// decodeRunLength undoes the filter of ISO 32000-1, 7.4.5.
func decodeRunLength(r io.Reader) (io.Reader, error) {
	raw, err := readCapped(r)
	if err != nil {
		return nil, err
	}
	var out []byte
	for i := 0; i < len(raw) && raw[i] != 128 && len(out) < maxStream; {
		n := int(raw[i])
		i++
		if n < 128 {
			end := min(i+n+1, len(raw))
			out = append(out, raw[i:end]...)
			i = end
			continue
		}
		if i < len(raw) {
			out = append(out, bytes.Repeat(raw[i:i+1], 257-n)...)
			i++
		}
	}
	return bytes.NewReader(out), nil
}
