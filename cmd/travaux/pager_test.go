package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPager(t *testing.T) {
	for value, want := range map[string][]string{"cat": nil, "more -s": {"more", "-s"}, "/usr/bin/most": {"/usr/bin/most"}} {
		p := &program{shell: shell{getenv: func(string) string { return value }}}
		if diff := cmp.Diff(want, p.pager()); diff != "" {
			t.Errorf("PAGER=%s (-want +got):\n%s", value, diff)
		}
	}
}

// What goes into a pipe is the text and nothing else, and stops where the reader
// does.
func TestNoPagerForPipes(t *testing.T) {
	var out strings.Builder
	p := &program{shell: shell{stdout: &out, getenv: func(string) string { return "false" }}}
	print := func(w io.Writer, _ screen) error {
		for i := range 1000 {
			fmt.Fprintln(w, i)
		}
		return errors.New("the pipe is closed")
	}
	if err := p.paged(context.Background(), print); err == nil || strings.Count(out.String(), "\n") != 1000 {
		t.Errorf("%v after %d lines", err, strings.Count(out.String(), "\n"))
	}
}
