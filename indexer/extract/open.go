package extract

import (
	"os"
	"syscall"
)

// open opens a file for reading and never waits for it: a pipe may have taken its
// place since it was found.
func open(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}
