package bleve_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
)

// segments are the segment files of a generation.
func segments(t *testing.T, dir, generation string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, generation, "index", "store", "*.zap"))
	if err != nil || len(found) == 0 {
		t.Fatalf("segments of %s: %v, %v", generation, found, err)
	}
	return found
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
			// What stays behind the new one is sound, not the damaged one.
			if diff := cmp.Diff([]bool{true, false, true}, exists(dir, "gen-000001", "gen-000002", "gen-000003")); diff != "" {
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

// A collection of another version is not damaged, and the next step is another.
func TestOtherVersionIsTold(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	manifest := filepath.Join(dir, "gen-000001", "manifest.json")
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	older := regexp.MustCompile(`"schema": ?\d+`).ReplaceAll(data, []byte(`"schema":1`))
	if err := os.WriteFile(manifest, older, 0o644); err != nil {
		t.Fatal(err)
	}
	_, err = bleve.Open(dir, bleve.Config{})
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "run travaux index with the same paths again") || strings.Contains(err.Error(), "damaged") {
		t.Errorf("open: %v", err)
	}
	publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
	if diff := cmp.Diff([]string{"A/79/2"}, ask(t, open(t, dir), "theft")); diff != "" {
		t.Errorf("made anew: %s", diff)
	}
}
