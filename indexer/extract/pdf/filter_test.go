package pdf_test

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"strings"
	"testing"
)

// lzw encodes as ISO 32000-1, 7.4.4 describes: nine to twelve bits, wider one
// code early, a clear code first and whenever the table is full.
func lzw(data string) string {
	var out []byte
	var bits uint64
	have, width := 0, 9
	emit := func(code int) {
		bits = bits<<width | uint64(code)
		for have += width; have >= 8; have -= 8 {
			out = append(out, byte(bits>>(have-8)))
		}
	}
	table := map[string]int{}
	next := 258
	emit(256)
	code := func(s string) int {
		if len(s) == 1 {
			return int(s[0])
		}
		return table[s]
	}
	s := ""
	for i := range len(data) {
		longer := s + data[i:i+1]
		if _, ok := table[longer]; ok || len(longer) == 1 {
			s = longer
			continue
		}
		emit(code(s))
		table[longer] = next
		if next++; next == 4095 {
			emit(256)
			table, next, width = map[string]int{}, 258, 9
		}
		for width < 12 && next >= 1<<width {
			width++
		}
		s = data[i : i+1]
	}
	emit(code(s))
	emit(257)
	if have > 0 {
		out = append(out, byte(bits<<(8-have)))
	}
	return string(out)
}

// The example of ISO 32000-1, 7.4.4.2: the encoder must give its bytes for the
// decoder to be tested by it.
func TestLZWOfTheTestsIsTheStandards(t *testing.T) {
	if got := fmt.Sprintf("% X", lzw("-----A---B")); got != "80 0B 60 50 22 0C 0C 85 01" {
		t.Errorf("got %s", got)
	}
}

func TestStreamFilters(t *testing.T) {
	var content strings.Builder
	content.WriteString("BT /F1 10 Tf 12 TL 72 790 Td ")
	for i := range 900 { // enough to fill the table of LZW
		fmt.Fprintf(&content, "%d %d Td ", i%7, -(i % 5))
	}
	content.WriteString("1 0 0 1 72 700 Tm (filtered) Tj ET")
	plain := content.String()

	var flate bytes.Buffer
	z := zlib.NewWriter(&flate)
	_, _ = z.Write([]byte(plain))
	_ = z.Close()
	var a85 bytes.Buffer
	e := ascii85.NewEncoder(&a85)
	_, _ = e.Write(flate.Bytes())
	_ = e.Close()
	var runs strings.Builder
	for rest := plain; rest != ""; {
		n := min(len(rest), 128)
		runs.WriteString(string([]byte{byte(n - 1)}) + rest[:n])
		rest = rest[n:]
	}

	tests := []struct{ name, filter, data string }{
		{"flate", "/FlateDecode", flate.String()},
		{"ascii 85 and flate", "[/ASCII85Decode /FlateDecode]", a85.String() + "~>"},
		{"lzw", "/LZWDecode", lzw(plain)},
		{"hexadecimal", "/ASCIIHexDecode", fmt.Sprintf("%x>", plain)},
		{"run length", "/RunLengthDecode", runs.String() + "\x80"},
		{"hexadecimal and lzw", "[/ASCIIHexDecode /LZWDecode]", fmt.Sprintf("%X>", lzw(plain))},
	}
	for _, tt := range tests {
		f := onePage("")
		f.objects[4] = stream("/Filter "+tt.filter, tt.data)
		if got := texts(readFile(t, f)); got != "filtered" {
			t.Errorf("%s: got %q", tt.name, got)
		}
	}
}

func TestFlateStreamCutOffKeepsItsStart(t *testing.T) {
	var flate bytes.Buffer
	z := zlib.NewWriter(&flate)
	_, _ = z.Write([]byte("BT /F1 10 Tf 72 700 Td (kept) Tj ET "))
	_ = z.Flush()
	_, _ = z.Write([]byte("BT /F1 10 Tf 72 600 Td (lost) Tj ET "))
	_ = z.Close()
	f := onePage("")
	f.objects[4] = stream("/Filter /FlateDecode", flate.String()[:flate.Len()-12])
	c := readFile(t, f)
	if got := texts(c); !strings.HasPrefix(got, "kept") || len(c.Warnings) != 1 {
		t.Errorf("got %q, warnings %q", got, c.Warnings)
	}
}

// TestStreamEndsElsewhereThanItSays has streams without a length, with one that is
// too small, and with one too large; and one that is empty indeed.
func TestStreamEndsElsewhereThanItSays(t *testing.T) {
	const content = "BT /F1 10 Tf 72 700 Td (all of it) Tj ET"
	var flate bytes.Buffer
	z := zlib.NewWriter(&flate)
	_, _ = z.Write([]byte(content))
	_ = z.Close()
	tests := []struct{ name, entries, data, want string }{
		{"no length", "", content, "all of it"},
		{"no length, flate", "/Filter /FlateDecode", flate.String(), "all of it"},
		{"nothing", "/Length 0", content, "all of it"},
		{"too small", "/Length 20", content, "all of it"},
		{"too small, flate", "/Length 20 /Filter /FlateDecode", flate.String(), "all of it"},
		{"too large", "/Length 70", content, "all of it"},
		{"below nothing", "/Length -7", content, "all of it"},
		{"empty", "/Length 0", "", ""},
		{"right", fmt.Sprintf("/Length %d", len(content)), content, "all of it"},
	}
	for _, tt := range tests {
		f := onePage("")
		f.objects[4] = fmt.Sprintf("<< %s >>\nstream\n%s\nendstream", tt.entries, tt.data)
		c := readFile(t, f)
		if got := texts(c); got != tt.want || len(c.Warnings) > 0 {
			t.Errorf("%s: got %q, warnings %q", tt.name, got, c.Warnings)
		}
	}
}
