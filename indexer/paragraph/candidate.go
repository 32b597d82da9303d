package paragraph

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// candidate is a block that begins with a number which may be a paragraph's.
type candidate struct {
	block int
	label
	weight   float64 // how much it looks like a paragraph
	boundary int     // the last boundary at or above it, -1: none
	part     string  // the annex it stands in
	sheet    int     // its page
	start    float64 // where its line begins; 0: not known
}

// candidates gives the numbered blocks: those with plain numbers, and by prefix
// those with numbers such as 13.8.
func (d *document) candidates(blocks []block, parts []boundary) (plain []candidate, dotted [][]candidate) {
	groups := map[string]int{}
	at, part := -1, ""
	annotations := slices.IndexFunc(parts, func(b boundary) bool { return b.kind == annotations })
	for i, b := range blocks {
		for at+1 < len(parts) && parts[at+1].block <= i {
			at++
			if parts[at].closed() {
				part = parts[at].prefix
			}
		}
		if !b.labelled || b.table || b.first().heading > 0 && (annotations < 0 || at < annotations) {
			continue
		}
		start, _ := d.edges(b.first())
		c := candidate{block: i, sheet: b.first().sheet, start: start, label: b.label, boundary: at, part: part, weight: d.weigh(b)}
		switch {
		case annotations >= 0 && at < annotations:
			continue // the agenda itself: a list of items
		case c.item && (annotations < 0 || at < annotations):
			continue // "Item 3" elsewhere is no number of a paragraph
		case c.prefix == "":
			plain = append(plain, c)
		default:
			c.boundary, c.start = -1, 0
			g, ok := groups[part+" "+c.prefix]
			if !ok {
				g = len(dotted)
				groups[part+" "+c.prefix] = g
				dotted = append(dotted, nil)
			}
			dotted[g] = append(dotted[g], c)
		}
	}
	return plain, dotted
}

// weigh tells how much a numbered block looks like a paragraph: sentences are
// long and end with a full stop, headings are short and do not.
func (d *document) weigh(b block) float64 {
	w := 0.6
	text := b.text(d.words)
	r, _ := utf8.DecodeRuneInString(b.label.text)
	switch {
	case b.label.glued:
		w -= 0.2
	case unicode.IsLower(r) && d.lang == "ru":
		w -= 0.2 // resolutions in Russian are one sentence
	case unicode.IsLower(r):
		w -= 0.4
	}
	n := utf8.RuneCountInString(text)
	switch {
	case len(b.lines) > 2 || n > 140 && (ends(text) || b.first().placed()):
		w += 0.4
	case ends(text):
		w += 0.05 + 0.002*float64(min(n, 100))
	case b.first().bold || b.gap && len(b.lines) == 1:
		w -= 0.3
	}
	return w
}
