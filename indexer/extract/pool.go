package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"
	"time"

	"travaux/indexer/layout"
)

// A Pool runs worker processes, in two crews: readers of all kinds of files, and
// processes with PDFium, of which there is none until a file wants one. It may be
// used by several goroutines at once.
type Pool struct {
	config  Config
	readers crew
	drawers crew
	starts  chan start
	tools   *tools
	// recognising holds a token for each page that is being recognised.
	recognising chan struct{}

	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	wait   sync.WaitGroup // the starter, and what ends idle workers
	close  sync.Once
}

var errClosed = errors.New("pool of readers is closed")

// NewPool makes a pool. Workers start when there is a file for them. The caller
// closes the pool.
func NewPool(c Config) (*Pool, error) {
	c, err := c.withDefaults()
	if err != nil {
		return nil, err
	}
	p := &Pool{
		config:  c,
		readers: newCrew(crew{recycle: c.Recycle, start: c.MaxTimeout}, c.Workers),
		drawers: newCrew(crew{setup: setup{PDFium: true, Cache: c.Cache}, recycle: min(c.Recycle, recyclePDFium), start: c.Start}, heavy((c.Workers+1)/2)),
		starts:  make(chan start),
		tools:   newTools(c),
		// tesseract takes a processor to itself
		recognising: make(chan struct{}, heavy(c.Workers)),
	}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	p.wait.Go(p.starter)
	p.wait.Go(p.endIdle)
	return p, nil
}

// Close ends all workers, and with them the readings under way. It may be
// called twice.
func (p *Pool) Close() error {
	p.close.Do(func() {
		p.cancel()
		p.readers.disband()
		p.drawers.disband()
		p.wait.Wait()
	})
	return nil
}

// Read reads one file in a worker. Media is what Media gives; "" lets Read look
// for itself. A PDF file, or those of its pages, that the first reader cannot
// read soundly goes to PDFium, and from there to text recognition.
//
// What stops a file from being read is a *Failure; other errors concern the
// machine (the file cannot be opened, no process can be started) or are those
// of ctx.
func (p *Pool) Read(ctx context.Context, path, media string) (*layout.Content, error) {
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close()
	j, err := p.jobFor(f, media)
	if err != nil {
		return nil, err
	}
	switch j.Media {
	case MediaPDF:
		return p.readPDF(ctx, path, j, f)
	case MediaDOC, MediaRTF:
		return p.convert(ctx, f, j.Media)
	}
	answer, err := p.try(ctx, p.readers, j, f)
	return answer.Content, err
}

// jobFor makes the job of reading a file.
func (p *Pool) jobFor(f *os.File, media string) (job, error) {
	info, err := f.Stat()
	if err != nil {
		return job{}, fmt.Errorf("look at the file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return job{}, fmt.Errorf("read %s: not a regular file", f.Name())
	}
	if info.Size() > p.config.MaxFile {
		return job{}, &Failure{ClassTooLarge, fmt.Sprintf("the file has %d MB, at most %d MB are read", info.Size()>>20, p.config.MaxFile>>20)}
	}
	if media == "" {
		head, err := headOf(f)
		if err != nil {
			return job{}, err
		}
		media = Media(f.Name(), head)
	}
	if Version(media) == "" {
		return job{}, &Failure{ClassMalformed, "the file is of no kind that is read"}
	}
	return job{Media: media, Size: info.Size(), MaxPages: p.config.MaxPages}, nil
}

// headOf reads what Media wants of a file.
func headOf(f io.ReaderAt) ([]byte, error) {
	head := make([]byte, HeadSize)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read: %w", err)
	}
	return head[:n], nil
}

// try does a job, and once more with a fresh worker where that may help.
func (p *Pool) try(ctx context.Context, c crew, j job, file io.ReaderAt) (reply, error) {
	answer, err := p.once(ctx, c, j, file)
	var f *Failure
	if errors.As(err, &f) && f.retried() {
		answer, err = p.once(ctx, c, j, file)
	}
	return answer, err
}

// once does a job with the worker of the next free slot. A worker that failed
// in any way but to say so is not used again.
func (p *Pool) once(ctx context.Context, c crew, j job, file io.ReaderAt) (reply, error) {
	var w *process
	select {
	case <-p.ctx.Done():
		return reply{}, errClosed
	case <-ctx.Done():
		return reply{}, ctx.Err()
	case w = <-c.slots:
	}
	defer func() { c.slots <- w }()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(p.ctx, stop)()
	if w == nil {
		var err error
		if w, err = p.start(); err != nil {
			return reply{}, err
		}
		if err := w.prepare(ctx, c.setup, c.start); err != nil {
			w = nil
			return reply{}, err
		}
	}
	answer, err := w.read(ctx, j, file, p.config)
	w.rests = time.Now()
	if err != nil || answer.Retire || w.files >= c.recycle {
		w.kill()
		w = nil
	}
	if err != nil {
		return reply{}, err
	}
	if answer.Failure != nil {
		return reply{}, answer.Failure
	}
	return answer, nil
}

// endIdle gives back what idle workers hold, that of PDFium above all: a server
// may want one once a day.
func (p *Pool) endIdle() {
	tick := time.NewTicker(max(p.config.Idle/2, time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-p.ctx.Done():
			return
		case <-tick.C:
			p.readers.endIdle(p.config.Idle)
			p.drawers.endIdle(p.config.Idle)
		}
	}
}

type start struct{ done chan<- started }

type started struct {
	process *process
	err     error
}

// starter starts all processes from one thread that lives as long as the pool:
// Linux kills a child when the thread that started it ends, not the process.
func (p *Pool) starter() {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for {
		select {
		case <-p.ctx.Done():
			return
		case s := <-p.starts:
			w, err := startProcess(p.config.Command)
			s.done <- started{w, err}
		}
	}
}

func (p *Pool) start() (*process, error) {
	done := make(chan started, 1)
	select {
	case <-p.ctx.Done():
		return nil, errClosed
	case p.starts <- start{done}:
	}
	s := <-done
	return s.process, s.err
}

func processors() int { return runtime.NumCPU() }
