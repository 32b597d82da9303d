package child_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// canConfine reports whether the kernel has Landlock and filters system calls.
func canConfine() bool {
	const createRulesetVersion = 1
	_, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, createRulesetVersion)
	_, err := unix.PrctlRetInt(unix.PR_GET_SECCOMP, 0, 0, 0, 0)
	return errno == 0 && !errors.Is(err, unix.EINVAL)
}

// alive reports whether a process runs; one that only waits for its end to be
// noticed does not.
func alive(pid int) bool {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(status), ") ")
	return !strings.HasPrefix(rest, "Z")
}

func leaveGroup() error {
	_, err := unix.Setsid()
	return err
}
