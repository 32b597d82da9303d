package main

import (
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"travaux/cmd/travaux/samples"
	"travaux/indexer/extract"
)

// TestMain lets the test binary be what the tests run: the program itself, and
// the workers that the program starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 {
		switch os.Args[1] {
		case "worker":
			os.Exit(extract.Worker())
		case hangingWorker:
			fmt.Print("\x00\x00\x00\x02{}") // the empty reply of a worker that is ready
			time.Sleep(time.Hour)           // it is killed long before
			os.Exit(1)
		}
	}
	if as := os.Getenv(asProgram); as != "" {
		os.Exit(beProgram(as))
	}
	testscript.Main(m, map[string]func(){"travaux": main})
}

// asProgram is set where the test binary is started to be travaux, to one of the
// following.
const asProgram = "TRAVAUX_TEST_AS_PROGRAM"

const (
	plainly      = "plainly"
	readersHang  = "readers-hang"  // whatever is read is never read to its end
	filesLimited = "files-limited" // to fileLimit bytes
	fileLimit    = 96 << 10
)

// hangingWorker is the argument that makes the test binary a worker that never
// answers about a file.
const hangingWorker = "hanging-worker"

// hanging are workers that never answer about a file.
func hanging() extract.Config {
	return extract.Config{Command: []string{os.Args[0], hangingWorker}, Timeout: time.Hour, MaxTimeout: time.Hour}
}

// process is a command line of travaux as a process of its own.
func process(as string, args ...string) *exec.Cmd {
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"="+as)
	return cmd
}

// beProgram is main for what process starts.
func beProgram(as string) int {
	p := &program{shell: shell{stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv}}
	switch as {
	case readersHang:
		p.pool = hanging()
	case filesLimited:
		if err := limitFiles(fileLimit); err != nil {
			fmt.Fprintln(os.Stderr, "limit files:", err)
			return 125
		}
	}
	return start(p, os.Args[1:])
}

// TestStories runs the stories in testdata. Each has the samples in $SAMPLES and
// an index of its own.
func TestStories(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			dir := env.WorkDir + "/samples"
			env.Setenv("SAMPLES", dir)
			env.Setenv("TRAVAUX_INDEX", env.WorkDir+"/index")
			return os.CopyFS(dir, samples.Files())
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"status": wantStatus},
	})
}

// wantStatus runs a command and wants an exit status: status 2 travaux search ...
// What the command printed is for stdout and stderr to look at.
func wantStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status NUMBER command args...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = statusOf(err)
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// statusOf gives the exit status that an error of a command tells.
func statusOf(err error) string {
	type exiter interface{ ExitCode() int }
	if e, ok := err.(exiter); ok {
		return strconv.Itoa(e.ExitCode())
	}
	return err.Error()
}
