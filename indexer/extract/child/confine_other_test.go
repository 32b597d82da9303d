//go:build !linux

package child_test

import "errors"

func canConfine() bool { return false }

func alive(int) bool { return false }

func leaveGroup() error { return errors.ErrUnsupported }
