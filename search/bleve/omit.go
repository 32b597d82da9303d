package bleve

import "slices"

// omit takes documents and their families out of what matches.
func (e *evaluation) omit(matched bitset, ids []string) {
	var families []uint32
	for _, id := range ids {
		if d, ok := e.columns.document(id); ok {
			families = append(families, e.columns.familyOf(d))
		}
	}
	if len(families) == 0 {
		return
	}
	omitted := e.set(e.units)
	for d, family := range e.columns.families {
		if slices.Contains(families, family) {
			omitted.setRange(e.spanOfDocument(uint32(d)))
		}
	}
	matched.andNot(omitted)
}
