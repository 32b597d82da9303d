package source

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
)

// Fingerprint returns the sha256 (hexadecimal) over the contents of the files,
// one after the other. The list of made samples holds it, so that a sample whose
// source has changed since is found.
func Fingerprint(paths ...string) (string, error) {
	sum := sha256.New()
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return "", fmt.Errorf("fingerprint: %w", err)
		}
		sum.Write(data)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
