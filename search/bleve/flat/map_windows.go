package flat

import "os"

// mapFile reads a file: a mapped one could not be removed on Windows.
func mapFile(path string) (data []byte, unmap func() error, err error) {
	data, err = os.ReadFile(path)
	return data, func() error { return nil }, err
}
