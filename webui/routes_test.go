package webui_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"travaux/search"
	"travaux/webui"
)

// newHandler makes the web of a configuration.
func newHandler(t *testing.T, c webui.Config) http.Handler {
	t.Helper()
	h, err := webui.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// ask sends one request, with headers in pairs of name and value.
func ask(h http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// serve answers one request on a handler of its own, at the root.
func serve(t *testing.T, f *fakeService, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	return serveAt(t, webui.Config{Service: f, Version: "1.2.3"}, method, target, header...)
}

func serveAt(t *testing.T, c webui.Config, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	return ask(newHandler(t, c), method, target, header...)
}

// common is the web of the unchanged collection: making one is the slow part of
// a test.
var common = sync.OnceValues(func() (http.Handler, error) {
	return webui.New(webui.Config{Service: newFake(), Version: "1.2.3"})
})

// shared gives the web of the unchanged collection.
func shared(t *testing.T) http.Handler {
	t.Helper()
	h, err := common()
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// get answers a GET and fails unless the status is the one wanted.
func get(t *testing.T, target string, want int) *httptest.ResponseRecorder {
	t.Helper()
	w := ask(shared(t), http.MethodGet, target)
	if w.Code != want {
		t.Fatalf("GET %s: status %d, want %d\n%s", target, w.Code, want, w.Body)
	}
	return w
}

// everyRoute are addresses of every route and of every state of a page.
func everyRoute() map[string]int {
	return map[string]int{
		"/":                                    200,
		"/search":                              200,
		"/help":                                200,
		"/search?q=assistance":                 200,
		"/search?q=assistance&view=paragraphs": 200,
		"/search?q=nothing":                    200,
		"/search?q=nothing&type=report":        200,
		"/search?q=bad+query":                  400,
		"/search?q=a*+b*":                      422,
		"/search?q=x&unknown=1":                400,
		"/search?q=x&cursor=broken":            400,
		"/search?q=x&limit=many":               400,
		"/search?q=x;type=report":              400,
		"/search?q=100%":                       400,
		"/?q=x":                                302,
		"/search?q=x&from=2011&to=2015":        302,
		"/doc/CAC/COSP/EG.1/2031/3":            200,
		"/doc/CAC/COSP/EG.1/2031/3?lang=en&q=assistance&para=3": 200,
		"/doc/CAC/COSP/EG.1/2031/3?q=100%":                      400,
		"/doc/cac/cosp/eg.1/2031/3":                             301,
		"/doc/CAC%2FCOSP%2FEG.1%2F2031%2F3":                     200,
		"/doc/CAC/COSP/WG.2/2031/4":                             200,
		"/doc/CAC/COSP/EG.1/2031/2":                             200,
		"/doc/A/C.3/31/4":                                       200,
		"/doc/E/CN.15/2031/9?para=900":                          200,
		"/doc/file-0123456789ab":                                200,
		"/doc/A/99/1":                                           404,
		"/doc/":                                                 404,
		"/s/cac/cosp/eg.1/2031/3":                               302,
		"/s/A/99/1":                                             404,
		"/meeting/CAC/COSP/EG.1/2031":                           200,
		"/meeting/em-12":                                        301,
		"/meeting/none-such":                                    404,
		"/file/" + pdfSum:                                       200,
		"/file/" + htmlSum:                                      200,
		"/file/" + strings.Repeat("c", 64):                      404,
		"/file/short":                                           404,
		"/static/none.css":                                      404,
		"/robots.txt":                                           200,
		"/healthz":                                              200,
		"/api/v1/search?q=assistance":                           200,
		"/api/v1/search?q=bad+query":                            400,
		"/api/v1/search?q=a*+b*":                                422,
		"/api/v1/search?size=3":                                 400,
		"/api/v1/search?q=100%":                                 400,
		"/api/v1/quote?q=four+words+or+more&limit=3&type=report": 200,
		"/api/v1/quote?q=one":                               400,
		"/api/v1/quote?q=four+words+or+more&view=documents": 400,
		"/api/v1/like?id=A/31/1&para=3&view=documents":      200,
		"/api/v1/like?id=A/99/1":                            404,
		"/api/v1/like?q=x":                                  400,
		"/api/v1/like?id=A/31/1&sort=newest":                400,
		"/api/v1/suggest?q=recov&limit=3&language=fr":       200,
		"/api/v1/suggest?q=":                                200,
		"/api/v1/suggest?q=recov&format=opensearch":         200,
		"/api/v1/suggest?q=recov&format=xml":                400,
		"/api/v1/suggest?q=recov&limit=51":                  400,
		"/api/v1/suggest?q=recov&limit=none":                400,
		"/api/v1/suggest?q=recov&q=asset":                   400,
		"/api/v1/suggest?q=recov&size=3":                    400,
		"/api/v1/none":                                      404,
		"/none":                                             404,
		"//doc/A":                                           404,
	}
}

func TestStatus(t *testing.T) {
	for target, want := range everyRoute() {
		t.Run(target, func(t *testing.T) { get(t, target, want) })
	}
}

func TestHeadersOnEveryResponse(t *testing.T) {
	const page = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	broken := newFake()
	broken.fail = errors.New("disk on fire")
	failing := newHandler(t, webui.Config{Service: broken})
	type request struct {
		handler        http.Handler
		method, target string
	}
	requests := []request{
		{shared(t), http.MethodPost, "/search"},
		{shared(t), http.MethodOptions, "/none"},
		{shared(t), http.MethodDelete, "/api/v1/search"},
		{failing, http.MethodGet, "/search?q=x"},
		{failing, http.MethodGet, "/api/v1/search?q=x"},
		{failing, http.MethodGet, "/healthz"},
	}
	for target := range everyRoute() {
		requests = append(requests, request{shared(t), http.MethodGet, target}, request{shared(t), http.MethodHead, target})
	}
	for _, r := range requests {
		w := ask(r.handler, r.method, r.target)
		want := map[string]string{"Content-Security-Policy": page, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
		if strings.HasPrefix(r.target, "/file/") && w.Code == http.StatusOK {
			want["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
		}
		for name, value := range want {
			if got := w.Header()[name]; !slices.Equal(got, []string{value}) {
				t.Errorf("%s %s: %s is %q, want %q", r.method, r.target, name, got, value)
			}
		}
		if w.Code != http.StatusFound && w.Code != http.StatusMovedPermanently && w.Header().Get("Content-Type") == "" {
			t.Errorf("%s %s: no Content-Type", r.method, r.target)
		}
		if w.Header().Get("Cache-Control") == "" && w.Code == http.StatusOK {
			t.Errorf("%s %s: no Cache-Control", r.method, r.target)
		}
		if r.method == http.MethodHead && w.Body.Len() > 0 {
			t.Errorf("HEAD %s: a body of %d bytes", r.target, w.Body.Len())
		}
	}
}

func TestOnlyReadingIsAllowed(t *testing.T) {
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch, http.MethodOptions, http.MethodTrace} {
		for _, target := range []string{"/", "/search?q=x", "/api/v1/search?q=x", "/none"} {
			w := ask(shared(t), method, target)
			if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: status %d, Allow %q", method, target, w.Code, w.Header().Get("Allow"))
			}
			if after := ask(shared(t), http.MethodGet, target); after.Code == http.StatusMethodNotAllowed {
				t.Errorf("GET %s after %s: status 405", target, method)
			}
		}
	}
}

func TestErrorKinds(t *testing.T) {
	tests := []struct {
		name string
		err  error
		want int
	}{
		{"not found", fmt.Errorf("x: %w", search.ErrNotFound), 404},
		{"near", &search.NearError{Asked: "A/1"}, 404},
		{"invalid", fmt.Errorf("x: %w", search.ErrInvalid), 400},
		{"query", &search.QueryError{Query: "a", Column: 1}, 400},
		{"too dear", fmt.Errorf("x: %w", search.ErrTooExpensive), 422},
		{"unavailable", fmt.Errorf("x: %w", search.ErrUnavailable), 503},
		{"too slow", fmt.Errorf("x: %w", context.DeadlineExceeded), 503},
		{"ours", errors.New("x"), 500},
	}
	for _, tt := range tests {
		f := newFake()
		f.fail = tt.err
		handler := newHandler(t, webui.Config{Service: f})
		for _, target := range []string{"/", "/search?q=x", "/doc/A/1", "/meeting/A/1", "/s/A/1", "/healthz", "/api/v1/search?q=x"} {
			t.Run(tt.name+target, func(t *testing.T) {
				w := ask(handler, http.MethodGet, target)
				if w.Code != tt.want {
					t.Errorf("status %d, want %d", w.Code, tt.want)
				}
				if got := w.Header().Get("Cache-Control"); got != "no-store" {
					t.Errorf("Cache-Control %q, want no-store", got)
				}
				if tt.want == http.StatusServiceUnavailable && w.Header().Get("Retry-After") == "" {
					t.Error("no Retry-After")
				}
				want := "text/html; charset=utf-8"
				if strings.HasPrefix(target, "/api/") {
					want = "application/problem+json"
				}
				if got := w.Header().Get("Content-Type"); got != want {
					t.Errorf("Content-Type %q, want %q", got, want)
				}
			})
		}
	}
}

func TestFaultsTellNothing(t *testing.T) {
	f := newFake()
	f.fail = errors.New("open /home/secret/index: private words")
	for _, target := range []string{"/search?q=private+words", "/api/v1/search?q=private+words"} {
		var log bytes.Buffer
		logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelInfo}))
		w := serveAt(t, webui.Config{Service: f, Logger: logger}, http.MethodGet, target)
		if strings.Contains(w.Body.String(), "secret") {
			t.Errorf("%s: the cause is shown to the reader", target)
		}
		if !strings.Contains(log.String(), "/home/secret/index") {
			t.Errorf("%s: the cause is not logged: %s", target, &log)
		}
		if strings.Contains(log.String(), "private") {
			t.Errorf("%s: the query is logged: %s", target, &log)
		}
	}
}

