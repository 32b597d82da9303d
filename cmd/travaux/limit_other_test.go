//go:build !unix

package main

import "errors"

// limitFiles says that there are no such limits here.
func limitFiles(uint64) error { return errors.ErrUnsupported }
