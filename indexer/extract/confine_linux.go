package extract

import (
	"fmt"
	"math"
	"os"
	"syscall"
	"time"

	"github.com/landlock-lsm/go-landlock/landlock"
	"golang.org/x/sys/unix"

	"travaux/indexer/extract/child"
)

// Limits of a worker. RLIMIT_DATA bounds memory; RLIMIT_AS must not be used:
// the Go runtime reserves more address space than that at once. The CPU limit
// ends a worker whose pool is gone or stuck; a healthy worker retires before.
const (
	memoryLimit = 768 << 20
	cpuSeconds  = 300
	openFiles   = 32
)

// limits watches how much of them a worker has used.
type limits struct{ peak int64 } // of memory when it began, in bytes

// confine takes every right from the process that reading bytes from standard
// input does not need: no files and no signals (Landlock and a filter of system
// calls, what the kernel has of them), no network, no processes, no output but the
// pipe, bounded memory and processor time.
func confine() (limits, error) {
	bounds := child.Limits{Memory: memoryLimit, CPU: cpuSeconds, Files: openFiles}
	if err := bounds.Set(); err != nil {
		return limits{}, err
	}
	if err := landlock.V10.BestEffort().Restrict(); err != nil {
		return limits{}, fmt.Errorf("restrict files and network: %w", err)
	}
	if err := child.Seal(); err != nil {
		return limits{}, fmt.Errorf("restrict system calls: %w", err)
	}
	_, peak := used()
	return limits{peak}, nil
}

// nearlyUsed reports whether the process should be replaced before the next
// file: half its processor time is gone, or half its memory, and to files: what
// PDFium takes to start without its kept code is no reason to start it again.
func (l limits) nearlyUsed() bool {
	seconds, peak := used()
	return seconds > cpuSeconds/2 || peak > max(memoryLimit/2, l.peak)
}

// used gives the processor time the process has taken, in seconds, and the most
// memory it has held, in bytes.
func used() (seconds, peak int64) {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return math.MaxInt64, 0
	}
	// 32-bit systems have narrower fields.
	return int64(u.Utime.Sec) + int64(u.Stime.Sec), int64(u.Maxrss) << 10
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
