// Package text reads plain text files: one line a line, blocks parted by blank
// lines.
//
//	content, err := text.Read(data)
package text

import (
	"strings"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "text/1"

// Read reads a text file in whatever encoding it is found to be in. It gives
// one page, a Line for each line that holds text; lines between the same blank
// lines share a Block. It never fails: any bytes are some text.
func Read(data []byte) (*layout.Content, error) {
	decoded, warning := decode(data)
	page := layout.Page{Number: 1, Lines: []layout.Line{}}
	block, blank := 0, true
	for line := range strings.SplitSeq(normalizeBreaks(decoded), "\n") {
		line = tidy(line)
		if line == "" {
			blank = true
			continue
		}
		if blank {
			block++
			blank = false
		}
		page.Lines = append(page.Lines, layout.Line{Text: line, Block: block})
	}
	content := &layout.Content{Reader: Version, Pages: []layout.Page{page}}
	if warning != "" {
		content.Warnings = []string{warning}
	}
	return content, nil
}

func normalizeBreaks(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n", "\u2028", "\n", "\u2029", "\n\n").Replace(s)
}

// tidy drops control characters and the blanks around a line; tabs and runs of
// blanks inside stay, they part columns.
func tidy(line string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0xfffe {
			return -1
		}
		return r
	}, line))
}
