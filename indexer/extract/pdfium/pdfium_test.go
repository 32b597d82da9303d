package pdfium_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"travaux/indexer/extract/pdfium"
)

// engine is one for all tests: starting it costs seconds without a warm cache.
var engine *pdfium.Engine

func TestMain(m *testing.M) {
	cache, err := os.UserCacheDir()
	if err == nil {
		cache = filepath.Join(cache, "travaux", "pdfium")
	}
	if engine, err = pdfium.Open(cache); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	_ = engine.Close()
	os.Exit(status)
}
