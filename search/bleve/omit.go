package bleve

// omit takes documents and their families out of what matches.
func (e *evaluation) omit(matched bitset, ids []string) {
	for _, id := range ids {
		omitted, ok := e.columns.document(id)
		if !ok {
			continue
		}
		family := e.columns.familyOf(omitted)
		for d := range uint32(e.columns.documentCount()) {
			if e.columns.familyOf(d) == family {
				matched.andNot(e.unitsOf(d))
			}
		}
	}
}
