//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// limitFiles lets no file of this process or its children grow beyond a size;
// writing more fails, as on a full disk.
func limitFiles(bytes uint64) error {
	signal.Ignore(syscall.SIGXFSZ)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: bytes, Max: bytes})
}
