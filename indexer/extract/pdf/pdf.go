// Package pdf reads the text of PDF files with its places. The PDF library
// (ledongthuc/pdf) reads the file: objects, cross references, streams,
// encryption. The content interpreter, the fonts and the layout of lines are
// this package's own.
//
//	content, err := pdf.Read(data, pdf.Options{})
//
// It is written for hostile files but must run in a worker process all the
// same: the library can run out of memory or of stack, which no recover catches
// (golang/vulndb 6115).
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	reader "github.com/ledongthuc/pdf"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "pdf/1"

// Errors of Read. Both are kinds, wrapped with the cause.
var (
	// ErrEncrypted means that the file wants a password, or an encryption that
	// cannot be undone.
	ErrEncrypted = errors.New("encrypted")
	// ErrMalformed means that the file cannot be read as a PDF file.
	ErrMalformed = errors.New("malformed")
)

// Options bound a reading.
type Options struct {
	// MaxPages is the number of pages read, the rest is left out with a
	// warning; 0 means 5,000.
	MaxPages int
	// Pages is called once with the number of pages, before they are read.
	Pages func(n int)
}

const defaultMaxPages = 5000

// Read reads a PDF file. A file without a text layer gives pages without lines;
// a page that cannot be read to its end keeps what was read and leaves a
// warning. The error wraps ErrEncrypted or ErrMalformed.
func Read(data []byte, opt Options) (content *layout.Content, err error) {
	defer func() {
		if x := recover(); x != nil {
			content, err = nil, fmt.Errorf("%w: %s", ErrMalformed, short(x))
		}
	}()
	if opt.MaxPages <= 0 {
		opt.MaxPages = defaultMaxPages
	}
	d, err := open(data)
	if err != nil {
		return nil, err
	}
	leaves := d.pages(opt.MaxPages)
	if len(leaves) == 0 {
		return nil, fmt.Errorf("%w: no pages", ErrMalformed)
	}
	if opt.Pages != nil {
		opt.Pages(len(leaves))
	}
	content = &layout.Content{Reader: Version, Pages: make([]layout.Page, 0, len(leaves))}
	for i, l := range leaves {
		content.Pages = append(content.Pages, d.page(i+1, l))
	}
	content.Title, content.Language = d.declared()
	content.Warnings = d.warnings
	return content, nil
}

// open opens the file, mending what keeps the library from files that all
// viewers open.
func open(data []byte) (*document, error) {
	data = mend(data)
	file, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		switch {
		case errors.Is(err, reader.ErrInvalidPassword):
			return nil, fmt.Errorf("%w: it opens only with a password", ErrEncrypted)
		case strings.Contains(err.Error(), "encryption"):
			return nil, fmt.Errorf("%w: by a method that is not known here", ErrEncrypted)
		}
		return nil, fmt.Errorf("%w: %s", ErrMalformed, short(err))
	}
	return &document{
		file:      file,
		data:      data,
		encrypted: !file.Trailer().Key("Encrypt").IsNull(),
		fonts:     map[string]*font{},
	}, nil
}

// declared gives the title and the language that the file states.
func (d *document) declared() (title, language string) {
	defer func() {
		_ = recover() // a broken information dictionary is no loss
	}()
	language = d.file.Trailer().Key("Root").Key("Lang").Text()
	title = strings.TrimSpace(d.file.Trailer().Key("Info").Key("Title").Text())
	return title, language
}

// mend drops junk before the header and writes the header the library insists
// on over another one (%PDF-2.0, a space behind the version).
func mend(data []byte) []byte {
	const window = 1024
	at := bytes.Index(data[:min(len(data), window)], []byte("%PDF-"))
	if at < 0 {
		return data
	}
	out := bytes.Clone(data[at:])
	if len(out) > 10 {
		copy(out, "%PDF-1.7\n")
	}
	return out
}
