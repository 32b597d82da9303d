package extract

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

// A process is a running worker. One goroutine at a time may use it.
type process struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Reader
	log   *logHead
	files int
	rests time.Time // since when it has had no work
	ended bool
}

// startProcess starts a worker. It hands over no environment: a worker has no
// use for one, and there may be secrets in it.
func startProcess(command []string) (*process, error) {
	w := &process{cmd: exec.Command(command[0], command[1:]...), log: &logHead{}}
	w.cmd.Env = []string{"GOTRACEBACK=none"}
	w.cmd.SysProcAttr = spawned()
	w.cmd.Stderr = w.log
	w.cmd.WaitDelay = 5 * time.Second
	in, err := w.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start reader: %w", err)
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start reader: %w", err)
	}
	w.in, w.out = in, bufio.NewReaderSize(out, 1<<16)
	if err := w.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start reader: %w", err)
	}
	return w, nil
}

// kill ends the worker and all it may have started, and waits for its end.
func (w *process) kill() {
	if w.ended {
		return
	}
	w.ended = true
	_ = killGroup(w.cmd.Process.Pid)
	_ = w.in.Close()
	_ = w.cmd.Wait() // it was killed: its status says no more
}

// prepare tells a fresh worker what it is to be and waits until it is ready. Its
// errors concern the machine, not a file; the worker is of no more use then.
func (w *process) prepare(ctx context.Context, s setup, allowed time.Duration) error {
	if err := writeFrame(w.in, s); err != nil {
		return fmt.Errorf("start %s: %s", s, w.fate(err)) // no Failure: it is no file's
	}
	done := make(chan error, 1)
	go func() {
		var ready reply
		done <- readFrame(w.out, &ready, maxReply)
	}()
	timer := time.NewTimer(allowed)
	defer timer.Stop()
	select {
	case err := <-done:
		if err != nil {
			return fmt.Errorf("start %s: %s", s, w.fate(err))
		}
		return nil
	case <-timer.C:
		w.kill()
		<-done
		return fmt.Errorf("start %s: it is not ready after %v", s, allowed)
	case <-ctx.Done():
		w.kill()
		<-done
		return ctx.Err()
	}
}

// read sends one file and waits for the answer, for as long as c allows. After
// an error the worker is of no more use.
func (w *process) read(ctx context.Context, j job, file io.ReaderAt, c Config) (reply, error) {
	w.files++
	type result struct {
		reply reply
		err   error
	}
	done := make(chan result, 1)
	pages := make(chan int, 1)
	go func() {
		r, err := w.exchange(j, file, pages)
		done <- result{r, err}
	}()
	begun := time.Now()
	allowed := c.Timeout
	timer := time.NewTimer(allowed)
	defer timer.Stop()
	for {
		select {
		case n := <-pages:
			allowed = max(c.Timeout, min(c.Timeout+time.Duration(n)*c.TimeoutPage, c.MaxTimeout))
			timer.Reset(time.Until(begun.Add(allowed)))
		case r := <-done:
			if r.err != nil {
				return reply{}, w.fate(r.err)
			}
			return r.reply, nil
		case <-timer.C:
			w.kill()
			<-done
			return reply{}, &Failure{ClassTimeout, fmt.Sprintf("reading took longer than %v", allowed)}
		case <-ctx.Done():
			w.kill()
			<-done
			return reply{}, ctx.Err()
		}
	}
}

// errSource means that the file, not the worker, broke off.
var errSource = errors.New("read the file")

// exchange sends the job and the file, then takes frames up to the last.
func (w *process) exchange(j job, file io.ReaderAt, pages chan<- int) (reply, error) {
	if err := writeFrame(w.in, j); err != nil {
		return reply{}, err
	}
	source := &sourceReader{io.NewSectionReader(file, 0, j.Size), nil}
	n, err := io.Copy(w.in, source)
	if source.err != nil {
		return reply{}, fmt.Errorf("%w: %w", errSource, source.err)
	}
	if err != nil {
		return reply{}, err
	}
	if n != j.Size {
		return reply{}, fmt.Errorf("%w: it became shorter", errSource)
	}
	for {
		var r reply
		if err := readFrame(w.out, &r, maxReply); err != nil {
			return reply{}, err
		}
		if !r.Done {
			select {
			case pages <- min(max(r.Pages, 0), j.MaxPages):
			default: // one change of the time limit a file is enough
			}
			continue
		}
		if r.Failure == nil && (r.Content == nil || j.Picture != nil) && (r.Picture == nil || j.Picture == nil) {
			return reply{}, errors.New("an answer to another question")
		}
		return r, nil
	}
}

// sourceReader remembers the error of the file, to tell it from the pipe's.
type sourceReader struct {
	r   io.Reader
	err error
}

func (s *sourceReader) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// fate explains why a worker stopped answering.
func (w *process) fate(cause error) error {
	if errors.Is(cause, errSource) {
		w.kill()
		return cause
	}
	if errors.Is(cause, errFrame) {
		w.kill()
		return &Failure{ClassTooLarge, fmt.Sprintf("what the reader made of the file is over %d MB", maxReply>>20)}
	}
	w.ended = true
	_ = w.in.Close()
	giveUp := time.AfterFunc(2*time.Second, func() { _ = killGroup(w.cmd.Process.Pid) })
	_ = w.cmd.Wait()
	giveUp.Stop()
	return w.autopsy()
}

// autopsy classes the death of a worker by its last words and its status.
func (w *process) autopsy() *Failure {
	words := w.log.String()
	state := w.cmd.ProcessState
	switch {
	case strings.Contains(words, "out of memory") || strings.Contains(words, "cannot allocate memory") ||
		strings.Contains(words, "failed to allocate"):
		return &Failure{ClassMemory, fmt.Sprintf("the reader needed more than %d MB of memory", memoryLimit>>20)}
	case strings.Contains(words, "stack exceeds"):
		return &Failure{ClassCrash, "the reader went round in circles until its stack was full"}
	case outOfTime(state):
		return &Failure{ClassTimeout, "the reader used up its processor time"}
	case strings.Contains(state.String(), "killed"):
		return &Failure{ClassMemory, "the system killed the reader, as it does when memory runs out"}
	}
	return &Failure{ClassCrash, "the reader died: " + shorten(firstLine(words, state.String()))}
}

func firstLine(words, otherwise string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(words), "\n")
	if line == "" {
		return otherwise
	}
	return line
}

// A logHead keeps the first bytes written to it: a Go program names the cause of
// its death before the traces.
type logHead struct{ kept bytes.Buffer }

// Write never fails, and keeps what fits.
func (h *logHead) Write(p []byte) (int, error) {
	const most = 8 << 10
	if room := most - h.kept.Len(); room > 0 {
		h.kept.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// String gives what was kept; only after the process has ended.
func (h *logHead) String() string { return h.kept.String() }
