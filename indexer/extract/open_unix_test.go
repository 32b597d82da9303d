//go:build unix

package extract_test

import (
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"travaux/indexer/extract"
)

// A pipe is refused, not waited for.
func TestReadWaitsForNoPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := extract.NewPool(extract.Config{Workers: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	done := make(chan error, 1)
	go func() {
		_, err := p.Read(t.Context(), path, "")
		done <- err
	}()
	select {
	case err := <-done:
		if err == nil {
			t.Error("a pipe was read")
		}
	case <-time.After(30 * time.Second):
		t.Fatal("waits for the pipe")
	}
}
