package bleve

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"travaux/search"
)

// Verify compares every file of the live generation of a collection with its
// checksum, and its columns with the entries that they were made of. It gives the
// generation's name.
// Errors: ErrUnavailable, naming the first file that differs.
func Verify(dir string) (string, error) {
	current, err := readCurrent(dir)
	if err == nil && current == "" {
		err = fmt.Errorf("there is no collection in %s", dir)
	}
	if err != nil {
		return "", fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	if err := verifyFiles(dir, current, nil); err != nil {
		return current, fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	analyzers, err := NewAnalyzers()
	if err != nil {
		return current, err
	}
	s, err := openSnapshot(dir, current, analyzers)
	if err != nil {
		return current, fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
	}
	if err := s.verifyColumns(filepath.Join(dir, current, columnsName)); err != nil {
		err = fmt.Errorf("verify: %w: %w", search.ErrUnavailable, err)
		return current, errors.Join(err, s.release())
	}
	return current, s.release()
}

// verifyColumns makes the columns again, from the entries, and compares them with
// those on disk.
func (s *snapshot) verifyColumns(path string) (err error) {
	defer endFault(debug.SetPanicOnFault(true), &err)
	folder, err := os.MkdirTemp("", "travaux-verify-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	anew := filepath.Join(folder, columnsName)
	if err := writeColumns(anew, s.reader); err != nil {
		return err
	}
	want, err := checksum(anew, nil)
	if err != nil {
		return err
	}
	got, err := checksum(path, nil)
	if err == nil && got != want {
		err = fmt.Errorf("the columns of %s are not those of its entries", s.name)
	}
	return err
}

// errOtherVersion means that a generation is sound and in a form that this
// version of the program does not read.
var errOtherVersion = errors.New("made by another version of travaux")

// checkManifest reads a generation's manifest and compares it with the files
// that there are and their sizes.
func checkManifest(dir, name string) (manifest, error) {
	var m manifest
	if err := readJSON(filepath.Join(dir, name, manifestName), &m); err != nil {
		return m, err
	}
	if m.Schema != schemaVersion {
		return m, fmt.Errorf("%w: %s has schema %d, this one reads %d", errOtherVersion, name, m.Schema, schemaVersion)
	}
	for _, f := range m.Files {
		info, err := os.Stat(filepath.Join(dir, name, filepath.FromSlash(f.Name)))
		if err != nil {
			return m, fmt.Errorf("file %s of %s is missing: %w", f.Name, name, err)
		}
		if info.Size() != f.Size {
			return m, fmt.Errorf("file %s of %s has %d bytes instead of %d", f.Name, name, info.Size(), f.Size)
		}
	}
	return m, nil
}

// verifyFiles compares the contents of a generation's files with the manifest,
// until stop is closed.
func verifyFiles(dir, name string, stop <-chan struct{}) error {
	m, err := checkManifest(dir, name)
	if err != nil {
		return err
	}
	for _, f := range m.Files {
		sum, err := checksum(filepath.Join(dir, name, filepath.FromSlash(f.Name)), stop)
		if err != nil || sum != f.SHA256 {
			return errors.Join(fmt.Errorf("file %s of %s is not as it was written", f.Name, name), err)
		}
	}
	return nil
}
