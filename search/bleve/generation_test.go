package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

func change(renditions ...un.Rendition) search.Change { return search.Change{Put: renditions} }

// segments are the segment files of a generation.
func segments(t *testing.T, dir, generation string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, generation, "index", "store", "*.zap"))
	if err != nil || len(found) == 0 {
		t.Fatalf("segments of %s: %v, %v", generation, found, err)
	}
	return found
}

func exists(dir string, names ...string) []bool {
	out := make([]bool, len(names))
	for i, name := range names {
		_, err := os.Stat(filepath.Join(dir, name))
		out[i] = err == nil
	}
	return out
}

func notice(t *testing.T, e *bleve.Engine) (generation, notice string) {
	t.Helper()
	s, err := e.Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return s.Generation, s.Notice
}

func TestSecondWriterIsRefused(t *testing.T) {
	dir := t.TempDir()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = bleve.OpenWriter(dir, bleve.WriterConfig{})
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "another process is indexing into "+dir) {
		t.Errorf("error %v", err)
	}
	for range 2 {
		if err := w.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
	w, err = bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatalf("after the first has closed: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

func TestLiveAndPreviousAreKept(t *testing.T) {
	dir := t.TempDir()
	for i := range 4 {
		publish(t, dir, change(rendition(t, fmt.Sprintf("A/79/%d", i+1), "en", "Theft.")))
	}
	got := exists(dir, "gen-000001", "gen-000002", "gen-000003", "gen-000004")
	if diff := cmp.Diff([]bool{false, false, true, true}, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"A/79/1", "A/79/2", "A/79/3", "A/79/4"}, ask(t, open(t, dir), "theft")); diff != "" {
		t.Error(diff)
	}
}

func TestGenerationInUseIsKept(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	manifest := filepath.Join(dir, "gen-000001", "manifest.json")
	before, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	open(t, dir) // never asked again, so it stays with the first generation
	for i := range 3 {
		publish(t, dir, change(rendition(t, fmt.Sprintf("A/79/%d", i+2), "en", "Theft.")))
	}
	if diff := cmp.Diff([]bool{true, false, true, true}, exists(dir, "gen-000001", "gen-000002", "gen-000003", "gen-000004")); diff != "" {
		t.Error(diff)
	}
	if after, err := os.ReadFile(manifest); err != nil || string(after) != string(before) {
		t.Errorf("the published generation has changed: %v", err)
	}
}

func TestPublishedFilesNeverChange(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft."), rendition(t, "A/79/2", "en", "Fraud.")))
	e := open(t, dir)
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Goods."), rendition(t, "A/79/3", "en", "Theft.")))
	if err := os.WriteFile(filepath.Join(dir, "current"), []byte("gen-000001\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if name, err := bleve.Verify(dir); err != nil || name != "gen-000001" {
		t.Errorf("verify %s: %v", name, err)
	}
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
		t.Error(diff)
	}
}

func TestDamageIsFoundOnOpen(t *testing.T) {
	for _, test := range []struct {
		name   string
		damage func(t *testing.T, segment string)
	}{
		{"missing", func(t *testing.T, segment string) {
			if err := os.Remove(segment); err != nil {
				t.Fatal(err)
			}
		}},
		{"short", func(t *testing.T, segment string) {
			// Linked to the former generation: write another file instead.
			data, err := os.ReadFile(segment)
			if err == nil {
				err = os.Remove(segment)
			}
			if err == nil {
				err = os.WriteFile(segment, data[:len(data)-1], 0o644)
			}
			if err != nil {
				t.Fatal(err)
			}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
			publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
			test.damage(t, segments(t, dir, "gen-000002")[0])
			e := open(t, dir)
			if generation, note := notice(t, e); generation != "gen-000001" || !strings.Contains(note, "gen-000002, is damaged") {
				t.Errorf("%s is served, notice %q", generation, note)
			}
			if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
				t.Error(diff)
			}
			if _, err := bleve.Verify(dir); !errors.Is(err, search.ErrUnavailable) {
				t.Errorf("verify: %v", err)
			}
			// The next run builds on the sound generation and mends it all.
			if name := publish(t, dir, change(rendition(t, "A/79/3", "en", "Theft."))); name != "gen-000003" {
				t.Errorf("published %s", name)
			}
			if diff := cmp.Diff([]string{"A/79/1", "A/79/3"}, ask(t, e, "theft")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestVerifyFindsFlippedBytes(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft and fraud.")))
	if _, err := bleve.Verify(dir); err != nil {
		t.Fatal(err)
	}
	segment := segments(t, dir, "gen-000001")[0]
	data, err := os.ReadFile(segment)
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []int{0, len(data) / 2, len(data) - 1} {
		flipped := append([]byte(nil), data...)
		flipped[at] ^= 0x10
		if err := os.WriteFile(segment, flipped, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := bleve.Verify(dir); !errors.Is(err, search.ErrUnavailable) {
			t.Errorf("byte %d flipped: %v", at, err)
		}
	}
}

func TestNothingLeftToServe(t *testing.T) {
	dir := t.TempDir()
	if _, err := bleve.Open(dir, bleve.Config{}); !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "there is no collection in "+dir) {
		t.Errorf("empty folder: %v", err)
	}
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	if err := os.Remove(segments(t, dir, "gen-000001")[0]); err != nil {
		t.Fatal(err)
	}
	if _, err := bleve.Open(dir, bleve.Config{}); !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "--rebuild") {
		t.Errorf("damaged: %v", err)
	}
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if len(w.Files()) != 0 || w.Resumed() {
		t.Error("the next run does not begin anew")
	}
}

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

func TestSwapFailsNoRequest(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	stop := make(chan struct{})
	var asking sync.WaitGroup
	for range 4 {
		asking.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				// Whatever the generation, it answers with one document a run.
				a, err := e.Search(context.Background(), search.Plan{View: search.Documents, Sort: search.ByRelevance, Limit: 100})
				if err != nil {
					t.Errorf("search during a swap: %v", err)
					return
				}
				if want := fmt.Sprintf("gen-%06d", a.Total.Value); a.Generation != want {
					t.Errorf("%s answers with %d documents", a.Generation, a.Total.Value)
				}
			}
		})
	}
	for i := range 8 {
		publish(t, dir, change(rendition(t, fmt.Sprintf("A/79/%d", i+2), "en", "Theft.")))
	}
	close(stop)
	asking.Wait()
	if got := len(ask(t, e, "theft")); got != 9 {
		t.Errorf("%d documents after the last swap, want 9", got)
	}
}

func TestClosedEngine(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	for range 2 {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}
	if _, err := e.Search(context.Background(), search.Plan{View: search.Documents}); !errors.Is(err, search.ErrUnavailable) {
		t.Errorf("error %v", err)
	}
}

func TestTimeIsBounded(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e, err := bleve.Open(dir, bleve.Config{Timeout: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	_, err = e.Search(context.Background(), search.Plan{View: search.Documents, Limit: 10})
	if !errors.Is(err, search.ErrTooExpensive) || !strings.Contains(err.Error(), "longer than 1ns") {
		t.Errorf("error %v", err)
	}
}

func TestFlippedByteIsFoundInTheBackground(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft and fraud.")))
	publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft and goods.")))
	linked := map[string]bool{}
	for _, s := range segments(t, dir, "gen-000001") {
		linked[filepath.Base(s)] = true
	}
	for _, s := range segments(t, dir, "gen-000002") {
		if linked[filepath.Base(s)] {
			continue
		}
		data, err := os.ReadFile(s)
		if err != nil {
			t.Fatal(err)
		}
		data[len(data)-1] ^= 1
		if err := os.WriteFile(s, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e, err := bleve.Open(dir, bleve.Config{Verify: true})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	for {
		generation, note := notice(t, e)
		if note != "" {
			if generation != "gen-000001" {
				t.Errorf("%s is served: %s", generation, note)
			}
			break
		}
		if t.Context().Err() != nil {
			t.Fatal("the damage was never found")
		}
		time.Sleep(time.Millisecond)
	}
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
		t.Error(diff)
	}
}