func TestQueriesStayOutOfTheLog(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelInfo}))
	handler := newHandler(t, webui.Config{Service: newFake(), Logger: logger})
	for target := range everyRoute() {
		ask(handler, http.MethodGet, target)
	}
	if log.Len() > 0 {
		t.Errorf("logged above debug level: %s", &log)
	}
}

// panicky panics where the others return an error.
type panicky struct{ *fakeService }

func (panicky) Search(context.Context, search.Request) (*search.Result, error) {
	panic("out of cheese")
}

func TestPanic(t *testing.T) {
	var log bytes.Buffer
	w := serveAt(t, webui.Config{Service: panicky{newFake()}, Logger: slog.New(slog.NewTextHandler(&log, nil))}, http.MethodGet, "/search?q=x")
	if w.Code != http.StatusInternalServerError || !strings.Contains(w.Body.String(), "Something went wrong") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	if !strings.Contains(log.String(), "handler panicked") {
		t.Errorf("the panic is not logged: %s", &log)
	}
}

func TestEntityTag(t *testing.T) {
	for _, target := range []string{"/", "/search?q=x", "/doc/CAC/COSP/EG.1/2031/3", "/meeting/CAC/COSP/EG.1/2031", "/api/v1/search?q=x", "/file/" + pdfSum, "/robots.txt"} {
		t.Run(target, func(t *testing.T) {
			tag := get(t, target, http.StatusOK).Header().Get("ETag")
			if tag == "" {
				t.Fatal("no ETag")
			}
			same := ask(shared(t), http.MethodGet, target, "If-None-Match", tag)
			if same.Code != http.StatusNotModified || same.Body.Len() > 0 {
				t.Errorf("the same again: status %d with %d bytes, want 304 with none", same.Code, same.Body.Len())
			}
			if other := serveAt(t, webui.Config{Service: newFake(), Version: "1.2.4"}, http.MethodGet, target).Header().Get("ETag"); other == tag && target != "/file/"+pdfSum && target != "/robots.txt" {
				t.Error("another version has the same tag")
			}
		})
	}
}

