package pdfium

import "context"

// OpenCache opens the folder of compiled code, and closes it again.
func OpenCache(dir string) error {
	cache, err := openCache(dir)
	if err != nil {
		return err
	}
	return cache.Close(context.Background())
}
