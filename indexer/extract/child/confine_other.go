//go:build !linux

package child

import (
	"context"
	"os/exec"
	"syscall"
)

// launcherSays begins no words here: there is no launcher.
const launcherSays = "travaux launcher: "

// commandLine gives the program itself: there is nothing here to confine it with.
func (l Launcher) commandLine(j Job) (string, []string, error) { return j.Path, j.Args, nil }

// Launch is never started on these systems.
func Launch(string) int { return 1 }

func spawned() *syscall.SysProcAttr { return nil }

// wait waits for a program and ends it with ctx.
func wait(ctx context.Context, cmd *exec.Cmd) error {
	defer context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })()
	return cmd.Wait()
}
