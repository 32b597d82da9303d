// Package bleve is the embedded engine: a collection in a folder, kept in
// generations of a Bleve index. Bleve gives analysis, dictionaries, postings,
// storage and merging; which documents match, their scores, facets and order
// are computed here from its postings.
//
// Why not Bleve's own search: its BM25 is not BM25, its facets cost ten times
// the query, and one result here is a document while one entry is a passage.
//
//	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
//	w.Apply(ctx, search.Change{Put: renditions})
//	w.Publish(ctx)
//	engine, err := bleve.Open(dir, bleve.Config{})
package bleve
