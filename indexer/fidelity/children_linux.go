package fidelity

import (
	"syscall"
	"time"
)

type usage struct {
	cpu  time.Duration
	peak int64 // bytes
}

// children gives what the ended children of this process have used so far.
func children() usage {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &r); err != nil {
		return usage{}
	}
	cpu := time.Duration(r.Utime.Nano()) + time.Duration(r.Stime.Nano())
	return usage{cpu, int64(r.Maxrss) << 10}
}
