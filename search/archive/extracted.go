package archive

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"travaux/search"
)

// maxExtracted bounds what is unpacked from one entry, in bytes.
const maxExtracted = 512 << 20

// Extracted gives what a reader ("pdf/1") made of the file with a sha256.
// Errors: search.ErrNotFound when there is nothing, or nothing whole: an entry
// that a power cut left damaged is as good as none.
func (a *Archive) Extracted(sha256, reader string) ([]byte, error) {
	path, err := a.extractedPath(sha256, reader)
	if err != nil {
		return nil, err
	}
	packed, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("extracted %s: %w", sha256, search.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open what was read: %w", err)
	}
	data, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("extracted %s: %w: %w", sha256, search.ErrNotFound, err)
	}
	return data, nil
}

// PutExtracted keeps what a reader made of the file with a sha256.
func (a *Archive) PutExtracted(sha256, reader string, data []byte) error {
	path, err := a.extractedPath(sha256, reader)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("keep what was read: %w", err)
	}
	// Not synced: an entry can be made again, and its checksum tells when.
	err = writeWhole(path, false, func(w io.Writer) error {
		z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
		if err != nil {
			return err
		}
		if _, err := z.Write(data); err != nil {
			return err
		}
		return z.Close()
	})
	if err != nil {
		return fmt.Errorf("keep what was read: %w", err)
	}
	return nil
}

// extractedPath is the place of an entry. The reader's name becomes part of a
// file name, so only letters, digits, dots, dashes and underscores survive.
func (a *Archive) extractedPath(sha256, reader string) (string, error) {
	if !isSHA256(sha256) || reader == "" {
		return "", fmt.Errorf("extracted %q by %q: %w", sha256, reader, search.ErrNotFound)
	}
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_':
			return r
		}
		return '-'
	}, reader)
	return filepath.Join(a.dir, "extracted", sha256[:2], sha256+"."+name+".gz"), nil
}

// unpack undoes gzip, checksum included.
func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(z, maxExtracted+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxExtracted {
		return nil, errors.New("larger than anything a reader makes")
	}
	return data, z.Close()
}
