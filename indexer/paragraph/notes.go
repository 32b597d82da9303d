package paragraph

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"travaux/search/un"
)

func itoa(n int) string { return strconv.Itoa(n) }

// maxTied is how many notes a document may have for their calls to be looked
// for: more are no notes.
const maxTied = 1500

// footnotes adds the notes as passages and ties them to the passages of their
// page that call them.
func (b *builder) footnotes(notes []footnote) {
	last := len(b.out)
	for _, n := range notes {
		if n.text == "" {
			n.text = n.mark
		}
		caller := -1
		if len(notes) <= maxTied {
			caller = b.callerOf(n, last)
		}
		p := un.Passage{Anchor: b.noteAnchor(n.mark), Type: un.Footnote, Text: n.text, Page: n.page, PageEnd: max(n.page, n.end)}
		p.OCR = b.d.sheets[n.sheet].ocr
		if caller >= 0 {
			c := &b.out[caller]
			c.Notes = append(c.Notes, n.text)
			p.Headings = c.Headings
		}
		b.out = append(b.out, p)
	}
}

// callerOf finds the passage that calls a note: by its raised mark, by its mark in
// a text of the same page, by a sure mark on a page before.
func (b *builder) callerOf(n footnote, last int) int {
	if i := b.raisedCaller(n); i >= 0 {
		return i
	}
	if i := b.caller(n, last, false); i >= 0 {
		return i
	}
	return b.caller(n, last, true)
}

func (b *builder) noteAnchor(mark string) string {
	switch {
	case mark == "":
		return b.anchors.next("note-rest")
	case strings.ContainsAny(mark, "*†‡"):
		return b.anchors.take("note-mark-" + itoa(len([]rune(mark))))
	}
	return b.anchors.take("note-" + mark)
}

// notedCall is the raised mark of a note with its page.
type notedCall struct {
	mark  string
	sheet int
}

// placedCall is such a mark with the passage it was taken out of.
type placedCall struct {
	notedCall
	passage int
	tied    bool
}

// raisedCaller finds the passage that calls a note by a raised mark: on the
// note's page, else on the nearest page before it, as the notes of a document
// may stand at its end.
func (b *builder) raisedCaller(n footnote) int {
	best := -1
	for i, c := range b.calls {
		if c.tied || c.mark != n.mark || c.sheet > n.sheet {
			continue
		}
		if best < 0 || c.sheet > b.calls[best].sheet {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	b.calls[best].tied = true
	return b.calls[best].passage
}

// call is a place where a note's mark stands in a text.
type call struct {
	from, to int // the mark, with the blank before it
	sure     bool
}

// caller finds the passage on the note's page in which its mark stands, and
// takes the mark out of the text where it cannot be anything else. The notes of
// a document may also stand at its end: then any page before them may hold the
// call, and only a sure one counts.
func (b *builder) caller(n footnote, last int, atEnd bool) int {
	if digits(n.mark) == 0 {
		return -1
	}
	unsure := -1
	for i := 0; i < last; i++ {
		p := &b.out[i]
		if p.Page > n.page || p.PageEnd < n.page && !atEnd || p.Type == un.Table {
			continue
		}
		for _, c := range calls(p.Text, n.mark) {
			if c.sure {
				b.retitle(i, p.Text[:c.from]+p.Text[c.to:])
				return i
			}
			if unsure < 0 && !atEnd {
				unsure = i
			}
		}
	}
	return unsure
}

// retitle changes a passage's text, and that of a heading in the paths below it.
func (b *builder) retitle(i int, text string) {
	p := &b.out[i]
	old := p.Text
	p.Text = text
	if p.Type != un.HeadingPassage {
		return
	}
	for j := i + 1; j < len(b.out); j++ {
		for k := range b.out[j].Headings {
			if b.out[j].Headings[k].Text == old {
				b.out[j].Headings[k].Text = text
			}
		}
	}
}

// calls finds where a text may call a note.
func calls(text, mark string) []call {
	var out []call
	for at := 0; ; {
		i := strings.Index(text[at:], mark)
		if i < 0 {
			return out
		}
		from, to := at+i, at+i+len(mark)
		at = to
		slash := strings.HasPrefix(text[to:], "/")
		if slash {
			to++
		}
		before := text[:from]
		blank := strings.HasSuffix(before, " ")
		before = strings.TrimSuffix(before, " ")
		next, _ := utf8.DecodeRuneInString(text[to:])
		prev, _ := utf8.DecodeLastRuneInString(before)
		if before == "" || unicode.IsDigit(prev) || unicode.IsDigit(next) || unicode.IsLetter(next) || cites(before) {
			continue
		}
		if !unicode.IsLetter(prev) && !strings.ContainsRune(`.,;:)]”’"»،。，；`, prev) {
			continue
		}
		out = append(out, call{from: len(before), to: to, sure: slash && blank || isSure(before, text[to:], blank)})
	}
}

var (
	wordBefore = regexp.MustCompile(`\p{Ll}{2}[)\]”’"»]?[.,;:]?[)\]”’"»]?$`)
	stopBefore = regexp.MustCompile(`(?:\p{Ll}{2}|[)\]])[)\]”’"»]?[.;:][)\]”’"»]?$|\p{Ll}{2}[.;:]?[”»]$`)
)

// isSure reports whether a figure can only be a note's mark: glued to a word in
// small letters, or apart behind the end of a sentence and before a new one. A
// symbol's last number (INF.1) is none.
func isSure(before, after string, blank bool) bool {
	word := before[strings.LastIndexAny(before, " \n")+1:]
	if strings.Contains(word, "/") {
		return false
	}
	if !blank {
		return wordBefore.MatchString(before)
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(after))
	if strings.TrimSpace(after) == "" && strings.ContainsRune(".;:", lastRune(strings.TrimRight(before, ")]”’\"»"))) {
		return true // nothing but a mark stands behind the end of a paragraph
	}
	begins := unicode.IsUpper(r) || strings.HasPrefix(after, "\n")
	return begins && stopBefore.MatchString(before)
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

var citing = regexp.MustCompile(`(?i)(?:paras?\.?|paragraphs?|arts?\.?|articles?|nos?\.?|chap\.|chapter|sect\.|section|secc\.|rule|item|vol\.|pp?\.|annex|table|figure|goal|phase|№|п\.|ст\.|[A-Z]/|\d[.,:]?)$`)

// cites reports whether a figure after the text would be part of a citation.
func cites(before string) bool { return citing.MatchString(before) }
