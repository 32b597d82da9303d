package extract_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"travaux/indexer/extract"
	"travaux/indexer/layout"
)

// TestMain lets the test binary be a worker: with the argument "worker" it
// serves, with a reader that also knows how to misbehave.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		os.Exit(extract.ServeWith(misbehave))
	}
	os.Exit(m.Run())
}

// misbehave does what the text of a test file says.
func misbehave(order []byte) (*layout.Content, error) {
	line, _, _ := strings.Cut(string(order), "\n")
	switch strings.TrimSpace(strings.TrimPrefix(line, "test:")) {
	case "spin":
		for i := 0; ; i++ {
			runtime.KeepAlive(i)
		}
	case "memory":
		for hold := [][]byte{}; ; runtime.KeepAlive(hold) {
			hold = append(hold, bytes.Repeat([]byte{1}, 16<<20))
		}
	case "stack":
		return deeper(0), nil
	case "panic":
		panic("index out of range in some library")
	case "exit":
		os.Exit(7)
	case "print":
		fmt.Println("a library prints to standard output")
		fmt.Fprintln(os.Stdout, "and again")
	case "huge":
		return says(strings.Repeat("x", 65<<20)), nil
	case "passwd":
		_, err := os.ReadFile("/etc/passwd")
		return says(fmt.Sprint(errors.Is(err, os.ErrPermission))), nil
	case "write":
		err := os.WriteFile(filepath.Join(os.TempDir(), "travaux-worker-wrote"), nil, 0o600)
		return says(fmt.Sprint(errors.Is(err, os.ErrPermission))), nil
	case "connect":
		_, err := net.Dial("udp", "127.0.0.1:53")
		return says(fmt.Sprint(errors.Is(err, os.ErrPermission))), nil
	case "run":
		err := exec.Command("/bin/true").Run()
		return says(fmt.Sprint(errors.Is(err, os.ErrPermission))), nil
	case "signal":
		parent, err := os.FindProcess(os.Getppid())
		if err == nil {
			err = parent.Signal(syscall.Signal(0))
		}
		return says(fmt.Sprint(errors.Is(err, os.ErrPermission))), nil
	case "inherited":
		return says(fmt.Sprint(!inherits())), nil
	case "pid":
		return says(strconv.Itoa(os.Getpid())), nil
	case "environment":
		return says(strings.Join(os.Environ(), " ")), nil
	}
	return says("done"), nil
}

// deeper calls itself until the stack is at its end.
func deeper(n int) *layout.Content {
	if n < 0 {
		return &layout.Content{}
	}
	var room [1024]byte
	room[n%1024] = byte(n)
	c := deeper(n + 1)
	c.Title = string(room[:1])
	return c
}

func says(text string) *layout.Content {
	return &layout.Content{Reader: "test/1", Pages: []layout.Page{{Number: 1, Lines: []layout.Line{{Text: text}}}}}
}

func newPool(t *testing.T, change func(*extract.Config)) *extract.Pool {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := extract.Config{Workers: 1, Command: []string{self, "worker"}, NoOCR: true}
	if change != nil {
		change(&c)
	}
	p, err := extract.NewPool(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

func testFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func order(t *testing.T, p *extract.Pool, what string) (string, error) {
	t.Helper()
	c, err := p.Read(context.Background(), testFile(t, "order.txt", "test: "+what), extract.MediaText)
	if err != nil {
		return "", err
	}
	return c.Pages[0].Lines[0].Text, nil
}

func TestPoolOutlivesItsWorkers(t *testing.T) {
	p := newPool(t, nil)
	tests := []struct{ order, class string }{
		{"memory", extract.ClassMemory},
		{"stack", extract.ClassCrash},
		{"panic", extract.ClassMalformed},
		{"exit", extract.ClassCrash},
		{"huge", extract.ClassTooLarge},
		{"print", ""},
	}
	for _, tt := range tests {
		if tt.order == "memory" && runtime.GOOS != "linux" {
			continue // only Linux bounds memory
		}
		if raceDetector && (tt.order == "huge" || tt.order == "stack") {
			continue // it would run out of memory first
		}
		_, err := order(t, p, tt.order)
		if class := classOf(t, err); class != tt.class {
			t.Errorf("%s: class %q, want %q (%v)", tt.order, class, tt.class, err)
		}
		if got, err := order(t, p, "nothing"); got != "done" || err != nil {
			t.Errorf("after %s: %q, %v", tt.order, got, err)
		}
	}
}

func classOf(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var f *extract.Failure
	if !errors.As(err, &f) {
		t.Fatalf("not a Failure: %v", err)
	}
	if f.Detail == "" {
		t.Errorf("class %s without a sentence", f.Class)
	}
	return f.Class
}

func TestPoolKillsAReaderThatSpins(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.Timeout = 300 * time.Millisecond })
	_, err := order(t, p, "spin")
	if class := classOf(t, err); class != extract.ClassTimeout {
		t.Fatalf("class %q, want timeout", class)
	}
	if got, err := order(t, p, "nothing"); got != "done" || err != nil {
		t.Fatalf("after it: %q, %v", got, err)
	}
}

