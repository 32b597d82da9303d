package webui_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"travaux/search/un"
	"travaux/webui"
)

// slowOriginals gives an original in parts that each take a while to come.
type slowOriginals struct {
	*fakeService
	parts int
	each  time.Duration
}

func (s slowOriginals) Original(context.Context, string) (un.File, io.ReadSeekCloser, error) {
	return un.File{SHA256: pdfSum, Name: "large.pdf", Media: "application/pdf"}, &slowFile{left: int64(s.parts), each: s.each}, nil
}

// slowFile is a file of as many bytes as it has parts.
type slowFile struct {
	left int64
	each time.Duration
}

func (f *slowFile) Read(b []byte) (int, error) {
	if f.left == 0 || len(b) == 0 {
		return 0, io.EOF
	}
	time.Sleep(f.each)
	f.left--
	b[0] = 'x'
	return 1, nil
}

func (f *slowFile) Seek(offset int64, whence int) (int64, error) {
	switch {
	case whence == io.SeekEnd:
		return f.left, nil
	case whence == io.SeekStart && offset == 0:
		return 0, nil
	}
	return 0, errors.New("not asked for")
}

func (f *slowFile) Close() error { return nil }

// TestALargeOriginalMayTakeItsTime has a server whose limit for an answer is
// shorter than the download: as long as something comes, it is not cut.
func TestALargeOriginalMayTakeItsTime(t *testing.T) {
	const limit = 200 * time.Millisecond
	server := httptest.NewUnstartedServer(newHandler(t, webui.Config{Service: slowOriginals{newFake(), 3, limit}}))
	server.Config.WriteTimeout = limit
	server.Start()
	defer server.Close()
	resp, err := http.Get(server.URL + "/file/" + pdfSum)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || string(body) != "xxx" {
		t.Errorf("got %q, %v", body, err)
	}
}
