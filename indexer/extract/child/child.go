// Package child runs programs of the system (tesseract, a converter of old
// documents) on bytes that nobody vouches for. Such a program gets one empty
// folder, its own files to read, bounded memory, processor time, output and wall
// time, no network and a bare environment, and nothing it started outlives it.
//
// Giving up rights is for the process that is to lose them, so a program is
// started through a launcher: this program again, as a hidden command that calls
// Launch, which confines itself and then becomes the program.
//
//	launcher := child.Launcher{Command: []string{self, "worker"}}
//	result, err := launcher.Run(ctx, child.Job{Path: "/usr/bin/tesseract", Args: []string{"--version"}})
//
// Systems other than Linux have neither Landlock nor seccomp: there the program
// is run with the limits on time and output alone.
package child

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// Why a program was ended before it was done. Run wraps them.
var (
	ErrTimeout = errors.New("it took too long")
	ErrMemory  = errors.New("it needed too much memory")
	ErrOutput  = errors.New("it wrote too much")
)

// An ExitError says that the program itself gave up, or crashed.
type ExitError struct {
	// Status is what the system says: "exit status 1", "signal: segmentation fault".
	Status string
	// Words is the beginning of what the program wrote to its standard error.
	Words string
}

// Error gives the status and the first line of the program's words.
func (e *ExitError) Error() string {
	line, _, _ := strings.Cut(strings.TrimSpace(e.Words), "\n")
	if line == "" {
		return e.Status
	}
	return e.Status + ": " + line
}

// A Job is one run of a program.
type Job struct {
	// Path is the program, an absolute path.
	Path string
	Args []string
	// Env are variables besides PATH, LC_ALL, HOME and TMPDIR, as NAME=value.
	Env []string
	// Read are the files and folders it may read besides itself and the
	// libraries of the system; those that do not exist are left out.
	Read []string
	// Dir is the one folder it may read and write, and where it works. With ""
	// it can write nothing but its output.
	Dir string
	// Input is its standard input, or Stdin is: an open file, which the program may
	// also open by the name Stdin.
	Input []byte
	Stdin *os.File
	// Timeout is the wall time it may take, CPU its processor time; 0 means
	// 60 s each.
	Timeout, CPU time.Duration
	// Memory is its limit on data in bytes; 0 means 768 MB. Output is the limit
	// on its standard output; 0 means 16 MB. File is the limit on each file it
	// writes; 0 means 64 MB.
	Memory, Output, File int64
	// Forks allows it to start processes.
	Forks bool
}

// Stdin is the name by which a program opens its standard input anew, for one that
// wants to move about in it.
const Stdin = "/dev/stdin"

func (j Job) withDefaults() Job {
	setDefault(&j.Timeout, time.Minute)
	setDefault(&j.CPU, time.Minute)
	setDefault(&j.Memory, 768<<20)
	setDefault(&j.Output, 16<<20)
	setDefault(&j.File, 64<<20)
	return j
}

func setDefault[T ~int64](field *T, value T) {
	if *field == 0 {
		*field = value
	}
}

// environment is all that a program is told of the world.
func (j Job) environment() []string {
	home := j.Dir
	if home == "" {
		home = "/"
	}
	env := []string{"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=" + home, "TMPDIR=" + home}
	return append(env, j.Env...)
}

// A Result is what came of a run.
type Result struct {
	// Output is the standard output, Words the beginning of standard error.
	Output []byte
	Words  string
	// CPU is the processor time it took, launching included.
	CPU time.Duration
}

// A Launcher runs jobs. It may be used by several goroutines at once.
type Launcher struct {
	// Command is the program and the arguments that make it call Launch.
	Command []string
}

// variable holds the job for the launcher: so the command line of a process that
// has other uses too need not change.
const variable = "TRAVAUX_LAUNCH"

// Asked reports whether this process was started to be a launcher. It then calls
// Launch.
func Asked() bool { return os.Getenv(variable) != "" }

// Run runs a program to its end. When it returns, the program and all it started
// are gone. The error is one of ErrTimeout, ErrMemory and ErrOutput, an
// *ExitError, that of ctx, or, for a program that could not be started, another.
func (l Launcher) Run(ctx context.Context, j Job) (Result, error) {
	j = j.withDefaults()
	cmd, err := l.command(j)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, j.Timeout, ErrTimeout)
	defer cancel()
	out := &output{room: j.Output, overflow: cancel}
	words := &head{room: 8 << 10}
	cmd.Dir = j.Dir
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(j.Input), out, words
	if j.Stdin != nil {
		cmd.Stdin = j.Stdin
	}
	cmd.WaitDelay = 2 * time.Second
	cmd.SysProcAttr = spawned()
	// The system ends the program with the thread that started it.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := cmd.Start(); err != nil {
		return Result{}, fmt.Errorf("start %s: %w", j.Path, err)
	}
	err = wait(ctx, cmd)
	result := Result{Output: out.kept.Bytes(), Words: words.kept.String()}
	if state := cmd.ProcessState; state != nil {
		result.CPU = state.UserTime() + state.SystemTime()
	}
	return result, fate(ctx, j, err, out.full, result)
}

// fate tells how a run ended.
func fate(ctx context.Context, j Job, err error, full bool, r Result) error {
	if full {
		return fmt.Errorf("%s: %w", j.Path, ErrOutput)
	}
	if err == nil {
		return nil
	}
	if cause := context.Cause(ctx); cause != nil {
		return fmt.Errorf("%s: %w", j.Path, cause)
	}
	if words, ok := strings.CutPrefix(r.Words, launcherSays); ok {
		return fmt.Errorf("start %s: %s", j.Path, strings.TrimSpace(words))
	}
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return fmt.Errorf("run %s: %w", j.Path, err)
	}
	switch {
	case r.CPU >= j.CPU-time.Second/2:
		return fmt.Errorf("%s: %w", j.Path, ErrTimeout)
	case outOfMemory(exit, r.Words):
		return fmt.Errorf("%s: %w", j.Path, ErrMemory)
	}
	return fmt.Errorf("%s: %w", j.Path, &ExitError{Status: exit.String(), Words: r.Words})
}

// outOfMemory reports whether a program ended as those do that are refused
// memory, by its last words, or by the system's hand.
func outOfMemory(exit *exec.ExitError, words string) bool {
	for _, sign := range []string{"bad_alloc", "out of memory", "cannot allocate memory", "failed to allocate"} {
		if strings.Contains(strings.ToLower(words), sign) {
			return true
		}
	}
	return strings.Contains(exit.String(), "killed")
}

// output keeps what a program writes, up to a limit that ends it.
type output struct {
	kept     bytes.Buffer
	room     int64
	full     bool
	overflow func()
}

// Write keeps p, or ends the program.
func (o *output) Write(p []byte) (int, error) {
	if int64(o.kept.Len()+len(p)) > o.room {
		o.full = true
		o.overflow()
		return 0, ErrOutput
	}
	return o.kept.Write(p)
}

// head keeps the first bytes written to it and lets the rest go.
type head struct {
	kept bytes.Buffer
	room int
}

// Write never fails.
func (h *head) Write(p []byte) (int, error) {
	h.kept.Write(p[:min(len(p), h.room-h.kept.Len())])
	return len(p), nil
}

// Find gives the absolute path of a program by its name, "" if it is nowhere:
// in the folders of path, a list as in the variable PATH, or with "" in those of
// the environment.
func Find(name, path string) string {
	if path == "" {
		path = os.Getenv("PATH")
	}
	return find(name, path)
}
