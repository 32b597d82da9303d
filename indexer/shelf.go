package indexer

import (
	"maps"
	"path/filepath"
	"slices"

	"travaux/search"
	"travaux/search/un"
)

// shelf is the files table with the means to find out, when a file comes,
// changes or goes, which renditions that touches. Of each file the table knows
// the renditions it gives to; all that gives to one rendition decides together
// what is shown. So the result depends on the files, not on their history.
type shelf struct {
	ix      *Indexer
	records map[string]search.FileRecord
	// paths are the paths that have some bytes.
	paths map[string]map[string]bool
	// givers count, for each rendition, the paths by the bytes they give.
	givers map[un.RenditionKey]map[string]int
	// languages are the languages in which a document has givers.
	languages map[string]map[string]bool
	// aliases are the further symbols of the documents that are held, counted by
	// the paths that tell them, and holders the documents that have an alias.
	aliases, holders map[string]map[string]int
	// seen remembers a record of each sha256 of the table and the run, also of
	// bytes that are no longer anywhere.
	seen map[string]search.FileRecord
	// pages remembers what meeting pages list, by sha256.
	pages map[string]Understood
}

// newShelf returns a shelf on a files table.
func newShelf(ix *Indexer, records map[string]search.FileRecord) *shelf {
	s := &shelf{
		ix:        ix,
		records:   map[string]search.FileRecord{},
		paths:     map[string]map[string]bool{},
		givers:    map[un.RenditionKey]map[string]int{},
		languages: map[string]map[string]bool{},
		aliases:   map[string]map[string]int{},
		holders:   map[string]map[string]int{},
		seen:      map[string]search.FileRecord{},
		pages:     map[string]Understood{},
	}
	for _, path := range slices.Sorted(maps.Keys(records)) {
		s.enter(records[path])
	}
	return s
}

// snapshot is a copy of the records as they stand.
func (s *shelf) snapshot() map[string]search.FileRecord { return maps.Clone(s.records) }

// enter puts a record in place.
func (s *shelf) enter(rec search.FileRecord) {
	s.leave(rec.Path)
	s.records[rec.Path] = rec
	if rec.SHA256 == "" {
		return
	}
	if old, ok := s.seen[rec.SHA256]; !ok || len(old.Renditions) == 0 {
		s.seen[rec.SHA256] = rec
	}
	addTo(s.paths, rec.SHA256, rec.Path)
	for _, key := range rec.Renditions {
		count(s.givers, key, rec.SHA256, 1)
		addTo(s.languages, key.Document, key.Language)
		for _, alias := range rec.Aliases {
			count(s.aliases, key.Document, alias, 1)
			count(s.holders, alias, key.Document, 1)
		}
	}
}

// leave takes the record of a path away.
func (s *shelf) leave(path string) {
	rec, ok := s.records[path]
	if !ok {
		return
	}
	delete(s.records, path)
	removeFrom(s.paths, rec.SHA256, path)
	for _, key := range rec.Renditions {
		count(s.givers, key, rec.SHA256, -1)
		if len(s.givers[key]) == 0 {
			removeFrom(s.languages, key.Document, key.Language)
		}
		for _, alias := range rec.Aliases {
			count(s.aliases, key.Document, alias, -1)
			count(s.holders, alias, key.Document, -1)
		}
	}
}

// count changes a count in a map of counts; what comes to nothing is not there.
func count[K comparable](counts map[K]map[string]int, name K, value string, by int) {
	if counts[name] == nil {
		counts[name] = map[string]int{}
	}
	if counts[name][value] += by; counts[name][value] <= 0 {
		delete(counts[name], value)
	}
	if len(counts[name]) == 0 {
		delete(counts, name)
	}
}

// addTo adds a value to a set in a map of sets.
func addTo(sets map[string]map[string]bool, name, value string) {
	if sets[name] == nil {
		sets[name] = map[string]bool{}
	}
	sets[name][value] = true
}

// removeFrom removes a value from a set in a map of sets.
func removeFrom(sets map[string]map[string]bool, name, value string) {
	delete(sets[name], value)
	if len(sets[name]) == 0 {
		delete(sets, name)
	}
}

// present reports whether the collection holds a rendition: of a document that
// is only listed, the placeholder; of any other, what files give.
func (s *shelf) present(key un.RenditionKey) bool {
	if len(s.givers[key]) == 0 {
		return false
	}
	return key.Language != un.Listed || !s.held(key.Document)
}

// held reports whether files hold a document, under this symbol or another.
func (s *shelf) held(document string) bool {
	if len(s.holders[document]) > 0 {
		return true
	}
	for language := range s.languages[document] {
		if language != un.Listed {
			return true
		}
	}
	return false
}

// names are the symbols under which a meeting page may list a document.
func (s *shelf) names(document string) []string {
	return append([]string{document}, slices.Sorted(maps.Keys(s.aliases[document]))...)
}

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
		for holder := range s.holders[key.Document] {
			documents[holder] = true
		}
	}
	for _, alias := range slices.Concat(old.Aliases, rec.Aliases) {
		documents[alias] = true
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

// pathsOf gives, by sha256, the path under which each giver is known.
func (s *shelf) pathsOf(key un.RenditionKey) map[string]string {
	at := map[string]string{}
	for sum := range s.givers[key] {
		at[sum] = s.firstPath(sum)
	}
	return at
}

// pagesOf gives, by sha256, the paths of the pages that list a document.
func (s *shelf) pagesOf(document string) map[string]string {
	at := map[string]string{}
	for _, name := range s.names(document) {
		maps.Copy(at, s.pathsOf(un.RenditionKey{Document: name, Language: un.Listed}))
	}
	return at
}

// firstPath is the first of the paths that have some bytes.
func (s *shelf) firstPath(sha256 string) string {
	paths := slices.Sorted(maps.Keys(s.paths[sha256]))
	if len(paths) == 0 {
		return ""
	}
	return paths[0]
}

// baseName is the name under which bytes were found.
func (s *shelf) baseName(sha256 string) string { return filepath.Base(s.firstPath(sha256)) }
