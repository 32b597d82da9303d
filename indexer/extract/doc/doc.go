// Package doc reads files of older word processors (.doc of Word 2 to 2003, and
// .rtf) through antiword or catdoc, whichever is installed. The converter is a
// confined child of its own (package child) with the file as its standard input,
// whatever its name; it can write nothing but what it prints, which is made into
// lines here.
//
//	converters := doc.Find("")
//	text, err := converters[0].Convert(ctx, launcher, file)
//	content, err := doc.Parse(text)
package doc

import (
	"context"
	"fmt"
	"os"
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
func (c Converter) Convert(ctx context.Context, launcher child.Launcher, file *os.File) ([]byte, error) {
	j := child.Job{Path: c.path, Stdin: file, Output: 32 << 20, Memory: 512 << 20, Timeout: 2 * time.Minute, CPU: 30 * time.Second}
	if c.Name == "antiword" {
		j.Args = []string{"-w", "0", "-m", "UTF-8.txt", child.Stdin}
		j.Read = []string{"/usr/share/antiword", "/usr/local/share/antiword"}
	} else {
		j.Args = []string{"-w", "-d", "utf-8", child.Stdin}
		j.Read = []string{"/usr/share/catdoc", "/usr/local/share/catdoc", "/etc/catdocrc"}
	}
	result, err := launcher.Run(ctx, j)
	if err != nil {
		return nil, fmt.Errorf("convert: %w", err)
	}
	return result.Output, nil
}
