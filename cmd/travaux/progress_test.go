package main

import (
	"strings"
	"testing"

	"travaux/indexer"
	"travaux/search"
)

// TestProgress wants files and pages in both forms, and a time that is left
// before the last file.
func TestProgress(t *testing.T) {
	var bar, lines strings.Builder
	for _, tt := range []struct {
		name string
		p    indexer.Progress
		out  *strings.Builder
		want []string
	}{
		{"bar", &progressBar{w: &bar}, &bar, []string{"12 pages, files", "1/2", "files/s"}},
		{"lines", &progressLines{w: &lines}, &lines, []string{"2 files found\n", "1 of 2 files, 5 pages, ", "2 of 2 files, 12 pages, ", "0s left\n"}},
	} {
		tt.p.Start(2)
		tt.p.File(search.FileRecord{Path: "/a.pdf"}, 5)
		tt.p.File(search.FileRecord{Path: "/b.pdf"}, 7)
		tt.p.Done()
		for _, want := range tt.want {
			if !strings.Contains(tt.out.String(), want) {
				t.Errorf("%s: %q is not in\n%q", tt.name, want, tt.out.String())
			}
		}
	}
}

// TestProgressForm wants lines for what is no terminal, and nothing when quiet.
func TestProgressForm(t *testing.T) {
	p := &program{shell: shell{stderr: &strings.Builder{}}}
	if _, ok := p.progress(false).(*progressLines); !ok {
		t.Error("no lines where there is no terminal")
	}
	if got := p.progress(true); got != nil {
		t.Errorf("quiet, yet %T", got)
	}
}
