package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	reader "github.com/ledongthuc/pdf"

	"travaux/indexer/layout"
)

// Marks are what a page draws, as a reader found it, whether or not it could
// make text of it.
type Marks struct {
	// Chars is the number of characters shown, Lost that of those among them
	// whose font says nothing about their meaning.
	Chars, Lost int
	// Images is the share of the page that images cover, from 0 to 1.
	Images float64
	// Paints is the number of images, lines and areas drawn.
	Paints int
	// Missing says that the page names content of which nothing was found.
	Missing bool
}

// image counts an image that fills the unit square of m.
func (d *drawing) image(m matrix) {
	d.paints++
	if area := math.Abs(m[0]*m[3] - m[1]*m[2]); area < math.Inf(1) { // no NaN
		d.images += area
	}
}

// A drawing counts what the interpreter meets on a page.
type drawing struct {
	chars, lost int
	narrow      int     // of the lost, those not wider than a space may be
	images      float64 // area, in square points
	paints      int
	missing     bool
}

// blankWidth is what a space is at most wide, in parts of the font size.
const blankWidth = 0.36

// char counts a char that is shown.
func (d *drawing) char(class charClass) {
	d.chars++
	if class&classLost != 0 {
		d.lost++
	}
	if class&classNarrow != 0 {
		d.narrow++
	}
}

// withoutFont counts a string shown in a font that is not there.
func (d *drawing) withoutFont(str string) {
	d.chars += len(str)
	d.lost += len(str)
}

// contentMissing reports whether a page names content of which nothing was
// found, though it is not empty in the file.
func (d *document) contentMissing(page reader.Value, data []byte) bool {
	if len(bytes.TrimSpace(data)) > 0 || !slices.Contains(page.Keys(), "Contents") {
		return false
	}
	contents := page.Key("Contents")
	if contents.Kind() != reader.Array {
		return !d.emptyStream(contents)
	}
	for i := range contents.Len() {
		if !d.emptyStream(contents.Index(i)) {
			return true
		}
	}
	return false
}

// emptyStream reports whether a stream is said to be empty, and is.
func (d *document) emptyStream(stream reader.Value) bool {
	length := stream.Key("Length")
	if stream.Kind() != reader.Stream || length.Kind() != reader.Integer || length.Int64() != 0 {
		return false
	}
	s := stream.String() // the library names the place of a stream at the end of it
	at, err := strconv.ParseInt(s[strings.LastIndexByte(s, '@')+1:], 10, 64)
	if err != nil || at < 0 || at > int64(len(d.data)) {
		return true
	}
	return bytes.HasPrefix(bytes.TrimSpace(d.data[at:min(at+32, int64(len(d.data)))]), []byte("endstream"))
}

// marks gives what was met on a page of the given size.
func (d *drawing) marks(width, height float64) Marks {
	lost := d.lost
	if d.narrow >= lost-lost/10 {
		lost -= d.narrow // many fonts say nothing about their spaces
	}
	return Marks{Chars: d.chars, Lost: lost, Images: min(1, d.images/max(1, width*height)), Paints: d.paints, Missing: d.missing}
}

// lostClass gives the class of a char whose font gives it no meaning: no text,
// or characters that stand for none.
func lostClass(c char) charClass {
	for _, r := range c.text {
		if !meaningless(r) {
			return 0
		}
	}
	if c.width <= blankWidth {
		return classLost | classNarrow
	}
	return classLost
}

// meaningless reports whether a character stands for nothing in particular:
// replacement characters, controls, private use. The codes of symbol fonts are
// read by their fonts' names.
func meaningless(r rune) bool {
	switch {
	case r == unicode.ReplacementChar, r == 0xfffe, r == 0xffff:
		return true
	case r < ' ', r >= 0x7f && r < 0xa0:
		return r != '\t' && r != '\n' && r != '\r'
	case r >= 0xf020 && r <= 0xf0ff:
		return false
	}
	return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000
}

// Shares and numbers over which a page is in doubt. They are held to pages that
// other readers read otherwise (docs/fidelity.md).
const (
	lostShare   = 0.1 // of the characters shown
	lostFew     = 8   // of them, at least
	coverShare  = 0.5 // of the page, by images
	coverLetter = 60  // letters on such a page that are enough
)

// What makes a page doubtful, besides what its text shows.
const (
	doubtNoText  = "marks are drawn and no text is found"
	doubtPicture = "an image covers the page and there is no text"
	doubtCovered = "an image covers the page and little text is found"
	doubtMissing = "the page is not found in the file"
	doubtContent = "its content is not found in the file"
	doubtCut     = "the page breaks off"
)

// Doubt says in a phrase why the text of a page may not be what stands on it;
// "" for a sound page.
func Doubt(lines []layout.Line, m Marks) string {
	t := tally(lines)
	switch {
	case m.Missing:
		return doubtContent
	case m.Chars == 0 && m.Images > coverShare:
		return doubtPicture
	case t.letters+t.others == 0 && m.Paints+m.Chars > 0:
		return doubtNoText
	case m.Lost >= lostFew && float64(m.Lost) > lostShare*float64(m.Chars):
		return fmt.Sprintf("%d of %d characters have no meaning", m.Lost, m.Chars)
	case m.Images > coverShare && t.letters < coverLetter:
		return doubtCovered
	}
	return t.doubt()
}
