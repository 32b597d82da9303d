package pdf

import (
	"math"
)

// A block is a run of lines right below each other: a paragraph, the cell of a
// table. It lists the numbers of its segments.
type block struct {
	lines     []int
	first     int // row of the first line
	last      int // row of the last line
	u0, u1    float64
	top, foot float64 // baselines of the first and the last line
}

// What lines of one block have in common, in font sizes.
const (
	blockLeading = 1.45 // from baseline to baseline at most
	blockSame    = 0.15 // difference of sizes
	blockAlign   = 1.0  // difference of left ends, right ends or middles
	maxNear      = 400  // segments looked at to find what stands below one
)

// blocksOf gathers segments, which come by rows, into blocks, in the order of
// their first lines. A line below two blocks, or two lines below one, begin
// anew.
func blocksOf(segments []segment) []block {
	below := make([]int, len(segments)) // the only segment below, -1: none, -2: several
	above := make([]int, len(segments))
	for i := range segments {
		below[i], above[i] = -1, -1
	}
	for i := range segments {
		for j := i + 1; j < min(len(segments), i+maxNear) && segments[j].v-segments[i].v <= blockLeading*segments[i].size; j++ {
			if segments[j].row == segments[i].row || !overlap(segments[i], segments[j]) {
				continue
			}
			below[i], above[j] = only(below[i], j), only(above[j], i)
		}
	}
	of := make([]int, len(segments))
	var blocks []block
	for j, s := range segments {
		if i := above[j]; i >= 0 && below[i] == j && alike(segments[i], s) {
			b := &blocks[of[i]]
			b.lines, b.last, b.foot = append(b.lines, j), s.row, s.v
			b.u0, b.u1 = min(b.u0, s.u0), max(b.u1, s.u1)
			of[j] = of[i]
			continue
		}
		of[j] = len(blocks)
		blocks = append(blocks, block{lines: []int{j}, first: s.row, last: s.row, u0: s.u0, u1: s.u1, top: s.v, foot: s.v})
	}
	return blocks
}

func only(known, found int) int {
	if known == -1 {
		return found
	}
	return -2
}

func overlap(a, b segment) bool { return a.u0 < b.u1 && b.u0 < a.u1 }

// alike reports whether one line goes on from the other by its size and its
// place from left to right.
func alike(a, b segment) bool {
	if math.Abs(a.size-b.size) > blockSame*a.size {
		return false
	}
	most := blockAlign * a.size
	return math.Abs(a.u0-b.u0) <= most || math.Abs(a.u1-b.u1) <= most || math.Abs(a.u0+a.u1-b.u0-b.u1) <= 2*most
}
