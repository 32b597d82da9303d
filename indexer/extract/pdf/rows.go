package pdf

import (
	"math"
	"sort"
)

// A row is what stands on one baseline, from one side of the page to the other.
type row struct {
	words []word
	v     float64
	size  float64 // of the largest word
}

// rowsOf groups words whose baselines are as good as the same. Words come in
// sorted by baseline, stably, so that equal ones keep the order of the file.
func rowsOf(words []word) []row {
	sorted := append([]word(nil), words...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].v < sorted[j].v })
	var rows []row
	for _, w := range sorted {
		if n := len(rows); n > 0 {
			r := &rows[n-1]
			if w.v-r.v <= sameLine*min(w.size, r.size) {
				// The row's baseline follows its words: lines of a scan are askew.
				r.v += (w.v - r.v) / float64(len(r.words)+1)
				r.size = max(r.size, w.size)
				r.words = append(r.words, w)
				continue
			}
		}
		rows = append(rows, row{words: []word{w}, v: w.v, size: w.size})
	}
	return rows
}

// attach moves raised and lowered small words (footnote marks, ordinals) into
// the row of the larger word they stand at.
func attach(rows []row) []row {
	for i := range rows {
		kept := rows[i].words[:0:0]
		for _, w := range rows[i].words {
			if host := hostRow(rows, i, w); host >= 0 {
				rows[host].words = append(rows[host].words, w)
				continue
			}
			kept = append(kept, w)
		}
		rows[i].words = kept
	}
	out := rows[:0]
	for _, r := range rows {
		if len(r.words) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// hostRow finds the row a small word of row i belongs to, -1 if it is its own.
func hostRow(rows []row, i int, w word) int {
	for _, step := range []int{1, -1} {
		for j := i + step; j >= 0 && j < len(rows); j += step {
			offset := rows[j].v - w.v // above the baseline is positive
			if math.Abs(offset) > rows[j].size {
				break
			}
			for _, h := range rows[j].words {
				if standsAt(w, h, offset) {
					return j
				}
			}
		}
	}
	return -1
}

// standsAt reports whether w is a superscript or subscript of h.
func standsAt(w, h word, offset float64) bool {
	if w.size > 0.8*h.size || offset > 0.7*h.size || offset < -0.35*h.size {
		return false
	}
	behind, before := w.u0-h.u1, h.u0-w.u1
	return behind > -0.2*h.size && behind < 0.4*h.size || before > -0.1*h.size && before < 1.5*h.size
}

// withoutShadows drops words drawn twice in nearly the same place, which some
// producers do for bold type.
func withoutShadows(words []word) []word {
	out := words[:0:0]
	for _, w := range words {
		double := false
		for j := len(out) - 1; j >= 0 && out[j].u0 > w.u0-0.2*w.size; j-- {
			if math.Abs(out[j].v-w.v) < 0.2*w.size && math.Abs(out[j].size-w.size) < 0.1*w.size && sameUnits(out[j], w) {
				out[j].bold, double = true, true
				break
			}
		}
		if !double {
			out = append(out, w)
		}
	}
	return out
}

func sameUnits(a, b word) bool {
	if len(a.units) != len(b.units) {
		return false
	}
	for i := range a.units {
		if a.units[i].text != b.units[i].text {
			return false
		}
	}
	return true
}
