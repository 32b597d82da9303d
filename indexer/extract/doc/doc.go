// Package doc reads files of older word processors (.doc of Word 2 to 2003, and
// .rtf) through antiword or catdoc, whichever is installed. The converter is a
// confined child of its own (package child), with the file under a fixed name in
// its one folder; what it prints is made into lines here.
//
//	converters := doc.Find("")
//	text, err := converters[0].Convert(ctx, launcher, data, doc.Word)
//	content, err := doc.Parse(text)
package doc

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"travaux/indexer/extract/child"
)

// Version names the reader: it changes when what is made of a file changes.
const Version = "doc/1"

// A Format is what a converter is given.
type Format string

// The formats, named as their files end.
const (
	Word Format = "doc"
	Rich Format = "rtf"
)

// A Converter is an installed program that prints the text of a file.
type Converter struct {
	// Name is "antiword" or "catdoc".
	Name string
	path string
}

// Find gives the converters that are installed, best first: antiword keeps the
// numbers of paragraphs, tables and notes, catdoc the words, of RTF files too.
// Path is a list of folders as for child.Find.
func Find(path string) []Converter {
	var out []Converter
	for _, name := range []string{"antiword", "catdoc"} {
		if p := child.Find(name, path); p != "" {
			out = append(out, Converter{name, p})
		}
	}
	return out
}

// Reads reports whether the converter takes a format.
func (c Converter) Reads(f Format) bool { return f == Word || c.Name == "catdoc" }

// Convert prints the text of a file, in UTF-8, a paragraph a line. Errors that
// concern the file are those of package child.
func (c Converter) Convert(ctx context.Context, launcher child.Launcher, data []byte, f Format) ([]byte, error) {
	dir, err := os.MkdirTemp("", "travaux-convert-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for a converter: %w", err)
	}
	defer os.RemoveAll(dir)
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return nil, fmt.Errorf("make a folder for a converter: %w", err)
	}
	in := filepath.Join(dir, "in."+string(f))
	if err := os.WriteFile(in, data, 0o600); err != nil {
		return nil, fmt.Errorf("hand a file to a converter: %w", err)
	}
	result, err := launcher.Run(ctx, c.job(dir, in))
	if err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	return result.Output, nil
}

// job is how each program is called.
func (c Converter) job(dir, in string) child.Job {
	j := child.Job{Path: c.path, Dir: dir, Output: 32 << 20, File: 256 << 20, Memory: 512 << 20, Timeout: 2 * time.Minute, CPU: 30 * time.Second}
	if c.Name == "antiword" {
		j.Args = []string{"-w", "0", "-m", "UTF-8.txt", in}
		j.Read = []string{"/usr/share/antiword", "/usr/local/share/antiword"}
		return j
	}
	j.Args = []string{"-w", "-d", "utf-8", in}
	j.Read = []string{"/usr/share/catdoc", "/usr/local/share/catdoc", "/etc/catdocrc"}
	return j
}
