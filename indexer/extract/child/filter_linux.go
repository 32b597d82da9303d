package child

import (
	"fmt"
	"os"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Landlock says which files a program may open, and on new kernels which
// addresses it may reach. The filter of system calls goes before that on any
// kernel: no sockets at all, no way out of the process group, no signals to
// others and no limits for them, none of the calls that exploits of the kernel
// begin with, and no processes unless they are allowed. A call it denies fails
// with EPERM.

// denied are the calls that no program has a use for here. io_uring is among
// them because what goes through it passes no filter.
var denied = [...]uint32{
	unix.SYS_SOCKET, unix.SYS_IO_URING_SETUP,
	unix.SYS_SETSID, unix.SYS_SETPGID,
	unix.SYS_PTRACE, unix.SYS_PROCESS_VM_READV, unix.SYS_PROCESS_VM_WRITEV, unix.SYS_PIDFD_GETFD,
	unix.SYS_UNSHARE, unix.SYS_SETNS, unix.SYS_MOUNT, unix.SYS_UMOUNT2, unix.SYS_PIVOT_ROOT, unix.SYS_CHROOT,
	unix.SYS_BPF, unix.SYS_PERF_EVENT_OPEN, unix.SYS_USERFAULTFD,
	unix.SYS_KEYCTL, unix.SYS_ADD_KEY, unix.SYS_REQUEST_KEY,
	unix.SYS_INIT_MODULE, unix.SYS_FINIT_MODULE, unix.SYS_KEXEC_LOAD,
	unix.SYS_TKILL, unix.SYS_RT_SIGQUEUEINFO, unix.SYS_RT_TGSIGQUEUEINFO, unix.SYS_PIDFD_SEND_SIGNAL,
}

// fileCalls are those by which files are opened, changed and run, with
// olderFileCalls: a process that has all it reads in hand needs none of them, and
// so is kept from files where the kernel has no Landlock.
var fileCalls = [...]uint32{
	unix.SYS_OPENAT, unix.SYS_OPENAT2, unix.SYS_OPEN_BY_HANDLE_AT, unix.SYS_EXECVE, unix.SYS_EXECVEAT,
	unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2, unix.SYS_LINKAT, unix.SYS_SYMLINKAT,
	unix.SYS_MKDIRAT, unix.SYS_MKNODAT, unix.SYS_TRUNCATE, unix.SYS_FCHMODAT, unix.SYS_FCHOWNAT, unix.SYS_UTIMENSAT,
	unix.SYS_SETXATTR, unix.SYS_LSETXATTR, unix.SYS_REMOVEXATTR, unix.SYS_LREMOVEXATTR,
	unix.SYS_SETRLIMIT, unix.SYS_PRLIMIT64,
}

// Places in the struct seccomp_data that a filter looks at; the low half of an
// argument comes first on the machines that architecture knows.
const (
	dataCall  = 0
	dataArch  = 4
	dataFirst = 16 // the first argument
)

// architecture gives the number under which the kernel knows the machine's calls.
func architecture() (uint32, bool) {
	switch runtime.GOARCH {
	case "amd64":
		return unix.AUDIT_ARCH_X86_64, true
	case "arm64":
		return unix.AUDIT_ARCH_AARCH64, true
	}
	return 0, false
}

// Seal takes from this process, for good, the calls that reading from open files
// does not need: other files, sockets, processes, signals. Where the machine or
// its kernel knows no filter it does nothing.
func Seal() error {
	calls := append(denied[:len(denied):len(denied)], fileCalls[:]...)
	return filterCalls(append(calls, olderFileCalls()...), false)
}

// filterCalls puts the filter on all threads of the process and what becomes of
// it. Where the machine or its kernel knows no filter, Landlock and the limits
// remain.
func filterCalls(calls []uint32, forks bool) error {
	arch, ok := architecture()
	if !ok {
		return nil
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("give up new privileges: %w", err)
	}
	program := filter(arch, calls, forks)
	f := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	_, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&f)))
	runtime.KeepAlive(program)
	if errno == 0 || errno == unix.EINVAL || errno == unix.ENOSYS { // the latter: a kernel built without it
		return nil
	}
	return errno
}

const (
	load   = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
	equal  = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
	atOver = unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K
	bits   = unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K
	answer = unix.BPF_RET | unix.BPF_K
)

// filter writes the filter: calls of another machine end the program, those
// denied fail.
func filter(arch uint32, calls []uint32, forks bool) []unix.SockFilter {
	const x32 = 0x40000000 // calls of the 32 bit form of amd64
	refuse := unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)}
	f := []unix.SockFilter{
		{Code: load, K: dataArch},
		{Code: equal, Jt: 1, K: arch},
		{Code: answer, K: unix.SECCOMP_RET_KILL_PROCESS},
		{Code: load, K: dataCall},
		{Code: atOver, Jf: 1, K: x32},
		refuse,
	}
	for _, call := range calls {
		f = append(f, unix.SockFilter{Code: equal, Jf: 1, K: call}, refuse)
	}
	if !forks {
		for _, call := range append(forkCalls(), unix.SYS_KILL) {
			f = append(f, unix.SockFilter{Code: equal, Jf: 1, K: call}, refuse)
		}
		f = append(f,
			// clone3 keeps its flags where a filter cannot look: without it, the
			// C library makes threads by clone.
			unix.SockFilter{Code: equal, Jf: 1, K: unix.SYS_CLONE3},
			unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)})
		f = append(f, onlyWith(unix.SYS_CLONE, bits, unix.CLONE_THREAD, refuse)...)
		// a program takes the number of the process that becomes it
		f = append(f, onlyWith(unix.SYS_TGKILL, equal, uint32(os.Getpid()), refuse)...)
	}
	f = append(f, onlyWith(unix.SYS_PRLIMIT64, equal, 0, refuse)...) // its own limits
	return append(f, unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ALLOW})
}

// onlyWith allows a call whose first argument stands a test, and no other.
func onlyWith(call uint32, test uint16, value uint32, refuse unix.SockFilter) []unix.SockFilter {
	return []unix.SockFilter{
		{Code: equal, Jf: 4, K: call},
		{Code: load, K: dataFirst},
		{Code: test, Jt: 1, K: value},
		refuse,
		{Code: answer, K: unix.SECCOMP_RET_ALLOW},
	}
}