// TestEntityTagOfAnotherAnswer: what a browser keeps of one generation, or of
// one query, is not good for another.
func TestEntityTagOfAnotherAnswer(t *testing.T) {
	next := nextGeneration()
	for _, target := range []string{"/", "/search?q=x", "/doc/CAC/COSP/EG.1/2031/3", "/doc/CAC/COSP/EG.1/2031/3?q=x", "/meeting/CAC/COSP/EG.1/2031", "/api/v1/search?q=x"} {
		tag := get(t, target, http.StatusOK).Header().Get("ETag")
		if w := serve(t, next, http.MethodGet, target, "If-None-Match", tag); w.Code != http.StatusOK {
			t.Errorf("%s after a new generation: status %d, want 200", target, w.Code)
		}
	}
	for _, targets := range [][2]string{
		{"/search?q=x", "/search?q=y"},
		{"/doc/CAC/COSP/EG.1/2031/3", "/doc/CAC/COSP/EG.1/2031/3?q=x"},
		{"/doc/CAC/COSP/EG.1/2031/3?lang=en", "/doc/CAC/COSP/EG.1/2031/3?lang=ru"},
	} {
		tag := get(t, targets[0], http.StatusOK).Header().Get("ETag")
		if other := get(t, targets[1], http.StatusOK).Header().Get("ETag"); other == tag {
			t.Errorf("%s has the tag of %s", targets[1], targets[0])
		}
	}
}

// nextGeneration is the collection after another index run.
func nextGeneration() *fakeService {
	f := newFake()
	f.status.Generation = "gen-000008"
	for id, view := range f.documents {
		view.Generation = f.status.Generation
		f.documents[id] = view
	}
	for id, view := range f.meetings {
		view.Generation = f.status.Generation
		f.meetings[id] = view
	}
	return f
}

