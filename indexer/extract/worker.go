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

	"travaux/indexer/extract/docx"
	"travaux/indexer/extract/html"
	"travaux/indexer/extract/pdf"
	"travaux/indexer/extract/text"
	"travaux/indexer/layout"
)

// Worker is the body of the hidden worker command: it gives up its rights, then
// reads the files that come in on standard input until that ends. It gives the
// exit status.
func Worker() int { return serve(os.Stdin, os.Stdout, read) }

// A readFunc reads the bytes of one file; pages is told their number.
type readFunc func(j job, data []byte, pages func(int)) (*layout.Content, error)

// serve runs a worker. What libraries print must not get between the frames, so
// standard output becomes standard error for all but serve itself.
func serve(in io.Reader, out *os.File, read readFunc) int {
	os.Stdout = os.Stderr
	runtime.GOMAXPROCS(1)
	debug.SetMaxStack(64 << 20)
	debug.SetGCPercent(400) // few long-lived bytes, many short-lived ones
	debug.SetMemoryLimit(memoryLimit / 2)
	limits, err := confine()
	if err != nil {
		fmt.Fprintln(os.Stderr, "worker cannot be confined:", err)
		return 1
	}
	requests := bufio.NewReader(in)
	for {
		var j job
		if err := readFrame(requests, &j, 1<<16); err != nil {
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

// work takes the bytes of a file and reads them. Its error means that the pool
// cannot be heard any more.
func work(in io.Reader, out io.Writer, j job, read readFunc) (reply, error) {
	data := make([]byte, j.Size)
	if _, err := io.ReadFull(in, data); err != nil {
		return reply{}, err
	}
	content, err := guard(j, data, func(n int) {
		_ = writeFrame(out, reply{Pages: n}) // the last frame tells if this fails
	}, read)
	if err == nil {
		err = checkSize(content)
	}
	if err != nil {
		return reply{Done: true, Failure: failureOf(err)}, nil
	}
	return reply{Done: true, Content: content}, nil
}

// guard turns a panic of a reader into an error.
func guard(j job, data []byte, pages func(int), read readFunc) (content *layout.Content, err error) {
	defer func() {
		if x := recover(); x != nil {
			content, err = nil, &Failure{ClassMalformed, shorten(fmt.Sprintf("the reader gave up: %v", x))}
		}
	}()
	return read(j, data, pages)
}

// read reads a file with the reader of its media type.
func read(j job, data []byte, pages func(int)) (*layout.Content, error) {
	if len(data) == 0 {
		return nil, &Failure{ClassMalformed, "the file is empty"}
	}
	switch j.Media {
	case MediaPDF:
		return pdf.Read(data, pdf.Options{MaxPages: j.MaxPages, Pages: pages})
	case MediaDOCX:
		return docx.Read(data)
	case MediaHTML:
		return html.Read(data)
	case MediaText:
		return text.Read(data)
	}
	return nil, &Failure{ClassMalformed, "no reader for " + j.Media}
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
