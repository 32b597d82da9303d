package text

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// decode turns bytes into UTF-8: by a byte order mark, else as UTF-8 where they
// are valid, else as UTF-16 where every other byte is mostly zero, else by the
// legacy encoding that gives the most likely letters. The warning says when it
// was a guess.
func decode(data []byte) (text, warning string) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return string(bytes.ToValidUTF8(data[3:], []byte("\uFFFD"))), ""
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return with(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data), ""
	}
	if e := utf16Without(data); e != nil {
		return with(e, data), ""
	}
	if utf8.Valid(trimCut(data)) {
		return string(bytes.ToValidUTF8(data, nil)), ""
	}
	name, e := legacy(data)
	return with(e, data), "the text names no encoding and was read as " + name
}

func with(e encoding.Encoding, data []byte) string {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD")))
	}
	return string(out)
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

// utf16Without recognises UTF-16 without a byte order mark: the high bytes of
// Western text are zero.
func utf16Without(data []byte) encoding.Encoding {
	sample := data[:min(len(data), 4096)&^1]
	if len(sample) < 8 {
		return nil
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(sample) / 2
	switch {
	case zeros[1] > pairs*2/5 && zeros[0] < pairs/20:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > pairs*2/5 && zeros[1] < pairs/20:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
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
		{"Windows-1256", charmap.Windows1256, arabic},
		{"GB18030", simplifiedchinese.GB18030, chinese},
	}
	sample := data[:min(len(data), 64<<10)]
	best, bestScore := 0, 0
	for i, c := range candidates {
		text := with(c.e, sample)
		score, previous := 0, ' '
		for _, r := range text {
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
