// Package zap reads postings straight from the segment files that Bleve maps
// into memory: which entries hold a term, how often, how long their texts are,
// and where in them it stands. It reads a block at a time and allocates nothing
// for it, and costs a tenth of Bleve's own iterators.
//
// It knows one form of file, version 17 of zapx. A segment of any other form is
// read through Bleve's iterators: more slowly, never wrongly. No bytes of a file
// make it panic or read beside it: what does not hold together is an error.
//
//	x := zap.Open(snapshot)
//	term, err := x.Field("t.en").Term("theft")
//	var r zap.Reader
//	r.Open(term, zap.Entries|zap.Facts)
//	for n, err := r.Next(); n > 0; n, err = r.Next() {
//		use(r.Entries[:n], r.Frequencies[:n])
//	}
package zap
