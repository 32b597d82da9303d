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
	// the paths that tell them.
	aliases map[string]map[string]int
	// holders are, by match key, the documents held under that symbol, as id or
	// alias, and spellings the ids under which pages list it.
	holders, spellings map[string]map[string]int
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
		spellings: map[string]map[string]int{},
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
	for _, state := range states(rec) {
		s.enterState(state)
	}
}

// enterState counts what a state of a file gives.
func (s *shelf) enterState(rec search.FileRecord) {
	if rec.SHA256 == "" {
		return
	}
	old, ok := s.seen[rec.SHA256]
	again := len(rec.Renditions) > 0 && (old.Reader != rec.Reader || old.Wanting != rec.Wanting)
	if !ok || len(old.Renditions) == 0 || again {
		s.seen[rec.SHA256] = rec
	}
	addTo(s.paths, rec.SHA256, rec.Path)
	for _, key := range rec.Renditions {
		count(s.givers, key, rec.SHA256, 1)
		addTo(s.languages, key.Document, key.Language)
		s.name(key, rec.Aliases, 1)
	}
}

// leave takes the record of a path away.
func (s *shelf) leave(path string) {
	rec, ok := s.records[path]
	if !ok {
		return
	}
	delete(s.records, path)
	for _, state := range states(rec) {
		s.leaveState(state)
	}
}

// leaveState takes back what enterState counted.
func (s *shelf) leaveState(rec search.FileRecord) {
	removeFrom(s.paths, rec.SHA256, rec.Path)
	for _, key := range rec.Renditions {
		count(s.givers, key, rec.SHA256, -1)
		if len(s.givers[key]) == 0 {
			removeFrom(s.languages, key.Document, key.Language)
		}
		s.name(key, rec.Aliases, -1)
	}
}

// name counts the names under which a path gives to a rendition.
func (s *shelf) name(key un.RenditionKey, aliases []string, by int) {
	if key.Language == un.Listed {
		count(s.spellings, matchKey(key.Document), key.Document, by)
		return
	}
	count(s.holders, matchKey(key.Document), key.Document, by)
	for _, alias := range aliases {
		count(s.aliases, key.Document, alias, by)
		count(s.holders, matchKey(alias), key.Document, by)
	}
}

// matchKey is what all spellings of an id have in common: .../INF/1 and
// .../INF.1 are one symbol.
func matchKey(id string) string {
	symbol, err := un.ParseSymbol(id)
	if err != nil {
		return id
	}
	return symbol.Key()
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
// is only listed, one placeholder however pages spell it; of any other, what
// files give.
func (s *shelf) present(key un.RenditionKey) bool {
	if len(s.givers[key]) == 0 {
		return false
	}
	if key.Language != un.Listed {
		return true
	}
	symbol := matchKey(key.Document)
	return len(s.holders[symbol]) == 0 && key.Document == slices.Min(slices.Collect(maps.Keys(s.spellings[symbol])))
}

// names are, sorted, the ids under which a meeting page may list a document.
func (s *shelf) names(document string) []string {
	names := map[string]bool{document: true}
	for _, name := range append(slices.Collect(maps.Keys(s.aliases[document])), document) {
		names[name] = true
		for spelling := range s.spellings[matchKey(name)] {
			names[spelling] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
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

// stateOf is the record of bytes that some path has or had.
func (s *shelf) stateOf(sha256 string) search.FileRecord {
	all := states(s.records[s.firstPath(sha256)])
	i := slices.IndexFunc(all, func(state search.FileRecord) bool { return state.SHA256 == sha256 })
	return all[max(i, 0)]
}

// baseName is the name under which bytes were found.
func (s *shelf) baseName(sha256 string) string { return filepath.Base(s.firstPath(sha256)) }

// wanting counts the files found of which a program that is not installed would
// read more, by its name; nil when there is none.
func (s *shelf) wanting(files []found) map[string]int {
	var counts map[string]int
	for _, f := range files {
		tool := s.records[f.path].Wanting
		if tool == "" {
			continue
		}
		if counts == nil {
			counts = map[string]int{}
		}
		counts[tool]++
	}
	return counts
}
