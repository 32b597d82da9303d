package webui

import (
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/gorilla/mux"

	"travaux/webui/reply"
)

// contentSecurity lets a page use what this server gives and nothing else; no
// script or style within the page, no frames (CSP level 3).
const contentSecurity = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard sets the headers that every response carries, whatever becomes of it.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentSecurity)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

// handle makes an http.Handler of a handler: it refuses methods that change
// things, turns an error or a panic into an answer, and logs.
func (s *server) handle(h reply.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		seen := &recorder{ResponseWriter: w}
		defer func() {
			if fault := recover(); fault != nil {
				s.panicked(seen, r, fault)
			}
			s.logger.DebugContext(r.Context(), "request", "method", r.Method, "uri", r.URL.RequestURI(),
				"status", seen.status, "bytes", seen.bytes, "ms", time.Since(start).Milliseconds())
		}()
		answer := h
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			answer = notAllowed
		}
		if err := answer(seen, r); err != nil {
			s.fail(seen, r, err)
		}
	})
}

// notAllowed answers a method that is not served.
func notAllowed(http.ResponseWriter, *http.Request) error {
	return &reply.StatusError{Code: http.StatusMethodNotAllowed, Message: "Only GET and HEAD are answered here."}
}

// fail answers with an error, as a problem below /api/ and as a page elsewhere,
// and logs it when it is a fault of ours.
func (s *server) fail(w http.ResponseWriter, r *http.Request, err error) {
	status := reply.Status(err)
	if status == reply.StatusClientGone {
		return
	}
	if status >= http.StatusInternalServerError {
		s.logger.ErrorContext(r.Context(), "request failed", "route", routeName(r), "status", status, "error", withoutQuery(err, r))
	}
	if strings.HasPrefix(r.URL.Path, s.base+"/api/") {
		s.api.Failure(w, r, err)
		return
	}
	s.pages.Failure(w, r, err)
}

// panicked answers for a handler that panicked, where nothing was sent yet.
func (s *server) panicked(w *recorder, r *http.Request, fault any) {
	if fault == http.ErrAbortHandler {
		panic(fault)
	}
	s.logger.ErrorContext(r.Context(), "handler panicked", "route", routeName(r), "stack", string(debug.Stack()))
	if w.status != 0 {
		// The answer is half out: only a broken connection tells the reader.
		panic(http.ErrAbortHandler)
	}
	s.fail(w, r, fmt.Errorf("panic: %v", fault))
}

// routeName gives the route without what the reader asked for.
func routeName(r *http.Request) string {
	if route := mux.CurrentRoute(r); route != nil {
		return route.GetName()
	}
	return "none"
}

// withoutQuery gives an error's text without the query: what a researcher asks
// is private and stays out of the log.
func withoutQuery(err error, r *http.Request) string {
	text := err.Error()
	if q := r.URL.Query().Get("q"); q != "" {
		text = strings.ReplaceAll(text, q, "[query]")
	}
	return text
}

// recorder notes what was sent.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
