package webui_test

import (
	"mime"
	"net/http"
	"strings"
	"testing"

	"travaux/search/un"
	"travaux/webui"
)

func TestOriginal(t *testing.T) {
	w := get(t, "/file/"+pdfSum, http.StatusOK)
	if w.Body.String() != "%PDF-1.4 sample" || w.Header().Get("Content-Type") != "application/pdf" {
		t.Errorf("got %q as %q", w.Body, w.Header().Get("Content-Type"))
	}
	want := `inline; filename="rapport d'_t_ _final_.pdf"; filename*=UTF-8''rapport%20d%27%C3%A9t%C3%A9%20%22final%22.pdf`
	if got := w.Header().Get("Content-Disposition"); got != want {
		t.Errorf("Content-Disposition\n%s, want\n%s", got, want)
	}
	part := serve(t, newFake(), http.MethodGet, "/file/"+pdfSum, "Range", "bytes=0-3")
	if part.Code != http.StatusPartialContent || part.Body.String() != "%PDF" {
		t.Errorf("a range: status %d, %q", part.Code, part.Body)
	}
}

// TestDisposition reads the header back as a browser does (RFC 6266): only PDF
// and plain text may be shown in place.
func TestDisposition(t *testing.T) {
	tests := []struct{ media, name, kind, back, contentType string }{
		{"application/pdf", "a.pdf", "inline", "a.pdf", "application/pdf"},
		{"text/plain", "a.txt", "inline", "a.txt", "text/plain; charset=utf-8"},
		{"text/html", "a.html", "attachment", "a.html", "text/html"},
		{"image/svg+xml", "a.svg", "attachment", "a.svg", "application/octet-stream"},
		{"text/html\r\nX-Bad: 1", "a.html", "attachment", "a.html", "application/octet-stream"},
		{"application/pdf", "تقرير 1.pdf", "inline", "تقرير 1.pdf", "application/pdf"},
		{"application/pdf", "../../etc/passwd", "inline", "passwd", "application/pdf"},
		{"application/pdf", `..\x.pdf`, "inline", "x.pdf", "application/pdf"},
		{"application/pdf", "a\r\nSet-Cookie: b.pdf", "inline", "a\r\nSet-Cookie: b.pdf", "application/pdf"},
		{"application/pdf", "", "inline", "document", "application/pdf"},
		{"application/pdf", "a;b,c=(d)*'e'%20.pdf", "inline", "a;b,c=(d)*'e'%20.pdf", "application/pdf"},
	}
	f := newFake()
	handler := newHandler(t, webui.Config{Service: f})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f.files[pdfSum] = fakeFile{un.File{SHA256: pdfSum, Name: tt.name, Media: tt.media}, "x"}
			w := ask(handler, http.MethodGet, "/file/"+pdfSum)
			header := w.Header().Get("Content-Disposition")
			kind, params, err := mime.ParseMediaType(header)
			if err != nil {
				t.Fatalf("%q: %v", header, err)
			}
			if kind != tt.kind || params["filename"] != tt.back {
				t.Errorf("read back as %q %q, want %q %q", kind, params["filename"], tt.kind, tt.back)
			}
			if strings.ContainsAny(header, "\r\n") {
				t.Errorf("a line break in %q", header)
			}
			if got := w.Header().Get("Content-Type"); got != tt.contentType {
				t.Errorf("Content-Type %q, want %q", got, tt.contentType)
			}
		})
	}
}
