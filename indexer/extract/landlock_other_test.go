//go:build !linux

package extract_test

func landlockVersion() int { return 0 }
