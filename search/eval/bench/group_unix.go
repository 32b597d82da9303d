//go:build unix

package bench

import (
	"os/exec"
	"syscall"
)

// InGroup has a command killed with all that it started when its context ends:
// peers are scripts, which start what installs, builds and indexes.
func InGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
