package search_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/un"
)

// TestFileRecordKeepsAnyPath writes records as JSON and reads them back: a path
// is bytes, of which Unix forbids only zero.
func TestFileRecordKeepsAnyPath(t *testing.T) {
	for _, path := range []string{"/in/a.pdf", "/in/\xff.pdf", "/in/\xfe.pdf", "/in/é\n\"\\.pdf", "/in/\ufffd.pdf", ""} {
		want := search.FileRecord{
			Path: path, Size: 7, ModTime: 9, SHA256: "ab", Status: search.Failed, Reason: "malformed", Reader: "pdf/1", Missing: true,
			Renditions: []un.RenditionKey{{Document: "A/79/1", Language: "en"}}, Aliases: []string{"A/79/2"},
			Former: &search.FileVersion{SHA256: "cd", Size: 8, Reader: "pdf/0"},
		}
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		var got search.FileRecord
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", path, diff)
		}
	}
}
