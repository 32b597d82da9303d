package bleve_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

// stopped writes changes and ends without publishing, as a killed run does
// after its last batch.
func stopped(t *testing.T, dir string, changes int) {
	t.Helper()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range changes {
		r := rendition(t, fmt.Sprintf("A/80/%d", i+1), "en", "Theft.")
		record := search.FileRecord{Path: fmt.Sprintf("/in/%d", i+1), Status: search.Indexed, Renditions: []un.RenditionKey{r.Key()}}
		if err := w.Apply(context.Background(), search.Change{Records: []search.FileRecord{record}, Put: []un.Rendition{r}}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestStoppedRunIsContinued(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	stopped(t, dir, 600) // three entries each: some batches are full
	e := open(t, dir)
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
		t.Errorf("an unpublished run is seen: %s", diff)
	}
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	kept := len(w.Files())
	if !w.Resumed() || kept == 0 || kept > 600 {
		t.Fatalf("resumed %v with %d files", w.Resumed(), kept)
	}
	for path, record := range w.Files() {
		if _, err := w.Rendition(record.Renditions[0]); err != nil {
			t.Errorf("%s is recorded without its rendition: %v", path, err)
		}
	}
	if name, err := w.Publish(context.Background()); err != nil || name != "gen-000002" {
		t.Fatalf("publish: %s, %v", name, err)
	}
	if got := ask(t, e, "theft"); len(got) != min(100, kept+1) {
		t.Errorf("%d documents are found, want %d", len(got), min(100, kept+1))
	}
}

func TestRunKilledBeforeItsFirstBatchPublishesNothing(t *testing.T) {
	dir, clone := t.TempDir(), t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	next := filepath.Join(dir, "gen-000002")
	if err := os.CopyFS(clone, os.DirFS(next)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil { // takes the clone away; a killed run does not
		t.Fatal(err)
	}
	if err := os.CopyFS(next, os.DirFS(clone)); err != nil {
		t.Fatal(err)
	}
	if w, err = bleve.OpenWriter(dir, bleve.WriterConfig{}); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if name, err := w.Publish(context.Background()); err != nil || name != "gen-000001" {
		t.Errorf("published %s: %v", name, err)
	}
}

func TestStoppedRunOfAnotherOriginIsRemoved(t *testing.T) {
	for _, test := range []struct {
		name  string
		spoil func(dir string) error
	}{
		{"half a clone", func(dir string) error { return os.Remove(filepath.Join(dir, "gen-000002", "origin.json")) }},
		{"another origin", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "gen-000002", "origin.json"), []byte(`{"from":"gen-000009","schema":1}`), 0o644)
		}},
		{"no index", func(dir string) error {
			return os.RemoveAll(filepath.Join(dir, "gen-000002", "index", "store"))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
			stopped(t, dir, 300)
			if err := test.spoil(dir); err != nil {
				t.Fatal(err)
			}
			w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
			if err != nil {
				t.Fatal(err)
			}
			defer w.Close()
			if w.Resumed() || len(w.Files()) != 0 || len(w.Renditions("A/79/1")) != 1 {
				t.Errorf("resumed %v, %d files, renditions %v", w.Resumed(), len(w.Files()), w.Renditions("A/79/1"))
			}
		})
	}
}

// The points between which a run can be killed while it publishes.
func TestKilledWhilePublishing(t *testing.T) {
	for _, test := range []struct {
		name    string
		leave   func(dir string) error
		live    string
		resumed bool
		next    string
	}{
		{"the columns half written", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "gen-000002", "columns.flat"), []byte("TRAVFLAT"), 0o644)
		}, "gen-000001", true, "gen-000002"},
		{"the manifest half written", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "gen-000002", "manifest.json.tmp"), []byte("{"), 0o644)
		}, "gen-000001", true, "gen-000002"},
		{"the manifest written", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "gen-000002", "manifest.json"), []byte("{}\n"), 0o644)
		}, "gen-000001", true, "gen-000002"},
		{"the name half written", func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "current.tmp"), []byte("gen-0000"), 0o644)
		}, "gen-000001", true, "gen-000002"},
		{"live, nothing cleaned up", func(dir string) error {
			w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
			if err == nil {
				_, err = w.Publish(context.Background())
			}
			if err == nil {
				err = w.Close()
			}
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "gen-000002", "origin.json"), []byte(`{"from":"gen-000001","schema":1}`), 0o644)
		}, "gen-000002", false, "gen-000003"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
			stopped(t, dir, 300)
			if err := test.leave(dir); err != nil {
				t.Fatal(err)
			}
			if generation, note := notice(t, open(t, dir)); generation != test.live || note != "" {
				t.Errorf("%s is served, notice %q", generation, note)
			}
			w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
			if err != nil {
				t.Fatal(err)
			}
			defer w.Close()
			if w.Resumed() != test.resumed {
				t.Errorf("resumed %v", w.Resumed())
			}
			if err := w.Apply(context.Background(), change(rendition(t, "A/79/2", "en", "Theft."))); err != nil {
				t.Fatal(err)
			}
			if name, err := w.Publish(context.Background()); err != nil || name != test.next {
				t.Errorf("published %s: %v", name, err)
			}
			if name, err := bleve.Verify(dir); err != nil || name != test.next {
				t.Errorf("verify %s: %v", name, err)
			}
		})
	}
}

func TestGenerationThatWasLiveIsNotContinued(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
	reader := open(t, dir)
	if err := os.WriteFile(filepath.Join(dir, "current"), []byte("gen-000001\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	manifest, err := os.ReadFile(filepath.Join(dir, "gen-000002", "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if w.Resumed() || len(w.Renditions("A/79/2")) != 0 {
		t.Errorf("resumed %v with %v", w.Resumed(), w.Renditions("A/79/2"))
	}
	if after, err := os.ReadFile(filepath.Join(dir, "gen-000002", "manifest.json")); err != nil || string(after) != string(manifest) {
		t.Errorf("what was live is written to: %v", err)
	}
	if err := w.Apply(context.Background(), change(rendition(t, "A/79/3", "en", "Theft."))); err != nil {
		t.Fatal(err)
	}
	if name, err := w.Publish(context.Background()); err != nil || name != "gen-000003" {
		t.Errorf("published %s: %v", name, err)
	}
	if diff := cmp.Diff([]string{"A/79/1", "A/79/3"}, ask(t, reader, "theft")); diff != "" {
		t.Error(diff)
	}
}

func TestRebuildBeginsEmpty(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{Rebuild: true})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), change(rendition(t, "A/79/2", "en", "Theft."))); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(context.Background()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"A/79/2"}, ask(t, open(t, dir), "theft")); diff != "" {
		t.Error(diff)
	}
}
