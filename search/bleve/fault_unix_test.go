//go:build unix

package bleve_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/enginetest"
	"travaux/search/query"
	"travaux/search/schema"
	"travaux/search/un"
)

// doors asks an engine everything that it answers from its files.
func doors(e *bleve.Engine, document string) map[string]func() (any, error) {
	ctx := context.Background()
	return map[string]func() (any, error){
		"search": func() (any, error) {
			return e.Search(ctx, search.Plan{Tree: query.Word{Text: "theft"}, Facets: schema.Facets(), Limit: 10, Explain: true, Language: "en"})
		},
		"paragraphs": func() (any, error) {
			return e.Search(ctx, search.Plan{
				Tree: query.Word{Text: "report"}, View: search.Paragraphs, Facets: schema.Facets(), Filters: map[string][]string{"lang": {"en"}}, Limit: 10, Language: "en",
			})
		},
		"renditions": func() (any, error) { return e.Renditions(ctx, document) },
		"passages":   func() (any, error) { return e.Passages(ctx, un.RenditionKey{Document: document, Language: "en"}) },
		"family":     func() (any, error) { return e.Family(ctx, document) },
		"near":       func() (any, error) { return e.Near(ctx, document+"0", 5) },
		"resembling": func() (any, error) {
			return e.Resembling(ctx, search.Sample{Text: "report of theft", Limit: 5})
		},
		"weigh":      func() (any, error) { return e.Weigh(ctx, "en", "report of theft") },
		"words near": func() (any, error) { return e.WordsNear(ctx, "theft", 1, 5) },
		"words": func() (any, error) {
			var out []search.Word
			return &out, e.Words(ctx, "th", func(w search.Word) error { out = append(out, w); return nil })
		},
		"names": func() (any, error) {
			var out []search.Names
			return &out, e.Names(ctx, func(n search.Names) error { out = append(out, n); return nil })
		},
		"status": func() (any, error) { return e.Status(ctx) },
	}
}

// A file that is cut while it is mapped ends neither the process nor the service:
// requests end with an error until the generation before it is taken up.
func TestFileIsCutWhileItIsServed(t *testing.T) {
	for _, test := range []struct{ name, pattern string }{
		{"columns", "columns.flat"},
		{"segments", filepath.Join("index", "store", "*.zap")},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			renditions := enginetest.Synthetic(40, 1)
			publish(t, dir, search.Change{Put: renditions[:4]})
			w, err := bleve.OpenWriter(dir, bleve.WriterConfig{Rebuild: true}) // shares no segment
			if err != nil {
				t.Fatal(err)
			}
			if err := w.Apply(t.Context(), search.Change{Put: renditions}); err != nil {
				t.Fatal(err)
			}
			if _, err := w.Publish(t.Context()); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			alone := open(t, dir)
			e, err := bleve.Open(dir, bleve.Config{Verify: true, Timeout: time.Minute})
			if err != nil {
				t.Fatal(err)
			}
			defer e.Close()
			cut(t, filepath.Join(dir, "gen-000002", test.pattern))
			refused := 0
			for name, door := range doors(alone, renditions[0].Document.ID) {
				if _, err := door(); errors.Is(err, search.ErrUnavailable) {
					refused++
				} else if err != nil {
					t.Errorf("%s: %v", name, err)
				}
			}
			if refused < 4 {
				t.Errorf("%d requests are refused: the cut is not noticed", refused)
			}
			if generation, _ := notice(t, alone); generation != "gen-000002" {
				t.Errorf("%s is served", generation)
			}
			waitForFormer(t, e)
			for name, door := range doors(e, renditions[0].Document.ID) {
				if _, err := door(); err != nil {
					t.Errorf("%s of the former generation: %v", name, err)
				}
			}
		})
	}
}

// cut takes all bytes out of files.
func cut(t *testing.T, pattern string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v, %v", pattern, files, err)
	}
	for _, f := range files {
		if err := os.Truncate(f, 0); err != nil {
			t.Fatal(err)
		}
	}
}

// waitForFormer asks until the first generation is served.
func waitForFormer(t *testing.T, e *bleve.Engine) {
	t.Helper()
	for generation, note := notice(t, e); generation != "gen-000001"; generation, note = notice(t, e) {
		if note != "" {
			t.Fatalf("%s is served, notice %q", generation, note)
		}
		_, _ = e.Search(context.Background(), search.Plan{Tree: query.Word{Text: "theft"}, Facets: schema.Facets(), Limit: 10, Language: "en"})
		if t.Context().Err() != nil {
			t.Fatal("the former generation is never served")
		}
		time.Sleep(time.Millisecond)
	}
}

// What an engine has given may be read after its files are closed: nothing of it
// points into them.
func TestAnswersOutliveTheirGeneration(t *testing.T) {
	dir := t.TempDir()
	renditions := enginetest.Synthetic(40, 1)
	publish(t, dir, search.Change{Put: renditions})
	document := renditions[0].Document.ID
	e, same := open(t, dir), open(t, dir)
	kept := map[string]any{}
	for name, door := range doors(e, document) {
		got, err := door()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		kept[name] = got
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	for name, door := range doors(same, document) {
		want, err := door()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, kept[name]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
