// Package docs_test holds the code to docs/architecture.md.
package docs_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "travaux/"

// arrows are the rooms of the house and the rooms each may import, besides
// itself and search/un. A room is a package, or with "/..." a package with all
// below it.
var arrows = map[string][]string{
	"cmd/...": {
		"indexer", "indexer/extract/...", "indexer/layout", "indexer/masthead", "indexer/page", "indexer/paragraph",
		"search", "search/analysis/...", "search/archive", "search/bleve", "search/catalogue", "search/enginetest", "search/eval", "search/eval/bench", "search/query", "search/schema", "search/suggest",
		"webui/...",
	},
	"webui/...": {"search", "search/catalogue"},
	"indexer": {
		"indexer/extract/...", "indexer/layout", "indexer/masthead", "indexer/page", "indexer/paragraph",
		"search", "search/archive", "search/catalogue",
	},
	"indexer/extract/...":  {"indexer/layout", "search", "search/catalogue"},
	"indexer/fidelity/...": {"indexer/extract/...", "indexer/layout"},
	"indexer/masthead":     {"indexer/layout", "search", "search/catalogue"},
	"indexer/page":         {"indexer/layout", "indexer/masthead", "search", "search/catalogue"},
	"indexer/paragraph":    {"indexer/layout", "indexer/masthead", "search", "search/catalogue"},
	"indexer/layout":       nil,
	"indexer/corpus":       nil, // for tests alone: no room may import it
	"search":               {"search/catalogue", "search/query", "search/schema"},
	"search/analysis/...":  nil,
	"search/archive":       {"search"},
	"search/bleve":         {"search", "search/analysis/...", "search/query", "search/schema", "search/bleve/flat", "search/bleve/zap"},
	"search/bleve/flat":    nil,
	"search/bleve/zap":     nil,
	"search/catalogue":     nil,
	"search/enginetest":    {"search", "search/query", "search/schema"},
	"search/eval":          {"search", "search/query", "search/schema"},
	"search/eval/bench":    {"search", "search/query", "search/schema"},
	"search/eval/print":    {"search/eval"},
	"search/query":         {"search/schema"},
	"search/schema":        nil,
	"search/suggest":       {"search", "search/analysis/...", "search/query", "search/schema"},
	"search/un":            nil,
}

// room gives the room a package belongs to, empty for one that has no place in
// the house.
func room(pkg string) string {
	if _, ok := arrows[pkg]; ok {
		return pkg
	}
	for dir := pkg; dir != "."; dir = path.Dir(dir) {
		if _, ok := arrows[dir+"/..."]; ok {
			return dir + "/..."
		}
	}
	return ""
}

// forbidden tells what is wrong with a package importing another, empty when
// the arrow is one of the house.
func forbidden(from, to string) string {
	a, b := room(from), room(to)
	switch {
	case a == "":
		return from + " is no room of the house"
	case b == "":
		return from + " imports " + to + ", which is no room of the house"
	case a == b, slices.Contains(arrows[a], b), b == "search/un" && a != "indexer/layout":
		return ""
	}
	return from + " must not import " + to
}

// TestArrows reads the imports of every Go file that is no test, whatever its
// build tags.
func TestArrows(t *testing.T) {
	seen, rooms := 0, map[string]bool{}
	for _, f := range goFiles(t) {
		if strings.HasSuffix(f.path, "_test.go") {
			continue
		}
		seen++
		from := path.Dir(f.path)
		if room(from) == "" {
			t.Errorf("%s: %s is no room of the house", f.path, from)
		}
		rooms[room(from)] = true
		for _, imported := range f.imports {
			to, ours := strings.CutPrefix(imported, module)
			if !ours {
				continue
			}
			if wrong := forbidden(from, to); wrong != "" {
				t.Errorf("%s: %s", f.path, wrong)
			}
		}
	}
	for name := range arrows {
		if !rooms[name] {
			t.Errorf("the room %s is empty", name)
		}
	}
	if seen < 50 {
		t.Errorf("only %d files read", seen)
	}
}

// goFile is a Go file of the module with what it imports.
type goFile struct {
	path    string // from the module's root
	imports []string
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	err := fs.WalkDir(os.DirFS(".."), ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && file != "." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "tmp") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path.Join("..", file), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		f := goFile{path: file}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			f.imports = append(f.imports, imported)
		}
		files = append(files, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestForbidden shows that the rules can fail.
func TestForbidden(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"webui/pages", "search", ""},
		{"webui/pages", "webui/reply", ""},
		{"search/query", "search/un", ""},
		{"indexer/extract/pdf", "indexer/layout", ""},
		{"webui/pages", "indexer/extract/pdf", "webui/pages must not import indexer/extract/pdf"},
		{"indexer", "webui", "indexer must not import webui"},
		{"search", "search/bleve", "search must not import search/bleve"},
		{"search/un", "search/schema", "search/un must not import search/schema"},
		{"indexer/layout", "search/un", "indexer/layout must not import search/un"},
		{"indexer/masthead", "indexer/paragraph", "indexer/masthead must not import indexer/paragraph"},
		{"search/util", "search/un", "search/util is no room of the house"},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, forbidden(tt.from, tt.to)); diff != "" {
			t.Errorf("%s -> %s (-want +got):\n%s", tt.from, tt.to, diff)
		}
	}
}
