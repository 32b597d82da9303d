package doc_test

import (
	"os"
	"testing"

	"travaux/indexer/extract/child"
)

// TestMain lets the test binary be the launcher of the converters.
func TestMain(m *testing.M) {
	if child.Asked() {
		os.Exit(child.Launch())
	}
	os.Exit(m.Run())
}

func launcher(t testing.TB) child.Launcher {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return child.Launcher{Command: []string{self}}
}
