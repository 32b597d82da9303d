package indexer

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"travaux/search"
)

// found is one file of a walk.
type found struct {
	path    string
	size    int64
	modTime int64
	// refused is why the file is not looked into; empty for a regular file.
	refused string
	// err is why the file or folder cannot be looked at.
	err error
}

// discovery is what a walk found.
type discovery struct {
	roots []string
	files []found // sorted by path, each path once
	// closed are folders that could not be read: nobody knows what is in them.
	closed []string
	// leave is the real path of a folder not gone into.
	leave string
}

// walk finds the files under paths. Hidden files and folders are left out
// unless they are named themselves. A path that is not there is an error,
// except when records tell of files under it. The folder leave is not gone into.
func walk(paths []string, leave string, records map[string]search.FileRecord) (discovery, error) {
	var d discovery
	if leave != "" {
		if real, err := filepath.EvalSymlinks(leave); err == nil {
			d.leave = real
		}
	}
	byPath := map[string]found{}
	for _, p := range paths {
		root, err := filepath.Abs(p)
		if err != nil {
			return d, fmt.Errorf("find %s: %w", p, err)
		}
		d.roots = append(d.roots, root)
		if _, err := os.Stat(root); err != nil {
			if errors.Is(err, fs.ErrNotExist) && holdsUnder(records, root) {
				continue
			}
			return d, fmt.Errorf("look at %s: %w", p, bare(err))
		}
		d.walkRoot(root, byPath)
	}
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		d.files = append(d.files, byPath[path])
	}
	return d, nil
}

// bare takes the path off an error that tells it, for one that tells it already.
func bare(err error) error {
	var told *fs.PathError
	if errors.As(err, &told) {
		return told.Err
	}
	return err
}

// walkRoot adds the files under one root.
func (d *discovery) walkRoot(root string, byPath map[string]found) {
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		byPath[root] = found{path: root, err: err}
		d.closed = append(d.closed, root)
		return
	}
	// The walk never returns an error: each becomes a file that failed.
	_ = filepath.WalkDir(real, func(at string, entry fs.DirEntry, err error) error {
		path := filepath.Join(root, strings.TrimPrefix(at, real))
		if err != nil {
			byPath[path] = found{path: path, err: err}
			d.closed = append(d.closed, path)
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if at == d.leave || at != real && strings.HasPrefix(entry.Name(), ".") {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.IsDir() {
			byPath[path] = look(path, at, real)
		}
		return nil
	})
}

// look takes down one file; at is its real place under the real root.
func look(path, at, root string) found {
	info, err := os.Lstat(at)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		target, terr := filepath.EvalSymlinks(at)
		switch {
		case terr != nil:
			return found{path: path, refused: "a symbolic link to nothing"}
		case !under(target, root):
			return found{path: path, refused: "a symbolic link that leads out of the folder"}
		}
		if info, err = os.Stat(at); err == nil && info.IsDir() {
			return found{path: path, refused: "a symbolic link to a folder"}
		}
	}
	if err != nil {
		return found{path: path, err: err}
	}
	f := found{path: path, size: info.Size(), modTime: info.ModTime().UnixNano()}
	if !info.Mode().IsRegular() {
		f.refused = "not a regular file"
	}
	return f
}

// missing gives, sorted, the recorded paths under the roots that the walk did
// not find. What lies in a folder that could not be read is not missing.
func (d discovery) missing(records map[string]search.FileRecord) []string {
	here := map[string]bool{}
	for _, f := range d.files {
		here[f.path] = true
	}
	inside := func(path string, folders []string) bool {
		return slices.ContainsFunc(folders, func(folder string) bool { return under(path, folder) })
	}
	var gone []string
	for path := range records {
		if !here[path] && inside(path, d.roots) && !inside(path, d.closed) {
			gone = append(gone, path)
		}
	}
	slices.Sort(gone)
	return gone
}

// holdsUnder reports whether a record's path is root or lies under it.
func holdsUnder(records map[string]search.FileRecord, root string) bool {
	for path := range records {
		if under(path, root) {
			return true
		}
	}
	return false
}

// under reports whether path is folder or lies in it. Both are clean.
func under(path, folder string) bool {
	if path == folder {
		return true
	}
	if !strings.HasSuffix(folder, string(filepath.Separator)) {
		folder += string(filepath.Separator)
	}
	return strings.HasPrefix(path, folder)
}
