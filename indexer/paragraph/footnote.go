package paragraph

import (
	"regexp"
	"strings"
	"unicode"
)

// footnote is one note with the page it begins on.
type footnote struct {
	mark  string // "5", "*", "a"
	text  string
	page  int
	end   int
	sheet int
	first int  // its first line
	slash bool // its mark is printed with a slash: "5/"
}

var noteStart = regexp.MustCompile(`^(?:(\d{1,3})\s?/?\s+|(\d{1,3})/\s+|([*∗†‡]{1,4})\s*|([a-z])\s?/?\s+|(\d{1,3})(\p{Lu}))`)

// noteMarkOf reads the mark at the beginning of a footnote.
func noteMarkOf(text string) (mark, rest string, ok bool) {
	m := noteStart.FindStringSubmatchIndex(text)
	if m == nil {
		if isNoteMark(text) {
			return strings.ReplaceAll(text, "∗", "*"), "", true
		}
		return "", text, false
	}
	cut := m[1]
	for g := 1; g <= 5; g++ {
		if m[2*g] >= 0 {
			mark = text[m[2*g]:m[2*g+1]]
			if g == 5 {
				cut = m[2*g+1]
			}
		}
	}
	return strings.ReplaceAll(mark, "∗", "*"), strings.TrimSpace(text[cut:]), true
}

// markNotes marks the footnotes at the bottom of each page: what stands below
// the short rule, or the run of small lines that begins with a mark.
func (d *document) markNotes() {
	for n := range d.sheets {
		if d.sheets[n].placed {
			d.markSheetNotes(d.sheets[n])
		}
	}
}

func (d *document) markSheetNotes(s sheet) {
	at := -1
	for i := s.first; i < s.last; i++ {
		l := d.lines[i]
		if l.role == body && isRule(l.text) && l.y > 0.25*s.height && d.noteAfter(i+1, s.last) {
			at = i
		}
	}
	if at < 0 {
		at = d.smallRun(s)
	}
	if at < 0 {
		at = d.slashRun(s)
	}
	if at < 0 {
		return
	}
	for i := at; i < s.last; i++ {
		if d.lines[i].role == body {
			d.lines[i].role = note
		}
	}
}

// noteAfter reports whether the next line with text begins with a mark, or is
// small as the rest of a note from the page before is.
func (d *document) noteAfter(from, to int) bool {
	for i := from; i < to; i++ {
		l := d.lines[i]
		if l.role != body || l.text == "" {
			continue
		}
		_, _, ok := noteMarkOf(l.text)
		return ok || l.fontSize() < 0.93*d.size
	}
	return false
}

// smallRun gives the first line of the run of small lines that ends the page;
// -1 when there is none that begins with a mark. Totals and heads in bold type are
// a table's, which may end a page too.
func (d *document) smallRun(s sheet) int {
	if d.size == 0 {
		return -1
	}
	at := -1
	for i := s.last - 1; i >= s.first; i-- {
		l := d.lines[i]
		if l.role != body {
			continue
		}
		if l.fontSize() > 0.93*d.size || l.bold || len(l.cells) > 2 || leader.MatchString(l.text) || l.y < 0.08*s.height {
			break
		}
		if _, _, ok := noteMarkOf(l.text); ok {
			at = i
		}
	}
	return at
}

var (
	slashNote = regexp.MustCompile(`^(\d{1,3})/ +\S`)
	slashCall = patternOf(`[^\s/\d] ?(\d{1,3})/(?:\s|[.,;:)]|$)`)
)

// slashRun gives the first line of the notes that a page has at its foot in the
// size of the text, as typewritten pages do: "4/ See ...", or with a raised mark,
// parted from the text and called in it by the same mark; -1 when there are none.
func (d *document) slashRun(s sheet) int {
	called := map[string]bool{}
	prev := -1
	for i := s.first; i < s.last; i++ {
		l := d.lines[i]
		if l.role != body {
			continue
		}
		low := l.y > 0.2*s.height && prev >= 0 && d.gapBetween(d.lines[prev], l)
		if m := slashNote.FindStringSubmatch(l.text); low && m != nil && called[m[1]] {
			return i
		}
		if m := l.raisedStart(); low && digits(m) > 0 && called[m] && d.endsSheet(i, s) {
			return i
		}
		for _, m := range slashCall.FindAllStringSubmatch(l.text, 8) {
			called[m[1]] = true
		}
		for _, r := range l.raised {
			called[l.text[r.Start:r.End]] = true
		}
		prev = i
	}
	return -1
}

// endsSheet reports whether nothing but notes can follow line i on its page: no
// line set larger, none in bold type.
func (d *document) endsSheet(i int, s sheet) bool {
	size := d.lines[i].fontSize()
	for _, l := range d.lines[i+1 : s.last] {
		if l.role == body && (l.fontSize() > 1.02*size || l.bold) {
			return false
		}
	}
	return true
}

// notes joins the marked lines into footnotes. A page's first lines without a
// mark go on with the last note of the page before.
func (d *document) notes() []footnote {
	var out []footnote
	for i, l := range d.lines {
		if l.role != note || isRule(l.text) {
			continue
		}
		text := strings.ReplaceAll(l.text, "\t", " ")
		mark, rest, ok := noteMarkOf(text)
		if ok && !d.opensNote(out, mark, i) {
			ok = false
		}
		if ok {
			out = append(out, footnote{mark: mark, text: rest, page: l.page, end: l.page, sheet: l.sheet, first: i, slash: slashNote.MatchString(text)})
			continue
		}
		if len(out) == 0 {
			out = append(out, footnote{page: l.page, sheet: l.sheet, first: i})
		}
		last := &out[len(out)-1]
		last.text, last.end = d.words.join(last.text, text), l.page
	}
	return out
}

// opensNote reports whether a mark may follow the notes so far: figures go up
// by small steps, so "2009. Rome" within a note is none.
func (d *document) opensNote(notes []footnote, mark string, i int) bool {
	v := digits(mark)
	if v == 0 {
		if unicode.IsLetter(rune(mark[0])) {
			return len(notes) == 0 || !endsOpen(notes[len(notes)-1].text)
		}
		return true
	}
	for j := len(notes) - 1; j >= 0; j-- {
		if prev := digits(notes[j].mark); prev > 0 {
			turned := d.lines[i].sheet > notes[j].sheet
			return v == prev+1 || v == prev+2 || turned && (v == 1 || v > prev && v < prev+40)
		}
	}
	return v <= 400
}

func endsOpen(text string) bool { return text != "" && !ends(text) }

// digits gives the value of a figure, 0 for other marks.
func digits(s string) int {
	v := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
		v = v*10 + int(r-'0')
	}
	return v
}
