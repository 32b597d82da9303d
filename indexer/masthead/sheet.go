package masthead

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/indexer/layout"
)

// headLines is how many lines of page 1 may belong to the head of a document;
// the longest heads, of joint documents with many agenda items, have about 35.
const headLines = 60

// longLine is where longer lines are cut: formats without lines give a whole
// paragraph as one, and a masthead run together is shorter.
const longLine = 1500

// line is one line of the head, cleaned.
type line struct {
	layout.Line
	// text is the line with blanks, dashes and compatibility forms in one form.
	text string
	// folded is the form for comparing.
	folded string
	kind   kind
	// piece says that the line was cut out of a longer one, so its place is not
	// its own; part counts the pieces of that line.
	piece bool
	part  int
}

// sure tells how sure what the line holds is: less where it had to be cut out of a
// text run together.
func (l line) sure() float64 {
	if l.part > 0 {
		return 0.7
	}
	return 0.9
}

// placed reports whether the line has a place on the page.
func (l line) placed() bool { return !l.piece && (l.W > 0 || l.H > 0) }

// sheet is the first page as the fields are read from it, and the running heads
// of the pages that follow.
type sheet struct {
	width, height float64
	lines         []line
	// blockEnd is the index behind the last line of the masthead's block:
	// symbol, distribution, date, languages.
	blockEnd int
	// headerEnd is the index behind the last of the lines of session, place and
	// agenda item that follow the block.
	headerEnd int
	// wrap is the width, in characters, at which lines of text are broken; 0
	// when they are not, so that each is a paragraph.
	wrap int
	// bodySize is the size most of the page is set in, 0 when not known.
	bodySize float64
	// opened says that the titles end where a body begins to speak, as in
	// resolutions.
	opened bool
	// anchored says that the page has a line only mastheads have.
	anchored bool
	// note says that the document is a note verbale known by its number.
	note  bool
	pages []layout.Page
	// running are the folded heads and feet of the other pages.
	running []line
	// taken marks lines that a field has claimed.
	taken map[int]bool
}

// newSheet prepares the content's first page with text.
func newSheet(c *layout.Content) *sheet {
	s := &sheet{taken: map[int]bool{}}
	first := 0
	for first < len(c.Pages) && !hasText(c.Pages[first]) {
		first++
	}
	if first == len(c.Pages) {
		return s
	}
	s.pages, s.lines = behindCovers(c.Pages[first:])
	page := s.pages[0]
	s.width, s.height = page.Width, page.Height
	s.bodySize = bodySize(s.pages)
	s.wrap = wrapOf(page)
	s.findBlock()
	s.findHeader()
	s.running = runningLines(s.pages[1:])
	return s
}

// maxCover is how many lines the page of a cover may have.
const maxCover = 25

// behindCovers leaves out the pages before the one with the masthead: covers, which
// have few lines and no symbol. With the pages come the lines at the head of the
// first.
func behindCovers(pages []layout.Page) ([]layout.Page, []line) {
	opening := headOf(pages[0])
	if len(pages[0].Lines) > maxCover {
		return pages, opening
	}
	for i, p := range pages[:min(3, len(pages))] {
		lines := opening
		if i > 0 {
			lines = headOf(p)
		}
		symbol, anchor := false, false
		for _, l := range lines {
			symbol = symbol || l.kind == kindSymbol
			anchor = anchor || l.kind == kindDistr || l.kind == kindOriginal || l.kind == kindOnly
		}
		if symbol && anchor {
			return pages[i:], lines
		}
		if symbol || anchor || len(lines) > maxCover {
			break
		}
	}
	return pages, opening
}

// unbroken is the least width, in characters, of lines that are whole paragraphs.
const unbroken = 110

// wrapOf returns the width at which the lines of a page are broken, 0 when they
// are not.
func wrapOf(p layout.Page) int {
	longest := 0
	for _, l := range p.Lines {
		longest = max(longest, utf8.RuneCountInString(l.Text))
	}
	if longest >= unbroken {
		return 0
	}
	return longest
}

func hasText(p layout.Page) bool {
	for _, l := range p.Lines {
		if strings.TrimSpace(l.Text) != "" {
			return true
		}
	}
	return false
}

// headOf returns the cleaned lines at the head of a page; lines that hold
// several columns or a whole masthead run together are cut into their parts. Each
// has its kind.
func headOf(p layout.Page) []line {
	var out []line
	for _, l := range byRows(p.Lines) {
		if l.Size > 0 && l.Size < 7 && len(l.Text) < 3 {
			continue // the call of a footnote, raised off its line
		}
		l.Text = l.Text[:min(len(l.Text), longLine)]
		for _, column := range columns(l.Text) {
			parts := cutAnchors(column)
			if len(out) == 0 {
				parts = cutPage(column)
			}
			for i, part := range parts {
				out = append(out, line{
					Line: l, text: part, folded: fold(part), part: i,
					piece: len(parts) > 1 || part != column || column != clean(l.Text),
				})
			}
		}
		if len(out) >= headLines {
			break
		}
	}
	out = joinDates(joinSymbols(out))
	for i := range out {
		out[i].kind = classify(out[i])
	}
	return out
}

// joinSymbols joins a symbol that is too long for its column, and so goes on in
// the next line: "CAC/COSP/IRG/2014/1/" and "Add.3".
func joinSymbols(lines []line) []line {
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if len(l.text) > 60 || !strings.HasSuffix(l.text, "/") || strings.Count(l.text, "/") < 2 {
			continue
		}
		for j := i + 1; j < len(lines) && j <= i+3; j++ {
			if l.placed() && lines[j].placed() && math.Abs(lines[j].X-l.X) > 20 || !onlySymbols(l.text+lines[j].text) {
				continue
			}
			lines[i].text += lines[j].text
			lines[i].folded = fold(lines[i].text)
			lines = slices.Delete(lines, j, j+1)
			break
		}
	}
	return lines
}

// bodySize returns the size most of the text of the first pages is set in.
func bodySize(pages []layout.Page) float64 {
	lengths := map[float64]int{}
	for _, p := range pages[:min(3, len(pages))] {
		for _, l := range p.Lines {
			lengths[math.Round(l.Size*2)/2] += len(l.Text)
		}
	}
	best := 0.0
	for size, n := range lengths {
		if n > lengths[best] || n == lengths[best] && size < best {
			best = size
		}
	}
	return best
}

// runningLines returns the first and last lines of the pages behind the first.
func runningLines(pages []layout.Page) []line {
	var out []line
	for _, p := range pages[:min(len(pages), 10)] {
		for i, l := range p.Lines {
			if i < 3 || i >= len(p.Lines)-3 {
				for _, part := range columns(l.Text[:min(len(l.Text), longLine)]) {
					out = append(out, line{Line: l, text: part, folded: fold(part)})
				}
			}
		}
	}
	return out
}
