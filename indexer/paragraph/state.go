package paragraph

import (
	"slices"

	"travaux/search/catalogue"
)

// statesOf gives the codes of the States found, each once, in alphabetical
// order; nil where none is named.
func statesOf(found []catalogue.StateFound) []string {
	if len(found) == 0 {
		return nil
	}
	codes := make([]string, 0, len(found))
	for _, f := range found {
		codes = append(codes, f.Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}
