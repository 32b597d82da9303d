package main

import (
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"

	"travaux/indexer"
	"travaux/search"
)

// progress shows how a run goes: a bar on a terminal, else a line from time to
// time.
func (p *program) progress(quiet bool) indexer.Progress {
	switch {
	case quiet:
		return nil
	case isTerminal(p.stderr):
		return &progressBar{w: p.stderr, every: 100 * time.Millisecond}
	}
	return &progressLines{w: p.stderr, every: 5 * time.Second}
}

// recognising gives the function that says how far the recognising of a file's
// pages is; nil when nothing is to be said. Scans may take minutes, and the files
// behind them wait.
func (p *program) recognising(quiet bool) func(path string, done, of int) {
	if quiet {
		return nil
	}
	clear := ""
	if isTerminal(p.stderr) {
		clear = "\r\x1b[K" // the bar is drawn again below
	}
	const every = 10 * time.Second
	var mu sync.Mutex // guards last
	last := time.Now()
	return func(path string, done, of int) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(last) < every {
			return
		}
		last = time.Now()
		fmt.Fprintf(p.stderr, "%srecognising the text of %s: %d of %s done\n", clear, oneLine(path), done, count(of, "page"))
	}
}

// progressBar draws a bar with files, pages, rate and the time left.
type progressBar struct {
	w     io.Writer
	every time.Duration // between two drawings
	bar   *progressbar.ProgressBar
	pages int
}

func (b *progressBar) Start(files int) {
	b.bar = progressbar.NewOptions(files,
		progressbar.OptionSetWriter(b.w),
		progressbar.OptionSetDescription("files"),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("files"),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionFullWidth(),
		progressbar.OptionThrottle(b.every),
		progressbar.OptionClearOnFinish(),
	)
}

func (b *progressBar) File(_ search.FileRecord, pages int) {
	b.pages += pages
	b.bar.Describe(fmt.Sprintf("%d pages, files", b.pages))
	_ = b.bar.Add(1) // a terminal that has gone away is no reason to stop
}

func (b *progressBar) Done() { _ = b.bar.Finish() }

// progressLines prints plain lines.
type progressLines struct {
	w           io.Writer
	every       time.Duration
	began, last time.Time
	files, done int
	pages       int
}

func (l *progressLines) Start(files int) {
	l.files, l.began = files, time.Now()
	l.last = l.began
	fmt.Fprintf(l.w, "%s found\n", count(files, "file"))
}

func (l *progressLines) File(_ search.FileRecord, pages int) {
	l.done++
	l.pages += pages
	if time.Since(l.last) < l.every {
		return
	}
	l.last = time.Now()
	spent := time.Since(l.began)
	left := spent * time.Duration(l.files-l.done) / time.Duration(l.done)
	fmt.Fprintf(l.w, "%d of %d files, %d pages, %s pages a second, %s left\n",
		l.done, l.files, l.pages, rate(l.pages, spent.Seconds()), left.Round(time.Second))
}

func (l *progressLines) Done() {}
