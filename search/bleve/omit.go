package bleve

import "github.com/RoaringBitmap/roaring/v2"

// omit takes documents and their families out of what matches.
func (e *evaluation) omit(matched *roaring.Bitmap, ids []string) {
	for _, id := range ids {
		omitted, ok := e.columns.document(id)
		if !ok {
			continue
		}
		family := e.columns.familyOf(omitted)
		for d := range uint32(e.columns.documentCount()) {
			if e.columns.familyOf(d) == family {
				matched.AndNot(e.unitsOf(d))
			}
		}
	}
}
