package bleve

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// cloneIndex copies an index that nobody writes to. Segments never change, so
// they are linked where the file system allows; the two files that Bleve
// writes to are always copied.
func cloneIndex(from, to string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		if filepath.Ext(path) == ".zap" && os.Link(path, target) == nil {
			return nil
		}
		return copyFile(path, target)
	})
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// describeFiles lists the index files and the columns of a generation with their
// checksums. The checksum
// of a segment that is the very file of the former generation is taken
// over from there.
func describeFiles(dir, name, former string) ([]manifestFile, error) {
	known := map[string]manifestFile{}
	var old manifest
	if former != "" && readJSON(filepath.Join(dir, former, manifestName), &old) == nil {
		for _, f := range old.Files {
			known[f.Name] = f
		}
	}
	var files []manifestFile
	root := filepath.Join(dir, name)
	describe := func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		info, err := d.Info()
		if err != nil {
			return err
		}
		if f, ok := known[rel]; ok && sameFile(info, filepath.Join(dir, former, rel)) {
			files = append(files, f)
			return nil
		}
		sum, err := checksum(path, nil)
		files = append(files, manifestFile{Name: rel, Size: info.Size(), SHA256: sum})
		return err
	}
	for _, of := range []string{indexName, columnsName} {
		if err := filepath.WalkDir(filepath.Join(root, of), describe); err != nil {
			return nil, err
		}
	}
	return files, nil
}

func sameFile(info fs.FileInfo, path string) bool {
	other, err := os.Stat(path)
	return err == nil && os.SameFile(info, other)
}

// checksum reads a file whole, until stop is closed.
// Errors: errStopped.
func checksum(path string, stop <-chan struct{}) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, stoppable{f, stop}); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// errStopped says that a comparison was not ended.
var errStopped = errors.New("stopped")

// stoppable reads until stop is closed; nil never is.
type stoppable struct {
	io.Reader
	stop <-chan struct{}
}

// Read implements io.Reader.
func (s stoppable) Read(p []byte) (int, error) {
	select {
	case <-s.stop:
		return 0, errStopped
	default:
		return s.Reader.Read(p)
	}
}

// syncTree makes a generation's files and folders safe against loss of power.
func syncTree(root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return syncDir(path)
		}
		return syncFile(path)
	})
}
