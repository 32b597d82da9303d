package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"travaux/indexer"
)

// benchCommand measures how fast files are indexed here.
func (p *program) benchCommand() *cobra.Command {
	jobs := runtime.NumCPU()
	cmd := &cobra.Command{
		Use:   "bench PATH...",
		Short: "Measure how fast files are indexed",
		Long: `Index the files in PATH into a temporary folder and print pages a second and
where the time went. Then run pdftotext on the PDF files among them, as many at
the same time, to compare. Nothing is kept.

The commands below compare more: engines asks Lucene, tantivy, SQLite's FTS5,
Xapian and plain Bleve the same as travaux, on the same passages, and runs
recollindex on the same files; load puts a server under requests.
` + exitHelp,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if jobs < 1 {
				return usagef("--jobs %d: expected 1 or more", jobs)
			}
			return p.bench(cmd.Context(), args, jobs)
		},
	}
	cmd.Flags().IntVar(&jobs, "jobs", jobs, "files read at the same time")
	cmd.AddCommand(p.benchEnginesCommand(), p.benchLoadCommand(), p.benchCollectionCommand(), p.benchPeerCommand())
	return cmd
}

// bench indexes, runs pdftotext and prints both.
func (p *program) bench(ctx context.Context, paths []string, jobs int) error {
	tmp, err := os.MkdirTemp("", "travaux-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the measurement: %w", err)
	}
	defer os.RemoveAll(tmp)
	acc, err := p.index(ctx, indexOptions{dir: tmp, jobs: jobs}, paths)
	if err != nil {
		return err
	}
	p.printBench(acc, jobs)
	files, err := pdfFiles(paths)
	if err != nil {
		return err
	}
	spent, err := pdftotext(ctx, files, jobs)
	if errors.Is(err, exec.ErrNotFound) {
		fmt.Fprintln(p.stdout, "pdftotext   not installed (package poppler-utils), so nothing to compare with")
		return nil
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(p.stdout, "pdftotext   %.1f s for the %s alone; indexing took %.2f times as long\n",
		spent.Seconds(), count(len(files), "PDF file"), acc.Elapsed.Seconds()/spent.Seconds())
	return nil
}

// printBench prints pages a second and the shares of the time. Reading and
// analysing are summed over the jobs, writing goes on beside them.
func (p *program) printBench(a indexer.Accounts, jobs int) {
	seconds := a.Elapsed.Seconds()
	fmt.Fprintf(p.stdout, "files       %d seen, %d indexed, %d duplicate, %d skipped, %d failed\n",
		a.Seen, a.Indexed, a.Duplicate, a.Skipped(), a.Failed)
	fmt.Fprintf(p.stdout, "indexing    %s in %.1f s with %s: %.1f pages a second\n",
		count(a.Pages, "page"), seconds, count(jobs, "job"), float64(a.Pages)/seconds)
	work := a.Reading + a.Analysing + a.Writing
	if work <= 0 {
		return
	}
	share := func(d time.Duration) float64 { return 100 * float64(d) / float64(work) }
	fmt.Fprintf(p.stdout, "time        %.0f %% reading, %.0f %% analysing, %.0f %% writing (of %.1f s of work)\n",
		share(a.Reading), share(a.Analysing), share(a.Writing), work.Seconds())
}

// pdfFiles finds the PDF files under paths by their names.
func pdfFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(at string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && strings.EqualFold(filepath.Ext(at), ".pdf") {
				files = append(files, at)
			}
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("find PDF files: %w", err)
		}
	}
	return files, nil
}

// pdftotext runs pdftotext on files, jobs at the same time, and gives the time
// it took. A file that it cannot read counts with the time it took to say so.
func pdftotext(ctx context.Context, files []string, jobs int) (time.Duration, error) {
	program, err := exec.LookPath("pdftotext")
	if err != nil {
		return 0, err
	}
	began := time.Now()
	queue := make(chan string)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			for file := range queue {
				_ = exec.CommandContext(ctx, program, "-q", "--", file, os.DevNull).Run()
			}
		})
	}
	for _, file := range files {
		queue <- file
	}
	close(queue)
	workers.Wait()
	return time.Since(began), ctx.Err()
}
