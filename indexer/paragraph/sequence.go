package paragraph

import (
	"fmt"
	"math"
	"slices"
	"strings"
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

// path is one reading of the candidates so far: which of them are paragraphs.
// It holds two counters, the document's own and that of a part in which the
// numbers began again.
type path struct {
	score  float64
	main   int
	local  int
	part   int     // the boundary the local counter belongs to, -1: none yet
	home   float64 // where the lines of the first own paragraphs begin
	list   run     // the list that is being skipped
	passed int     // how many candidates were skipped since the beginning
	prev   *path
	step   step
}

// run is a list inside a paragraph: its items count from one as well.
type run struct {
	last  int
	sheet int
	start float64
}

// step is what a path made of one candidate.
type step int

const (
	skipped step = iota
	inMain
	inPart
)

const beam = 96

// maxGap is how many numbers may be missing between two paragraphs before the
// second is no longer taken for one of the sequence.
const maxGap = 4

// strayCost is what it costs a paragraph to begin at another edge than the first
// ones do: items of lists are set in.
const strayCost = 1.2

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
		return 0.95, true
	case delta > 1 && delta <= maxGap:
		return 0.9 + 0.4*float64(delta), true
	}
	return 0, false
}

// extensions gives the readings that a candidate makes possible.
func (p *path) extensions(c candidate, parts []boundary) []*path {
	out := []*path{p.skip(c)}
	if p.main > 0 && !(c.part != "" && p.local > 0) {
		if cost, ok := gapCost(c.value-p.main, c.suffix); ok {
			if p.home > 0 && c.start > 0 && math.Abs(p.home-c.start) > 8 {
				cost += strayCost
			}
			q := p.next(inMain, c.weight-cost-p.list.leaving(c))
			q.main, q.local, q.list = c.value, 0, run{}
			out = append(out, q)
		}
	} else if p.main == 0 && (c.boundary < 0 || !parts[c.boundary].closed()) {
		cost := 0.3
		if c.value > 1 {
			cost = 2.5
		}
		if c.boundary >= 0 {
			cost++
		}
		// An agenda may stand before the first paragraph, hardly a longer list.
		cost += 0.5*float64(max(0, p.passed-15)) + 0.02*float64(p.passed)
		q := p.next(inMain, c.weight-cost)
		q.main, q.home, q.list = c.value, c.start, run{}
		out = append(out, q)
	}
	if p.local > 0 {
		if cost, ok := gapCost(c.value-p.local, c.suffix); ok {
			if c.boundary > p.part {
				cost += 0.5
			}
			q := p.next(inPart, c.weight-1.5*cost-p.list.leaving(c))
			q.local, q.list = c.value, run{}
			out = append(out, q)
		}
	}
	if c.boundary > p.part && c.value <= 2 {
		q := p.next(inPart, c.weight-0.45-float64(c.value-1))
		q.local, q.part, q.list = c.value, c.boundary, run{}
		out = append(out, q)
	}
	return out
}

// skip leaves a candidate out. That costs little for the items of a list, which
// count from one on.
func (p *path) skip(c candidate) *path {
	q := p.next(skipped, -0.35*c.weight)
	q.passed++
	if c.value == 1 || p.list.goesOn(c) {
		q.score += 0.25 * c.weight
		q.list = run{last: c.value, sheet: c.sheet, start: c.start}
	}
	return q
}

// goesOn reports whether a candidate may be the list's next item; a few may have
// been lost.
func (r run) goesOn(c candidate) bool {
	return r.last > 0 && c.value > r.last && c.value <= r.last+3
}

// leaving is what it costs to take a candidate for a paragraph that would be
// the next item of a long list, unless it is set otherwise than the last item.
func (r run) leaving(c candidate) float64 {
	if r.last < 8 || !r.goesOn(c) || c.start == 0 {
		return 0
	}
	if c.sheet == r.sheet && math.Abs(c.start-r.start) > 4 {
		return 0
	}
	return 10
}

