//go:build linux && !amd64

package child

// What is newer than amd64 has one call for each of these.
func forkCalls() []uint32      { return nil }
func olderFileCalls() []uint32 { return nil }
