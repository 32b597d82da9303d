// Package docx reads Word documents: paragraphs with their automatic numbers,
// headings, tables, notes and the headers, which carry the symbol.
//
//	content, err := docx.Read(data)
package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"travaux/indexer/layout"
)

// Version names the reader; it changes when what it makes of a file changes.
const Version = "docx/4"

// Errors of Read, wrapped with the cause.
var (
	// ErrMalformed means that the file is not a Word document.
	ErrMalformed = errors.New("malformed")
	// ErrEncrypted means that the document wants a password.
	ErrEncrypted = errors.New("encrypted")
	// ErrTooLarge means that the document unpacks to more than is read.
	ErrTooLarge = errors.New("too large")
)

// Limits, counted on the bytes that really come out: the sizes an archive
// states are its author's claim.
const (
	maxEntries = 2000
	maxPart    = 100 << 20
	maxAll     = 300 << 20
	maxRatio   = 200
	ratioFrom  = 1 << 20 // small parts may compress as well as they like
)

// Read reads a document into one page. The lines are its blocks in the order of
// the body: paragraphs and headings, table rows with tabs between the cells,
// then footnotes and endnotes; what the headers say stands before all, what the
// footers say behind all.
func Read(data []byte) (*layout.Content, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		// A protected document is an OLE container around the encrypted archive.
		return nil, fmt.Errorf("%w: an OLE container, not an archive", ErrEncrypted)
	}
	p, err := unpack(data)
	if err != nil {
		return nil, err
	}
	main := p.target("", "officeDocument", "word/document.xml")
	body, err := p.read(main)
	if err != nil {
		return nil, err
	}
	d := &document{styles: parseStyles(p.optional(p.target(main, "styles", "word/styles.xml")))}
	d.numbering = parseNumbering(p.optional(p.target(main, "numbering", "word/numbering.xml")), d.styles)
	d.settings = parseSettings(p.optional(p.target(main, "settings", "word/settings.xml")), body)
	d.links = p.external(main, "hyperlink")
	if err := d.readBody(body); errors.Is(err, ErrTooLarge) {
		return nil, err
	} else if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	d.lines = append(d.marginLines(p, main, false), d.lines...)
	for _, kind := range []string{"footnotes", "endnotes"} {
		d.readNotes(p.optional(p.target(main, kind, "word/"+kind+".xml")))
	}
	d.lines = append(d.lines, d.marginLines(p, main, true)...)
	if p.err != nil {
		return nil, p.err
	}
	content := &layout.Content{Reader: Version, Pages: []layout.Page{{Number: 1, Lines: d.finished()}}}
	content.Title, content.Language = parseCore(p.optional("docProps/core.xml"))
	content.Warnings = d.warnings
	return content, nil
}

// parts are the parts of a package, read with limits.
type parts struct {
	files map[string]*zip.File
	total int64
	err   error // a limit that was hit while reading a part that may be absent
}

func unpack(data []byte) (*parts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%w: %d parts", ErrTooLarge, len(z.File))
	}
	p := &parts{files: map[string]*zip.File{}}
	for _, f := range z.File {
		p.files[path.Clean(strings.TrimPrefix(f.Name, "/"))] = f
	}
	return p, nil
}

// read gives the bytes of a part.
func (p *parts) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, fmt.Errorf("%w: no part %q", ErrMalformed, name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
	}
	defer r.Close()
	most := min(int64(maxPart), maxAll-p.total)
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	p.total += int64(len(data))
	switch {
	case int64(len(data)) > most:
		return nil, fmt.Errorf("%w: part %s", ErrTooLarge, name)
	case len(data) > ratioFrom && uint64(len(data)) > maxRatio*max(1, f.CompressedSize64):
		return nil, fmt.Errorf("%w: part %s is packed over %d to 1", ErrTooLarge, name, maxRatio)
	case err != nil:
		return nil, fmt.Errorf("%w: part %s: %w", ErrMalformed, name, err)
	}
	return data, nil
}

// optional gives the bytes of a part that may be missing or broken; a limit it
// runs into counts all the same.
func (p *parts) optional(name string) []byte {
	if p.files[name] == nil {
		return nil
	}
	data, err := p.read(name)
	if errors.Is(err, ErrTooLarge) && p.err == nil {
		p.err = err
	}
	return data
}
