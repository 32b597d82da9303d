package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

func change(renditions ...un.Rendition) search.Change { return search.Change{Put: renditions} }

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
