package child

import (
	"fmt"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// Limits bound what a process may use.
type Limits struct {
	// Memory is the data it may hold in bytes. RLIMIT_AS is no bound for programs
	// that reserve more address space than they use, as the Go runtime does.
	Memory uint64
	// CPU is its processor time in seconds, File the size in bytes of what it
	// writes, Files the number of files it may have open.
	CPU, File, Files uint64
}

// Set puts the limits on this process and what becomes of it, has it step back
// behind others for the processor, and has the system end it first when memory
// runs out.
func (l Limits) Set() error {
	_ = unix.Setpriority(unix.PRIO_PGRP, 0, 10) // a group of its own: all its threads
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("500"), 0)
	set := []struct {
		resource int
		value    uint64
	}{
		{unix.RLIMIT_DATA, l.Memory},
		{unix.RLIMIT_CPU, l.CPU},
		{unix.RLIMIT_FSIZE, l.File},
		{unix.RLIMIT_NOFILE, l.Files},
		{unix.RLIMIT_CORE, 0},
	}
	for _, s := range set {
		if err := unix.Setrlimit(s.resource, &unix.Rlimit{Cur: s.value, Max: s.value}); err != nil {
			return fmt.Errorf("limit %d: %w", s.resource, err)
		}
	}
	return nil
}

// Name gives this process a name for ps and top, of which they show 15 bytes.
func Name(name string) {
	_ = os.WriteFile("/proc/self/comm", []byte(name), 0)
}

// CloseInherited closes what this process has open from the one that started it,
// besides the standard three: whoever started that one may have left it open by
// mistake. What Go opens is marked to be closed, and by that told apart.
func CloseInherited() {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return // no /proc: the system keeps little enough from us, and us from it
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil || fd <= 2 {
			continue
		}
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			_ = unix.Close(fd)
		}
	}
}
