package indexer_test

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"travaux/indexer"
	"travaux/indexer/layout"
	"travaux/search"
	"travaux/search/archive"
	"travaux/search/un"
)

// memory is a search.Writer that keeps generations in memory.
type memory struct {
	files     map[string]search.FileRecord
	held      map[un.RenditionKey]un.Rendition
	changes   int // applied since the last Publish
	published int
	fail      error // what Apply returns
}

func newMemory() *memory {
	return &memory{files: map[string]search.FileRecord{}, held: map[un.RenditionKey]un.Rendition{}}
}

func (m *memory) Files() map[string]search.FileRecord { return maps.Clone(m.files) }

func (m *memory) Rendition(key un.RenditionKey) (un.Rendition, error) {
	r, ok := m.held[key]
	if !ok {
		return un.Rendition{}, search.ErrNotFound
	}
	r.Passages = nil
	return r, nil
}

func (m *memory) Renditions(document string) []un.RenditionKey {
	var keys []un.RenditionKey
	for key := range m.held {
		if key.Document == document {
			keys = append(keys, key)
		}
	}
	return keys
}

func (m *memory) Resumed() bool { return m.changes > 0 }

func (m *memory) Apply(_ context.Context, c search.Change) error {
	if m.fail != nil {
		return m.fail
	}
	m.changes++
	for _, rec := range c.Records {
		m.files[rec.Path] = rec
	}
	for _, path := range c.Forget {
		delete(m.files, path)
	}
	for _, key := range c.Drop {
		if _, ok := m.held[key]; !ok {
			return fmt.Errorf("drop of %v, which is not held", key)
		}
		delete(m.held, key)
	}
	for _, r := range c.Put {
		m.held[r.Key()] = r
	}
	return nil
}

func (m *memory) Publish(context.Context) (string, error) {
	if m.changes > 0 {
		m.published++
		m.changes = 0
	}
	return fmt.Sprintf("gen-%06d", m.published), nil
}

func (m *memory) Close() error { return nil }

// reader reads papers: text files whose first line says what they are.
//
//	doc SYMBOL LANG [REISSUE]   a document; the other lines are its paragraphs;
//	                            joint symbols are joined by "+"
//	page MEETING                a meeting page; the other lines are SYMBOL TITLE
//	malformed | timeout         a file that fails so
//	old-format                  one that a program could read: it wants "converter"
//	doc ... with a page "picture" among its paragraphs wants "tesseract"
type reader struct {
	version string
	tools   map[string]bool // programs that are installed

	mu    sync.Mutex // guards reads
	reads []string
	// before is called before a file is read, looked when the kind of one is told.
	before, looked func(path string)
}

func (r *reader) Media(path string, _ []byte) string {
	if r.looked != nil {
		r.looked(path)
	}
	switch filepath.Ext(path) {
	case ".txt":
		return "text/plain"
	case ".pdf":
		return "application/pdf"
	case ".docx":
		return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	}
	return ""
}

func (r *reader) Version(string) string { return cmp.Or(r.version, "fake/1") }

func (r *reader) Current(reader, wanting string) bool {
	return reader == r.Version("") && (wanting == "" || !r.tools[wanting])
}

func (r *reader) Read(ctx context.Context, path, _ string) (*layout.Content, error) {
	r.mu.Lock()
	r.reads = append(r.reads, filepath.Base(path))
	before := r.before
	r.mu.Unlock()
	if before != nil {
		before(path)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	switch strings.Fields(lines[0])[0] {
	case "malformed":
		return nil, &indexer.Failure{Reason: "malformed"}
	case "timeout":
		return nil, &indexer.Failure{Reason: "took too long", Fatal: true}
	case "old-format":
		if !r.tools["converter"] {
			return nil, &indexer.Failure{Reason: "no converter", Wanting: "converter"}
		}
		lines[0] = "doc A/9 en"
	case "broken-pool":
		return nil, errors.New("no worker starts")
	}
	page := layout.Page{Number: 1}
	for _, line := range lines {
		page.Lines = append(page.Lines, layout.Line{Text: line})
	}
	c := &layout.Content{Reader: r.Version(""), Pages: []layout.Page{page}}
	for i, line := range lines {
		switch {
		case line != "picture":
		case r.tools["tesseract"]:
			c.Pages[0].Lines[i].Text = "recognised"
		default:
			c.Wanting = "tesseract"
		}
	}
	return c, nil
}

// taken gives, sorted, the names of the files read since it was last called.
func (r *reader) taken() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	reads := r.reads
	r.reads = nil
	slices.Sort(reads)
	return reads
}

