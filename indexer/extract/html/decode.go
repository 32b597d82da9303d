package html

import (
	"bytes"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"travaux/indexer/extract/text"
)

var xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,30})["']`)

// decode turns the bytes of a page into UTF-8. Bytes that are valid UTF-8 and
// hold more than ASCII are that, whatever the page declares: saved pages often
// keep the declaration of the encoding they had before. Else a mark, a meta
// element or an XML declaration decide, and where there is none the letters.
func decode(data []byte) string {
	if utf8.Valid(data) && !isASCII(data) {
		return string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	}
	e, name, certain := charset.DetermineEncoding(data, "")
	if m := xmlDeclaration.FindSubmatch(data[:min(len(data), 1024)]); m != nil && (!certain || name == "utf-8") {
		if declared, known := text.Labelled(string(m[1])); known != nil {
			e, name, certain = known, declared, true
		}
	}
	if !certain || name == "utf-8" || name == "replacement" {
		decoded, _ := text.Decode(data)
		return decoded
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return string(bytes.ToValidUTF8(out, []byte("\uFFFD")))
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
