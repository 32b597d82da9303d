package bleve_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"travaux/search/bleve"
)

// messages keeps what an engine tells its log.
type messages struct {
	mu   sync.Mutex // guards text
	text strings.Builder
}

func (m *messages) Write(p []byte) (int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.text.Write(p)
}

func (m *messages) all() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.text.String()
}

// addPipe adds an empty file to a generation's manifest that cannot be compared
// before somebody writes to it, and then differs.
func addPipe(t *testing.T, dir, generation string) (path string) {
	t.Helper()
	path = filepath.Join(dir, generation, "pipe")
	if err := unix.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	addFile(t, dir, generation, "pipe", 0)
	return path
}

// addFile names a file in a generation's manifest, with a checksum that is not its own.
func addFile(t *testing.T, dir, generation, name string, size int64) {
	t.Helper()
	manifest := filepath.Join(dir, generation, "manifest.json")
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	m["files"] = append(m["files"].([]any), map[string]any{"name": name, "size": size, "sha256": "another"})
	if data, err = json.Marshal(m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(manifest, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// To read the file whole would take minutes: the end does not wait for it.
func TestEndStopsTheComparison(t *testing.T) {
	const size = 1 << 36 // of nothing, which takes no room
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	large := filepath.Join(dir, "gen-000001", "large")
	if err := errors.Join(os.WriteFile(large, nil, 0o600), os.Truncate(large, size)); err != nil {
		t.Fatal(err)
	}
	addFile(t, dir, "gen-000001", "large", size)
	e, err := bleve.Open(dir, bleve.Config{Verify: true})
	if err != nil {
		t.Fatal(err)
	}
	for !strings.Contains(strings.Join(openFiles(t, dir), "\n"), large) {
		time.Sleep(time.Millisecond)
	}
	if err := e.Close(); err != nil {
		t.Error(err)
	}
}

// letThrough waits until the pipe is read and ends it.
func letThrough(t *testing.T, pipe string) {
	t.Helper()
	f, err := os.OpenFile(pipe, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDamageOfAFormerGenerationChangesNothing(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	open(t, dir) // never asked again, so the first generation is kept
	publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
	pipe := addPipe(t, dir, "gen-000002")
	var told messages
	e, err := bleve.Open(dir, bleve.Config{Verify: true, Log: slog.New(slog.NewTextHandler(&told, nil))})
	if err != nil {
		t.Fatal(err)
	}
	publish(t, dir, change(rendition(t, "A/79/3", "en", "Theft.")))
	for generation := ""; generation != "gen-000003"; {
		generation, _ = notice(t, e)
	}
	defer e.Close()
	letThrough(t, pipe)
	for !strings.Contains(told.all(), "generation=gen-000001") { // opened in place of the damaged one
		if t.Context().Err() != nil {
			t.Fatalf("the damage was never found:\n%s", told.all())
		}
		time.Sleep(time.Millisecond)
	}
	if generation, note := notice(t, e); generation != "gen-000003" || note != "" {
		t.Errorf("%s is served, notice %q", generation, note)
	}
}

func TestDamageOfTheOnlyGenerationIsSaid(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	pipe := addPipe(t, dir, "gen-000001")
	e, err := bleve.Open(dir, bleve.Config{Verify: true})
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	letThrough(t, pipe)
	for {
		s, err := e.Status(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(s.Notice, "no earlier generation is left") {
			return
		}
		if t.Context().Err() != nil {
			t.Fatal("the damage was never said")
		}
		time.Sleep(time.Millisecond)
	}
}

// openFiles are the files and mappings of this process below dir.
func openFiles(t *testing.T, dir string) []string {
	t.Helper()
	links, err := filepath.Glob("/proc/self/fd/*")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range links {
		if target, err := os.Readlink(l); err == nil && strings.HasPrefix(target, dir) {
			out = append(out, target)
		}
	}
	maps, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(maps)) {
		if i := strings.Index(line, dir); i >= 0 {
			out = append(out, strings.TrimSpace(line[i:]))
		}
	}
	return out
}

func TestSwapsLeaveNothingOpen(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	e := open(t, dir)
	for range 4 {
		publish(t, dir, change(rendition(t, "A/79/2", "en", "Theft.")))
		ask(t, e, "theft")
	}
	files := openFiles(t, dir)
	if len(files) == 0 {
		t.Error("the live generation is not open")
	}
	for _, f := range files {
		if !strings.Contains(f, "gen-000005") {
			t.Errorf("still open: %s", f)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if files := openFiles(t, dir); len(files) > 0 {
		t.Errorf("open after the end: %v", files)
	}
}
