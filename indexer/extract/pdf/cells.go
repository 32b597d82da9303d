package pdf

import (
	"cmp"
	"slices"
)

// appendCells appends segments, which come by rows, in the order they are read
// in: blocks that stand side by side as cells of a table one after the other,
// all else row by row.
func appendCells(out, segments []segment) []segment {
	if len(segments) == 0 {
		return out
	}
	return appendBlocks(out, segments, blocksOf(segments))
}

func appendBlocks(out, segments []segment, blocks []block) []segment {
	for len(blocks) > 0 {
		n, last := 1, blocks[0].last
		for n < len(blocks) && blocks[n].first <= last {
			last = max(last, blocks[n].last)
			n++
		}
		out = appendBand(out, segments, blocks[:n])
		blocks = blocks[n:]
	}
	return out
}

// appendBand appends blocks that stand side by side. A block on the left that
// is as high as the rest is the head of its rows and comes first. Blocks drawn
// by turns are rows set close to each other, and read row by row.
func appendBand(out, segments []segment, band []block) []segment {
	if len(band) == 1 || len(band) > maxCells {
		return appendRows(out, segments, band)
	}
	whole := drawnWhole(segments, band)
	if i, ok := spanning(band); ok && whole[i] && len(band[i].lines) > 1 {
		out = appendLines(out, segments, band[i].lines)
		return appendBlocks(out, segments, slices.Delete(band, i, i+1))
	}
	if slices.Contains(whole, false) {
		return appendRows(out, segments, band)
	}
	if !stacked(band) {
		slices.SortStableFunc(band, func(a, b block) int { return cmp.Compare(a.u0, b.u0) })
	}
	for _, b := range band {
		out = appendLines(out, segments, b.lines)
	}
	return out
}

// maxCells bounds the cells side by side; more are no table that anyone could
// read.
const maxCells = 200

func appendRows(out, segments []segment, band []block) []segment {
	var lines []int
	for _, b := range band {
		lines = append(lines, b.lines...)
	}
	slices.Sort(lines)
	return appendLines(out, segments, lines)
}

func appendLines(out, segments []segment, lines []int) []segment {
	for _, i := range lines {
		out = append(out, segments[i])
	}
	return out
}

// drawnWhole tells of each block whether the file draws it to its end before
// another of the band.
func drawnWhole(segments []segment, band []block) []bool {
	type drawn struct{ order, block int }
	var all []drawn
	for n, b := range band {
		for _, i := range b.lines {
			all = append(all, drawn{segments[i].order, n})
		}
	}
	slices.SortFunc(all, func(a, b drawn) int { return cmp.Compare(a.order, b.order) })
	runs := make([]int, len(band))
	for i, d := range all {
		if i == 0 || all[i-1].block != d.block {
			runs[d.block]++
		}
	}
	whole := make([]bool, len(band))
	for i := range whole {
		whole[i] = runs[i] == 1
	}
	return whole
}

// stacked reports whether any of the blocks stand below each other.
func stacked(band []block) bool {
	for i := range band {
		for j := range i {
			if band[i].u0 < band[j].u1 && band[j].u0 < band[i].u1 {
				return true
			}
		}
	}
	return false
}

// spanning gives the leftmost block if it is as high as all the others together;
// ok is false if it is not.
func spanning(band []block) (i int, ok bool) {
	first, last := band[0].first, band[0].last
	for j, b := range band {
		if b.u0 < band[i].u0 {
			i = j
		}
		first, last = min(first, b.first), max(last, b.last)
	}
	return i, band[i].first == first && band[i].last == last
}
