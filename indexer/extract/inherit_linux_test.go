package extract_test

import (
	"testing"

	"golang.org/x/sys/unix"
)

// leaveOpen opens what every process started after it inherits.
func leaveOpen(t *testing.T) {
	t.Helper()
	fd, err := unix.Dup(0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = unix.Close(fd) })
}

// inherits reports whether this process has more open from another than the
// standard three.
func inherits() bool {
	for fd := uintptr(3); fd < 32; fd++ {
		if flags, err := unix.FcntlInt(fd, unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			return true
		}
	}
	return false
}
