package extract

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"travaux/indexer/extract/child"
	"travaux/indexer/extract/doc"
	"travaux/indexer/extract/ocr"
)

// Programs that read more than travaux does by itself, as layout.Content.Wanting
// and Has name them.
const (
	// Tesseract recognises text in pictures of pages.
	Tesseract = "tesseract"
	// Antiword prints the text of Word files, Catdoc also that of RTF files.
	Antiword = "antiword"
	Catdoc   = "catdoc"
)

// ClassMissing is the class of failure of a file that a program would read which
// is not installed. Once the pool Has it, the file is worth another reading.
const ClassMissing = "missing_program"

// tools are the programs of the system that a pool uses.
type tools struct {
	launcher child.Launcher
	path     string // folders to look in, as in the variable PATH

	mu     sync.Mutex // guards what follows
	asked  time.Time  // for the engine
	engine *ocr.Engine
	why    error // why there is no engine though there is a program
}

func newTools(c Config) *tools {
	return &tools{launcher: child.Launcher{Command: c.Command}, path: c.Programs}
}

// askAgain is the time after which programs and their languages are looked for
// anew: they may be installed while a server runs.
const askAgain = time.Minute

// recogniser gives the engine for text recognition. Without one it is nil; the
// error then says why the program that is there cannot be used.
func (t *tools) recogniser(ctx context.Context) (*ocr.Engine, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.asked.IsZero() && time.Since(t.asked) < askAgain {
		return t.engine, t.why
	}
	path := child.Find(Tesseract, t.path)
	if path == "" {
		return nil, nil
	}
	engine, err := ocr.Open(ctx, t.launcher, path)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	t.asked, t.engine, t.why = time.Now(), engine, err
	return engine, err
}

// converter gives the best program for a format, ok false if there is none.
func (t *tools) converter(f doc.Format) (doc.Converter, bool) {
	for _, c := range doc.Find(t.path) {
		if c.Reads(f) {
			return c, true
		}
	}
	return doc.Converter{}, false
}

// Has reports whether what layout.Content.Wanting or a Failure of ClassMissing
// names is installed, one thing of several at least: a file that wanted it can
// then be read, or more of it. It is also true of Antiword where Catdoc stands in
// for it, and of nothing that recognises text when that is turned off.
func (p *Pool) Has(program string) bool {
	switch program {
	case Antiword:
		_, ok := p.tools.converter(doc.Word)
		return ok
	case Catdoc:
		_, ok := p.tools.converter(doc.Rich)
		return ok
	}
	if p.config.NoOCR {
		return false
	}
	if program == Tesseract {
		return child.Find(Tesseract, p.config.Programs) != ""
	}
	engine, err := p.tools.recogniser(p.ctx)
	return err == nil && engine != nil && slices.ContainsFunc(strings.Fields(program), engine.HasPackage)
}

// lacking is a warning about languages that tesseract has no data for.
func lacking(packages string) string {
	return fmt.Sprintf("text recognition wants the data of a language that is not installed (Debian, Ubuntu: apt install %s)", packages)
}
