//go:build !unix

package pdfium

import (
	"context"
	"os"
)

// private trusts the folder: the user's cache folder is closed to others here.
func private(os.FileInfo) bool { return true }

// withMemory leaves memory to the garbage collector.
func withMemory(ctx context.Context) context.Context { return ctx }
