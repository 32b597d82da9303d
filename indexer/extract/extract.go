// Package extract reads files in worker processes. A crafted PDF can exhaust
// the memory or the stack of whatever parses it, and no recover catches that,
// so nothing outside a worker ever parses a file: the pool sends the bytes of a
// file to a worker, a re-executed copy of this program that has given up its
// rights, and gets back what the reader made of them, or a Failure.
//
//	pool, err := extract.NewPool(extract.Config{})
//	...
//	defer pool.Close()
//	content, err := pool.Read(ctx, "a_79_876.pdf", "")
package extract

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// Classes of failure.
const (
	ClassTimeout   = "timeout"
	ClassMemory    = "memory"
	ClassCrash     = "crash"
	ClassMalformed = "malformed"
	ClassEncrypted = "encrypted"
	ClassTooLarge  = "too_large"
)

// A Failure says why a file was not read. The same bytes and the same reader
// would fail again, so a caller may remember it.
type Failure struct {
	// Class is one of the Class constants.
	Class string
	// Detail is a sentence for the reader of a report, in lower case and
	// without a full stop.
	Detail string
}

// Error gives class and detail.
func (f *Failure) Error() string { return f.Class + ": " + f.Detail }

// retried reports whether another try with a fresh worker may end otherwise:
// the worker may have suffered from an earlier file or from a busy machine.
func (f *Failure) retried() bool {
	return f.Class == ClassTimeout || f.Class == ClassMemory || f.Class == ClassCrash
}

// Config sets up a Pool. The zero value is ready to use.
type Config struct {
	// Workers is the number of processes; 0 means one a processor.
	Workers int
	// Command is the program and the arguments that make it a worker, which
	// then calls Worker; nil means this program with the argument "worker".
	Command []string
	// Timeout is the time a file may take, with TimeoutPage more for each page
	// and MaxTimeout at most; 0 means 30 s, 0.2 s and 120 s.
	Timeout, TimeoutPage, MaxTimeout time.Duration
	// MaxFile is the size in bytes over which files are refused; 0 means 256 MB.
	MaxFile int64
	// MaxPages is the number of pages read of a file; 0 means 5,000.
	MaxPages int
	// Recycle is the number of files after which a worker is replaced; 0 means 200.
	Recycle int
	// Idle is the time after which a worker without work is ended; 0 means one
	// minute.
	Idle time.Duration
	// Cache is the folder that keeps PDFium's compiled code, so that it starts
	// in a tenth of a second instead of some seconds; it must be the user's alone.
	// "" means a folder of the user's cache folder. Where neither can be used
	// PDFium starts without.
	Cache string
	// NoOCR turns text recognition off, as if tesseract were not wanted either.
	NoOCR bool
	// OCRTime is the time after which no more of a file is recognised; 0 means 30
	// minutes, enough for 300 pages and more.
	OCRTime time.Duration
	// Recognising is told, now and then, how many of the pages of a file that are
	// recognised have been, since that may take long. It is called from several
	// goroutines; nil means that nobody is told.
	Recognising func(path string, done, of int)
	// Programs is where tesseract and converters are looked for, a list of
	// folders as in the variable PATH; "" means the environment's.
	Programs string
	// Start is the time PDFium may take to start; 0 means two minutes.
	Start time.Duration
}

// recyclePDFium is the number of files after which a worker with PDFium is
// replaced.
const recyclePDFium = 100

// Limits of what comes back from a worker.
const (
	maxText  = 64 << 20  // bytes of text of one file
	maxReply = 256 << 20 // bytes of a reply: the text with its places, encoded
)

func (c Config) withDefaults() (Config, error) {
	if len(c.Command) == 0 {
		self, err := os.Executable()
		if err != nil {
			return c, fmt.Errorf("find the own program: %w", err)
		}
		c.Command = []string{self, "worker"}
	}
	setDefault(&c.Workers, processors())
	setDefault(&c.Timeout, 30*time.Second)
	setDefault(&c.TimeoutPage, 200*time.Millisecond)
	setDefault(&c.MaxTimeout, 120*time.Second)
	setDefault(&c.MaxFile, 256<<20)
	setDefault(&c.MaxPages, 5000)
	setDefault(&c.Recycle, 200)
	setDefault(&c.Idle, time.Minute)
	setDefault(&c.Start, 2*time.Minute)
	setDefault(&c.OCRTime, 30*time.Minute)
	if c.Cache == "" {
		if dir, err := os.UserCacheDir(); err == nil {
			c.Cache = filepath.Join(dir, "travaux", "pdfium")
		}
	}
	if c.Workers < 1 {
		return c, errors.New("a pool needs at least one worker")
	}
	return c, nil
}

func setDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