// analyse understands papers.
func analyse(c *layout.Content, f un.File) indexer.Understood {
	lines := c.Pages[0].Lines
	head := strings.Fields(lines[0].Text)
	if head[0] == "page" {
		var u indexer.Understood
		for _, l := range lines[1:] {
			id, title, _ := strings.Cut(l.Text, " ")
			u.Listed = append(u.Listed, un.Document{
				ID: id, Title: title, Meeting: head[1], Listings: []un.Listing{{Meeting: head[1], Title: title}},
			})
		}
		return u
	}
	if head[0] == "panic" {
		panic("a fault")
	}
	names := strings.Split(head[1], "+")
	r := un.Rendition{
		Document: un.Document{ID: names[0], Symbols: symbols(names)},
		Language: head[2], Files: []un.File{f}, Reader: c.Reader, NoText: head[0] == "scan",
	}
	if len(head) > 3 {
		r.Document.Symbols[0].Reissue = head[3]
	}
	for i, l := range lines[1:] {
		r.Passages = append(r.Passages, un.Passage{Anchor: fmt.Sprintf("para-%d", i+1), Text: l.Text})
	}
	return indexer.Understood{Rendition: &r}
}

// symbols parses names; one that is no symbol becomes a symbol without a name.
func symbols(names []string) []un.Symbol {
	all := make([]un.Symbol, len(names))
	for i, name := range names {
		all[i], _ = un.ParseSymbol(name)
	}
	return all
}

// bench is a folder of papers with everything to index it.
type bench struct {
	t      *testing.T
	dir    string
	papers string
	reader *reader
	writer *memory
	config func(*indexer.Config)
}

func newBench(t *testing.T) *bench {
	dir := t.TempDir()
	b := &bench{t: t, dir: dir, papers: filepath.Join(dir, "papers"), reader: &reader{}, writer: newMemory()}
	if err := os.Mkdir(b.papers, 0o755); err != nil {
		t.Fatal(err)
	}
	return b
}

// write puts a paper in the folder.
func (b *bench) write(name, text string) {
	b.t.Helper()
	path := filepath.Join(b.papers, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.t.Fatal(err)
	}
	// A new file, so that an archive's hard link keeps its bytes.
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

// remove takes a paper out of the folder.
func (b *bench) remove(name string) {
	b.t.Helper()
	if err := os.Remove(filepath.Join(b.papers, name)); err != nil {
		b.t.Fatal(err)
	}
}

// run indexes the folder; it fails the test when the run fails or its accounts
// do not add up.
func (b *bench) run(paths ...string) indexer.Accounts {
	b.t.Helper()
	acc, err := b.try(b.t.Context(), paths...)
	if err != nil {
		b.t.Fatal(err)
	}
	if !acc.Balanced() {
		b.t.Errorf("accounts do not add up: %+v", acc)
	}
	return acc
}

// try indexes the folder, or the paths in it.
func (b *bench) try(ctx context.Context, names ...string) (indexer.Accounts, error) {
	paths := []string{b.papers}
	if len(names) > 0 {
		paths = nil
		for _, name := range names {
			paths = append(paths, filepath.Join(b.papers, name))
		}
	}
	c := indexer.Config{
		Reader: b.reader, Writer: b.writer, Archive: archive.New(b.dir), Analyse: analyse,
		Quarantine: filepath.Join(b.dir, "quarantine.json"), Jobs: 2,
	}
	if b.config != nil {
		b.config(&c)
	}
	return indexer.New(c).Run(ctx, paths)
}

// prune is run with pruning.
func (b *bench) prune(paths ...string) indexer.Accounts {
	b.t.Helper()
	b.config = func(c *indexer.Config) { c.Prune = true }
	defer func() { b.config = nil }()
	return b.run(paths...)
}

// held describes what the collection holds, a line a rendition: document,
// language, text, names of the files, listings.
func (b *bench) held() []string {
	var lines []string
	for key, r := range b.writer.held {
		var text, names, pages []string
		for _, p := range r.Passages {
			text = append(text, p.Text)
		}
		for _, f := range r.Files {
			names = append(names, f.Name)
		}
		for _, l := range r.Document.Listings {
			pages = append(pages, filepath.Base(l.Page)+":"+l.Title)
		}
		line := fmt.Sprintf("%s %s [%s] %s", key.Document, cmp.Or(key.Language, "listed"),
			strings.Join(text, "|"), strings.Join(names, ","))
		if m := r.Document.Meeting; m != "" && r.Held() {
			line += " at " + m
		}
		if len(pages) > 0 {
			line += " <" + strings.Join(pages, ",") + ">"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// counts are the accounts without times.
func counts(a indexer.Accounts) indexer.Accounts {
	a.Elapsed, a.Reading, a.Analysing, a.Writing, a.Failures = 0, 0, 0, 0, nil
	a.Generation = ""
	return a
}
