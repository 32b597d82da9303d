package html_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

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

func FuzzRead(f *testing.F) {
	f.Add([]byte("<table><tr><td><a href=x><p>text</a><table><tr><th><h1>x"))
	f.Add([]byte("<main><svg><a href=x><br><td><select><option>x"))
	f.Fuzz(func(t *testing.T, page []byte) {
		c, err := html.Read(page)
		if err != nil {
			return
		}
		for i, l := range c.Pages[0].Lines {
			if l.Text == "" || l.Block != i+1 {
				t.Errorf("line %d: %+v", i, l)
			}
		}
	})
}
