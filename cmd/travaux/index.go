package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"travaux/indexer"
	"travaux/indexer/extract"
	"travaux/search/archive"
	"travaux/search/bleve"
	"travaux/search/catalogue"
)

// indexOptions are what an index run may be told.
type indexOptions struct {
	dir            string
	jobs           int
	rebuild, prune bool
	report         string
	quiet          bool
}

// indexCommand takes documents in.
func (p *program) indexCommand() *cobra.Command {
	var o indexOptions
	cmd := &cobra.Command{
		Use:   "index PATH...",
		Short: "Index files and folders of documents",
		Long: `Index PDF, DOCX, DOC, RTF, HTML and text files, and the folders below PATH. What
is known and unchanged is not read again; scans and the older Word files want
programs of the system, which the run names. Files that are gone stay in the index, marked
missing, and so does what a file held before it changed into something that
cannot be read, until a run with --prune, which acts only on what is under PATH.

A run that is stopped keeps what it has done: the same command goes on there.
Until the run is over the index answers as it did before.

With --report FILE there is one JSON line a file: path, sha256, status, reason,
symbol, lang, pages, ms.
` + exitHelp,
		Example: `  travaux index ~/documents
  travaux index --prune --report report.ndjson ~/documents`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.jobs < 1 {
				return usagef("--jobs %d: expected 1 or more", o.jobs)
			}
			acc, err := p.index(cmd.Context(), o, args)
			if err != nil {
				return err
			}
			p.printAccounts(acc, o)
			if acc.Failed > 0 {
				return errSomeFailed
			}
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.dir, "index", p.defaultIndex(), "folder of the index")
	f.IntVar(&o.jobs, "jobs", runtime.NumCPU(), "files read at the same time")
	f.BoolVar(&o.rebuild, "rebuild", false, "begin with an empty index and take in PATH alone")
	f.BoolVar(&o.prune, "prune", false, "remove what is gone from PATH")
	f.StringVar(&o.report, "report", "", "write a JSON line for each file to this file (- is standard output)")
	f.BoolVar(&o.quiet, "quiet", false, "show no progress")
	return cmd
}

// index runs the indexer over paths. Its error says what is left when the run
// was stopped.
func (p *program) index(ctx context.Context, o indexOptions, paths []string) (acc indexer.Accounts, err error) {
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return acc, err
	}
	if err := checkFolder(dir); err != nil {
		return acc, err
	}
	defer forWriting()()
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{Rebuild: o.rebuild})
	if err != nil {
		return acc, err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	// Under the lock: a run that is refused must not empty the other's report.
	report, err := p.openReport(o.report)
	if err != nil {
		return acc, err
	}
	defer func() { err = errors.Join(err, report.Close()) }()
	config := p.pool
	config.Workers = o.jobs
	config.Recognising = p.recognising(o.quiet)
	pool, err := extract.NewPool(config)
	if err != nil {
		return acc, err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()

	acc, err = indexer.New(indexer.Config{
		Reader:     indexer.PoolReader{Pool: pool},
		Writer:     w,
		Archive:    archive.New(dir),
		Analyse:    indexer.Analyser(catalogue.Shipped()),
		Quarantine: filepath.Join(dir, "quarantine.json"),
		Jobs:       o.jobs,
		Leave:      dir,
		Prune:      o.prune,
		Report:     report,
		Progress:   p.progress(o.quiet),
		Log:        p.log(),
	}).Run(ctx, paths)
	return acc, stopped(ctx, dir, err, acc)
}

// forWriting lets the garbage of this process grow to three times what is alive,
// unless GOGC says otherwise, and gives what ends that: what an index is made of
// lives for one batch, and to look through it costs an eighth of the time.
func forWriting() (end func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(300)
	return func() { debug.SetGCPercent(before) }
}

// checkFolder refuses to make an index among things that are no index.
func checkFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // it is made, or opening it says what is wrong
	}
	other := ""
	for _, e := range entries {
		switch name := e.Name(); {
		case name == "lock", name == "current":
			return nil
		case !strings.HasPrefix(name, ".") && name != "lost+found":
			other = name
		}
	}
	if other == "" {
		return nil
	}
	return withHint(usagef("%s holds other things and no index (%s, for one)", dir, oneLine(other)),
		"--index names a folder for the index alone, empty or new")
}

// stopped says in a sentence what a run leaves that was interrupted or found no
// more room.
func stopped(ctx context.Context, dir string, err error, acc indexer.Accounts) error {
	switch {
	case err == nil:
		return nil
	case noRoom(dir, err) != "":
		return withHint(fmt.Errorf("%s; nothing was published", noRoom(dir, err)),
			"with more room, the same command goes on where this run stopped")
	case ctx.Err() == nil:
		return err
	}
	done := acc.Indexed + acc.Duplicate + acc.Skipped() + acc.Failed
	return withHint(fmt.Errorf("interrupted after %d of %d files; the index answers as before, what was done is kept as a checkpoint", done, acc.Seen),
		"the same command goes on from there")
}

// noRoom says in words that an error tells of no more room; empty for any other.
// Not everything on the way here wraps what the system says; some only quote it.
func noRoom(dir string, err error) string {
	for _, reason := range []struct {
		errno syscall.Errno
		text  string
	}{
		{syscall.ENOSPC, "the disk that holds %s is full"},
		{syscall.EDQUOT, "the disk quota for %s is used up"},
		{syscall.EFBIG, "a file of %s cannot grow: files are limited in size here"},
	} {
		if errors.Is(err, reason.errno) || strings.Contains(err.Error(), reason.errno.Error()) {
			return fmt.Sprintf(reason.text, dir)
		}
	}
	return ""
}

// openReport opens the file for the report; an empty name means none.
func (p *program) openReport(name string) (io.WriteCloser, error) {
	switch name {
	case "":
		return reportFile{Writer: bufio.NewWriter(io.Discard)}, nil
	case "-":
		// Unbuffered in effect: what reads the lines need not wait for the end.
		return reportFile{Writer: bufio.NewWriterSize(p.stdout, 1)}, nil
	}
	f, err := os.Create(name)
	if err != nil {
		return nil, fmt.Errorf("open report: %w", err)
	}
	return reportFile{Writer: bufio.NewWriter(f), file: f}, nil
}

// reportFile is a report on its way to a file.
type reportFile struct {
	*bufio.Writer
	file *os.File
}

// Close writes what is left and closes the file.
func (r reportFile) Close() error {
	err := r.Flush()
	if r.file != nil {
		err = errors.Join(err, r.file.Close())
	}
	return err
}
