package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search/bleve"
)

// kills is how often TestKilledRuns kills an index run, goesOn in how many of
// them the next run finishes what the killed one began.
const (
	kills  = 20
	goesOn = 5
)

// killQueries are asked of an index before and after.
var killQueries = []string{"harbour", `"lighthouse keepers" year:2025`, "symbol:A/79", "tide NOT harbour"}

// writePapers writes documents first to last-1 into dir: enough text for
// several checkpoints.
func writePapers(t *testing.T, dir string, first, last int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, uint64(first)))
	words := strings.Fields("harbour lighthouse keepers tide ledger council asset recovery treaty vessel report " +
		"session committee budget draft expert water night signal chart")
	for n := first; n < last; n++ {
		var text strings.Builder
		fmt.Fprintf(&text, "A/79/%d\n\nGeneral Assembly\n\n12 May 2025\nOriginal: English\n\nReport number %d on lights\n", 900+n, n)
		for p := range 60 {
			fmt.Fprintf(&text, "\n%d. The lighthouse keepers", p+1)
			for range 30 {
				fmt.Fprintf(&text, " %s", words[random.IntN(len(words))])
			}
			text.WriteString(".\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%03d.txt", n)), []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKilledRuns kills index runs at random moments. The generation that was
// live stays live each time. In some of the trials the next run finishes: it
// takes in only what the killed one had not, and ends with what a run has that
// was never killed.
func TestKilledRuns(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	root := t.TempDir()
	papers, base, whole := filepath.Join(root, "papers"), filepath.Join(root, "base"), filepath.Join(root, "whole")
	writePapers(t, papers, 0, 5)
	mustRun(t, "index", "--quiet", "--index", base, papers)
	before := holdingsOf(t, base, killQueries...)
	writePapers(t, papers, 10, 50)
	copyTree(t, base, whole)
	began := time.Now()
	mustRun(t, "index", "--quiet", "--index", whole, papers)
	typical := time.Since(began)
	want := holdingsOf(t, whole, killQueries...)

	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d, a whole run takes %v", seed, typical)
	random := rand.New(rand.NewPCG(seed, 0))
	finished, resumed := 0, 0
	for trial := 0; trial < kills; {
		dir := filepath.Join(root, fmt.Sprint("trial", trial, "-", finished))
		copyTree(t, base, dir)
		if !killRun(t, random.Int64N(int64(typical)), "index", "--quiet", "--index", dir, papers) {
			if finished++; finished > 10*kills {
				t.Fatal("the runs are too short to be killed")
			}
			continue
		}
		live := holdingsOf(t, dir, killQueries...)
		if live.Status.Files == want.Status.Files { // killed between going live and its end
			if diff := cmp.Diff(want, live); diff != "" {
				t.Errorf("trial %d: a generation that went live is not whole (-want +got):\n%s", trial, diff)
			}
		} else if diff := cmp.Diff(before, live); diff != "" {
			t.Errorf("trial %d: the live generation has changed (-want +got):\n%s", trial, diff)
		} else if trial >= kills-goesOn && resumed < goesOn {
			goOn(t, dir, papers, want)
			resumed++
		}
		if trial++; trial == kills && resumed < goesOn {
			trial-- // one that went live does not count among those that go on
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
}

// goOn runs again after a kill.
func goOn(t *testing.T, dir, papers string, want holdings) {
	t.Helper()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	kept := w.Files()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	report := filepath.Join(dir, "report.ndjson")
	mustRun(t, "index", "--quiet", "--index", dir, "--report", report, papers)
	taken := 0
	for _, f := range readReport(t, report) {
		_, known := kept[filepath.Join(papers, f.Path)]
		if taken++; !known != (f.Status == "indexed") {
			t.Errorf("%s: %s, though in the checkpoint is %v", f.Path, f.Status, known)
		}
	}
	t.Logf("the checkpoint had %d of %d files", len(kept), taken)
	if diff := cmp.Diff(want, holdingsOf(t, dir, killQueries...)); diff != "" {
		t.Errorf("after the run that went on (-want +got):\n%s", diff)
	}
	mustRun(t, "verify", "--index", dir)
}

// killRun starts travaux as a process and kills it after a while; it reports
// false when the process ended by itself before.
func killRun(t *testing.T, after int64, args ...string) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(after))
	if err := cmd.Process.Kill(); err != nil { // it has ended
		_ = cmd.Wait()
		return false
	}
	_ = cmd.Wait() // says that it was killed
	return !cmd.ProcessState.Success()
}

// copyTree copies an index.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
