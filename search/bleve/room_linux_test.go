package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

// goesOn expects that after a run that found no room the former generation is
// served and the next run can publish.
func goesOn(t *testing.T, dir string) {
	t.Helper()
	e := open(t, dir)
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
		t.Error(diff)
	}
	if generation, note := notice(t, e); generation != "gen-000001" || note != "" {
		t.Errorf("%s is served, notice %q", generation, note)
	}
	publish(t, dir, change(rendition(t, "A/79/3", "en", "Goods.")))
	if diff := cmp.Diff([]string{"A/79/3"}, ask(t, e, "goods")); diff != "" {
		t.Error(diff)
	}
}

// A full disk, met by the last file of a run: /dev/full has no room, whoever
// asks.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	if err := os.Symlink("/dev/full", filepath.Join(dir, "current.tmp")); err != nil {
		t.Fatal(err)
	}
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), change(rendition(t, "A/79/2", "en", "Fraud."))); err != nil {
		t.Fatal(err)
	}
	_, err = w.Publish(context.Background())
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "the disk that holds "+dir+" is full; nothing was published") {
		t.Errorf("error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	goesOn(t, dir)
}

// alone reports whether the test runs in a process of its own; otherwise it runs it
// in one.
func alone(t *testing.T) bool {
	t.Helper()
	const told = "TRAVAUX_TEST_ALONE"
	if os.Getenv(told) != "" {
		return true
	}
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^"+t.Name()+"$")
	child.Env = append(os.Environ(), told+"=1")
	if out, err := child.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	return false
}

// No room for the columns, when all else of the generation is on disk.
func TestNoRoomForColumns(t *testing.T) {
	if !alone(t) {
		return
	}
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	var put []un.Rendition
	for i := range 200 { // of titles that are short where they are packed, as in segments
		r := rendition(t, fmt.Sprintf("A/80/%d", i+1), "en", "Fraud.")
		r.Document.Title = strings.Repeat("- ", 1<<13)
		put = append(put, r)
	}
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Apply(context.Background(), change(put...)); err != nil {
		t.Fatal(err)
	}
	lift := limitFiles(t, 1<<20)
	_, err = w.Publish(context.Background())
	lift()
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "no more may be written to "+dir+"; nothing was published") || !strings.Contains(err.Error(), "write columns") {
		t.Errorf("error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	goesOn(t, dir)
	if name, err := bleve.Verify(dir); err != nil || name != "gen-000002" {
		t.Errorf("verify %s: %v", name, err)
	}
}

// A bound on the size of files, met by Bleve's background work as a full disk
// is. It holds for a whole process, so the test runs in one of its own.
func TestNoRoomForSegments(t *testing.T) {
	if !alone(t) {
		return
	}
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	lift := limitFiles(t, 1<<20)
	random := rand.New(rand.NewPCG(1, 2))
	for i := 0; err == nil && i < 50; i++ {
		texts := make([]string, 900)
		for n := range texts {
			texts[n] = fmt.Sprintf("%x %x %x %x", random.Uint64(), random.Uint64(), random.Uint64(), random.Uint64())
		}
		err = w.Apply(context.Background(), change(rendition(t, fmt.Sprintf("A/80/%d", i+1), "en", texts...)))
	}
	if err == nil {
		_, err = w.Publish(context.Background())
	}
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "no more may be written to "+dir+"; nothing was published") {
		t.Errorf("error %v", err)
	}
	if _, err := w.Publish(context.Background()); err == nil {
		t.Error("published after an error")
	}
	if err := w.Close(); err != nil {
		t.Logf("close: %v", err)
	}
	lift()
	goesOn(t, dir)
}

// limitFiles bounds the size of every file this process writes, until the
// function it gives is called.
func limitFiles(t *testing.T, bytes uint64) (lift func()) {
	t.Helper()
	signal.Ignore(unix.SIGXFSZ)
	var was unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &was); err != nil {
		t.Fatal(err)
	}
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: bytes, Max: was.Max}); err != nil {
		t.Fatal(err)
	}
	return func() {
		if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &was); err != nil {
			t.Error(err)
		}
	}
}

// asNobody calls f with the rights to files that a user without any has: root,
// as which tests run in containers, may write everywhere. Rights to files belong
// to threads here, so f must not leave its thread; the thread ends with it.
func asNobody(t *testing.T, f func()) {
	t.Helper()
	const nobody = 65534
	done := make(chan error, 1)
	go func() {
		runtime.LockOSThread() // for good: the thread is not used again
		var err error
		if os.Geteuid() == 0 {
			err = unix.Setfsuid(nobody)
		}
		if err == nil {
			f()
		}
		done <- err
	}()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	dir := t.TempDir()
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	if err := os.Chmod(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o755) })
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, open(t, dir), "theft")); diff != "" {
		t.Error(diff)
	}
	var err error
	asNobody(t, func() { _, err = bleve.OpenWriter(dir, bleve.WriterConfig{}) })
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), dir+" cannot be written to") {
		t.Errorf("error %v", err)
	}
}
