package indexer

import (
	"maps"
	"slices"

	"travaux/search"
	"travaux/search/un"
)

// touch is a rendition that a change may alter, with its state before.
type touch struct {
	key     un.RenditionKey
	present bool
	// givers and pages are, by sha256, the paths of the files that give to it and
	// of the pages that list its document, under any of its names.
	givers, pages map[string]string
	names         []string
}

// touched are the renditions that putting rec in the place of old may alter.
func (s *shelf) touched(old, rec search.FileRecord) []touch {
	documents := map[string]bool{}
	for _, key := range slices.Concat(old.Renditions, rec.Renditions) {
		documents[key.Document] = true
		maps.Copy(documents, s.known(key.Document))
	}
	for _, alias := range slices.Concat(old.Aliases, rec.Aliases) {
		maps.Copy(documents, s.known(alias))
	}
	var ts []touch
	for _, document := range slices.Sorted(maps.Keys(documents)) {
		languages := maps.Clone(s.languages[document])
		if languages == nil {
			languages = map[string]bool{}
		}
		for _, key := range rec.Renditions {
			if key.Document == document {
				languages[key.Language] = true
			}
		}
		for _, language := range slices.Sorted(maps.Keys(languages)) {
			key := un.RenditionKey{Document: document, Language: language}
			ts = append(ts, touch{key, s.present(key), s.pathsOf(key), s.pagesOf(document), s.names(document)})
		}
	}
	return ts
}

// known are the documents held or listed under a symbol, however it is spelled.
func (s *shelf) known(symbol string) map[string]bool {
	documents := map[string]bool{}
	key := matchKey(symbol)
	for _, ids := range []map[string]int{s.holders[key], s.spellings[key]} {
		for id := range ids {
			documents[id] = true
		}
	}
	return documents
}
