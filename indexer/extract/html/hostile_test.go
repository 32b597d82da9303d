package html_test

import (
	"fmt"
	"strings"
	"testing"

	"travaux/indexer/extract/html"
)

// Bytes in which a declaration can be read are not what it says where it says
// UTF-16; an encoding that is no longer read does not take the text away.
func TestImpossibleDeclarations(t *testing.T) {
	for _, page := range []string{
		`<?xml version="1.0" encoding="utf-16"?><html><body><p>Report of the session</p></body></html>`,
		`<html><head><meta charset="utf-16le"></head><body><p>Report of the session</p></body></html>`,
		`<?xml version="1.0" encoding="iso-2022-kr"?><html><body><p>Report of the session</p></body></html>`,
		`<html><head><meta charset="hz-gb-2312"></head><body><p>Report of the session</p></body></html>`,
	} {
		c, err := html.Read([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Pages[0].Lines; len(got) != 1 || got[0].Text != "Report of the session" {
			t.Errorf("%s: %+v", page, got)
		}
	}
}

// Long lists are counted to their end, and backwards.
func TestLongLists(t *testing.T) {
	for _, tt := range []struct{ list, first, last string }{
		{"<ol>", "1. x", "6000. x"},
		{"<ol reversed>", "6000. x", "1. x"},
		{"<ol reversed start=10>", "10. x", "-5989. x"},
	} {
		c, err := html.Read([]byte(tt.list + strings.Repeat("<li>x", 6000)))
		if err != nil {
			t.Fatal(err)
		}
		all := c.Pages[0].Lines
		if first, last := all[0].Text, all[len(all)-1].Text; first != tt.first || last != tt.last {
			t.Errorf("%s from %q to %q, want %q to %q", tt.list, first, last, tt.first, tt.last)
		}
	}
}

// BenchmarkNested reads text deep in elements that each may be a menu, and the
// items of a long list: what is counted once takes no longer with each.
func BenchmarkNested(b *testing.B) {
	var items, deep strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&items, "<li>%d", i)
		fmt.Fprintf(&deep, "word <i>%d</i> ", i)
	}
	for name, page := range map[string]string{
		"list": "<ol>" + items.String(), "elements": strings.Repeat("<div>", 400) + deep.String(),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := html.Read([]byte(page)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
