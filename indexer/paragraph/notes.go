package paragraph

import (
	"regexp"
	"strconv"
	"strings"

	"travaux/search/un"
)

func itoa(n int) string { return strconv.Itoa(n) }

// footnotes adds the notes as passages and ties them to the passages of their
// page that call them.
func (b *builder) footnotes(notes []footnote) {
	last := len(b.out)
	for _, n := range notes {
		if n.text == "" {
			n.text = n.mark
		}
		caller := b.caller(n, last, false)
		if caller < 0 {
			caller = b.caller(n, last, true)
		}
		p := un.Passage{Anchor: b.noteAnchor(n.mark), Type: un.Footnote, Text: n.text, Page: n.page, PageEnd: max(n.page, n.end)}
		if caller >= 0 {
			c := &b.out[caller]
			c.Notes = append(c.Notes, n.text)
			p.Headings = c.Headings
		}
		b.out = append(b.out, p)
	}
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

// caller finds the passage on the note's page in which its mark stands, and
// takes a mark out of the text that is glued to a word or stands behind the end
// of a clause: it is no part of the sentence. The notes of a document may also
// stand at its end: then any page before them may hold the call, and only such a
// mark counts that cannot be anything else.
func (b *builder) caller(n footnote, last int, atEnd bool) int {
	if digits(n.mark) == 0 {
		return -1
	}
	const closing = `.,;:\]”’"»،。，；`
	forms := []struct {
		call *regexp.Regexp
		take bool
	}{
		{regexp.MustCompile(`([\p{L})` + closing + `])(` + n.mark + `)(?:\s|$|[)—–` + closing + `])`), true},
		{regexp.MustCompile(`([` + closing + `])(\s` + n.mark + `/?)(?:\s|$)`), true},
		{regexp.MustCompile(`([\p{L})])(\s` + n.mark + `/)(?:\s|$|[)—–` + closing + `])`), true},
		{regexp.MustCompile(`([\p{L})])(\s` + n.mark + `)(?:\s|$|[)—–` + closing + `])`), false},
	}
	for _, f := range forms {
		if atEnd && !f.take {
			break
		}
		for i := 0; i < last; i++ {
			p := &b.out[i]
			if p.Page > n.page || p.PageEnd < n.page && !atEnd || p.Type == un.Table {
				continue
			}
			m := f.call.FindStringSubmatchIndex(p.Text)
			if m == nil || cites(p.Text[:m[3]]) {
				continue
			}
			if f.take {
				p.Text = p.Text[:m[4]] + p.Text[m[5]:]
			}
			return i
		}
	}
	return -1
}

var citing = regexp.MustCompile(`(?i)(?:paras?\.?|paragraphs?|arts?\.?|articles?|nos?\.?|chap\.|chapter|sect\.|section|secc\.|rule|item|vol\.|pp?\.|annex|table|figure|goal|phase|№|п\.|ст\.|[A-Z]/|\d[.,:]?)$`)

// cites reports whether a figure after the text would be part of a citation.
func cites(before string) bool { return citing.MatchString(before) }
