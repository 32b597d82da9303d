package bleve_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/query"
	"travaux/search/un"
)

// rendition makes a held rendition with one passage a text.
func rendition(t testing.TB, symbol, lang string, texts ...string) un.Rendition {
	t.Helper()
	s, err := un.ParseSymbol(symbol)
	if err != nil {
		t.Fatal(err)
	}
	r := un.Rendition{
		Document: un.Document{ID: s.String(), Symbols: []un.Symbol{s}, Title: "Title of " + symbol, Body: s.BodyPath()},
		Language: lang, Files: []un.File{{SHA256: symbol + lang, Name: symbol + ".pdf"}}, Reader: "test/1",
	}
	for i, text := range texts {
		r.Passages = append(r.Passages, un.Passage{Anchor: "para-" + string(rune('1'+i)), Number: string(rune('1' + i)), Type: un.Paragraph, Text: text})
	}
	return r
}

// publish writes a change as one generation.
func publish(t testing.TB, dir string, c search.Change) string {
	t.Helper()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), c); err != nil {
		t.Fatal(err)
	}
	name, err := w.Publish(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return name
}

func open(t testing.TB, dir string) *bleve.Engine {
	t.Helper()
	// A test is right however slow the machine is.
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return e
}

// ask gives the symbols of the documents that answer a query.
func ask(t testing.TB, e *bleve.Engine, text string) []string {
	t.Helper()
	tree, err := query.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Search(context.Background(), search.Plan{Tree: tree, View: search.Documents, Sort: search.ByRelevance, Limit: 100, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, h := range a.Hits {
		out = append(out, h.Symbol)
	}
	return out
}

func TestPublishThenSearch(t *testing.T) {
	dir := t.TempDir()
	name := publish(t, dir, search.Change{Put: []un.Rendition{
		rendition(t, "A/79/1", "en", "The recovery of stolen assets.", "Nothing else."),
		rendition(t, "A/79/2", "en", "Stolen goods."),
	}})
	if name != "gen-000001" {
		t.Errorf("published %s", name)
	}
	e := open(t, dir)
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "asset recovery")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"A/79/2", "A/79/1"}, ask(t, e, "stolen")); diff != "" {
		t.Error(diff)
	}
}
