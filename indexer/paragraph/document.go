package paragraph

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
)

// document is a file's lines with what is measured over all of them.
type document struct {
	lang   string
	rtl    bool
	lines  []line
	sheets []sheet
	size   float64 // the font size most of the text is set in
	words  words
	unit   string // what its own numbers count: "para", in an annotated agenda "item"
}

// sheet is one page: where its lines are and where its text block stands.
type sheet struct {
	number        int
	first, last   int // lines[first:last]
	width, height float64
	left, right   float64 // of the body text
	pitch         float64 // from line to line
	placed        bool
	ocr           bool // its text was recognised in a picture
}

func newDocument(c *layout.Content, lang string) *document {
	c = unfold(c)
	d := &document{lang: lang, rtl: lang == "ar" || lang == "he" || lang == "fa"}
	d.lines = readLines(c, d.rtl)
	at := 0
	for i, p := range c.Pages {
		s := sheet{number: p.Number, first: at, width: p.Width, height: p.Height, ocr: p.OCR}
		if s.number <= 0 {
			s.number = i + 1
		}
		for at < len(d.lines) && d.lines[at].sheet == i {
			s.placed = s.placed || d.lines[at].placed()
			at++
		}
		s.last = at
		d.sheets = append(d.sheets, s)
	}
	d.measure()
	d.words = countWords(d.lines)
	return d
}

// measure finds the body's font size, and on each page the edges and the pitch
// of its text.
func (d *document) measure() {
	sizes := map[float64]int{}
	for _, l := range d.lines {
		if s := l.fontSize(); s > 0 {
			sizes[math.Round(s*2)/2] += utf8.RuneCountInString(l.text)
		}
	}
	d.size = mode(sizes)
	for i := range d.sheets {
		d.measureSheet(&d.sheets[i])
	}
}

// measureSheet takes the edges from the long lines, which are most of a text
// block, and the pitch from neighbouring lines of the body's size.
func (d *document) measureSheet(s *sheet) {
	if !s.placed {
		return
	}
	lefts, pitches := map[float64]int{}, map[float64]int{}
	var rights []float64
	lines := d.lines[s.first:s.last]
	for i, l := range lines {
		s.width = max(s.width, l.right())
		s.height = max(s.height, l.bottom())
		if n := utf8.RuneCountInString(l.text); n >= 40 && len(l.cells) < 2 {
			lefts[math.Round(l.x/2)*2] += n
			rights = append(rights, l.right())
		}
		if i > 0 && d.bodySized(l) && d.bodySized(lines[i-1]) {
			if dy := l.y - lines[i-1].y; dy > 0 && dy < 4*max(l.h, d.size) {
				pitches[math.Round(dy*2)/2]++
			}
		}
	}
	s.left = mode(lefts)
	s.right = s.width - s.left
	if len(rights) > 0 {
		slices.Sort(rights)
		s.right = rights[len(rights)*9/10]
	}
	s.pitch = mode(pitches)
	if s.pitch == 0 {
		s.pitch = 1.25 * d.size
	}
}

// mode gives the key with the highest count, the smaller of two equal ones.
func mode(counts map[float64]int) float64 {
	var best float64
	most := 0
	for k, n := range counts {
		if n > most || n == most && k < best {
			best, most = k, n
		}
	}
	return best
}

// fontSize is the line's font size, its height where the size is not known.
func (l line) fontSize() float64 {
	if l.size > 0 {
		return l.size
	}
	return l.h
}

func (d *document) bodySized(l line) bool {
	return d.size == 0 || math.Abs(l.fontSize()-d.size) <= 0.08*d.size
}

// edges gives how far a line begins and ends from the start edge of its page:
// the left one, in Arabic the right one.
func (d *document) edges(l line) (start, end float64) {
	if d.rtl {
		w := d.sheets[l.sheet].width
		return w - l.right(), w - l.x
	}
	return l.x, l.right()
}

// margins gives the start and end edge of the page's text block.
func (d *document) margins(n int) (start, end float64) {
	s := d.sheets[n]
	if d.rtl {
		return s.width - s.right, s.width - s.left
	}
	return s.left, s.right
}

// full reports whether the line reaches the end edge of its text block.
func (d *document) full(l line) bool {
	if !l.placed() {
		return false
	}
	start, end := d.margins(l.sheet)
	_, e := d.edges(l)
	return e > end-0.12*(end-start)
}

// centred reports whether the line stands in the middle of its page's text,
// away from both edges.
func (d *document) centred(l line) bool {
	if !l.placed() {
		return false
	}
	s := d.sheets[l.sheet]
	middle := (s.left + s.right) / 2
	return l.x > s.left+18 && l.right() < s.right-18 && math.Abs((l.x+l.right())/2-middle) < 0.04*s.width
}

// ends reports whether text ends as a sentence or a clause of a list does. The
// mark of a note may follow; the number of a symbol (INF.1) is none.
func ends(text string) bool {
	t := strings.TrimRight(text, closing)
	word := t[strings.LastIndexAny(t, " \n")+1:]
	if !strings.Contains(word, "/") {
		t = strings.TrimRight(t, closing+"0123456789")
	}
	r, _ := utf8.DecodeLastRuneInString(t)
	return strings.ContainsRune(".;:!?。；：！？؛؟,،，", r)
}

// closing are the runes that may stand behind the end of a sentence.
const closing = "\"'”’»)]） *"

// endsColon reports whether text ends with a colon, so that more must follow.
func endsColon(text string) bool {
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：")
}

var draftOpening = regexp.MustCompile(`(?i)(?:draft (?:resolution|decision)s?|projets? de (?:résolution|décision)(?: (?:suivante?s?|ci-après))?|proyectos? de (?:resolución|decisión|resoluciones|decisiones)(?: siguientes?)?|проект(?:а|ов|ы)? (?:резолюци[ий]|решени[йя])|(?:مشروع|مشاريع) (?:القرار|القرارات|المقرر|المقررات)(?: التالي| التالية)?|决议草案|决定草案)\s?[:：]$`)

// opensDraft reports whether text ends with the words that open the text of a
// draft, which is no part of the paragraph above it.
func opensDraft(text string) bool { return endsColon(text) && draftOpening.MatchString(text) }

// recognised reports whether any of the block's text was recognised in a picture
// of its page.
func (d *document) recognised(b block) bool {
	for _, l := range b.lines {
		if l.sheet < len(d.sheets) && d.sheets[l.sheet].ocr {
			return true
		}
	}
	return false
}
