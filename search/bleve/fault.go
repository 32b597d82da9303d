package bleve

import (
	"errors"
	"fmt"
	"runtime/debug"

	"travaux/search"
	"travaux/search/bleve/zap"
)

// The files of a generation are mapped. Where one has been cut since, or its disk
// fails, the processor faults, and a Go program ends with it: one bad sector would end
// a server, and each one that is started after it. What reads them asks for a panic
// instead, which becomes an error of the request alone.

// errFault means that mapped memory could not be read.
var errFault = errors.New("a file of the collection has been cut, or its disk cannot be read")

// faultError is the error that a panic stands for, nil for no panic. What is no fault
// of mapped memory is a bug of ours and goes on.
func faultError(cause any) error {
	if cause == nil {
		return nil
	}
	fault, ok := cause.(interface {
		error
		Addr() uintptr
	})
	if !ok {
		panic(cause)
	}
	return fmt.Errorf("%w: %w: %w", errFault, search.ErrUnavailable, fault)
}

// endFault ends what begins with
//
//	defer endFault(debug.SetPanicOnFault(true), &err)
//
// Errors: ErrUnavailable.
func endFault(before bool, err *error) {
	debug.SetPanicOnFault(before)
	if fault := faultError(recover()); fault != nil {
		*err = fault
	}
}

// done ends what began with acquire. A generation that cannot be read is compared with
// its checksums at once, so that the one before it is served.
func (e *Engine) done(s *snapshot, err *error) {
	debug.SetPanicOnFault(false)
	defer e.letGo(s)
	if fault := faultError(recover()); fault != nil {
		*err = fault
	} else if errors.Is(*err, zap.ErrDamaged) {
		*err = fmt.Errorf("%w: %w", search.ErrUnavailable, *err)
	} else {
		return
	}
	e.log.Error("generation cannot be read", "generation", s.name, "error", *err)
	if !s.doubted.Swap(true) {
		e.verifyLater(s.name)
	}
}

func (e *Engine) letGo(s *snapshot) {
	if err := s.release(); err != nil {
		e.log.Warn("close generation", "generation", s.name, "error", err)
	}
}
