package webui_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"travaux/webui"
)

// serve answers one request on a fresh handler at the root.
func serve(t *testing.T, f *fakeService, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	return serveAt(t, webui.Config{Service: f, Version: "1.2.3"}, method, target, header...)
}

func serveAt(t *testing.T, c webui.Config, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	handler, err := webui.New(c)
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	return w
}

// get answers a GET and fails unless the status is the one wanted.
func get(t *testing.T, target string, want int) *httptest.ResponseRecorder {
	t.Helper()
	w := serve(t, newFake(), http.MethodGet, target)
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
		"/search?q=assistance":                 200,
		"/search?q=assistance&view=paragraphs": 200,
		"/search?q=nothing":                    200,
		"/search?q=nothing&type=report":        200,
		"/search?q=bad+query":                  400,
		"/search?q=a*+b*":                      422,
		"/search?q=x&unknown=1":                400,
		"/search?q=x&cursor=broken":            400,
		"/search?q=x&limit=many":               400,
		"/?q=x":                                302,
		"/search?q=x&from=2011&to=2015":        302,
		"/doc/CAC/COSP/EG.1/2031/3":            200,
		"/doc/CAC/COSP/EG.1/2031/3?lang=en&q=assistance&para=3": 200,
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
		"/api/v1/none":                                          404,
		"/none":                                                 404,
		"//doc/A":                                               404,
	}
}

func TestStatus(t *testing.T) {
	for target, want := range everyRoute() {
		t.Run(target, func(t *testing.T) { get(t, target, want) })
	}
}
