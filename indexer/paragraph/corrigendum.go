package paragraph

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"travaux/search/un"
)

// Corrections reads what the passages of a corrigendum change and sets their
// Corrections: "Paragraph 12, line 3: for 2012 read 2013" replaces a figure in
// para-12. It reads the fixed forms of the six languages that the UN Editorial
// Manual prescribes. A place may stand in a heading or on a line above the
// change, and what is to be read in the passage below. What has none of the forms
// stays the plain notice that it is.
//
// Call it for documents whose symbol says that they are corrigenda: in other
// texts "delete" and "for" are words like any other.
func Corrections(passages []un.Passage) {
	var at place
	for i := range passages {
		p := &passages[i]
		p.Corrections = nil
		if p.Type == un.Footnote || p.Type == un.Table || utf8.RuneCountInString(p.Text) > maxNotice {
			continue
		}
		text := p.Text
		if strings.Contains(p.Number, ".") {
			text = p.Number + " " + text // the corrected paragraph's number: lists count 1, 2, 3
		}
		for _, text := range segments(text) {
			var c un.Correction
			var ok bool
			at, c, ok = at.read(text, rest(passages, i, text))
			if ok && p.Type != un.HeadingPassage || ok && c.Old+c.New != "" {
				p.Corrections = append(p.Corrections, c)
			}
		}
	}
}

// maxNotice is the longest passage in which a correction is looked for: longer
// ones are texts of their own.
const maxNotice = 4000

// rest gives the text of the passage below a segment that ends passage i, for
// forms that go on there: "Paragraph 12 should read as follows:".
func rest(passages []un.Passage, i int, text string) string {
	if i+1 >= len(passages) || !strings.HasSuffix(passages[i].Text, text) {
		return ""
	}
	next := passages[i+1]
	if next.Type == un.HeadingPassage || next.Type == un.Footnote || len(segments(next.Text)) != 1 {
		return ""
	}
	if p, _ := readPlace(next.Text); p.printed != "" {
		return ""
	}
	return next.Text
}

// segments cuts a text where a new place begins: on a line of its own, or behind
// the end of a sentence; and at a line that begins another change in the place of
// the one before.
func segments(text string) []string {
	var out []string
	from := 0
	for _, m := range segmentEnd.FindAllStringIndex(text, -1) {
		p, _ := readPlace(text[m[1]:])
		if p.printed == "" && !(text[m[0]] == '\n' && anotherForm(text[from:m[0]], text[m[1]:])) || p.inner && text[m[0]] != '\n' {
			continue
		}
		out = append(out, strings.TrimSpace(text[from:m[1]]))
		from = m[1]
	}
	return append(out, strings.TrimSpace(text[from:]))
}

// anotherForm reports whether a line begins a change and the text above it is one.
func anotherForm(above, line string) bool {
	if !opensForm(line) {
		return false
	}
	p, rest := readPlace(above)
	c, ok := readForm(rest, p.printed != "")
	return ok && c.Old+c.New+c.After != ""
}

var segmentEnd = regexp.MustCompile(`\n\s*|[;.。；؛]\s+|[。；]`)

// read takes the place that a segment begins with as the present one and reads
// what is to be changed there; below is the text of the next passage.
func (at place) read(text, below string) (place, un.Correction, bool) {
	own, rest := readPlace(text)
	at = at.then(own)
	c, ok := readForm(rest, own.printed != "")
	switch {
	case ok && c.Action == un.Replace && c.Old == "" && c.New == "":
		c.New = unquote(below)
		ok = c.New != ""
	case !ok && below != "" && (own.printed != "" || opensForm(rest)) && utf8.RuneCountInString(rest) < 200:
		if opensForm(rest) {
			c, ok = readForm(rest+"\n"+below, own.printed != "")
		}
	}
	if !ok {
		return at, un.Correction{}, false
	}
	named := at
	if p, found := namedPlace(c); found && own.printed == "" {
		named = place{}.then(p) // "Delete paragraph 12"
		c.Old = ""
	}
	c.Place, c.Anchor = named.printed, named.anchor()
	return at, c, true
}

// namedPlace reads what is deleted as a place: "paragraph 12", "the second
// sentence".
func namedPlace(c un.Correction) (place, bool) {
	if c.Action != un.Delete || c.Old == "" {
		return place{}, false
	}
	p, rest := readPlace(c.Old)
	return p, p.printed != "" && strings.Trim(rest, " .") == ""
}

// place is where something is corrected.
type place struct {
	printed string // as printed: "Annex I, paragraph 4 (b), line 2"
	home    string // without the line, where that was read apart
	part    string // "annex-I"
	under   annexHead
	paras   []string
	other   bool // a page, a title, a table: something apart from paragraph and line
	inner   bool // nothing but a line or a sentence
}

// annexHead is the head of an annex that stands by itself above what is corrected
// in the annex.
type annexHead struct{ part, printed string }

// anchor is the anchor of the one paragraph that the place names; empty when it
// names none, or several.
func (p place) anchor() string {
	if len(p.paras) != 1 {
		return ""
	}
	return anchorOf(p.part, "para", p.paras[0])
}

// then gives the place that the next one read leads to: a line stays in its
// paragraph, a paragraph in the annex whose head stands above it.
func (p place) then(next place) place {
	switch {
	case next.printed == "":
		return p
	case next.inner:
		next.part, next.paras, next.home, next.under = p.part, slices.Clone(p.paras), p.home, p.under
		if p.home != "" {
			next.printed = p.home + ", " + next.printed
		}
		next.inner = p.home == ""
	case next.part != "" && len(next.paras) == 0 && !next.other:
		next.under = annexHead{part: next.part, printed: next.printed}
	case next.part == "" && p.under.part != "" && len(next.paras) > 0:
		next.under, next.part = p.under, p.under.part
		next.printed = p.under.printed + ", " + next.printed
		next.home = next.printed
	}
	return next
}
