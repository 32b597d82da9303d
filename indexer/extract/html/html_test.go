package html_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"travaux/indexer/extract/html"
	"travaux/indexer/layout"
)

func TestRead(t *testing.T) {
	tests := []struct {
		name, page string
		want       []layout.Line
	}{
		{
			"blocks", "<p>one\n two</p><div>three<p>four</p>five</div>",
			[]layout.Line{{Text: "one two"}, {Text: "three"}, {Text: "four"}, {Text: "five"}},
		},
		{
			"headings", "<h1>Report</h1><h3>Part <b>one</b></h3><p>text</p>",
			[]layout.Line{{Text: "Report", Heading: 1}, {Text: "Part one", Heading: 3}, {Text: "text"}},
		},
		{"no menus or scripts", "<nav>Home</nav><header>UN</header><script>x()</script><style>p{}</style><p>text</p>" +
			"<div role=navigation>More</div><p hidden>no</p><footer>Contact</footer><button>Go</button>", []layout.Line{{Text: "text"}}},
		{
			"the main part", "<div>before</div><main><header>kept</header><p>text</p></main><div>behind</div>",
			[]layout.Line{{Text: "kept"}, {Text: "text"}},
		},
		{"inline markup joins", "<p>A<sub>2</sub><b>/79</b>/876</p>", []layout.Line{{Text: "A2/79/876"}}},
		{
			"line breaks and lists", "one<br>two<ul><li>three<li>four</ul>",
			[]layout.Line{{Text: "one"}, {Text: "two"}, {Text: "three"}, {Text: "four"}},
		},
		{
			"table", `<table><tr><th>Symbol<th>Title</tr><tr><td><p>A/79/1</p><p>(E)</p></td><td></td><td><a href="/doc/1.pdf">E</a> <a href="2.pdf">F</a></td></tr></table>`,
			[]layout.Line{{Text: "Symbol\tTitle", Row: true}, {
				Text: "A/79/1 (E)\t\tE F", Row: true,
				Links: []layout.Link{{Text: "E", URL: "/doc/1.pdf", Cell: 2}, {Text: "F", URL: "2.pdf", Cell: 2}},
			}},
		},
		{
			"a cell over two columns", `<table><tr><th colspan=2>General<th>EN</tr><tr><td>A/79/1<td colspan="x">Note<td colspan=9000><a href="1.pdf">E</a></tr></table>`,
			[]layout.Line{{Text: "General\t\tEN", Row: true}, {Text: "A/79/1\tNote\tE", Row: true, Links: []layout.Link{{Text: "E", URL: "1.pdf", Cell: 2}}}},
		},
		{
			"a table for layout", "<table><tr><td><h2>Head</h2><p>text</p></td></tr></table>",
			[]layout.Line{{Text: "Head", Heading: 2}, {Text: "text"}},
		},
		{
			"links", `<p>see <a href="https://x.org/a?b=1&amp;c">the note</a>, <a href="#top">top</a></p>`,
			[]layout.Line{{Text: "see the note, top", Links: []layout.Link{{Text: "the note", URL: "https://x.org/a?b=1&c"}}}},
		},
		{
			"a link around a block", `<a href="x.pdf"><p>text</p></a>`,
			[]layout.Line{{Text: "text", Links: []layout.Link{{Text: "text", URL: "x.pdf"}}}},
		},
		{
			"numbered lists", `<ol><li>one<li><p>two</p><ol type=a start=3><li>inner</ol><p>more</p><li value=7>seven</ol><ol style="list-style-type: upper-roman"><li>I</ol><ol style="list-style: none"><li>bare</ol>`,
			[]layout.Line{{Text: "1. one"}, {Text: "2. two"}, {Text: "c. inner"}, {Text: "more"}, {Text: "7. seven"}, {Text: "I. I"}, {Text: "bare"}},
		},
		{
			"marks of notes and bold lines", `<p>text<sup><a href="#n1">1</a></sup> on</p><p><b>Head</b></p>`,
			[]layout.Line{{Text: "text1 on", Raised: []layout.Span{{Start: 4, End: 5}}}, {Text: "Head", Bold: true}},
		},
		{
			"a cell over two rows", `<table><tr><td rowspan=2>A/79/1<td>Agenda</tr><tr><td>Corrigendum<sup>2</sup></tr><tr><td>A/79/2<td>Report</tr></table>`,
			[]layout.Line{
				{Text: "A/79/1\tAgenda", Row: true},
				{Text: "\tCorrigendum2", Row: true, Raised: []layout.Span{{Start: 12, End: 13}}},
				{Text: "A/79/2\tReport", Row: true},
			},
		},
		{
			"navigation by links", `<div><ul><li><a href=1>Home</a><li><a href=2>About us</a><li><a href=3>Topics</a><li><a href=4>Contact</a></ul>
				<p>The <a href=5>text</a> of the page, which goes on.</p>
				<ul><li><a href="a.pdf">Agenda</a><li><a href="b.pdf">Report</a><li><a href="c.pdf">List</a><li><a href="d.pdf">Note</a></ul></div>`,
			[]layout.Line{
				{Text: "The text of the page, which goes on.", Links: []layout.Link{{Text: "text", URL: "5"}}},
				{Text: "Agenda", Links: []layout.Link{{Text: "Agenda", URL: "a.pdf"}}},
				{Text: "Report", Links: []layout.Link{{Text: "Report", URL: "b.pdf"}}},
				{Text: "List", Links: []layout.Link{{Text: "List", URL: "c.pdf"}}},
				{Text: "Note", Links: []layout.Link{{Text: "Note", URL: "d.pdf"}}},
			},
		},
		{
			"navigation by name", `<div id=header>UN</div><div id=content><div class="x breadcrumb"><a href=1>Home</a> &gt; <a href=2>Here</a></div><p>text of the page</p></div><div class=sidebar><a href=3>More</a></div>`,
			[]layout.Line{{Text: "text of the page"}},
		},
		{"not displayed", `<p style="Display: none">no</p><p>text</p>`, []layout.Line{{Text: "text"}}},
		{"empty", "", []layout.Line{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := html.Read([]byte(tt.page))
			if err != nil {
				t.Fatal(err)
			}
			for i := range tt.want {
				tt.want[i].Block = i + 1
			}
			if diff := cmp.Diff(tt.want, c.Pages[0].Lines); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTitleLanguageEncoding(t *testing.T) {
	// "Сессия" in Windows-1251.
	page := "<html lang=ru><head><meta charset=windows-1251><title> \xd1\xe5\xf1\xf1\xe8\xff\n1 </title></head><body><p>\xd1\xe5\xf1\xf1\xe8\xff</p>"
	c, err := html.Read([]byte(page))
	if err != nil {
		t.Fatal(err)
	}
	if c.Title != "Сессия 1" || c.Language != "ru" || c.Pages[0].Lines[0].Text != "Сессия" {
		t.Errorf("got %+v", c)
	}
}

// Lines of preformatted text stay lines, in blocks that blank lines part.
func TestPreformatted(t *testing.T) {
	c, err := html.Read([]byte("<p>before</p><pre>\none\n  two\n\nthree</pre><p>behind</p>"))
	if err != nil {
		t.Fatal(err)
	}
	want := []layout.Line{{Text: "before", Block: 1}, {Text: "one", Block: 2}, {Text: "two", Block: 2}, {Text: "three", Block: 3}, {Text: "behind", Block: 4}}
	if diff := cmp.Diff(want, c.Pages[0].Lines); diff != "" {
		t.Error(diff)
	}
}

// The bytes of a page go before what it declares where they can be one thing
// only; where it declares nothing, the letters tell.
func TestEncodings(t *testing.T) {
	const russian = "Генеральная Ассамблея приняла к сведению доклад Рабочей группы о работе ее сессии."
	legacy, err := charmap.Windows1251.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	koi, err := charmap.KOI8R.NewEncoder().String(russian)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<p>" + russian)
	if err != nil {
		t.Fatal(err)
	}
	for name, page := range map[string]string{
		"undeclared UTF-8":         "<p>" + russian,
		"UTF-8 declared as 8859-1": "<meta charset=iso-8859-1><p>" + russian,
		"undeclared Windows-1251":  "<p>" + legacy,
		"1251 declared as UTF-8":   "<meta charset=utf-8><p>" + legacy,
		"XML declaration":          `<?xml version="1.0" encoding="koi8-r"?><html><body><p>` + koi,
		"UTF-16":                   wide,
	} {
		c, err := html.Read([]byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if lines := c.Pages[0].Lines; len(lines) != 1 || lines[0].Text != russian {
			t.Errorf("%s: %+v", name, lines)
		}
	}
}

func TestHostileNesting(t *testing.T) {
	const deep = 20_000
	for _, page := range []string{
		strings.Repeat("<div>", deep) + "text", strings.Repeat("<table><tr><td>", deep) + "text", strings.Repeat("<ol><li>", deep) + "text",
		strings.Repeat("<b>", deep) + "text", strings.Repeat("<a href=x>", deep) + "text",
	} {
		if _, err := html.Read([]byte(page)); err != nil && !errors.Is(err, html.ErrMalformed) {
			t.Error(err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<table><tr><td><a href=x><p>text</a><table><tr><th><h1>x"))
	f.Add([]byte("<main><svg><a href=x><br><td><select><option>x"))
	f.Fuzz(func(t *testing.T, page []byte) {
		c, err := html.Read(page)
		if err != nil {
			return
		}
		block := 0
		for i, l := range c.Pages[0].Lines {
			if l.Text == "" || l.Block < block || l.Block > block+1 {
				t.Errorf("line %d behind block %d: %+v", i, block, l)
			}
			block = l.Block
			for _, mark := range l.Raised {
				if mark.Start < 0 || mark.End > len(l.Text) || mark.Start >= mark.End {
					t.Errorf("line %d: mark %+v in %q", i, mark, l.Text)
				}
			}
		}
	})
}
