package bleve

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"travaux/search/bleve/flat"
)

// columnsName is the file of columns in a generation's folder.
const columnsName = "columns.flat"

// toDisk writes parts of columns.
type toDisk struct{ *flat.Writer }

func (w toDisk) bytes(name string, v *[]byte)         { w.Bytes(name, *v) }
func (w toDisk) numbers(name string, v *[]uint32)     { w.Uint32s(name, *v) }
func (w toDisk) wide(name string, v *[]uint64)        { w.Uint64s(name, *v) }
func (w toDisk) strings(name string, v *flat.Strings) { w.Strings(name, *v) }

// writeColumns writes the columns of an index to a file, which must not be there
// yet.
func writeColumns(path string, r *reader) error {
	c, err := gatherColumns(r)
	if err != nil {
		return fmt.Errorf("gather columns: %w", err)
	}
	w, err := flat.Create(path)
	if err != nil {
		return fmt.Errorf("write columns: %w", err)
	}
	c.parts(toDisk{w})
	if err := w.Close(); err != nil {
		return fmt.Errorf("write columns: %w", err)
	}
	return nil
}

// fromDisk maps parts of columns and keeps the first error.
type fromDisk struct {
	file *flat.File
	err  error
}

func (r *fromDisk) bytes(name string, v *[]byte)         { r.keep(take(v, name, r.file.Bytes)) }
func (r *fromDisk) numbers(name string, v *[]uint32)     { r.keep(take(v, name, r.file.Uint32s)) }
func (r *fromDisk) wide(name string, v *[]uint64)        { r.keep(take(v, name, r.file.Uint64s)) }
func (r *fromDisk) strings(name string, v *flat.Strings) { r.keep(take(v, name, r.file.Strings)) }

func take[T any](v *T, name string, read func(string) (T, error)) (err error) {
	*v, err = read(name)
	return err
}

func (r *fromDisk) keep(err error) { r.err = errors.Join(r.err, err) }

// openColumns maps the columns of a generation for the index that a reader reads.
// Whoever opens them closes them.
func openColumns(generation string, r *reader) (*columns, error) {
	file, err := flat.Open(filepath.Join(generation, columnsName))
	if err != nil {
		return nil, err
	}
	c := &columns{file: file, facets: map[string]*facetColumn{}}
	parts := fromDisk{file: file}
	c.parts(&parts)
	err = parts.err
	if err == nil {
		err = c.check(r.size())
	}
	if err == nil && !slices.Equal(c.segments, r.fingerprint()) {
		err = errors.New("they belong to another index")
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("columns of %s: %w", generation, err), file.Close())
	}
	c.derive()
	return c, nil
}

// Close gives the mapping back.
func (c *columns) Close() error {
	if c.file == nil {
		return nil
	}
	return c.file.Close()
}
