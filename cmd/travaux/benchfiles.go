package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"travaux/search/eval/bench"
)

// filesRounds is how often files are indexed by either program, in turns.
const filesRounds = 3

// recoll runs the program that indexes files with recollindex.
func recoll(ctx context.Context, script string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, script, args...)
	bench.InGroup(cmd)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("recoll: %w: %s", err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// measureFiles indexes a folder of files from nothing with recollindex and with
// travaux, without text recognition, which recollindex does not do by itself.
func (p *program) measureFiles(ctx context.Context, o enginesOptions) error {
	script := filepath.Join(o.peers, "recoll", "index")
	if _, err := recoll(ctx, script, "build"); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(o.work, "files-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	var theirs, ours []float64
	pages := 0
	former := p.pool
	defer func() { p.pool = former }()
	p.pool.NoOCR = true
	for round := range filesRounds {
		fmt.Fprintf(p.stderr, "files, round %d of %d\n", round+1, filesRounds)
		out, err := recoll(ctx, script, o.files, filepath.Join(tmp, "recoll"))
		if err != nil {
			return err
		}
		var told struct {
			Seconds   float64
			Documents int
		}
		if err := json.Unmarshal(out, &told); err != nil || told.Documents == 0 {
			return fmt.Errorf("recoll indexed nothing: %s", out)
		}
		theirs = append(theirs, told.Seconds)
		dir := filepath.Join(tmp, fmt.Sprint(round))
		acc, err := p.index(ctx, indexOptions{dir: dir, jobs: o.threads, quiet: true}, []string{o.files})
		if err != nil {
			return err
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		pages = acc.Pages
		ours = append(ours, acc.Elapsed.Seconds())
	}
	slices.Sort(theirs)
	slices.Sort(ours)
	their, our := theirs[len(theirs)/2], ours[len(ours)/2]
	_, err = fmt.Fprintf(p.stdout, `| files to searchable, median of %d | seconds | pages a second |
| --- | --- | --- |
| recollindex | %.1f | %.0f |
| travaux | %.1f | %.0f |
| x recollindex | | %.2f |

`, filesRounds, their, float64(pages)/their, our, float64(pages)/our, their/our)
	return err
}
