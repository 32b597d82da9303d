//go:build unix

package pdfium

import (
	"context"
	"os"
	"syscall"

	"github.com/tetratelabs/wazero/experimental"
	"golang.org/x/sys/unix"
)

// private reports whether a folder is the user's and closed to all others.
func private(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && info.Mode().Perm()&0o077 == 0
}

// withMemory has instances take their memory from the system and give it back
// when they end. Without it each growth would copy all of it into a larger
// slice and leave the old one to the garbage collector.
func withMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(reserve))
}

// A mapping is address space of the largest size an instance may have, of which
// the first part can be used. Only that part counts as memory.
type mapping struct {
	all  []byte
	used uint64
}

func reserve(_, most uint64) experimental.LinearMemory {
	all, err := unix.Mmap(-1, 0, int(most), unix.PROT_NONE, unix.MAP_PRIVATE|unix.MAP_ANON)
	if err != nil {
		return &mapping{}
	}
	return &mapping{all: all}
}

// Reallocate implements experimental.LinearMemory; nil means that there is no
// more memory.
func (m *mapping) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	if size > m.used {
		page := uint64(os.Getpagesize())
		end := min((size+page-1)/page*page, uint64(len(m.all)))
		if err := unix.Mprotect(m.all[:end], unix.PROT_READ|unix.PROT_WRITE); err != nil {
			return nil
		}
		m.used = end
	}
	return m.all[:size:len(m.all)]
}

// Free implements experimental.LinearMemory.
func (m *mapping) Free() {
	if m.all != nil {
		_ = unix.Munmap(m.all)
		m.all = nil
	}
}