func (p *path) next(s step, gain float64) *path {
	return &path{score: p.score + gain, main: p.main, local: p.local, part: p.part, home: p.home, list: p.list, passed: p.passed, prev: p, step: s}
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
	seen := map[[4]int]bool{}
	kept := paths[:0]
	for _, p := range paths {
		k := [4]int{p.main, p.local, p.part, p.list.last}
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
	steps := sequence(plain, parts)
	d.dropTitles(plain, steps, parts)
	ruling := rulingDots(plain, steps, dotted)
	warnings := d.numberPlain(blocks, parts, plain, steps)
	for _, group := range dotted {
		if ruling[group[0].part] || d.under(blocks, group[0]) {
			warnings = append(warnings, d.numberDotted(blocks, group)...)
		}
	}
	return warnings
}

// numberPlain accepts the paragraphs that the sequence found.
func (d *document) numberPlain(blocks []block, parts []boundary, plain []candidate, steps []step) []string {
	var warnings []string
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
	return warnings
}

// rulingDots tells for each part whether its paragraphs carry numbers such as
// 13.8, of which there are then more than of plain ones, so that its plain
// numbers are those of lists and are skipped. Where 138.1 to 138.160 stand
// under paragraph 138 they do not rule.
func rulingDots(plain []candidate, steps []step, dotted [][]candidate) map[string]bool {
	accepted, own := map[string]int{}, map[string]int{}
	for i, s := range steps {
		if s != skipped {
			accepted[plain[i].part]++
		}
	}
	for _, group := range dotted {
		if above(plain, steps, group[0].block) == strings.TrimSuffix(group[0].prefix, ".") {
			continue
		}
		for i, s := range sequence(group, nil) {
			if s != skipped && group[i].weight >= 0.6 {
				own[group[i].part]++
			}
		}
	}
	ruling := map[string]bool{}
	for part, n := range own {
		ruling[part] = n >= 3 && n > accepted[part]
	}
	for i := range steps {
		if ruling[plain[i].part] {
			steps[i] = skipped
		}
	}
	return ruling
}

// above gives the last paragraph number that stands above a block.
func above(plain []candidate, steps []step, block int) string {
	number := ""
	for i, c := range plain {
		if c.block > block {
			break
		}
		if steps[i] != skipped {
			number = c.number
		}
	}
	return number
}

// dropTitles takes back the runs of numbers that count headings, not
// paragraphs. The items of an agenda are headings too, and stay.
func (d *document) dropTitles(plain []candidate, steps []step, parts []boundary) {
	runs := map[int][]int{}
	part := -1
	for i, c := range plain {
		switch {
		case steps[i] == inMain:
			runs[-1] = append(runs[-1], i)
		case steps[i] == inPart:
			if c.boundary > part && c.value <= 2 {
				part = c.boundary
			}
			runs[part] = append(runs[part], i)
		}
	}
	for part, run := range runs {
		if part < 0 && d.unit == "item" || part >= 0 && parts[part].kind == annotations {
			continue
		}
		weight := 0.0
		for _, i := range run {
			weight += plain[i].weight
		}
		if weight/float64(len(run)) >= 0.5 {
			continue
		}
		for _, i := range run {
			steps[i] = skipped
		}
	}
}

// under reports whether the last accepted number above a candidate is the one
// its own number begins with.
func (d *document) under(blocks []block, c candidate) bool {
	for i := c.block - 1; i >= 0; i-- {
		if b := blocks[i]; b.accepted && b.label.prefix == "" {
			return b.label.number+"." == c.prefix
		}
	}
	return false
}

// numberDotted accepts a group of numbers such as 13.1, 13.2 when they follow
// each other and are paragraphs, not headings.
func (d *document) numberDotted(blocks []block, group []candidate) []string {
	var warnings []string
	steps := sequence(group, nil)
	prefix := group[0].part
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
		b.accepted, b.anchor = true, anchorOf(prefix, "para", c.number)
		warnings = append(warnings, gapWarning("paragraph", last, c.label, b.first().page)...)
		last = c.value
	}
	return warnings
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
		if !b.labelled || b.table || b.first().heading > 0 {
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
	case unicode.IsLower(r):
		w -= 0.4
	}
	n := utf8.RuneCountInString(text)
	switch {
	case len(b.lines) > 2 || n > 140:
		w += 0.4
	case ends(text):
		w += 0.05 + 0.002*float64(min(n, 100))
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
