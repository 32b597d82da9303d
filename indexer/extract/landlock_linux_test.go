package extract_test

import (
	"testing"

	"golang.org/x/sys/unix"
)

// landlockVersion asks the kernel for the version of Landlock, 0 for none.
func landlockVersion() int {
	const createRulesetVersion = 1
	v, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, createRulesetVersion)
	if errno != 0 {
		return 0
	}
	return int(v)
}

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
