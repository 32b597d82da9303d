package source_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/cmd/travaux/samples/source"
)

func TestParse(t *testing.T) {
	t.Parallel()
	const page = `<!doctype html><html lang="en"><title>Title</title>
<style>@page { @top-left { content: "A/1"; } @bottom-center { content: "SAMPLE"; } @bottom-right { content: "V.31-00001"; } }</style>
<header class="masthead"><div class="symbol"><b>A</b>/1</div><div class="distr"><p>Distr.:
  General</p></div></header>
<h2 data-n="I.">Introduction</h2>
<p class="sub" data-n="(a)">One <i>two</i>;</p>
<table><tr><th>Year</th><th>Number</th></tr></table>
</html>`
	want := &source.Document{
		Language: "en", Title: "Title", Head: "A/1", Mark: "SAMPLE", Job: "V.31-00001",
		Blocks: []source.Block{
			{Tag: "div", Class: "symbol", Part: "masthead", Text: "A/1"},
			{Tag: "p", Part: "distr", Text: "Distr.: General"},
			{Tag: "h2", Number: "I.", Text: "Introduction"},
			{Tag: "p", Class: "sub", Number: "(a)", Text: "One two;"},
			{Tag: "tr", Text: "Year\tNumber"},
		},
	}
	got, err := source.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	for _, page := range []string{
		`<p>text</p>`,                          // no language
		`<html lang="en"><p data-n="1."> </p>`, // no text
	} {
		if doc, err := source.Parse(strings.NewReader(page)); err == nil {
			t.Errorf("Parse(%q) = %+v, want an error", page, doc)
		}
	}
}
