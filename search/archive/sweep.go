package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Sums gives the sha256 of every original that is kept, in order.
func (a *Archive) Sums() ([]string, error) {
	folders, err := names(filepath.Join(a.dir, "files"))
	if err != nil {
		return nil, err
	}
	var sums []string
	for _, folder := range folders {
		files, err := names(filepath.Join(a.dir, "files", folder))
		if err != nil {
			return nil, err
		}
		for _, name := range files {
			if isSHA256(name) && strings.HasPrefix(name, folder) {
				sums = append(sums, name)
			}
		}
	}
	return sums, nil
}

// names lists a folder in order; one that is not there, or is no folder, is
// empty.
func names(dir string) ([]string, error) {
	if info, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	all := make([]string, len(entries))
	for i, e := range entries {
		all[i] = e.Name()
	}
	return all, err
}

// Remove lets go of an original and of all that was read from it. Removing what
// is not kept does nothing.
func (a *Archive) Remove(sha256 string) error {
	original, err := a.Path(sha256)
	if err != nil {
		return err
	}
	gone := []string{original}
	folder := filepath.Join(a.dir, "extracted", sha256[:2])
	files, err := names(folder)
	if err != nil {
		return err
	}
	for _, name := range files {
		if strings.HasPrefix(name, sha256+".") {
			gone = append(gone, filepath.Join(folder, name))
		}
	}
	for _, path := range gone {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("let go of an original: %w", err)
		}
	}
	return nil
}

// Verify compares every original with the sha256 it is kept under. It gives how
// many there are and those that differ.
func (a *Archive) Verify(ctx context.Context) (originals int, damaged []string, err error) {
	sums, err := a.Sums()
	if err != nil {
		return 0, nil, err
	}
	for _, sum := range sums {
		if err := ctx.Err(); err != nil {
			return 0, nil, err
		}
		same, err := a.matches(sum)
		if err != nil {
			return 0, nil, fmt.Errorf("check original %s: %w", sum, err)
		}
		if !same {
			damaged = append(damaged, sum)
		}
	}
	return len(sums), damaged, nil
}

// matches reports whether an original has its sha256.
func (a *Archive) matches(sum string) (bool, error) {
	f, err := a.Open(sum)
	if err != nil {
		return false, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return false, err
	}
	return hex.EncodeToString(h.Sum(nil)) == sum, nil
}
