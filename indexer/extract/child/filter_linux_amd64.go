package child

import "golang.org/x/sys/unix"

// forkCalls are the older calls that start processes.
func forkCalls() []uint32 { return []uint32{unix.SYS_FORK, unix.SYS_VFORK} }

// olderFileCalls are the forms of the file calls that newer machines are without.
func olderFileCalls() []uint32 {
	return []uint32{
		unix.SYS_OPEN, unix.SYS_CREAT, unix.SYS_UNLINK, unix.SYS_RMDIR, unix.SYS_RENAME, unix.SYS_LINK, unix.SYS_SYMLINK,
		unix.SYS_MKDIR, unix.SYS_MKNOD, unix.SYS_CHMOD, unix.SYS_CHOWN, unix.SYS_LCHOWN, unix.SYS_UTIME, unix.SYS_UTIMES, unix.SYS_FUTIMESAT,
	}
}
