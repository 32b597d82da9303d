package pages

import "slices"

// How much stands on one page of a document: up to 500 numbered paragraphs are
// one part (design: so that /doc/SYMBOL#para-12 leads there). The second bound
// is for documents that number nothing, and for tables without end.
const (
	partParagraphs = 500
	partBlocks     = 2000
)

// parts are the places of the first block of each part; there is always one.
type parts []int

// cutParts parts a document.
func cutParts(blocks []block) parts {
	starts := parts{0}
	paragraphs := 0
	for i, b := range blocks {
		numbered := b.Number != ""
		if numbered && paragraphs == partParagraphs || i-starts[len(starts)-1] == partBlocks {
			starts, paragraphs = append(starts, i), 0
		}
		if numbered {
			paragraphs++
		}
	}
	return starts
}

// of gives the part, from 0, that a block stands in.
func (p parts) of(block int) int {
	i, found := slices.BinarySearch(p, block)
	if found {
		return i
	}
	return i - 1
}

// bounds gives the first block of a part and the one after its last.
func (p parts) bounds(part, blocks int) (first, end int) {
	if part+1 < len(p) {
		return p[part], p[part+1]
	}
	return p[part], blocks
}
