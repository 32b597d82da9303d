// Package pdfium reads PDF files with PDFium, compiled to WebAssembly and run by
// wazero without cgo. It takes over the files and pages that package pdf cannot
// read soundly, and draws pages as pictures. It is slower to start and needs ten
// times the memory, so a program opens an Engine only when there is such a file.
//
//	engine, err := pdfium.Open(cacheDir)
//	...
//	defer engine.Close()
//	content, err := engine.Read(data, pdfium.Options{})
//
// PDFium is given bytes, no files: its file system is empty. A file gets an
// instance of its own with a limit on its memory; what one file does to an
// instance is gone with it. It runs in a worker process all the same.
package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"travaux/indexer/extract/pdf"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "pdfium/1"

// Memory of one instance: 6,144 pages of 64 kB are 384 MB. The bytes of the file
// are read from outside it.
const memoryPages = 6144

// instanceTimeout bounds the making of an instance, which takes milliseconds.
const instanceTimeout = time.Minute

// An Engine is PDFium, compiled and ready. One goroutine at a time may use it.
type Engine struct{ pool pdfium.Pool }

// Open makes PDFium ready. Compiling it takes seconds; what comes out is kept in
// the folder cache, which is made if need be, and the next Open takes a tenth of
// a second. The folder holds code that will be run, so it must belong to the
// user, who alone may enter it; any other, or "", is not used. The caller closes
// the engine.
func Open(cache string) (*Engine, error) {
	kept, err := openCache(cache)
	if err == nil {
		if e, err := open(kept); err == nil {
			return e, nil
		}
	}
	return open(nil) // a cache that is full or unfit must not stop the reading
}

func open(cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       withMemory(context.Background()),
		MaxTotal:      1,
		FSConfig:      wazero.NewFSConfig(), // empty: the default is the whole file system
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return &Engine{pool}, nil
}

// Close ends the engine. It may be called twice.
func (e *Engine) Close() error {
	_ = e.pool.Close() // the second time it says that it is closed
	return nil
}

// A document is one open file in an instance of its own.
type document struct {
	pdfium.Pdfium
	ref   references.FPDF_DOCUMENT
	pages int
}

// with opens a file, calls do with it, and drops the instance whatever came of
// it. The error wraps pdf.ErrEncrypted or pdf.ErrMalformed if the file is the
// cause.
func (e *Engine) with(data []byte, do func(*document) error) (err error) {
	instance, err := e.pool.GetInstance(instanceTimeout)
	if err != nil {
		return fmt.Errorf("start PDFium: %w", err)
	}
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("%w: PDFium gave up: %v", pdf.ErrMalformed, x)
		}
		if instance.Close() != nil {
			_ = instance.Kill() // it broke in the middle of a call
		}
	}()
	d := &document{Pdfium: instance}
	if err := d.open(data); err != nil {
		return err
	}
	return do(d)
}

func (d *document) open(data []byte) error {
	opened, err := d.OpenDocument(&requests.OpenDocument{
		FileReader:     bytes.NewReader(data),
		FileReaderSize: int64(len(data)),
	})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return fmt.Errorf("%w: it opens only with a password", pdf.ErrEncrypted)
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return fmt.Errorf("%w: by a method that is not known here", pdf.ErrEncrypted)
	case errors.Is(err, pdfiumerrors.ErrFormat), errors.Is(err, pdfiumerrors.ErrFile):
		return fmt.Errorf("%w: PDFium finds no PDF document in it", pdf.ErrMalformed)
	case err != nil:
		return fmt.Errorf("%w: PDFium cannot open it: %w", pdf.ErrMalformed, err)
	}
	d.ref = opened.Document
	count, err := d.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil || count.PageCount < 1 {
		return fmt.Errorf("%w: no pages", pdf.ErrMalformed)
	}
	d.pages = count.PageCount
	return nil
}