func TestReadEndsWithItsContext(t *testing.T) {
	p := newPool(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(200*time.Millisecond, cancel)
	_, err := p.Read(ctx, testFile(t, "order.txt", "test: spin"), extract.MediaText)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v, want context.Canceled", err)
	}
	if got, err := order(t, p, "nothing"); got != "done" || err != nil {
		t.Fatalf("after it: %q, %v", got, err)
	}
}

func TestWorkersAreReusedAndRecycled(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.Recycle = 3 })
	var pids []string
	for range 6 {
		pid, err := order(t, p, "pid")
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, pid)
	}
	if pids[0] != pids[2] || pids[3] != pids[5] || pids[0] == pids[3] {
		t.Errorf("workers %v: want three files each from two", pids)
	}
}

func TestIdleWorkersEnd(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.Idle = 10 * time.Millisecond })
	first, err := order(t, p, "pid")
	if err != nil {
		t.Fatal(err)
	}
	for next := first; next == first; time.Sleep(20 * time.Millisecond) { // the test's own time limit ends it otherwise
		if next, err = order(t, p, "pid"); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWorkerHasNoRights(t *testing.T) {
	leaveOpen(t)
	p := newPool(t, nil)
	if got, err := order(t, p, "environment"); err != nil || got != "GOTRACEBACK=none" {
		t.Errorf("environment %q, %v", got, err)
	}
	if runtime.GOOS != "linux" {
		t.Skip("only Linux has Landlock and filters of system calls")
	}
	for _, what := range []string{"passwd", "write", "connect", "run", "signal", "inherited"} {
		if got, err := order(t, p, what); err != nil || got != "true" {
			t.Errorf("%s: %q, %v; want it denied", what, got, err)
		}
	}
}

func TestReadersAtOnce(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.Workers = 3 })
	path := testFile(t, "many.txt", "one line\n\nanother block\n")
	var wg sync.WaitGroup
	for range 30 {
		wg.Go(func() {
			c, err := p.Read(context.Background(), path, "")
			if err != nil || len(c.Pages[0].Lines) != 2 {
				t.Errorf("got %v, %v", c, err)
			}
		})
	}
	wg.Wait()
}

func TestReadRefusesLargeFilesAndOtherKinds(t *testing.T) {
	p := newPool(t, func(c *extract.Config) { c.MaxFile = 100 })
	_, err := p.Read(context.Background(), testFile(t, "large.txt", strings.Repeat("x", 101)), "")
	if class := classOf(t, err); class != extract.ClassTooLarge {
		t.Errorf("class %q, want too_large", class)
	}
	_, err = p.Read(context.Background(), testFile(t, "movie.mov", "moov"), "")
	if class := classOf(t, err); class != extract.ClassMalformed {
		t.Errorf("class %q, want malformed", class)
	}
	if _, err := p.Read(context.Background(), filepath.Join(t.TempDir(), "missing.pdf"), ""); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v, want os.ErrNotExist", err)
	}
}

func TestCloseTwice(t *testing.T) {
	p := newPool(t, nil)
	if _, err := order(t, p, "nothing"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := order(t, p, "nothing"); err == nil {
		t.Error("read after Close")
	}
}
