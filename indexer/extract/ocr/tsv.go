package ocr

import (
	"bufio"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a word as tesseract saw it, with its box in pixels.
type word struct {
	text       string
	x, y, w, h int
	confidence float64 // 0 to 1
	line       lineID
	glued      bool // to the word before it
}

func (w word) right() int  { return w.x + w.w }
func (w word) bottom() int { return w.y + w.h }

// lineID tells the lines of a page apart.
type lineID struct{ block, paragraph, line int }

// Bounds on a table of words: a page of small print has 3,000 words.
const (
	maxWords = 20_000
	maxText  = 4 << 10 // bytes of one word
)

// parseTable reads the table of words that tesseract prints (its TSV output):
// a row an item, of which those of level 5 are words. Rows that are no words,
// words without a visible character and boxes outside a page of the given size
// are left out.
func parseTable(r io.Reader, width, height int) []word {
	var words []word
	rows := bufio.NewScanner(r)
	rows.Buffer(make([]byte, 0, 1<<14), 1<<16)
	for rows.Scan() && len(words) < maxWords {
		if w, ok := parseRow(rows.Text(), width, height); ok {
			words = append(words, w)
		}
	}
	return words
}

// Columns of the table.
const (
	colLevel = iota
	colPage
	colBlock
	colParagraph
	colLine
	colWord
	colLeft
	colTop
	colWidth
	colHeight
	colConfidence
	colText
	columns
)

func parseRow(row string, width, height int) (word, bool) {
	cells := strings.SplitN(row, "\t", columns)
	if len(cells) != columns || cells[colLevel] != "5" {
		return word{}, false
	}
	var n [colConfidence]int
	for i := range n {
		v, err := strconv.Atoi(cells[i])
		if err != nil || v < 0 {
			return word{}, false
		}
		n[i] = v
	}
	confidence, err := strconv.ParseFloat(cells[colConfidence], 64)
	if err != nil || math.IsNaN(confidence) {
		return word{}, false
	}
	w := word{
		text: clean(cells[colText]), x: n[colLeft], y: n[colTop], w: n[colWidth], h: n[colHeight],
		confidence: min(max(confidence/100, 0), 1), line: lineID{n[colBlock], n[colParagraph], n[colLine]},
	}
	// Sums are avoided: hostile numbers overflow.
	inside := w.x <= width && w.w <= width-w.x && w.y <= height && w.h <= height-w.y
	return w, inside && w.w > 0 && w.h > 0 && w.text != ""
}

// clean leaves of a word what is seen: no white space, no marks of direction, no
// control characters.
func clean(s string) string {
	if len(s) > maxText || !utf8.ValidString(s) {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}
