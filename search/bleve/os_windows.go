package bleve

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockFile locks an open file, for itself alone or shared, without waiting; held
// is true when another process holds it. The lock ends with the file. Locks are
// mandatory here, so a byte far beyond the end is taken.
func lockFile(f *os.File, exclusive bool) (held bool, err error) {
	flags := uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if exclusive {
		flags |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	err = windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1 << 30})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return true, nil
	}
	return false, err
}

// syncDir does nothing: folders cannot be synced here.
func syncDir(string) error { return nil }

// syncFile makes a file's bytes safe against loss of power. Only a file open for
// writing can be synced here; nothing is written to it.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
