package bleve

import (
	"cmp"
	"slices"

	"travaux/search"
)

// The lengths of what is shown of a passage, in cells of a screen: a Chinese
// character takes two.
const (
	// snippetCells is about how much is shown, wholeCells how long a text is shown
	// whole.
	snippetCells = 300
	wholeCells   = 400
	// leadCells is how much may stand before the first match.
	leadCells = 80
	// maxFragments is in how many parts it may be shown.
	maxFragments = 3
	// besideCells is how far apart two parts must be to be two.
	besideCells = 30
)

// ellipsis stands for what is left out.
func ellipsis(text string) search.Span { return search.Span{Text: text, Gap: true} }

// snippet cuts a passage to the sentences that are worth reading: those with the
// most parts of a query. Where these stand apart there are several; what is left
// out is shown by a span that is a gap.
func snippet(found []marking, text string) []search.Span {
	marked := merged(found)
	if len(text) <= wholeCells || cells(text) <= wholeCells {
		return spans(text, marked, stretch{0, len(text)})
	}
	var out []search.Span
	parts := fragments(found, text)
	for i, part := range parts {
		switch {
		case i > 0:
			out = append(out, ellipsis(" … "))
		case part.from > 0:
			out = append(out, ellipsis("… "))
		}
		out = append(out, spans(text, marked, part)...)
	}
	if parts[len(parts)-1].to < len(text) {
		out = append(out, ellipsis(" …"))
	}
	return out
}

// fragments gives the parts of a text to show, in their order: one, unless parts of
// the query stand too far apart for it.
func fragments(found []marking, text string) []stretch {
	if len(found) == 0 {
		return []stretch{widened(stretch{0, 0}, text, snippetCells)}
	}
	asked := map[int]bool{}
	for _, f := range found {
		asked[f.part] = true
	}
	for n := 1; ; n++ {
		covered := map[int]bool{}
		var parts []stretch
		for range n {
			if part, ok := densest(found, covered, text, snippetCells/n); ok {
				parts = append(parts, part)
			}
		}
		if n == maxFragments || len(covered) == len(asked) {
			return together(parts, text, snippetCells/len(parts))
		}
	}
}

// densest gives the stretch from one match to another, not too long, that has the
// most parts of the query which are not covered yet, then the most matches; and
// covers them. It is not ok where it would bring no new part.
func densest(found []marking, covered map[int]bool, text string, most int) (best stretch, ok bool) {
	top, end := 0, 0
	for i, f := range found {
		fresh, n, to, width := map[int]bool{}, 0, f.from, 0
		for _, g := range found[i:] {
			if g.to > to {
				width += cells(text[to:g.to])
				to = g.to
			}
			if g.from > f.from && width > most-leadCells/2 {
				break
			}
			if !covered[g.part] {
				fresh[g.part] = true
			}
			n, end = n+1, to
		}
		const perPart = 100
		if score := perPart*len(fresh) + min(n, perPart-1); len(fresh) > 0 && score > top {
			top, best, ok = score, stretch{f.from, end}, true
		}
	}
	for _, f := range found {
		if ok && best.from <= f.from && f.to <= best.to {
			covered[f.part] = true
		}
	}
	return best, ok
}

// together widens parts to what can be read, puts them in order and makes one of
// those that come close.
func together(parts []stretch, text string, most int) []stretch {
	slices.SortFunc(parts, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	var out []stretch
	for _, part := range parts {
		part = widened(part, text, most)
		if n := len(out); n > 0 && (part.from <= out[n-1].to || cells(text[out[n-1].to:part.from]) < besideCells) {
			out[n-1].to = max(out[n-1].to, part.to)
			continue
		}
		out = append(out, part)
	}
	return out
}

// widened makes a stretch as long as wanted: from where its sentence begins, if that
// is near, to where one ends, and else from word to word.
func widened(part stretch, text string, most int) stretch {
	room := most - cells(text[part.from:part.to])
	from := beginning(text, part.from, min(leadCells, max(room/2, 0)))
	room = most - cells(text[from:part.to])
	to := ending(text, part.to, max(room, 0))
	if to == len(text) && from > 0 { // the rest of the room is before
		room = most - cells(text[from:to])
		from = beginning(text, from, max(room, 0))
	}
	return stretch{from, to}
}
