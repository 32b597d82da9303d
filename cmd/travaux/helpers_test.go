package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

// ran is what a command line gave.
type ran struct {
	status         int
	stdout, stderr string
}

// travaux runs a command line in this process; the workers are processes of
// their own.
func travaux(t *testing.T, args ...string) ran {
	t.Helper()
	var stdout, stderr bytes.Buffer
	sh := shell{stdout: &stdout, stderr: &stderr, getenv: func(string) string { return "" }}
	p := &program{shell: sh}
	status := p.run(t.Context(), args)
	return ran{status, stdout.String(), stderr.String()}
}

// mustRun is travaux for a command line that has to end with status 0.
func mustRun(t *testing.T, args ...string) ran {
	t.Helper()
	r := travaux(t, args...)
	if r.status != 0 {
		t.Fatalf("travaux %s: status %d\n%s", strings.Join(args, " "), r.status, r.stderr)
	}
	return r
}

// reportedFile is one line of a report.
type reportedFile struct {
	Path, SHA256, Status, Reason, Symbol, Lang string
	Pages                                      int
}

// readReport reads a report; paths become base names.
func readReport(t *testing.T, path string) []reportedFile {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var files []reportedFile
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var r reportedFile
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		r.Path = filepath.Base(r.Path)
		files = append(files, r)
	}
	return files
}

// holdings is all that an index holds and answers, whatever its history.
type holdings struct {
	Status   search.Status
	Answers  map[string]*search.Result
	Passages map[un.RenditionKey][]un.Passage
	Files    map[string][]un.File
}

// holdingsOf asks an index for all documents, and the given queries.
func holdingsOf(t *testing.T, dir string, queries ...string) holdings {
	t.Helper()
	svc, closer, err := openService(dir, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()
	ctx := t.Context()
	h := holdings{Answers: map[string]*search.Result{}, Passages: map[un.RenditionKey][]un.Passage{}, Files: map[string][]un.File{}}
	if h.Status, err = svc.Status(ctx); err != nil {
		t.Fatal(err)
	}
	h.Status.Generation, h.Status.Published = "", ""
	for _, q := range queries {
		res, err := svc.Search(ctx, search.Request{Query: q, Limit: 20, Facets: []string{"meeting", "symbol", "type", "lang", "year"}})
		if err != nil {
			t.Fatalf("search %q: %v", q, err)
		}
		res.Generation, res.TookMS, res.Next = "", 0, ""
		h.Answers[q] = res
	}
	for _, hit := range allHits(ctx, t, svc) {
		for _, lang := range hit.Languages {
			view, err := svc.Document(ctx, hit.ID, lang, "")
			if err != nil {
				t.Fatalf("document %s %s: %v", hit.ID, lang, err)
			}
			key := un.RenditionKey{Document: hit.ID, Language: lang}
			h.Passages[key] = view.Rendition.Passages
			h.Files[hit.ID+" "+lang] = view.Rendition.Files
		}
	}
	return h
}

// allHits gives a hit for each document of an index.
func allHits(ctx context.Context, t *testing.T, svc *search.Service) []search.Hit {
	t.Helper()
	var hits []search.Hit
	r := search.Request{Limit: search.MaxLimit, Sort: search.BySymbol}
	for {
		res, err := svc.Search(ctx, r)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			hits = append(hits, h)
			for _, f := range h.Family {
				hits = append(hits, search.Hit{ID: f.Symbol, Languages: h.Languages})
			}
		}
		if r.Cursor = res.Next; r.Cursor == "" {
			return hits
		}
	}
}
