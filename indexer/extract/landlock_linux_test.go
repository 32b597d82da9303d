package extract_test

import "golang.org/x/sys/unix"

// landlockVersion asks the kernel for the version of Landlock, 0 for none.
func landlockVersion() int {
	const createRulesetVersion = 1
	v, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, createRulesetVersion)
	if errno != 0 {
		return 0
	}
	return int(v)
}
