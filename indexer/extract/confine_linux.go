package extract

import (
	"fmt"
	"os"
	"syscall"
	"time"

	"github.com/landlock-lsm/go-landlock/landlock"
	"golang.org/x/sys/unix"
)

// Limits of a worker. RLIMIT_DATA bounds memory; RLIMIT_AS must not be used:
// the Go runtime reserves more address space than that at once. The CPU limit
// ends a worker whose pool is gone or stuck; a healthy worker retires before.
const (
	memoryLimit = 768 << 20
	cpuSeconds  = 300
	openFiles   = 32
)

type limits struct{}

// confine takes every right from the process that reading bytes from standard
// input does not need: no files (Landlock, where the kernel has it), no network,
// no output but the pipe, bounded memory and processor time.
func confine() (limits, error) {
	set := []struct {
		resource int
		value    uint64
	}{
		{unix.RLIMIT_DATA, memoryLimit},
		{unix.RLIMIT_CPU, cpuSeconds},
		{unix.RLIMIT_FSIZE, 0},
		{unix.RLIMIT_NOFILE, openFiles},
		{unix.RLIMIT_CORE, 0},
	}
	for _, s := range set {
		if err := unix.Setrlimit(s.resource, &unix.Rlimit{Cur: s.value, Max: s.value}); err != nil {
			return limits{}, fmt.Errorf("limit %d: %w", s.resource, err)
		}
	}
	_ = unix.Setpriority(unix.PRIO_PROCESS, 0, 10) // a courtesy to the server, no protection
	if err := landlock.V5.BestEffort().RestrictPaths(); err != nil {
		return limits{}, fmt.Errorf("restrict files: %w", err)
	}
	if err := landlock.V5.BestEffort().RestrictNet(); err != nil {
		return limits{}, fmt.Errorf("restrict network: %w", err)
	}
	return limits{}, nil
}

// nearlyUsed reports whether the process should be replaced before the next
// file: half its processor time or of its memory is gone.
func (limits) nearlyUsed() bool {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return true
	}
	seconds := u.Utime.Sec + u.Stime.Sec
	return seconds > cpuSeconds/2 || u.Maxrss<<10 > memoryLimit/2
}

// spawned gives the attributes of a worker process: a group of its own, so that
// all of it can be killed, and death with its parent.
func spawned() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

func killGroup(pid int) error { return syscall.Kill(-pid, syscall.SIGKILL) }

// outOfTime reports whether a process ended at its limit of processor time.
func outOfTime(state *os.ProcessState) bool {
	return state.UserTime()+state.SystemTime() >= (cpuSeconds-1)*time.Second
}
