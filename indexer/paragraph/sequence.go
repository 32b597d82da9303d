package paragraph

import (
	"fmt"
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
}

// path is one reading of the candidates so far: which of them are paragraphs.
// It holds two counters, the document's own and that of a part in which the
// numbers began again.
type path struct {
	score float64
	main  int
	local int
	part  int // the boundary the local counter belongs to, -1: none yet
	prev  *path
	step  step
}

// step is what a path made of one candidate.
type step int

const (
	skipped step = iota
	inMain
	inPart
)

const beam = 48

// maxGap is how many numbers may be missing between two paragraphs before the
// second is no longer taken for one of the sequence.
const maxGap = 4

// sequence finds which of the candidates are the document's numbered
// paragraphs: the reading in which numbers go up by one with the fewest
// exceptions (a beam search over all readings).
func sequence(cands []candidate, parts []boundary) []step {
	paths := []*path{{part: -1}}
	for _, c := range cands {
		var next []*path
		for _, p := range paths {
			next = append(next, p.extensions(c, parts)...)
		}
		paths = prune(next)
	}
	if len(paths) == 0 || len(cands) == 0 {
		return nil
	}
	steps := make([]step, len(cands))
	p := paths[0]
	for i := len(cands) - 1; i >= 0; i-- {
		steps[i] = p.step
		p = p.prev
	}
	return steps
}

// gapCost is what a step of the counter costs: nothing for one, much for a
// number printed twice or left out.
func gapCost(delta int, suffix string) (float64, bool) {
	switch {
	case suffix != "" && delta == 0:
		return 0, true
	case delta == 1:
		return 0, true
	case delta == 0:
		return 1.4, true
	case delta > 1 && delta <= maxGap:
		return 0.9 + 0.4*float64(delta), true
	}
	return 0, false
}

// extensions gives the readings that a candidate makes possible.
func (p *path) extensions(c candidate, parts []boundary) []*path {
	out := []*path{p.next(skipped, -0.35*c.weight)}
	if p.main > 0 {
		if cost, ok := gapCost(c.value-p.main, c.suffix); ok {
			q := p.next(inMain, c.weight-cost)
			q.main, q.local = c.value, 0
			out = append(out, q)
		}
	} else if c.boundary < 0 || !parts[c.boundary].closed() {
		cost := 0.3
		if c.value > 1 {
			cost = 2.5
		}
		if c.boundary >= 0 {
			cost++
		}
		q := p.next(inMain, c.weight-cost)
		q.main = c.value
		out = append(out, q)
	}
	if p.local > 0 {
		if cost, ok := gapCost(c.value-p.local, c.suffix); ok {
			if c.boundary > p.part {
				cost += 0.5
			}
			q := p.next(inPart, c.weight-1.5*cost)
			q.local = c.value
			out = append(out, q)
		}
	}
	if c.boundary > p.part && c.value <= 2 {
		q := p.next(inPart, c.weight-0.3-float64(c.value-1))
		q.local, q.part = c.value, c.boundary
		out = append(out, q)
	}
	return out
}

func (p *path) next(s step, gain float64) *path {
	return &path{score: p.score + gain, main: p.main, local: p.local, part: p.part, prev: p, step: s}
}

// prune keeps the best path for each state of the counters, and the best paths
// of those.
func prune(paths []*path) []*path {
	slices.SortStableFunc(paths, func(a, b *path) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	seen := map[[3]int]bool{}
	kept := paths[:0]
	for _, p := range paths {
		k := [3]int{p.main, p.local, p.part}
		if seen[k] || len(kept) == beam {
			continue
		}
		seen[k] = true
		kept = append(kept, p)
	}
	return kept
}

// number marks the blocks that are numbered paragraphs, gives them anchors, and
// tells what is wrong with the sequence.
func (d *document) number(blocks []block, parts []boundary) []string {
	plain, dotted := d.candidates(blocks, parts)
	var warnings []string
	steps := sequence(plain, parts)
	main, local, part := 0, 0, -1
	for i, c := range plain {
		b := &blocks[c.block]
		switch steps[i] {
		case inMain:
			b.accepted, b.anchor = true, anchorOf("", d.unit, c.number)
			warnings = append(warnings, gapWarning("paragraph", main, c.label, b.first().page)...)
			main, local = c.value, 0
		case inPart:
			if c.boundary > part && c.value <= 2 {
				part, local = c.boundary, 0
			}
			b.accepted, b.anchor = true, anchorOf(parts[part].prefix, parts[part].unit(), c.number)
			warnings = append(warnings, gapWarning(parts[part].name()+"paragraph", local, c.label, b.first().page)...)
			local = c.value
		}
	}
	for _, group := range dotted {
		warnings = append(warnings, d.numberDotted(blocks, group)...)
	}
	return warnings
}

// numberDotted accepts a group of numbers such as 13.1, 13.2 when they follow
// each other and are paragraphs, not headings.
func (d *document) numberDotted(blocks []block, group []candidate) []string {
	var warnings []string
	steps := sequence(group, nil)
	weight, n := 0.0, 0
	for i, c := range group {
		if steps[i] == inMain {
			weight += c.weight
			n++
		}
	}
	if n < 2 || weight/float64(n) < 0.6 {
		return nil
	}
	last := 0
	for i, c := range group {
		if steps[i] == skipped {
			continue
		}
		b := &blocks[c.block]
		b.accepted, b.anchor = true, anchorOf("", "para", c.number)
		warnings = append(warnings, gapWarning("paragraph", last, c.label, b.first().page)...)
		last = c.value
	}
	return warnings
}

// candidates gives the numbered blocks: those with plain numbers, and by prefix
// those with numbers such as 13.8.
func (d *document) candidates(blocks []block, parts []boundary) (plain []candidate, dotted [][]candidate) {
	groups := map[string]int{}
	at := -1
	annotations := slices.IndexFunc(parts, func(b boundary) bool { return b.kind == annotations })
	for i, b := range blocks {
		for at+1 < len(parts) && parts[at+1].block <= i {
			at++
		}
		if !b.labelled || b.table || b.first().heading > 0 {
			continue
		}
		c := candidate{block: i, label: b.label, boundary: at, weight: d.weigh(b)}
		switch {
		case annotations >= 0 && at < annotations:
			continue // the agenda itself: a list of items
		case c.prefix == "":
			plain = append(plain, c)
		default:
			c.boundary = -1
			g, ok := groups[c.prefix]
			if !ok {
				g = len(dotted)
				groups[c.prefix] = g
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
	case unicode.IsLower(r):
		w -= 0.4
	}
	switch {
	case len(b.lines) > 2 || utf8.RuneCountInString(text) > 140:
		w += 0.4
	case ends(text):
		w += 0.2
	case b.first().bold || b.gap && len(b.lines) == 1:
		w -= 0.3
	}
	return w
}

// gapWarning tells of a number left out or printed twice.
func gapWarning(what string, last int, l label, page int) []string {
	switch {
	case last == 0 && l.value > 1:
		return []string{fmt.Sprintf("%s numbers begin at %s (page %d)", what, l.number, page)}
	case last == 0 || l.value == last+1 || l.suffix != "":
		return nil
	case l.value == last:
		return []string{fmt.Sprintf("%s number %s stands twice (page %d)", what, l.number, page)}
	}
	return []string{fmt.Sprintf("%s numbers jump from %d to %s (page %d)", what, last, l.number, page)}
}