func TestRedirects(t *testing.T) {
	tests := []struct{ target, want string }{
		{"/doc/cac/cosp/eg.1/2031/3?lang=fr&q=a+b", "/doc/CAC/COSP/EG.1/2031/3?lang=fr&q=a+b"},
		{"/s/cac/cosp/eg.1/2031/3", "/doc/CAC/COSP/EG.1/2031/3"},
		{"/meeting/em-12", "/meeting/CAC/COSP/EG.1/2031"},
		{"/?q=x&type=report", "/search?q=x&type=report"},
		{"/?utm_source=mail", ""},
		{"/search/?q=x", "/search?q=x"},
		{"/doc/CAC/COSP/EG.1/2031/3/?lang=fr", "/doc/CAC/COSP/EG.1/2031/3?lang=fr"},
		{"/meeting/CAC/COSP/EG.1/2031/", "/meeting/CAC/COSP/EG.1/2031"},
		{"/search?q=x&year=1990&from=2011&to=2015", "/search?q=x&year=2011..2015"},
		{"/search?q=x&from=2011&to=", "/search?q=x&year=2011.."},
		{"/search?q=x&from=2011&to=2011", "/search?q=x&year=2011"},
		{"/search?q=x&from=2015&to=2011", "/search?q=x&year=2011..2015"},
		{"/search?q=x&from=&to=", "/search?q=x"},
	}
	for _, tt := range tests {
		w := ask(shared(t), http.MethodGet, tt.target)
		if got := w.Header().Get("Location"); got != tt.want {
			t.Errorf("%s leads to %q, want %q", tt.target, got, tt.want)
		}
	}
}

// TestSpellingsAreAskedAgain: which of two spellings is the document's own can
// change with the collection. A browser that kept one redirect from each
// generation would go round in circles.
func TestSpellingsAreAskedAgain(t *testing.T) {
	for _, target := range []string{"/doc/cac/cosp/eg.1/2031/3", "/meeting/em-12", "/s/cac/cosp/eg.1/2031/3"} {
		if got := ask(shared(t), http.MethodGet, target).Header().Get("Cache-Control"); got != "no-cache" {
			t.Errorf("%s: Cache-Control %q, want no-cache", target, got)
		}
	}
}

func TestBasePath(t *testing.T) {
	for _, base := range []string{"/travaux", "/travaux/"} {
		handler := newHandler(t, webui.Config{Service: newFake(), BasePath: base})
		if w := ask(handler, http.MethodGet, "/travaux"); w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/travaux/" {
			t.Errorf("/travaux: status %d to %q", w.Code, w.Header().Get("Location"))
		}
		if w := ask(handler, http.MethodGet, "/search"); w.Code != http.StatusNotFound {
			t.Errorf("outside the base: status %d, want 404", w.Code)
		}
		for target, want := range everyRoute() {
			if strings.HasPrefix(target, "//") {
				continue
			}
			w := ask(handler, http.MethodGet, "/travaux"+target)
			if w.Code != want {
				t.Errorf("/travaux%s: status %d, want %d", target, w.Code, want)
			}
			if to := w.Header().Get("Location"); to != "" && !strings.HasPrefix(to, "/travaux/") {
				t.Errorf("/travaux%s leads out of the base, to %s", target, to)
			}
			if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") || strings.HasPrefix(target, "/file/") {
				continue
			}
			for n := range parse(t, w.Body).Descendants() {
				for _, name := range []string{"href", "action", "src"} {
					if v := attr(n, name); v != "" && !strings.HasPrefix(v, "/travaux/") && !strings.HasPrefix(v, "#") {
						t.Errorf("/travaux%s: %s=%q leads out of the base", target, name, v)
					}
				}
			}
		}
	}
	for _, base := range []string{"travaux", "/{x}", "/a b", `/"`} {
		if _, err := webui.New(webui.Config{Service: newFake(), BasePath: base}); err == nil {
			t.Errorf("base path %q is taken", base)
		}
	}
}

func TestNewNeedsAService(t *testing.T) {
	if _, err := webui.New(webui.Config{}); err == nil {
		t.Error("no error without a service")
	}
}

func TestStaticFiles(t *testing.T) {
	doc := parse(t, get(t, "/", http.StatusOK).Body)
	links := find(doc, "link", "")
	seen := 0
	for _, l := range links {
		href := attr(l, "href")
		if !strings.HasPrefix(href, "/static/") {
			continue
		}
		seen++
		w := get(t, href, http.StatusOK)
		if got := w.Header().Get("Cache-Control"); !strings.Contains(got, "immutable") {
			t.Errorf("%s: Cache-Control %q", href, got)
		}
		if strings.HasSuffix(href, ".css") && w.Header().Get("Content-Type") != "text/css; charset=utf-8" {
			t.Errorf("%s: Content-Type %q", href, w.Header().Get("Content-Type"))
		}
	}
	if seen != 2 {
		t.Errorf("%d static files are linked, want style and icon", seen)
	}
}

func TestStylesheetIsSmall(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(stylesheet(t))); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if packed.Len() > 15_000 {
		t.Errorf("%d bytes packed, want at most 15,000", packed.Len())
	}
}
