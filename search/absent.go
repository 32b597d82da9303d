package search

import (
	"fmt"
	"slices"

	"travaux/search/query"
	"travaux/search/un"
)

// absences says of each field and choice that nothing has whether there is such a
// value at all: a misspelt State is another matter than one that no text names.
func (s *Service) absences(fields []query.Field) []string {
	var out []string
	for _, f := range fields {
		if what := s.unknown(f); what != "" {
			out = append(out, what)
		} else {
			out = append(out, "nothing in the collection has "+f.String())
		}
	}
	return out
}

// unknown says that there is no such value; empty where there is, or where it
// cannot be told.
func (s *Service) unknown(f query.Field) string {
	switch f.Name {
	case "state":
		if _, ok := s.catalogue.StateNamed(f.Value); !ok {
			return fmt.Sprintf("there is no State “%s”; States are asked for by name, in any of the six languages, or by their three-letter codes, as in state:PAN", f.Value)
		}
	case "meeting":
		if m, ok := s.catalogue.Meeting(f.Value); f.Value != un.NoMeeting && (!ok || m.Name == "" && m.Start == "") {
			return fmt.Sprintf("no meeting “%s” is known; meetings are asked for by what their symbols begin with, as in meeting:CAC/COSP/EG.1/2013", f.Value)
		}
	case "body":
		if s.catalogue.BodyLabel(f.Value, "en") == "" {
			return fmt.Sprintf("no body “%s” is known; bodies are asked for by what their symbols begin with, as in body:E/CN.15", f.Value)
		}
	case "type", "origin":
		if !slices.Contains(un.Types(), un.Type(f.Value)) {
			return fmt.Sprintf("there is no type of document “%s”; the facet type lists those of the collection", f.Value)
		}
	case "kind":
		if !slices.Contains(un.Kinds(), un.Kind(f.Value)) {
			return fmt.Sprintf("there is no kind of paragraph “%s”; expected one of %s", f.Value, joined(un.Kinds()))
		}
	}
	return ""
}
