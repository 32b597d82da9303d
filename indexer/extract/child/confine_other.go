//go:build !linux

package child

import (
	"context"
	"os/exec"
	"syscall"
)

// launcherSays begins no words here: there is no launcher.
const launcherSays = "travaux launcher: "

// command starts the program itself: there is nothing here to confine it with.
func (l Launcher) command(j Job) (*exec.Cmd, error) {
	cmd := exec.Command(j.Path, j.Args...)
	cmd.Env = j.environment()
	return cmd, nil
}

// Launch is never called on these systems.
func Launch() int { return 1 }

func spawned() *syscall.SysProcAttr { return nil }

// wait waits for a program and ends it with ctx.
func wait(ctx context.Context, cmd *exec.Cmd) error {
	defer context.AfterFunc(ctx, func() { _ = cmd.Process.Kill() })()
	return cmd.Wait()
}

// Seal does nothing here: these systems have no filter.
func Seal() error { return nil }

// Name does nothing here.
func Name(string) {}

// CloseInherited does nothing here.
func CloseInherited() {}
