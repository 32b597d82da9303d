//go:build unix

package bleve

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockFile locks an open file, for itself alone or shared, without waiting; held
// is true when another process holds it. The lock ends with the file.
func lockFile(f *os.File, exclusive bool) (held bool, err error) {
	how := unix.LOCK_SH
	if exclusive {
		how = unix.LOCK_EX
	}
	err = unix.Flock(int(f.Fd()), how|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// syncDir makes the names in a folder safe against loss of power.
func syncDir(dir string) error { return syncFile(dir) }

// syncFile makes a file's bytes safe against loss of power.
func syncFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
