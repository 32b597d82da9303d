package pdf

import (
	"cmp"
	"math"
	"slices"
)

// A row is what stands on one baseline, from one side of the page to the other.
type row struct {
	words []word
	v     float64
	size  float64 // of the largest word
}

// rowsOf groups words whose baselines are as good as the same. It sorts them by
// baseline, stably, so that equal ones keep the order of the file.
func (c *compositor) rowsOf(words []word) []row {
	slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.v, b.v) })
	rows := c.rows[:0]
	start := 0
	for i, w := range words {
		if n := len(rows); n > 0 {
			r := &rows[n-1]
			if w.v-r.v <= sameLine*min(w.size, r.size) {
				// The row's baseline follows its words: lines of a scan are askew.
				r.v += (w.v - r.v) / float64(i-start+1)
				r.size = max(r.size, w.size)
				r.words = words[start : i+1 : i+1]
				continue
			}
		}
		start = i
		rows = append(rows, row{words: words[i : i+1 : i+1], v: w.v, size: w.size})
	}
	c.rows = rows
	return rows
}

// attach moves raised and lowered small words (footnote marks, ordinals) into
// the row of the larger word they stand at.
func attach(rows []row) []row {
	for i := range rows {
		kept := rows[i].words[:0]
		for _, w := range rows[i].words {
			if host := hostRow(rows, i, &w); host >= 0 {
				rows[host].words = append(rows[host].words, w)
				continue
			}
			kept = append(kept, w)
		}
		rows[i].words = kept[:len(kept):len(kept)]
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.words) == 0 })
}

// hostRow finds the row a small word of row i belongs to, -1 if it is its own.
func hostRow(rows []row, i int, w *word) int {
	for _, step := range []int{1, -1} {
		for j := i + step; j >= 0 && j < len(rows); j += step {
			offset := rows[j].v - w.v // above the baseline is positive
			if math.Abs(offset) > rows[j].size {
				break
			}
			if w.size > smallWord*rows[j].size {
				continue
			}
			for k := range rows[j].words {
				if standsAt(w, &rows[j].words[k], offset) {
					return j
				}
			}
		}
	}
	return -1
}

// smallWord is the size of a superscript or subscript at most, as a share of
// the size of what it stands at.
const smallWord = 0.8

// standsAt reports whether w is a superscript or subscript of h.
func standsAt(w, h *word, offset float64) bool {
	if w.size > smallWord*h.size || offset > 0.7*h.size || offset < -0.35*h.size {
		return false
	}
	behind, before := w.u0-h.u1, h.u0-w.u1
	return behind > -0.2*h.size && behind < 0.4*h.size || before > -0.1*h.size && before < 1.5*h.size
}

// withoutShadows drops words drawn twice in nearly the same place, which some
// producers do for bold type.
func withoutShadows(words []word) []word {
	out := words[:0]
	for i := range words {
		if shadowed := original(out, &words[i]); shadowed != nil {
			shadowed.bold = true
			continue
		}
		if len(out) < i {
			words[len(out)] = words[i]
		}
		out = words[:len(out)+1]
	}
	return out
}

// original finds the word that w repeats, nil if there is none.
func original(words []word, w *word) *word {
	for j := len(words) - 1; j >= 0 && words[j].u0 > w.u0-0.2*w.size; j-- {
		o := &words[j]
		if math.Abs(o.v-w.v) < 0.2*w.size && math.Abs(o.size-w.size) < 0.1*w.size && sameUnits(o, w) {
			return o
		}
	}
	return nil
}

func sameUnits(a, b *word) bool {
	return slices.EqualFunc(a.units, b.units, func(x, y unit) bool { return x.text == y.text })
}
