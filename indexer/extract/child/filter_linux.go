package child

import (
	"fmt"
	"runtime"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Landlock says which files a program may open, and on new kernels which
// addresses it may reach. The filter of system calls goes before that on any
// kernel: no sockets at all, no way out of the process group, none of the calls
// that exploits of the kernel begin with, and no processes unless they are
// allowed. A call it denies fails with EPERM.

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

// filterCalls puts the filter on this thread and what becomes of it. Where the
// machine or its kernel knows no filter, Landlock and the limits remain.
func filterCalls(forks bool) error {
	arch, ok := architecture()
	if !ok {
		return nil
	}
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("give up new privileges: %w", err)
	}
	program := filter(arch, forks)
	f := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	err := unix.Prctl(unix.PR_SET_SECCOMP, unix.SECCOMP_MODE_FILTER, uintptr(unsafe.Pointer(&f)), 0, 0)
	runtime.KeepAlive(program)
	if err == unix.EINVAL { // a kernel built without it
		return nil
	}
	return err
}

// filter writes the filter: calls of another machine end the program, those
// denied fail.
func filter(arch uint32, forks bool) []unix.SockFilter {
	const (
		load   = unix.BPF_LD | unix.BPF_W | unix.BPF_ABS
		equal  = unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K
		atOver = unix.BPF_JMP | unix.BPF_JGE | unix.BPF_K
		bits   = unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K
		answer = unix.BPF_RET | unix.BPF_K
		x32    = 0x40000000 // calls of the 32 bit form of amd64
	)
	refuse := unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)}
	f := []unix.SockFilter{
		{Code: load, K: dataArch},
		{Code: equal, Jt: 1, K: arch},
		{Code: answer, K: unix.SECCOMP_RET_KILL_PROCESS},
		{Code: load, K: dataCall},
		{Code: atOver, Jf: 1, K: x32},
		refuse,
	}
	calls := denied[:]
	if !forks {
		calls = append(calls[:len(calls):len(calls)], forkCalls()...)
		f = append(f,
			// clone3 keeps its flags where a filter cannot look: without it, the
			// C library makes threads by clone.
			unix.SockFilter{Code: equal, Jf: 1, K: unix.SYS_CLONE3},
			unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)},
			unix.SockFilter{Code: equal, Jf: 4, K: unix.SYS_CLONE},
			unix.SockFilter{Code: load, K: dataFirst},
			unix.SockFilter{Code: bits, Jt: 1, K: unix.CLONE_THREAD},
			refuse,
			unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ALLOW},
		)
	}
	for _, call := range calls {
		f = append(f, unix.SockFilter{Code: equal, Jf: 1, K: call}, refuse)
	}
	return append(f, unix.SockFilter{Code: answer, K: unix.SECCOMP_RET_ALLOW})
}
