package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search/bleve"
)

// kills is how often TestKilledRuns kills an index run, goesOn after how
// many of them the next run finishes what the killed one began.
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
		for p := range 200 {
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
	if out, err := process(plainly, "index", "--quiet", "--index", whole, papers).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	typical := time.Since(began)
	want := holdingsOf(t, whole, killQueries...)

	seed := uint64(time.Now().UnixNano())
	random := rand.New(rand.NewPCG(seed, 0))
	killed, late, published, resumed, further := 0, 0, 0, 0, 0
	for killed < kills {
		if late > 10*kills {
			t.Fatal("the runs are too short to be killed")
		}
		moment := random.Float64()
		if resumed < goesOn { // spread over the run, so that checkpoints differ
			moment = (float64(resumed) + moment) / goesOn
		}
		dir := filepath.Join(root, fmt.Sprintf("trial-%d-%d", killed, late))
		copyTree(t, base, dir)
		if !killRun(t, time.Duration(moment*float64(typical)), "index", "--quiet", "--index", dir, papers) {
			late++
			continue
		}
		killed++
		if live := holdingsOf(t, dir, killQueries...); live.Status.Files == want.Status.Files {
			published++ // killed between going live and its end
			if diff := cmp.Diff(want, live); diff != "" {
				t.Errorf("seed %d: a generation that went live is not whole (-want +got):\n%s", seed, diff)
			}
		} else if diff := cmp.Diff(before, live); diff != "" {
			t.Errorf("seed %d: the live generation has changed (-want +got):\n%s", seed, diff)
		} else if resumed < goesOn {
			resumed++
			further += goOn(t, dir, papers, want) - before.Status.Files
		}
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("seed %d, a whole run takes %v: %d killed, %d of them when the new generation was live, %d runs over before; %d went on with %d files of checkpoints",
		seed, typical, killed, published, late, resumed, further)
	if resumed < goesOn || further == 0 {
		t.Errorf("%d runs went on with %d files of checkpoints, want %d with some", resumed, further, goesOn)
	}
}

// goOn runs again after a kill, and gives the number of files that the killed
// run's checkpoint had.
func goOn(t *testing.T, dir, papers string, want holdings) int {
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
	files := readReport(t, report)
	for _, f := range files {
		if _, known := kept[filepath.Join(papers, f.Path)]; known == (f.Status == "indexed") {
			t.Errorf("%s: %s, though in the checkpoint is %v", f.Path, f.Status, known)
		}
	}
	t.Logf("the checkpoint had %d of %d files", len(kept), len(files))
	if diff := cmp.Diff(want, holdingsOf(t, dir, killQueries...)); diff != "" {
		t.Errorf("after the run that went on (-want +got):\n%s", diff)
	}
	mustRun(t, "verify", "--index", dir)
	return len(kept)
}

// killRun starts travaux as a process and kills it after a while; it reports
// false when the process was over before. One that fails by itself fails the test.
func killRun(t *testing.T, after time.Duration, args ...string) bool {
	t.Helper()
	cmd := process(plainly, args...)
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	_ = cmd.Process.Kill() // it may be over
	err := cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code > 0 { // a killed one has none
		t.Fatalf("the run ended by itself: %v\n%s", err, out.String())
	}
	return err != nil
}

// copyTree copies an index.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
