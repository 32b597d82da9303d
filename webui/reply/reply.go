// Package reply is how every handler of the web answers: a handler returns an
// error instead of writing one, one table turns the error into a status, and
// what succeeds is sent whole, with a validator.
//
//	func (a *API) search(w http.ResponseWriter, r *http.Request) error {
//		...
//		return reply.Send(w, r, reply.Content{Type: "application/json", Body: body, Tag: tag})
//	}
package reply

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"travaux/search"
)

// Handler answers a request or returns why it cannot; it then has written
// nothing.
type Handler func(w http.ResponseWriter, r *http.Request) error

// StatusError is an error whose status is known already: no such route, a
// method that is not allowed.
type StatusError struct {
	Code int
	// Message is a sentence for the reader.
	Message string
}

// Error gives the message.
func (e *StatusError) Error() string { return e.Message }

// Parameters gives the parameters of an address. One that cannot be read is
// ErrInvalid: to go on without it would answer another question.
func Parameters(r *http.Request) (url.Values, error) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, fmt.Errorf("the part after the question mark cannot be read: %w", search.ErrInvalid)
	}
	return values, nil
}

// StatusClientGone is the status logged for a reader who left before the
// answer (nginx's 499); it is never sent to anyone.
const StatusClientGone = 499

// Status gives the HTTP status of an error by its kind: the one table of the
// web. An error of no known kind is a fault of ours, 500.
func Status(err error) int {
	var known *StatusError
	switch {
	case errors.As(err, &known):
		return known.Code
	case errors.Is(err, search.ErrInvalid):
		return http.StatusBadRequest
	case errors.Is(err, search.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, search.ErrTooExpensive):
		return http.StatusUnprocessableEntity
	case errors.Is(err, search.ErrUnavailable), errors.Is(err, context.DeadlineExceeded):
		return http.StatusServiceUnavailable
	case errors.Is(err, context.Canceled):
		return StatusClientGone
	default:
		return http.StatusInternalServerError
	}
}

// Reason gives an error's text without its kind, which the status tells.
func Reason(err error) string {
	text := err.Error()
	for _, kind := range []error{search.ErrInvalid, search.ErrNotFound, search.ErrTooExpensive, search.ErrUnavailable} {
		text = strings.TrimSuffix(text, ": "+kind.Error())
	}
	return text
}

// Content is an answer ready to be sent.
type Content struct {
	// Type is the media type with its charset.
	Type string
	Body []byte
	// Tag is the entity tag from Tag or WeakTag; without one the answer must
	// not be stored.
	Tag string
}

// Send writes an answer with status 200, or 304 when the reader has it already
// (RFC 9110, section 13); HEAD gets the header alone.
func Send(w http.ResponseWriter, r *http.Request, c Content) error {
	h := w.Header()
	h.Set("Content-Type", c.Type)
	if c.Tag == "" {
		h.Set("Cache-Control", "no-store")
	} else {
		h.Set("Cache-Control", "no-cache")
		h.Set("ETag", c.Tag)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(c.Body))
	return nil
}

// SendError writes an answer that tells of an error. Nobody may keep it, and
// one that may pass by itself says when to try again.
func SendError(w http.ResponseWriter, r *http.Request, status int, c Content) {
	h := w.Header()
	h.Set("Content-Type", c.Type)
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Length", strconv.Itoa(len(c.Body)))
	if status == http.StatusServiceUnavailable {
		h.Set("Retry-After", "5")
	}
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		// A failed write means that the reader left.
		_, _ = w.Write(c.Body)
	}
}

// Tag makes a strong entity tag of everything an answer depends on: the
// generation, the address, the program's version.
func Tag(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		// The length keeps ("ab", "c") and ("a", "bc") apart.
		h.Write([]byte(strconv.Itoa(len(p)) + ":" + p))
	}
	return `"` + hex.EncodeToString(h.Sum(nil)[:12]) + `"`
}

// WeakTag makes an entity tag for answers that mean the same but differ in
// bytes, such as JSON that tells its own duration.
func WeakTag(parts ...string) string { return "W/" + Tag(parts...) }
