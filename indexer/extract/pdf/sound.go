package pdf

import "travaux/indexer/layout"

// Sounder reports whether page a is read better than page b, which is in doubt.
func Sounder(a, b layout.Page) bool {
	return a.Doubt == "" && len(a.Lines) > 0
}
