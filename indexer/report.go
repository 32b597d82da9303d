package indexer

import (
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"

	"travaux/search"
	"travaux/search/un"
)

// reportLine is one line of the report. Every field is there on every line.
type reportLine struct {
	Path   string            `json:"path"`
	SHA256 string            `json:"sha256"`
	Status search.FileStatus `json:"status"`
	Reason string            `json:"reason"`
	Symbol string            `json:"symbol"`
	Lang   string            `json:"lang"`
	Pages  int               `json:"pages"`
	MS     int64             `json:"ms"`
}

// report writes a file's line.
func (ix *Indexer) report(it *item, rec search.FileRecord) error {
	line := reportLine{
		Path: printable(rec.Path), SHA256: rec.SHA256, Status: it.status(rec), Reason: it.reason(rec),
		Pages: it.pages, MS: (it.reading + it.analysing).Milliseconds(),
	}
	if len(rec.Renditions) == 1 {
		line.Symbol, line.Lang = symbolOf(rec.Renditions[0]), rec.Renditions[0].Language
	}
	data, err := json.Marshal(line)
	if err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	if _, err := ix.Report.Write(append(data, '\n')); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return nil
}

// printable is a path as JSON can tell it: bytes that are no UTF-8 as \xff.
func printable(path string) string {
	if utf8.ValidString(path) {
		return path
	}
	var out strings.Builder
	for i, r := range path {
		if _, n := utf8.DecodeRuneInString(path[i:]); r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&out, `\x%02x`, path[i])
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// symbolOf is the symbol or number in a rendition's key, empty for a document
// that has neither.
func symbolOf(key un.RenditionKey) string {
	if un.IsAssignedID(key.Document) {
		return ""
	}
	return key.Document
}
