// Package samples holds a small set of meeting documents that were written for
// this project. They have the form of meeting documents of the United Nations
// and are marked as samples, each in its own language; no State, person, date or
// symbol of the year 2031 in them is real.
//
// They are what `travaux demo` indexes:
//
//	err := os.CopyFS(dir, samples.Files())
//
// PDF and DOCX files are made from src by `make samples`; HTML and text files
// are written by hand.
package samples

import (
	"embed"
	"io/fs"
)

//go:embed files
var files embed.FS

// Files returns the samples: a read-only file system with all of them in its
// root, named for symbol and language.
func Files() fs.FS {
	root, err := fs.Sub(files, "files")
	if err != nil {
		panic(err) // only for an invalid path
	}
	return root
}
