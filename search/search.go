// Package search is the one front door to a collection: the terminal, the
// pages, the API and the language-model tools all ask a Service, and what the
// indexer reads goes in through a Writer. What an answer means is fixed here
// and holds for every engine; package enginetest proves it.
//
//	svc := search.NewService(search.Config{Engine: engine, Originals: originals})
//	res, err := svc.Search(ctx, search.Request{Query: `"asset recovery" type:resolution`})
package search

import (
	"errors"
	"fmt"
)

// The kinds of error a caller may meet. Every error of this package wraps one
// of them or is a fault of the program or the machine.
var (
	// ErrNotFound says that a symbol, meeting, file or paragraph is not held.
	ErrNotFound = errors.New("not found")
	// ErrInvalid says that a request cannot be understood.
	ErrInvalid = errors.New("invalid request")
	// ErrTooExpensive says that a query would cost more than is allowed.
	ErrTooExpensive = errors.New("query too expensive")
	// ErrUnavailable says that there is no collection to ask, or that it is
	// damaged or in use by another process.
	ErrUnavailable = errors.New("collection unavailable")
)

// QueryError is an ErrInvalid with the place in the query.
type QueryError struct {
	// Query is the query as given.
	Query string
	// Column counts characters from 1.
	Column int
	// Message says what is wrong and what was expected, without a full stop.
	Message string
}

// Error gives column and message.
func (e *QueryError) Error() string {
	return fmt.Sprintf("query, column %d: %s", e.Column, e.Message)
}

// Unwrap returns ErrInvalid.
func (e *QueryError) Unwrap() error { return ErrInvalid }

// NearError is an ErrNotFound that names what is near.
type NearError struct {
	// Asked is what was asked for.
	Asked string
	// Near are the nearest held symbols, nearest first, at most ten.
	Near []string
}

// Error says what is not held.
func (e *NearError) Error() string { return e.Asked + " is not held" }

// Unwrap returns ErrNotFound.
func (e *NearError) Unwrap() error { return ErrNotFound }
