package pdf

import (
	"math"
	"sort"
)

// Text stands in columns where a band of rows has a gutter that no segment
// crosses, lines that fill their side of it, and the file draws the sides one
// after the other. A table has gutters too, but is drawn row by row; it is read
// so as well.
const (
	gutterGap  = 0.8  // the least width of a gutter, in font sizes
	columnRows = 3    // rows a column must have
	columnFill = 0.6  // share of the width of a column that its lines fill
	byTurns    = 0.25 // changes of side, for each segment of the shorter side
	maxBand    = 400  // rows looked at together
)

// readingOrder gives segments in the order they are read in: row by row, and
// column by column within bands of columns. Segments come in sorted by row and,
// in a row, from left to right.
func readingOrder(segments []segment) []segment {
	rows := byRow(segments)
	out := make([]segment, 0, len(segments))
	for i := 0; i < len(rows); {
		left, right, n := columns(rows[i:])
		if n == 0 {
			out = append(out, rows[i]...)
			i++
			continue
		}
		out = append(out, readingOrder(left)...)
		out = append(out, readingOrder(right)...)
		i += n
	}
	return out
}

func byRow(segments []segment) [][]segment {
	var rows [][]segment
	for i, s := range segments {
		if i == 0 || s.row != segments[i-1].row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], s)
	}
	return rows
}

// columns looks for a band of columns that begins at the first row. It gives
// the two sides of its gutter and the number of rows, 0 if there is none.
func columns(rows [][]segment) (left, right []segment, n int) {
	gutters := []span{{math.Inf(-1), math.Inf(1)}}
	text := span{math.Inf(1), math.Inf(-1)}
	var best span
	for n < min(len(rows), maxBand) {
		next := narrowed(gutters, rows[n])
		for _, s := range rows[n] {
			text = span{min(text.from, s.u0), max(text.to, s.u1)}
		}
		gutter, ok := widestInside(next, text)
		if !ok && n >= columnRows {
			break
		}
		if ok {
			best = gutter
		}
		gutters = next
		n++
	}
	if best == (span{}) || n < columnRows {
		return nil, nil, 0
	}
	left, right = cut(rows[:n], best)
	if !running(left) || !running(right) || !drawnApart(left, right) {
		return nil, nil, 0
	}
	return left, right, n
}

// running reports whether the lines of one side are those of running text: some
// rows of it, and most of the width filled. The two sides of a masthead are not.
func running(side []segment) bool {
	if len(byRow(side)) < columnRows {
		return false
	}
	from, to, filled := math.Inf(1), math.Inf(-1), 0.0
	for _, s := range side {
		from, to = min(from, s.u0), max(to, s.u1)
		filled += s.u1 - s.u0
	}
	return filled >= columnFill*(to-from)*float64(len(side))
}

type span struct{ from, to float64 }

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

// widestInside gives the widest free span that has text on both sides.
func widestInside(free []span, text span) (best span, ok bool) {
	for _, f := range free {
		if f.from >= text.from && f.to <= text.to && (!ok || f.to-f.from > best.to-best.from) {
			best, ok = f, true
		}
	}
	return best, ok
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
