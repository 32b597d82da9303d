package pdf

import (
	"math"
	"slices"
	"sort"
)

// Text stands in columns where a band of rows has a gutter that no segment
// crosses and lines that fill their side of it, and the sides do not know of each
// other: the file draws one after the other, or their paragraphs overlap in
// height. The cells of a table do neither.
const (
	gutterGap  = 0.8  // the least width of a gutter, in font sizes
	columnRows = 3    // rows a column must have
	columnFill = 0.6  // share of the width of a column that its rows fill
	byTurns    = 0.25 // changes of side, for each segment of the shorter side
	staggers   = 2    // paragraphs that overlap, at least
	maxBand    = 400  // rows looked at together
	maxGutters = 64   // gutters of a band; a page with more is no text
	maxSteps   = 2e6  // of the search on one page; a dense table takes some thousands
	judging    = 8    // steps a segment takes when a gutter is judged
)

// readingOrder gives segments in the order they are read in: column by column
// within bands of columns, cell by cell in tables, else row by row. Segments
// come in sorted by row and, in a row, in the order of reading.
func (c *compositor) readingOrder(segments []segment) []segment {
	o := ordering{steps: maxSteps}
	if !c.right {
		return o.order(segments)
	}
	mirror(segments) // the right side comes first
	ordered := o.order(segments)
	mirror(ordered)
	return ordered
}

func mirror(segments []segment) {
	for i := range segments {
		s := &segments[i]
		s.u0, s.u1 = -s.u1, -s.u0
	}
}

// An ordering holds the steps that the search for columns may still take on a
// page; a page made to keep it busy is read row by row from there on.
type ordering struct{ steps int }

func (o *ordering) order(segments []segment) []segment {
	rows := byRow(segments)
	out := make([]segment, 0, len(segments))
	plain := 0 // segments in no columns that wait to be given out
	for i := 0; i < len(rows); {
		left, right, n := o.columns(rows[i:])
		if n == 0 {
			plain += len(rows[i])
			i++
			continue
		}
		done := len(out)
		out = appendCells(out, segments[done:done+plain])
		plain = 0
		out = append(out, o.order(left)...)
		out = append(out, o.order(right)...)
		i += n
	}
	return appendCells(out, segments[len(out):])
}

func byRow(segments []segment) [][]segment {
	var rows [][]segment
	for i, start := 1, 0; i <= len(segments); i++ {
		if i == len(segments) || segments[i].row != segments[start].row {
			rows = append(rows, segments[start:i])
			start = i
		}
	}
	return rows
}

// columns looks for a band of columns that begins at the first row. It gives
// the two sides of its gutter and the number of rows, 0 if there is none. A
// gutter is judged when a row closes it.
func (o *ordering) columns(rows [][]segment) (left, right []segment, n int) {
	rows = rows[:min(len(rows), maxBand)]
	gutters := []span{{math.Inf(-1), math.Inf(1)}}
	text := span{math.Inf(1), math.Inf(-1)}
	for n, row := range rows {
		if o.steps -= len(row) * len(gutters); o.steps < 0 {
			return nil, nil, 0
		}
		next := narrowed(gutters, row)
		if n >= columnRows {
			inside := false
			for _, g := range gutters {
				if !g.within(text) {
					continue
				}
				if slices.ContainsFunc(next, g.meets) {
					inside = true
				} else if left, right, ok := o.apart(rows[:n], g); ok {
					return left, right, n
				}
			}
			if !inside || len(next) > maxGutters {
				return nil, nil, 0
			}
		}
		text = span{min(text.from, row[0].u0), max(text.to, row[len(row)-1].u1)}
		gutters = next
	}
	if len(rows) < columnRows {
		return nil, nil, 0
	}
	for _, g := range gutters {
		if !g.within(text) {
			continue
		}
		if left, right, ok := o.apart(rows, g); ok {
			return left, right, len(rows)
		}
	}
	return nil, nil, 0
}

// apart cuts rows at a gutter, if what stands on its sides are columns.
func (o *ordering) apart(rows [][]segment, gutter span) (left, right []segment, ok bool) {
	left, right = cut(rows, gutter)
	o.steps -= judging * (len(left) + len(right))
	ok = running(left) && running(right) && (drawnApart(left, right) || staggered(left, right))
	return left, right, ok
}

// running reports whether the rows of one side are those of running text: some
// of them, and most of the width filled. The two sides of a masthead are not.
func running(side []segment) bool {
	rows := byRow(side)
	if len(rows) < columnRows {
		return false
	}
	from, to, filled := math.Inf(1), math.Inf(-1), 0.0
	for _, r := range rows {
		u0, u1 := r[0].u0, r[len(r)-1].u1
		from, to = min(from, u0), max(to, u1)
		filled += u1 - u0
	}
	return filled >= columnFill*(to-from)*float64(len(rows))
}

// staggered reports whether paragraphs of the two sides overlap in height, so
// that neither begins and ends within the other's height.
func staggered(left, right []segment) bool {
	blocks, others := blocksOf(left), blocksOf(right)
	found := 0
	for _, a := range blocks {
		for _, b := range others {
			if b.first > a.last {
				break
			}
			if a.first < b.first && b.first <= a.last && a.last < b.last || b.first < a.first && a.first <= b.last && b.last < a.last {
				found++
			}
		}
	}
	return found >= staggers
}

type span struct{ from, to float64 }

func (s span) within(t span) bool { return s.from >= t.from && s.to <= t.to }

func (s span) meets(t span) bool { return s.from < t.to && t.from < s.to }

// narrowed takes what the segments of a row cover out of the free spans.
func narrowed(free []span, row []segment) []span {
	for _, s := range row {
		var next []span
		least := gutterGap * s.words[0].size
		for _, f := range free {
			if a := (span{f.from, min(f.to, s.u0)}); a.to-a.from >= least {
				next = append(next, a)
			}
			if b := (span{max(f.from, s.u1), f.to}); b.to-b.from >= least {
				next = append(next, b)
			}
		}
		free = next
	}
	return free
}

func cut(rows [][]segment, gutter span) (left, right []segment) {
	for _, row := range rows {
		for _, s := range row {
			if s.u0 < gutter.to {
				left = append(left, s)
			} else {
				right = append(right, s)
			}
		}
	}
	return left, right
}

// drawnApart reports whether the file draws the two sides in blocks, not by
// turns as the rows of a table.
func drawnApart(left, right []segment) bool {
	type turn struct {
		order int
		right bool
	}
	turns := make([]turn, 0, len(left)+len(right))
	for _, s := range left {
		turns = append(turns, turn{s.order, false})
	}
	for _, s := range right {
		turns = append(turns, turn{s.order, true})
	}
	sort.Slice(turns, func(i, j int) bool { return turns[i].order < turns[j].order })
	changes := 0
	for i := 1; i < len(turns); i++ {
		if turns[i].right != turns[i-1].right {
			changes++
		}
	}
	return changes <= 1 || float64(changes) <= byTurns*float64(min(len(left), len(right)))
}
