package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"sync"

	"travaux/indexer/layout"
)

// A Pool runs worker processes, one a slot. It may be used by several
// goroutines at once.
type Pool struct {
	config Config
	// slots holds the free slots: a running worker, or nil for one to start.
	slots  chan *process
	starts chan start
	ctx    context.Context // ends with Close
	cancel context.CancelFunc
	wait   sync.WaitGroup // the starter
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
	p := &Pool{config: c, slots: make(chan *process, c.Workers), starts: make(chan start)}
	p.ctx, p.cancel = context.WithCancel(context.Background())
	for range c.Workers {
		p.slots <- nil
	}
	p.wait.Go(p.starter)
	return p, nil
}

// Close ends all workers, and with them the readings under way. It may be
// called twice.
func (p *Pool) Close() error {
	p.close.Do(func() {
		p.cancel()
		for range p.config.Workers {
			if w := <-p.slots; w != nil {
				w.kill()
			}
		}
		p.wait.Wait()
	})
	return nil
}

// Read reads one file in a worker. Media is what Media gives; "" lets Read look
// for itself. What stops a file from being read is a *Failure; other errors
// concern the machine (the file cannot be opened, no process can be started) or
// are those of ctx.
func (p *Pool) Read(ctx context.Context, path, media string) (*layout.Content, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("look at the file: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("read %s: not a regular file", path)
	}
	if info.Size() > p.config.MaxFile {
		return nil, &Failure{ClassTooLarge, fmt.Sprintf("the file has %d MB, at most %d MB are read", info.Size()>>20, p.config.MaxFile>>20)}
	}
	if media == "" {
		head := make([]byte, HeadSize)
		n, err := io.ReadFull(f, head)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, fmt.Errorf("read: %w", err)
		}
		media = Media(path, head[:n])
	}
	if Version(media) == "" {
		return nil, &Failure{ClassMalformed, "the file is of no kind that is read"}
	}
	j := job{Media: media, Size: info.Size(), MaxPages: p.config.MaxPages}
	return p.try(ctx, j, f)
}

// try reads a file, and once more with a fresh worker where that may help.
func (p *Pool) try(ctx context.Context, j job, file io.ReaderAt) (*layout.Content, error) {
	content, err := p.once(ctx, j, file)
	var f *Failure
	if errors.As(err, &f) && f.retried() {
		content, err = p.once(ctx, j, file)
	}
	return content, err
}

// once reads a file with the worker of the next free slot. A worker that failed
// in any way but to say so is not used again.
func (p *Pool) once(ctx context.Context, j job, file io.ReaderAt) (*layout.Content, error) {
	var w *process
	select {
	case <-p.ctx.Done():
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	case w = <-p.slots:
	}
	defer func() { p.slots <- w }()
	if w == nil {
		var err error
		if w, err = p.start(); err != nil {
			return nil, err
		}
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	defer context.AfterFunc(p.ctx, stop)()
	answer, err := w.read(ctx, j, file, p.config)
	if err != nil || answer.Retire || w.files >= p.config.Recycle {
		w.kill()
		w = nil
	}
	if err != nil {
		return nil, err
	}
	if answer.Failure != nil {
		return nil, answer.Failure
	}
	return answer.Content, nil
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
