package text

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode turns the bytes of a text into UTF-8: by a byte order mark, else as
// UTF-32 or UTF-16 where the bytes are plainly that, else as UTF-8 where they are
// valid, else by the encoding that the text itself declares in its first lines,
// else by the legacy encoding that gives the most likely letters. The warning
// says when it was a guess.
func Decode(data []byte) (text, warning string) {
	if e, mark := marked(data); e != nil {
		return with(e, data[mark:]), ""
	}
	if e := wide(data); e != nil {
		return with(e, data), ""
	}
	if utf8.Valid(trimCut(data)) {
		return string(bytes.ToValidUTF8(data, nil)), ""
	}
	if name, e := declared(data); e != nil {
		return with(e, data), "the text declares its encoding as " + name
	}
	if mostlyUTF8(data) {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), "some characters of the text are damaged"
	}
	name, e := legacy(data)
	return with(e, data), "the text names no encoding and was read as " + name
}

// marked gives the encoding that a byte order mark tells, with the length of the
// mark.
func marked(data []byte) (encoding.Encoding, int) {
	for _, m := range []struct {
		mark string
		e    encoding.Encoding
	}{
		{"\xff\xfe\x00\x00", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
		{"\x00\x00\xfe\xff", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		{"\xef\xbb\xbf", unicode.UTF8},
		{"\xff\xfe", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
		{"\xfe\xff", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
	} {
		if bytes.HasPrefix(data, []byte(m.mark)) {
			return m.e, len(m.mark)
		}
	}
	return nil, 0
}

func with(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return string(bytes.ToValidUTF8(out, []byte("\uFFFD")))
}

// trimCut drops a character cut off at the very end: a file that ends in the
// middle of one is UTF-8 all the same.
func trimCut(data []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(data); i++ {
		at := len(data) - i
		if utf8.RuneStart(data[at]) {
			if data[at] >= utf8.RuneSelf && !utf8.FullRune(data[at:]) {
				return data[:at]
			}
			break
		}
	}
	return data
}

// mostlyUTF8 reports whether a text is UTF-8 with a few damaged bytes: the
// sequences of several bytes that are right by far outnumber those that are not.
func mostlyUTF8(data []byte) bool {
	right, wrong := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			wrong++
		case n > 1:
			right++
		}
		i += n
	}
	return right > 20*wrong
}

// sampleSize is how much of a text its encoding is told by.
const sampleSize = 64 << 10

// wide recognises UTF-16 and UTF-32 without a byte order mark.
func wide(data []byte) encoding.Encoding {
	sample := data[:min(len(data), sampleSize)&^3]
	if len(sample) < 8 {
		return nil
	}
	c := countPairs(sample)
	quads, pairs := len(sample)/4, len(sample)/2
	low, high := c.zeros[0]+c.zeros[2], c.zeros[1]+c.zeros[3]
	little := c.letters < pairs*2/5 && c.little*30 > pairs && c.big == 0
	big := c.letters < pairs*2/5 && c.big*30 > pairs && c.little == 0
	switch {
	case c.zeros[3] == quads && c.zeros[2] > quads*9/10 && c.zeros[0] < quads/10:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case c.zeros[0] == quads && c.zeros[1] > quads*9/10 && c.zeros[3] < quads/10:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	case low < pairs/20 && (high > pairs*2/5 || little):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case high < pairs/20 && (low > pairs*2/5 || big):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// pairCounts are what tells wide characters. In UTF-32 three bytes of four are
// small or zero at the same places; in UTF-16 the blanks and line ends, which
// texts in every script have, are a zero and a small byte, and pairs of Latin
// letters are rare.
type pairCounts struct {
	zeros       [4]int // by the place in four bytes
	little, big int    // blanks and line ends in either order
	letters     int    // pairs of Latin letters
}

func countPairs(sample []byte) (c pairCounts) {
	for i := 0; i < len(sample); i += 2 {
		a, b := sample[i], sample[i+1]
		if a == 0 {
			c.zeros[i&3]++
		}
		if b == 0 {
			c.zeros[i&3+1]++
		}
		switch {
		case b == 0 && isBlank(a):
			c.little++
		case a == 0 && isBlank(b):
			c.big++
		case isLatin(a) && isLatin(b):
			c.letters++
		}
	}
	return c
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\r' }

func isLatin(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

var declaration = regexp.MustCompile(`(?i)(?:charset|coding|encoding)\s*[=:]\s*["']?([a-z][\w.:-]{2,30})`)

// declared gives the encoding that the first lines of a text name: in the head of
// a message, or in an editor's line.
func declared(data []byte) (string, encoding.Encoding) {
	const head = 1024
	m := declaration.FindSubmatch(data[:min(len(data), head)])
	if m == nil {
		return "", nil
	}
	name, e := Labelled(string(m[1]))
	if e == unicode.UTF8 {
		return "", nil
	}
	return name, e
}

// Labelled gives the encoding that a text names by a label of the WHATWG Encoding
// Standard, with its name there. It is nil for labels that are not known or of
// encodings no longer read, and for UTF-16: what says so in single bytes is none.
func Labelled(label string) (name string, e encoding.Encoding) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return "", nil
	}
	name, err = htmlindex.Name(e)
	if err != nil || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return "", nil
	}
	return name, e
}

// legacy chooses between the legacy encodings of the six languages. Bytes over
// 0x7F are rare accents in Western text, and most letters in Russian, Arabic
// and Chinese text, where they are told apart by which letters are frequent.
func legacy(data []byte) (string, encoding.Encoding) {
	candidates := []struct {
		name  string
		e     encoding.Encoding
		score func(rune) int
	}{
		{"Windows-1252", charmap.Windows1252, western},
		{"Windows-1251", charmap.Windows1251, cyrillic},
		{"KOI8-R", charmap.KOI8R, cyrillic},
		{"ISO-8859-5", charmap.ISO8859_5, cyrillic},
		{"IBM866", charmap.CodePage866, cyrillic},
		{"Windows-1256", charmap.Windows1256, arabic},
		{"ISO-8859-6", charmap.ISO8859_6, arabic},
		{"GB18030", simplifiedchinese.GB18030, chinese},
		{"Big5", traditionalchinese.Big5, chinese},
		{"IBM850", charmap.CodePage850, western},
		{"Macintosh", charmap.Macintosh, western},
	}
	sample := data[:min(len(data), sampleSize)]
	best, bestScore := 0, 0
	for i, c := range candidates {
		score, previous := 0, ' '
		for _, r := range with(c.e, sample) {
			if r >= utf8.RuneSelf || previous >= utf8.RuneSelf {
				score += c.score(r)
			}
			previous = r
		}
		if i == 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	return candidates[best].name, candidates[best].e
}
