package paragraph

import (
	"math"
	"slices"
)

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

// work bounds the search over all candidates: with very many of them fewer
// paths are kept.
const work = 1 << 21

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
	width := max(8, min(beam, work/max(1, len(cands))))
	for _, c := range cands {
		var next []*path
		for _, p := range paths {
			next = append(next, p.extensions(c, parts)...)
		}
		paths = prune(next, width)
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
// of those, width of them.
func prune(paths []*path, width int) []*path {
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
		if seen[k] || len(kept) == width {
			continue
		}
		seen[k] = true
		kept = append(kept, p)
	}
	return kept
}
