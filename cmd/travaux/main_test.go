package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"travaux/cmd/travaux/samples"
	"travaux/indexer/extract"
)

// TestMain lets the test binary be what the tests run: the program itself, and
// the workers that the program starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "worker" {
		os.Exit(extract.Worker())
	}
	if os.Getenv(asProgram) != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"travaux": main})
}

// asProgram is set where the test binary is started to be travaux.
const asProgram = "TRAVAUX_TEST_AS_PROGRAM"

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
		return string(rune('0' + e.ExitCode()))
	}
	return err.Error()
}
