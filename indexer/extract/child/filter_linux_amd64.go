package child

import "golang.org/x/sys/unix"

// forkCalls are the older calls that start processes.
func forkCalls() []uint32 { return []uint32{unix.SYS_FORK, unix.SYS_VFORK} }
