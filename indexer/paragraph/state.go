package paragraph

import (
	"slices"
	"strings"

	"travaux/search/catalogue"
)

// statesIn finds the States that a text names in its language and, where that
// has a script of its own, those whose names stand in it in Latin letters.
func statesIn(text, lang string) []catalogue.StateFound {
	found := catalogue.FindStates(text, lang)
	switch lang {
	case "ru", "ar", "zh":
		if strings.ContainsAny(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
			found = append(found, catalogue.FindStates(text, "en")...)
			slices.SortFunc(found, func(a, b catalogue.StateFound) int { return a.Start - b.Start })
		}
	}
	return found
}

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
