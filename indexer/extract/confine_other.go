//go:build !linux

package extract

import (
	"os"
	"syscall"
)

// memoryLimit is what the garbage collector aims at; only Linux enforces it.
const memoryLimit = 768 << 20

type limits struct{}

// confine does nothing here: these systems have neither Landlock nor a limit on
// memory that the Go runtime can live with. Time limits, and the process being
// another one, remain.
func confine() (limits, error) { return limits{}, nil }

func (limits) nearlyUsed() bool { return false }

func spawned() *syscall.SysProcAttr { return nil }

func killGroup(pid int) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Kill()
}

func outOfTime(*os.ProcessState) bool { return false }
