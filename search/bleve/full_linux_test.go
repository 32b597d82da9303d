package bleve_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"

	"travaux/search"
	"travaux/search/bleve"
)

func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=4m"); err != nil {
		t.Skipf("needs a small file system of its own: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, unix.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	publish(t, dir, change(rendition(t, "A/79/1", "en", "Theft.")))
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for i := 0; err == nil && i < 200; i++ {
		var words strings.Builder
		for range 20_000 {
			fmt.Fprintf(&words, "%x ", random.Uint32())
		}
		err = w.Apply(context.Background(), change(rendition(t, fmt.Sprintf("A/80/%d", i+1), "en", strings.Split(words.String(), " ")[:900]...)))
	}
	if err == nil {
		_, err = w.Publish(context.Background())
	}
	if !errors.Is(err, search.ErrUnavailable) || !strings.Contains(err.Error(), "the disk that holds "+dir+" is full; nothing was published") {
		t.Errorf("error %v", err)
	}
	if err := w.Close(); err != nil {
		t.Logf("close: %v", err)
	}
	e := open(t, dir)
	if diff := cmp.Diff([]string{"A/79/1"}, ask(t, e, "theft")); diff != "" {
		t.Error(diff)
	}
	if generation, note := notice(t, e); generation != "gen-000001" || note != "" {
		t.Errorf("%s is served, notice %q", generation, note)
	}
}
