package fidelity

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// children gives the user and system time that the ended children of this
// process have used so far.
func children() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano()) + time.Duration(r.Stime.Nano())
}

// peak gives the most memory, in bytes, that any running child of this process
// has held. The kernel's own figure for ended children is of no use: it counts
// what the parent held when it started them.
func peak() int64 {
	most := int64(0)
	paths, _ := filepath.Glob("/proc/[0-9]*/status")
	for _, path := range paths {
		status, err := os.ReadFile(path)
		if err != nil || statusField(status, "PPid:") != int64(os.Getpid()) {
			continue // ended meanwhile, or another's
		}
		most = max(most, statusField(status, "VmHWM:")<<10)
	}
	return most
}

// statusField gives the number behind a name in a process's status, 0 for none.
func statusField(status []byte, name string) int64 {
	_, rest, _ := bytes.Cut(status, []byte("\n"+name))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	fields := bytes.Fields(line)
	if len(fields) == 0 {
		return 0
	}
	n, err := strconv.ParseInt(string(fields[0]), 10, 64)
	if err != nil {
		return 0
	}
	return n
}
