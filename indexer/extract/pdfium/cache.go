package pdfium

import (
	"errors"
	"fmt"
	"os"

	"github.com/tetratelabs/wazero"
)

// openCache opens the folder of compiled code, and makes it if it is missing.
func openCache(dir string) (wazero.CompilationCache, error) {
	if dir == "" {
		return nil, errors.New("no cache folder")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make cache folder: %w", err)
	}
	info, err := os.Lstat(dir)
	if err != nil {
		return nil, fmt.Errorf("look at cache folder: %w", err)
	}
	if !info.IsDir() || !private(info) {
		return nil, fmt.Errorf("cache folder %s is not private", dir)
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil, fmt.Errorf("open cache folder: %w", err)
	}
	return cache, nil
}
