// Package archive keeps files by their content: the originals that were
// indexed, and what the readers made of them. It knows nothing of either.
//
//	a := archive.New(dir)
//	err := a.Add("/docs/A_79_1.pdf", sha, size)
//	f, err := a.Open(sha) // the same bytes, whatever becomes of the path
package archive

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"travaux/search"
)

// Archive is a folder with files/ab/<sha256> for the originals and
// extracted/ab/<sha256>.<reader>.gz for what was read from them. It may be used
// from many goroutines; only one process may add to it at a time.
type Archive struct {
	dir string
}

var _ search.Originals = (*Archive)(nil)

// New returns the archive in a folder. Nothing is made until something is
// added, so a folder that cannot be written is good enough for Open.
func New(dir string) *Archive { return &Archive{dir: dir} }

// Open gives the bytes kept under a sha256 in lower-case hexadecimal digits.
// Errors: search.ErrNotFound when they are not kept.
func (a *Archive) Open(sha256 string) (io.ReadSeekCloser, error) {
	path, err := a.Path(sha256)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("original %s: %w", sha256, search.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open original: %w", err)
	}
	return f, nil
}

// Path tells where the original of a sha256 is kept, whether it is there or
// not. Errors: search.ErrNotFound for a string that is no sha256, so that no
// text from outside becomes a path.
func (a *Archive) Path(sha256 string) (string, error) {
	if !isSHA256(sha256) {
		return "", fmt.Errorf("original %q: %w", sha256, search.ErrNotFound)
	}
	return filepath.Join(a.dir, "files", sha256[:2], sha256), nil
}

// Add keeps the file at path, whose bytes have the given sha256 and size. It is
// linked where the file system allows and copied otherwise. A file that is kept
// already with that size is left alone.
func (a *Archive) Add(path, sha256 string, size int64) error {
	to, err := a.Path(sha256)
	if err != nil {
		return err
	}
	if hasSize(to, size) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return fmt.Errorf("keep original: %w", err)
	}
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keep original: %w", err)
	}
	err = put(path, to, size)
	if err == nil {
		err = syncFolders(filepath.Dir(to))
	}
	if err != nil {
		return fmt.Errorf("keep original of %s: %w", path, err)
	}
	return nil
}

// put links or copies a file.
func put(path, to string, size int64) error {
	if os.Link(path, to) == nil {
		if hasSize(to, size) {
			return nil
		}
		if err := os.Remove(to); err != nil {
			return err
		}
	}
	return copyFile(path, to, size)
}

// syncFolders makes the names in a folder and in the one above it safe against
// loss of power: an original that is recorded is not looked for again.
func syncFolders(dir string) error {
	if runtime.GOOS == "windows" { // folders cannot be synced there
		return nil
	}
	for _, name := range []string{dir, filepath.Dir(dir)} {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// Changed tells the archive that the file at path no longer has the bytes it
// was added with. Where the original is a link to it, its bytes have changed
// too: it is let go, and Changed reports true.
func (a *Archive) Changed(path, sha256 string) (bool, error) {
	kept, err := a.Path(sha256)
	if err != nil {
		return false, nil
	}
	was, err := os.Stat(kept)
	if err != nil {
		return false, nil
	}
	is, err := os.Stat(path)
	if err != nil || !os.SameFile(was, is) {
		return false, nil
	}
	if err := os.Remove(kept); err != nil {
		return false, fmt.Errorf("let go of a changed original: %w", err)
	}
	return true, nil
}

// hasSize reports whether a regular file of that size stands at path.
func hasSize(path string, size int64) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == size
}

// copyFile copies size bytes so that to is either absent or whole.
func copyFile(from, to string, size int64) error {
	in, err := OpenRegular(from)
	if err != nil {
		return err
	}
	defer in.Close()
	return writeWhole(to, true, func(w io.Writer) error {
		n, err := io.Copy(w, in)
		if err == nil && n != size {
			err = fmt.Errorf("%d bytes where %d were expected", n, size)
		}
		return err
	})
}

// writeWhole writes a file under another name and renames it to path. With
// sync it waits until the disk has the bytes.
func writeWhole(path string, sync bool, write func(io.Writer) error) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name())
	err = write(tmp)
	if err == nil && sync {
		err = tmp.Sync()
	}
	if cerr := tmp.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}

// isSHA256 reports whether s is 64 lower-case hexadecimal digits.
func isSHA256(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32 && hex.EncodeToString(b) == s
}

// OpenRegular opens a regular file for reading. Anything else is refused, and
// opening never waits: a pipe may take a file's place between two looks at it.
func OpenRegular(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: path, Err: errors.New("not a regular file")}
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}
