package extract

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"travaux/indexer/extract/child"
	"travaux/indexer/extract/docx"
	"travaux/indexer/extract/html"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/pdfium"
	"travaux/indexer/extract/text"
	"travaux/indexer/layout"
)

// Worker is the body of the hidden worker command: it gives up its rights, then
// reads the files that come in on standard input until that ends. It gives the
// exit status.
func Worker() int {
	if child.Asked() { // a pool launches programs of the system in the same way
		return child.Launch()
	}
	return serve(os.Stdin, os.Stdout, read)
}

// A readFunc does a job on the bytes of one file; pages is told their number.
type readFunc func(j job, data []byte, pages func(int)) (reply, error)

// serve runs a worker. What libraries print must not get between the frames, so
// standard output becomes standard error for all but serve itself.
func serve(in io.Reader, out *os.File, read readFunc) int {
	child.CloseInherited()
	os.Stdout = os.Stderr
	runtime.GOMAXPROCS(1)
	debug.SetMaxStack(64 << 20)
	requests := bufio.NewReader(in)
	var s setup
	if err := readFrame(requests, &s, 1<<16); err != nil {
		if errors.Is(err, io.EOF) {
			return 0
		}
		fmt.Fprintln(os.Stderr, "worker cannot read its setup:", err)
		return 1
	}
	child.Name("travaux: " + s.String())
	if s.PDFium {
		engine, err := pdfium.Open(s.Cache) // before it can neither read nor write files
		if err != nil {
			fmt.Fprintln(os.Stderr, "worker cannot start PDFium:", err)
			return 1
		}
		read = readPDFium(engine, read)
	}
	debug.SetGCPercent(400) // few long-lived bytes, many short-lived ones
	limits, err := confine()
	if err != nil {
		fmt.Fprintln(os.Stderr, "worker cannot be confined:", err)
		return 1
	}
	if err := writeFrame(out, reply{}); err != nil {
		return 1
	}
	return serveJobs(requests, out, read, limits)
}

func serveJobs(requests io.Reader, out io.Writer, read readFunc, limits limits) int {
	for {
		var j job
		if err := readFrame(requests, &j, 1<<20); err != nil {
			if errors.Is(err, io.EOF) {
				return 0
			}
			fmt.Fprintln(os.Stderr, "worker cannot read a job:", err)
			return 1
		}
		answer, err := work(requests, out, j, read)
		if err != nil {
			fmt.Fprintln(os.Stderr, "worker cannot read a file:", err)
			return 1
		}
		answer.Retire = limits.nearlyUsed()
		if err := writeFrame(out, answer); err != nil {
			fmt.Fprintln(os.Stderr, "worker cannot answer:", err)
			return 1
		}
	}
}

// usualMemory is what a worker may take for a small file before garbage is
// collected more eagerly.
const usualMemory = 72 << 20

// work takes the bytes of a file and reads them. Its error means that the pool
// cannot be heard any more.
func work(in io.Reader, out io.Writer, j job, read readFunc) (reply, error) {
	debug.SetMemoryLimit(min(memoryLimit/2, usualMemory+2*j.Size))
	data := make([]byte, j.Size)
	if _, err := io.ReadFull(in, data); err != nil {
		return reply{}, err
	}
	answer, err := guard(j, data, func(n int) {
		_ = writeFrame(out, reply{Pages: n}) // the last frame tells if this fails
	}, read)
	if err == nil && answer.Content != nil {
		err = checkSize(answer.Content)
	}
	if err != nil {
		return reply{Done: true, Failure: failureOf(err)}, nil
	}
	answer.Done = true
	return answer, nil
}

// guard turns a panic of a reader into an error.
func guard(j job, data []byte, pages func(int), read readFunc) (answer reply, err error) {
	defer func() {
		if x := recover(); x != nil {
			answer, err = reply{}, &Failure{ClassMalformed, shorten(fmt.Sprintf("the reader gave up: %v", x))}
		}
	}()
	return read(j, data, pages)
}

// read reads a file with the reader of its media type.
func read(j job, data []byte, pages func(int)) (answer reply, err error) {
	if len(data) == 0 {
		return reply{}, &Failure{ClassMalformed, "the file is empty"}
	}
	switch j.Media {
	case MediaPDF:
		answer.Content, err = pdf.Read(data, pdf.Options{MaxPages: j.MaxPages, Pages: pages})
	case MediaDOCX:
		answer.Content, err = docx.Read(data)
	case MediaHTML:
		answer.Content, err = html.Read(data)
	case MediaText:
		answer.Content, err = text.Read(data)
	default:
		err = &Failure{ClassMalformed, "no reader for " + j.Media}
	}
	return answer, err
}

// readPDFium does the jobs on PDF files with PDFium.
func readPDFium(engine *pdfium.Engine, others readFunc) readFunc {
	return func(j job, data []byte, pages func(int)) (answer reply, err error) {
		switch {
		case j.Media != MediaPDF:
			return others(j, data, pages)
		case j.Picture != nil:
			answer.Picture, err = engine.Picture(data, j.Picture.Page, j.Picture.DPI)
		default:
			answer.Content, err = engine.Read(data, pdfium.Options{MaxPages: j.MaxPages, Only: j.Only, Pages: pages})
		}
		return answer, err
	}
}

// failureOf classes the error of a reader.
func failureOf(err error) *Failure {
	var f *Failure
	switch {
	case errors.As(err, &f):
		return f
	case errors.Is(err, pdf.ErrEncrypted), errors.Is(err, docx.ErrEncrypted):
		return &Failure{ClassEncrypted, "the file is protected: " + cause(err)}
	case errors.Is(err, docx.ErrTooLarge):
		return &Failure{ClassTooLarge, "the file unpacks to more than is read: " + cause(err)}
	}
	return &Failure{ClassMalformed, "the file cannot be read: " + cause(err)}
}

// cause gives the message of an error without the names of the kinds in front,
// which the class repeats.
func cause(err error) string {
	message := err.Error()
	for _, kind := range []string{"malformed: ", "encrypted: ", "too large: ", "malformed PDF: ", "not a PDF file: "} {
		message = strings.TrimPrefix(message, kind)
	}
	return shorten(message)
}

func checkSize(c *layout.Content) error {
	total := 0
	for _, p := range c.Pages {
		for _, l := range p.Lines {
			total += len(l.Text)
		}
	}
	if total > maxText {
		return &Failure{ClassTooLarge, fmt.Sprintf("the file holds over %d MB of text", maxText>>20)}
	}
	return nil
}

// shorten keeps a message fit for a report: one line, not too long.
func shorten(s string) string {
	const most = 200
	out := make([]rune, 0, most)
	for _, r := range s {
		if r < ' ' {
			r = ' '
		}
		if out = append(out, r); len(out) == most {
			return string(out) + "…"
		}
	}
	return string(out)
}
