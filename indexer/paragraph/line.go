package paragraph

import (
	"strings"
	"unicode"

	"travaux/indexer/layout"
)

// role says what a line is for; only body lines and notes become passages.
type role int

const (
	body role = iota
	furniture
	front
	contents
	note
)

// line is one printed line, whole: pieces on one baseline that belong together
// are joined, those of a table row stay apart in cells.
type line struct {
	text       string
	page       int // the page's number as the reader gives it
	sheet      int // the page's index
	x, y, w, h float64
	size       float64
	bold       bool
	italic     bool
	heading    int
	block      int
	row        bool // the format declares a table row
	cells      []string
	raised     []layout.Span // the raised parts of text
	calls      []string      // the marks of notes that were taken out of text
	role       role
}

// placed reports whether the line has a position.
func (l line) placed() bool { return l.w > 0 || l.y > 0 }

func (l line) bottom() float64 { return l.y + l.h }
func (l line) right() float64  { return l.x + l.w }

// readLines gives the document's lines with clean text, empty ones left out.
func readLines(c *layout.Content, rtl bool) []line {
	var out []line
	for sheet, p := range c.Pages {
		var row []line
		for _, raw := range p.Lines {
			l := newLine(raw, p.Number, sheet)
			if l.text == "" {
				continue
			}
			if len(row) > 0 && !sameBaseline(row, l) {
				out = append(out, joinRow(row, rtl)...)
				row = row[:0]
			}
			row = append(row, l)
		}
		out = append(out, joinRow(row, rtl)...)
	}
	return out
}

func newLine(raw layout.Line, page, sheet int) line {
	if page <= 0 {
		page = sheet + 1
	}
	l := line{
		page: page, sheet: sheet, x: raw.X, y: raw.Y, w: raw.W, h: raw.H, size: raw.Size,
		bold: raw.Bold, italic: raw.Italic, heading: raw.Heading, block: raw.Block, row: raw.Row,
	}
	if raw.Row {
		for _, c := range strings.Split(raw.Text, "\t") {
			l.cells = append(l.cells, cleanSpaces(c))
		}
		l.text = strings.TrimSpace(strings.Join(l.cells, "\t"))
		return l
	}
	l.text, l.raised = cleanRaised(raw.Text, raw.Raised)
	return l
}

// cleanSpaces makes every run of white space one blank, drops marks of
// direction, and shows every kind of soft hyphen as U+00AD, kept only at the
// end of the text.
func cleanSpaces(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '\u00a0' || r == '\u200b':
			space = true
			continue
		case r >= '\u200e' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\ufeff':
			continue
		case r == '\u0002' || r == '\ufffe':
			r = softHyphen
		case unicode.IsControl(r):
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	t := b.String()
	soft := strings.HasSuffix(t, string(softHyphen))
	t = strings.ReplaceAll(t, string(softHyphen), "")
	if soft {
		t += string(softHyphen)
	}
	return t
}

const softHyphen = '\u00ad'

// sameBaseline reports whether l stands on the baseline of the row's last
// piece, beside all of its pieces.
func sameBaseline(row []line, l line) bool {
	last := row[len(row)-1]
	if l.row || last.row || !l.placed() || !last.placed() || l.w <= 0 || last.w <= 0 {
		return false
	}
	share := 0.5
	if isNoteMark(last.text) && l.y >= last.y && l.x >= last.right()-1 && l.x < last.right()+last.h {
		share = 0.25 // the raised mark of a note stands above its line
	}
	overlap := min(l.bottom(), last.bottom()) - max(l.y, last.y)
	if overlap < share*min(l.h, last.h) {
		return false
	}
	for _, p := range row {
		if l.x < p.right()-1 && p.x < l.right()-1 {
			return false
		}
	}
	return true
}

// joinRow joins the pieces of one baseline: a label and what it labels, and
// pieces no further apart than words. Pieces that stay apart are cells.
func joinRow(row []line, rtl bool) []line {
	if len(row) < 2 {
		return append([]line(nil), row...)
	}
	pieces := append([]line(nil), row...)
	for i := 1; i < len(pieces); i++ {
		for j := i; j > 0 && before(pieces[j], pieces[j-1], rtl); j-- {
			pieces[j], pieces[j-1] = pieces[j-1], pieces[j]
		}
	}
	joined := pieces[:1]
	for _, p := range pieces[1:] {
		last := &joined[len(joined)-1]
		gap := max(p.x-last.right(), last.x-p.right())
		switch {
		case isNoteMark(p.text) && p.h < 0.85*last.h && gap < 0.3*last.h:
			p.raised = []layout.Span{{Start: 0, End: len(p.text)}}
			last.extend(p, "")
		case labelOnly(last.text) || gap < 1.3*max(p.h, last.h):
			last.extend(p, " ")
		default:
			joined = append(joined, p)
		}
	}
	if len(joined) == 1 {
		return append([]line(nil), joined...)
	}
	whole := joined[0]
	whole.cells = []string{whole.text}
	for _, p := range joined[1:] {
		whole.cells = append(whole.cells, p.text)
		whole.extend(p, "\t")
	}
	return []line{whole}
}

func before(a, b line, rtl bool) bool {
	if rtl {
		return a.right() > b.right()
	}
	return a.x < b.x
}

// extend takes p into the line, sep between the texts.
func (l *line) extend(p line, sep string) {
	if len(p.text) > len(l.text) {
		l.size, l.bold, l.italic = p.size, p.bold, p.italic
	}
	right, bottom := max(l.right(), p.right()), max(l.bottom(), p.bottom())
	l.x, l.y = min(l.x, p.x), min(l.y, p.y)
	l.w, l.h = right-l.x, bottom-l.y
	for _, r := range p.raised {
		at := len(l.text) + len(sep)
		l.raised = append(l.raised, layout.Span{Start: at + r.Start, End: at + r.End})
	}
	l.text += sep + p.text
	l.heading = max(l.heading, p.heading)
}
