package search

import (
	"strings"

	"travaux/search/un"
)

// canonical gives the value that the engine knows for what a reader calls a
// value of a field: the id of a meeting, the code of a State or a language, the
// name of a type or a kind, the symbol of a resolution.
func (s *Service) canonical(field, name string) string {
	switch field {
	case "meeting":
		return s.meeting(name).ID
	case "state":
		if state, ok := s.catalogue.StateNamed(name); ok {
			return state.Code
		}
	case "cites":
		return cited(name)
	case "lang":
		return labelled(name, un.Languages(), un.LanguageLabel)
	case "kind":
		return labelled(name, un.Kinds(), un.Kind.Label)
	case "type", "origin":
		return labelled(name, un.Types(), un.Type.Label)
	}
	return name
}

// cited gives the symbol of a resolution that is named by its number alone or
// with the word: "58/4", "resolution 58/4".
func cited(name string) string {
	if _, err := un.ParseSymbol(name); err == nil {
		return name
	}
	for _, text := range []string{name, "resolution " + name} {
		if id := un.Identify(text); id.Key != "" {
			return id.Canonical
		}
	}
	return name
}

// labelled gives the value with a label in any of the six languages, whatever
// its case, or with the name itself written with blanks or hyphens; the name as
// it stands where there is none.
func labelled[V ~string](name string, values []V, label func(v V, language string) string) string {
	plain := strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "_")
	for _, v := range values {
		if string(v) == plain {
			return plain
		}
		for _, language := range un.Languages() {
			if strings.EqualFold(label(v, language), name) {
				return string(v)
			}
		}
	}
	return name
}
