package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"travaux/search"
	"travaux/search/bleve"
)

// interrupted starts travaux as a process whose readers hang, and interrupts it
// once something is so.
func interrupted(t *testing.T, so func() bool, args ...string) ran {
	t.Helper()
	cmd := process(readersHang, args...)
	var stdout, stderr strings.Builder
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	waitFor(t, so)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return ran{cmd.ProcessState.ExitCode(), stdout.String(), stderr.String()}
}

// TestServeWhileIndexing publishes generations under a server that is asked all
// the time: no request fails, and the server moves over.
func TestServeWhileIndexing(t *testing.T) {
	dir := t.TempDir()
	papers, index := filepath.Join(dir, "papers"), filepath.Join(dir, "index")
	writePapers(t, papers, 0, 3)
	mustRun(t, "index", "--quiet", "--index", index, papers)
	svc, closer, err := openService(index, bleve.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer closer.Close()

	ctx, stop := context.WithCancel(t.Context())
	p := &program{shell: shell{stdout: t.Output(), stderr: t.Output()}}
	address := make(chan string, 1)
	served := make(chan error, 1)
	go func() {
		served <- p.serve(ctx, serveOptions{listen: "127.0.0.1:0", basePath: "/"}, svc, func(a string) { address <- a })
	}()
	base := <-address

	var asked atomic.Int64
	var askers sync.WaitGroup
	asking, enough := context.WithCancel(ctx)
	for range 2 {
		askers.Go(func() {
			for asking.Err() == nil {
				if err := ask(base + "api/v1/search?q=lighthouse"); err != nil {
					t.Error(err)
					return
				}
				asked.Add(1)
			}
		})
	}
	for n := 3; n < 9; n += 2 {
		writePapers(t, papers, n, n+2)
		mustRun(t, "index", "--quiet", "--index", index, papers)
	}
	waitFor(t, func() bool {
		res, err := svc.Search(ctx, search.Request{Query: "lighthouse"})
		return err == nil && res.Generation == "gen-000004" && res.Total.Value == 9
	})
	enough()
	askers.Wait()
	if asked.Load() == 0 {
		t.Error("nothing was asked meanwhile")
	}
	stop()
	if err := <-served; err != nil {
		t.Errorf("serve: %v", err)
	}
}

// ask gets a page and wants status 200.
func ask(address string) error {
	resp, err := http.Get(address)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", address, resp.Status)
	}
	return nil
}

// waitFor waits until something is so; the test's own deadline ends it.
func waitFor(t *testing.T, so func() bool) {
	t.Helper()
	for !so() {
		select {
		case <-t.Context().Done():
			t.Fatal("waited in vain")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// TestDemoQueries holds the queries that the demonstration shows to its
// samples.
func TestDemoQueries(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	out := &firstWrite{told: make(chan string, 1)}
	p := &program{shell: shell{stdout: out, stderr: t.Output(), getenv: func(string) string { return "" }}}
	ended := make(chan error, 1)
	go func() { ended <- p.demo(ctx, serveOptions{listen: "127.0.0.1:0", basePath: "/"}) }()
	var head string
	select {
	case head = <-out.told:
	case err := <-ended:
		t.Fatalf("demo: %v", err)
	}
	head, _, _ = strings.Cut(head, "\n")
	_, address, found := strings.Cut(head, " served at ")
	if !found {
		t.Fatalf("demo says %q", head)
	}
	for _, q := range demoQueries() {
		if n := totalOf(t, address+"api/v1/search?q="+url.QueryEscape(q.text)); n == 0 {
			t.Errorf("the samples do not answer %s", q.text)
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Errorf("demo: %v", err)
	}
}

// totalOf asks the API and gives the number of results.
func totalOf(t *testing.T, address string) int {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var res search.Result
	if err := json.NewDecoder(resp.Body).Decode(&res); err != nil {
		t.Fatalf("%s: %s: %v", address, resp.Status, err)
	}
	return res.Total.Value
}

// firstWrite passes on the first that is written to it.
type firstWrite struct {
	once sync.Once
	told chan string
}

func (w *firstWrite) Write(b []byte) (int, error) {
	w.once.Do(func() { w.told <- string(b) })
	return len(b), nil
}
