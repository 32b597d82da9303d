package child_test

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
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/indexer/extract/child"
)

// TestMain lets the test binary be the launcher, and a program that does what it
// should not.
func TestMain(m *testing.M) {
	switch {
	case child.Asked():
		os.Exit(child.Launch())
	case len(os.Args) > 2 && os.Args[1] == "hostile":
		hostile(os.Args[2], os.Args[3:])
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// hostile tries one thing and says how it went.
func hostile(what string, args []string) {
	say := func(err error) {
		switch {
		case err == nil:
			fmt.Print("done")
		case errors.Is(err, os.ErrPermission):
			fmt.Print("denied")
		default:
			fmt.Print(err)
		}
	}
	switch what {
	case "read":
		_, err := os.ReadFile(args[0])
		say(err)
	case "list":
		_, err := os.ReadDir(args[0])
		say(err)
	case "write":
		say(os.WriteFile(args[0], []byte("x"), 0o600))
	case "connect":
		_, err := net.Dial(args[0], args[1])
		say(err)
	case "start":
		say(exec.Command(args[0], args[1:]...).Run())
	case "escape":
		say(leaveGroup())
	case "environment":
		fmt.Print(strings.Join(os.Environ(), "\n"))
	case "flood":
		for line := bytes.Repeat([]byte("x"), 1<<16); ; {
			if _, err := os.Stdout.Write(line); err != nil {
				os.Exit(1)
			}
		}
	case "fill":
		err := os.WriteFile(args[0], make([]byte, 4<<20), 0o600)
		say(err)
	case "memory":
		for hold := [][]byte{}; ; runtime.KeepAlive(hold) {
			hold = append(hold, bytes.Repeat([]byte{1}, 16<<20))
		}
	case "spin":
		for i := 0; ; i++ {
			runtime.KeepAlive(i)
		}
	case "hang":
		time.Sleep(time.Hour)
	case "fail":
		fmt.Fprintln(os.Stderr, "no such language")
		os.Exit(3)
	case "echo":
		_, _ = os.Stdout.ReadFrom(os.Stdin)
	case "family": // a process that stays when this one ends
		cmd := exec.Command(os.Args[0], "hostile", "hang")
		err := cmd.Start()
		if err != nil {
			say(err)
			return
		}
		fmt.Print(cmd.Process.Pid)
	}
}

func self(t *testing.T) string {
	t.Helper()
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// run runs the hostile program.
func run(t *testing.T, ctx context.Context, j child.Job, args ...string) (child.Result, error) {
	t.Helper()
	j.Path, j.Args = self(t), append([]string{"hostile"}, args...)
	return child.Launcher{Command: []string{self(t)}}.Run(ctx, j)
}

// TestConfined has the hostile program try what is forbidden, and what is not.
func TestConfined(t *testing.T) {
	wantConfinement(t)
	dir, data, outside := t.TempDir(), t.TempDir(), t.TempDir()
	write(t, filepath.Join(data, "letters"), "a")
	write(t, filepath.Join(outside, "secret"), "s")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	local, err := net.Listen("unix", filepath.Join(outside, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer local.Close()
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"reads the passwords", []string{"read", "/etc/passwd"}, "denied"},
		{"reads a neighbour's file", []string{"read", filepath.Join(outside, "secret")}, "denied"},
		{"lists the root", []string{"list", "/"}, "denied"},
		{"lists the processes", []string{"list", "/proc"}, "denied"},
		{"reads its data", []string{"read", filepath.Join(data, "letters")}, "done"},
		{"writes its data", []string{"write", filepath.Join(data, "letters")}, "denied"},
		{"writes outside", []string{"write", filepath.Join(outside, "new")}, "denied"},
		{"writes to its folder", []string{"write", filepath.Join(dir, "new")}, "done"},
		{"reads from its folder", []string{"read", filepath.Join(dir, "new")}, "done"},
		{"leaves its folder", []string{"read", filepath.Join(dir, "..", filepath.Base(outside), "secret")}, "denied"},
		{"connects", []string{"connect", "tcp", listener.Addr().String()}, "denied"},
		{"sends a datagram", []string{"connect", "udp", "127.0.0.1:53"}, "denied"},
		{"reaches a local socket", []string{"connect", "unix", filepath.Join(outside, "socket")}, "denied"},
		{"starts a shell", []string{"start", "/bin/sh", "-c", "true"}, "denied"},
		{"starts itself", []string{"start", self(t), "hostile", "environment"}, "denied"},
		{"leaves its group", []string{"escape"}, "denied"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := run(t, t.Context(), child.Job{Dir: dir, Read: []string{data}}, tt.args...)
			if err != nil {
				t.Fatal(err)
			}
			got := string(r.Output)
			if strings.Contains(got, "permission denied") || strings.Contains(got, "not permitted") {
				got = "denied"
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestNothingToWrite has a program without a folder try to write.
func TestNothingToWrite(t *testing.T) {
	wantConfinement(t)
	r, err := run(t, t.Context(), child.Job{}, "write", filepath.Join(os.TempDir(), "travaux-child-wrote"))
	if err != nil || string(r.Output) != "denied" {
		t.Errorf("got %q, %v", r.Output, err)
	}
}

func TestEnvironment(t *testing.T) {
	t.Setenv("SECRET", "hush")
	dir := t.TempDir()
	r, err := run(t, t.Context(), child.Job{Dir: dir, Env: []string{"OMP_THREAD_LIMIT=1"}}, "environment")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + dir, "TMPDIR=" + dir, "OMP_THREAD_LIMIT=1"}
	var got []string
	for _, v := range strings.Split(string(r.Output), "\n") {
		if !strings.HasPrefix(v, "PWD=") {
			got = append(got, v)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEnds runs programs that do not end well.
func TestEnds(t *testing.T) {
	dir := t.TempDir()
	tests := []struct {
		name string
		job  child.Job
		args []string
		want error
	}{
		{"hangs", child.Job{Timeout: 300 * time.Millisecond}, []string{"hang"}, child.ErrTimeout},
		{"spins", child.Job{CPU: time.Second, Timeout: time.Minute}, []string{"spin"}, child.ErrTimeout},
		{"floods its output", child.Job{Output: 1 << 20}, []string{"flood"}, child.ErrOutput},
		{"takes all memory", child.Job{Memory: 256 << 20}, []string{"memory"}, child.ErrMemory},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name != "hangs" && tt.name != "floods its output" {
				wantConfinement(t)
			}
			if _, err := run(t, t.Context(), tt.job, tt.args...); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
	t.Run("writes too large a file", func(t *testing.T) {
		wantConfinement(t)
		path := filepath.Join(dir, "large")
		_, _ = run(t, t.Context(), child.Job{Dir: dir, File: 1 << 20}, "fill", path)
		if info, err := os.Stat(path); err != nil || info.Size() > 1<<20 {
			t.Errorf("the file: %v, %v", info.Size(), err)
		}
	})
	t.Run("gives up", func(t *testing.T) {
		_, err := run(t, t.Context(), child.Job{}, "fail")
		var exit *child.ExitError
		if !errors.As(err, &exit) || exit.Error() != "exit status 3: no such language" {
			t.Errorf("got %v", err)
		}
	})
	t.Run("is called off", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		if _, err := run(t, ctx, child.Job{}, "hang"); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("is not there", func(t *testing.T) {
		_, err := child.Launcher{Command: []string{self(t)}}.Run(t.Context(), child.Job{Path: "/nowhere/tesseract"})
		var exit *child.ExitError
		if err == nil || errors.As(err, &exit) || !strings.Contains(err.Error(), "no such file") {
			t.Errorf("got %v", err)
		}
	})
}

func TestInput(t *testing.T) {
	in := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	r, err := run(t, t.Context(), child.Job{Input: in}, "echo")
	if err != nil || !bytes.Equal(in, r.Output) {
		t.Errorf("%d bytes came back of %d, %v", len(r.Output), len(in), err)
	}
	// A program need not read what it is given.
	if _, err := run(t, t.Context(), child.Job{Input: in}, "environment"); err != nil {
		t.Error(err)
	}
}

// TestNothingStays has a program start another and end, and one hang with
// another, and looks for what is left of them.
func TestNothingStays(t *testing.T) {
	wantConfinement(t)
	t.Run("after an end", func(t *testing.T) {
		r, err := run(t, t.Context(), child.Job{Forks: true}, "family")
		if err != nil {
			t.Fatal(err)
		}
		wantGone(t, string(r.Output))
	})
	t.Run("after a script that forks and hangs", func(t *testing.T) {
		dir := t.TempDir()
		script := filepath.Join(dir, "tesseract")
		write(t, script, "#!/bin/sh\necho $$ >pids\nsleep 1000 &\necho $! >>pids\nwait\n")
		if err := os.Chmod(script, 0o700); err != nil {
			t.Fatal(err)
		}
		launcher := child.Launcher{Command: []string{self(t)}}
		_, err := launcher.Run(t.Context(), child.Job{
			Path: script, Dir: dir, Read: []string{"/bin", "/usr/bin"}, Timeout: time.Second, Forks: true,
		})
		if !errors.Is(err, child.ErrTimeout) {
			t.Errorf("got %v", err)
		}
		pids, err := os.ReadFile(filepath.Join(dir, "pids"))
		if err != nil || len(strings.Fields(string(pids))) != 2 {
			t.Fatalf("the script did not get to forking: %q, %v", pids, err)
		}
		for _, pid := range strings.Fields(string(pids)) {
			wantGone(t, pid)
		}
	})
}

// wantGone waits for a process to be gone: init may take a moment to notice.
func wantGone(t *testing.T, text string) {
	t.Helper()
	pid, err := strconv.Atoi(text)
	if err != nil || pid <= 1 {
		t.Fatalf("%q is no process: %v", text, err)
	}
	for range 100 {
		if !alive(pid) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("process %d stays", pid)
}

func TestFind(t *testing.T) {
	dir, plain := t.TempDir(), t.TempDir()
	program := filepath.Join(dir, "tesseract")
	write(t, program, "#!/bin/sh\n")
	if err := os.Chmod(program, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(plain, "tesseract"), "no program")
	list := func(dirs ...string) string { return strings.Join(dirs, string(os.PathListSeparator)) }
	t.Chdir(dir)
	tests := []struct{ name, path, want string }{
		{"there", dir, program},
		{"behind a file that is no program", list(plain, "/nowhere", dir), program},
		{"not there", plain, ""},
		{"only in the working folder", list(".", ""), ""},
	}
	for _, tt := range tests {
		if got := child.Find("tesseract", tt.path); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	t.Setenv("PATH", dir)
	if got := child.Find("tesseract", ""); got != program {
		t.Errorf("in the environment's folders: %q", got)
	}
}

// wantConfinement skips a test on a system that cannot confine a program.
func wantConfinement(t *testing.T) {
	t.Helper()
	if !canConfine() {
		corpus.Missing(t, "a kernel with Landlock and seccomp")
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
