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
const Version = "pdf/2"

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

// Read reads a PDF file; it may change the bytes of data. A file without a text layer gives pages without lines;
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
	d, leaves, err := openMended(mend(data), opt.MaxPages)
	if err != nil {
		return nil, err
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

// openMended opens a file and lists its pages, if need be with its objects
// looked for.
func openMended(data []byte, maxPages int) (*document, []leaf, error) {
	d, leaves, err := openPages(data, maxPages)
	if err == nil || errors.Is(err, ErrEncrypted) {
		return d, leaves, err
	}
	again, ok := rebuild(data)
	if !ok {
		return nil, nil, err
	}
	if d, leaves, retryErr := openPages(again, maxPages); retryErr == nil {
		d.warn("the file is damaged; it was read by looking for its objects")
		return d, leaves, nil
	}
	return nil, nil, err
}

func openPages(data []byte, maxPages int) (d *document, leaves []leaf, err error) {
	defer func() {
		if x := recover(); x != nil {
			d, leaves, err = nil, nil, fmt.Errorf("%w: %s", ErrMalformed, short(x))
		}
	}()
	if d, err = open(data); err != nil {
		return nil, nil, err
	}
	if leaves = d.pages(maxPages); !anyPage(leaves) {
		return nil, nil, fmt.Errorf("%w: no pages", ErrMalformed)
	}
	return d, leaves, nil
}

// anyPage reports whether any page of the tree could be found.
func anyPage(leaves []leaf) bool {
	for _, l := range leaves {
		if !l.value.IsNull() {
			return true
		}
	}
	return false
}

// open opens a file as it stands.
func open(data []byte) (*document, error) {
	file, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	switch {
	case err == nil:
	case errors.Is(err, reader.ErrInvalidPassword):
		return nil, fmt.Errorf("%w: it opens only with a password", ErrEncrypted)
	case strings.Contains(err.Error(), "encryption"):
		return nil, fmt.Errorf("%w: by a method that is not known here", ErrEncrypted)
	default:
		return nil, fmt.Errorf("%w: %s", ErrMalformed, short(err))
	}
	return &document{
		file:      file,
		data:      data,
		encrypted: !file.Trailer().Key("Encrypt").IsNull(),
		fonts:     map[string]*face{},
		layers:    readLayers(file.Trailer().Key("Root")),
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
// on over another one (%PDF-2.0, a space behind the version). It may write into
// data.
func mend(data []byte) []byte {
	const window = 1024
	at := bytes.Index(data[:min(len(data), window)], []byte("%PDF-"))
	if at < 0 {
		return data
	}
	data = data[at:]
	if len(data) > 10 {
		copy(data, "%PDF-1.7\n")
	}
	return data
}
