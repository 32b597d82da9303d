// Package text reads plain text files: one line a line, blocks parted by blank
// lines, pages by form feeds.
//
//	content, err := text.Read(data)
package text

import (
	"strings"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "text/3"

// maxPages bounds the pages of a file; the last holds the rest.
const maxPages = 5000

// Read reads a text file in whatever encoding it is found to be in. It gives a
// page for each that form feeds part, a Line for each line that holds text; lines
// between the same blank lines share a Block. It never fails: any bytes are some
// text.
func Read(data []byte) (*layout.Content, error) {
	decoded, warning := Decode(data)
	content := &layout.Content{Reader: Version}
	for _, part := range strings.SplitN(strings.TrimRight(normalizeBreaks(decoded), "\f\n "), "\f", maxPages) {
		part = strings.ReplaceAll(part, "\f", "\n\n")
		content.Pages = append(content.Pages, layout.Page{Number: len(content.Pages) + 1, Lines: lines(part)})
	}
	if warning != "" {
		content.Warnings = []string{warning}
	}
	return content, nil
}

// lines gives the lines of a page that hold text.
func lines(page string) []layout.Line {
	all := []layout.Line{}
	var gaps []int // blank lines above each
	gap := 0
	for line := range strings.SplitSeq(page, "\n") {
		if line = tidy(line); line == "" {
			gap++
			continue
		}
		all = append(all, layout.Line{Text: line})
		gaps = append(gaps, gap)
		gap = 0
	}
	apart := 1
	if doubleSpaced(all, gaps) {
		apart = 2
	}
	block := 1
	for i := range all {
		if i > 0 && gaps[i] >= apart {
			block++
		}
		all[i].Block = block
	}
	return all
}

// doubleSpaced reports whether a blank line stands between all lines, and not
// between paragraphs only: hardly two lines follow each other closely, and many
// go on in the middle of a sentence.
func doubleSpaced(all []layout.Line, gaps []int) bool {
	const few = 8
	if len(all) < few {
		return false
	}
	close, goesOn := 0, 0
	for i := 1; i < len(all); i++ {
		switch {
		case gaps[i] == 0:
			close++
		case gaps[i] == 1 && runsOn(all[i-1].Text, all[i].Text):
			goesOn++
		}
	}
	return close*20 < len(all) && goesOn*4 >= len(all)
}

// runsOn reports whether a line goes on with the sentence of the one above it.
func runsOn(above, line string) bool {
	first := []rune(line)[0]
	return !strings.ContainsAny(above[len(above)-1:], ".:;!?") && strings.ToUpper(string(first)) != string(first)
}

func normalizeBreaks(s string) string {
	return strings.NewReplacer("\r\r\n", "\n", "\r\n", "\n", "\r", "\n", "\u0085", "\n", "\v", "\n", "\u2028", "\n", "\u2029", "\n\n").Replace(s)
}

// tidy drops control characters and the blanks around a line; tabs and runs of
// blanks inside stay, they part columns. A soft hyphen counts at the end of the
// line alone.
func tidy(line string) string {
	line = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r == 0xfeff || r == 0xfffe {
			return -1
		}
		return r
	}, line))
	const softHyphen = "\u00ad"
	if !strings.Contains(line, softHyphen) {
		return line
	}
	if rest, ok := strings.CutSuffix(line, softHyphen); ok {
		line = rest + "-"
	}
	return strings.TrimSpace(strings.ReplaceAll(line, softHyphen, ""))
}
