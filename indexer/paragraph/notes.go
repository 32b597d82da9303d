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
		caller := b.caller(n, last)
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
// takes a figure glued to a word out of the text: it is no part of the word.
func (b *builder) caller(n footnote, last int) int {
	if digits(n.mark) == 0 {
		return -1
	}
	glued := regexp.MustCompile(`(\p{L}|[.,;:)\]”’"»،。，；])` + n.mark + `(\s|$|[.,;:)\]”’—–])`)
	apart := regexp.MustCompile(`(\p{L}{2}|[.,;:)\]”’"»،。，；])\s` + n.mark + `/?(\s|$|[.,;:)\]”’—–])`)
	for _, re := range []*regexp.Regexp{glued, apart} {
		for i := 0; i < last; i++ {
			p := &b.out[i]
			if p.Page > n.page || p.PageEnd < n.page || p.Type == un.Table {
				continue
			}
			if re == glued {
				if m := re.FindStringSubmatchIndex(p.Text); m != nil && !cites(p.Text[:m[2]+1]) {
					p.Text = p.Text[:m[3]] + p.Text[m[4]:]
					return i
				}
				continue
			}
			if m := re.FindStringSubmatchIndex(p.Text); m != nil && !cites(p.Text[:m[3]]) {
				return i
			}
		}
	}
	return -1
}

var citing = regexp.MustCompile(`(?i)(?:paras?\.?|paragraphs?|arts?\.?|articles?|nos?\.?|chap\.|chapter|sect\.|section|rule|item|vol\.|annex|table|figure|goal|phase|№|п\.|[A-Z]/|\d)$`)

// cites reports whether a figure after the text would be part of a citation.
func cites(before string) bool { return citing.MatchString(before) }
