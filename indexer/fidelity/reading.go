package fidelity

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"time"

	"travaux/indexer/extract"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/layout"
)

// A Reader reads one file to text; it fails where the file gives none.
type Reader func(ctx context.Context, path string) (string, error)

// PoolReader reads with the worker processes of a pool.
func PoolReader(p *extract.Pool) Reader {
	return func(ctx context.Context, path string) (string, error) {
		c, err := p.Read(ctx, path, "")
		if err != nil {
			return "", err
		}
		return Text(c), nil
	}
}

// Pdftotext reads with poppler's pdftotext, one process a file, for at most 20
// seconds.
func Pdftotext(ctx context.Context, path string) (string, error) {
	return pdftotext(ctx, path, "-")
}

func pdftotext(ctx context.Context, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()
	out, err := exec.CommandContext(ctx, "pdftotext", args...).Output()
	if err != nil {
		return "", fmt.Errorf("pdftotext %q: %w", args, err)
	}
	return string(bytes.ToValidUTF8(out, nil)), nil
}

// PdftotextPage reads one page so.
func PdftotextPage(ctx context.Context, path string, page int) (string, error) {
	return pdftotext(ctx, "-f", strconv.Itoa(page), "-l", strconv.Itoa(page), path, "-")
}

// A Document is one file with what both readers made of it.
type Document struct {
	Path      string
	Pages     int
	Text      string // of the reader that is measured
	Failure   string // why there is none
	Reference string // of pdftotext
	Rejected  bool   // pdftotext could not open it
}

// Hung reports whether the reader had to be stopped by the clock.
func (d Document) Hung() bool { return d.class(extract.ClassTimeout) }

// Crashed reports whether the reader died of the file.
func (d Document) Crashed() bool { return d.class(extract.ClassCrash) }

func (d Document) class(name string) bool {
	return len(d.Failure) >= len(name) && d.Failure[:len(name)] == name
}

// Sound parts files into those that the first reader reads by itself and those
// that it cannot open or has doubts about, which a second reader looks at.
func Sound(paths []string) (sound, doubted []string, err error) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, nil, err
		}
		c, err := pdf.Read(data, pdf.Options{})
		if err != nil || slices.ContainsFunc(c.Pages, func(p layout.Page) bool { return p.Doubt != "" }) {
			doubted = append(doubted, path)
			continue
		}
		sound = append(sound, path)
	}
	return sound, doubted, nil
}

// A Run is what reading a set of files took.
type Run struct {
	Documents []Document
	// Ours and Theirs are the user and system time of all worker processes,
	// starts included, and of all processes of pdftotext.
	Ours, Theirs time.Duration
	// Peak is the most memory, in bytes, that any worker held that was still
	// running after its file.
	Peak int64
}

// Pages is the number of pages that were read.
func (r Run) Pages() int {
	n := 0
	for _, d := range r.Documents {
		n += d.Pages
	}
	return n
}

// ReadAll reads files first by a pool of one worker, which it closes, then by
// pdftotext. The times are those of this process's children: nothing else may
// be started meanwhile. No text is recognised in pictures, since pdftotext does
// not. Failures of files are told in the documents, the error is one of the
// machine.
func ReadAll(ctx context.Context, c extract.Config, paths []string) (Run, error) {
	run := Run{Documents: make([]Document, len(paths))}
	before := children()
	if err := run.ours(ctx, c, paths); err != nil {
		return run, err
	}
	between := children()
	run.Ours = between - before
	for i := range run.Documents {
		d := &run.Documents[i]
		var err error
		d.Reference, err = Pdftotext(ctx, d.Path)
		d.Rejected = err != nil
		if errors.Is(err, exec.ErrNotFound) {
			return run, err
		}
	}
	run.Theirs = children() - between
	return run, ctx.Err()
}

func (r *Run) ours(ctx context.Context, c extract.Config, paths []string) error {
	c.Workers, c.NoOCR = 1, true
	pool, err := extract.NewPool(c)
	if err != nil {
		return err
	}
	defer pool.Close()
	for i, path := range paths {
		d := &r.Documents[i]
		d.Path = path
		content, err := pool.Read(ctx, path, "")
		r.Peak = max(r.Peak, peak())
		var f *extract.Failure
		switch {
		case err == nil:
			d.Text, d.Pages = Text(content), len(content.Pages)
		case errors.As(err, &f):
			d.Failure = f.Error()
		default:
			return err
		}
	}
	return nil
}
