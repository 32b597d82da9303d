package doc

import (
	"errors"
	"strings"
	"unicode"

	"travaux/indexer/layout"
)

// ErrNoText says that a converter printed no text.
var ErrNoText = errors.New("the converter found no text in it")

// Parse makes one page of what a converter prints: a paragraph a line, rows of
// tables between upright strokes, pictures as "[pic]". Each paragraph is a block.
func Parse(text []byte) (*layout.Content, error) {
	page := layout.Page{Number: 1, Lines: []layout.Line{}}
	for line := range strings.Lines(strings.ToValidUTF8(string(text), "\uFFFD")) {
		for part := range strings.SplitSeq(line, "\f") {
			if l, ok := parseLine(part); ok {
				l.Block = len(page.Lines) + 1
				page.Lines = append(page.Lines, l)
			}
		}
	}
	if len(page.Lines) == 0 {
		return nil, ErrNoText
	}
	return &layout.Content{Reader: Version, Pages: []layout.Page{page}}, nil
}

func parseLine(line string) (layout.Line, bool) {
	line = strings.ReplaceAll(line, "[pic]", " ")
	trimmed := strings.TrimSpace(line)
	if len(trimmed) > 2 && trimmed[0] == '|' && trimmed[len(trimmed)-1] == '|' {
		return row(trimmed[1 : len(trimmed)-1])
	}
	text := squeeze(line)
	return layout.Line{Text: text}, text != ""
}

// row makes a row of a table, its cells parted by tabs.
func row(inner string) (layout.Line, bool) {
	cells := strings.Split(inner, "|")
	filled := false
	for i, c := range cells {
		cells[i] = squeeze(c)
		filled = filled || cells[i] != ""
	}
	return layout.Line{Text: strings.Join(cells, "\t"), Row: true}, filled
}

// squeeze makes single spaces of all white space and leaves out control
// characters.
func squeeze(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cc, r):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
