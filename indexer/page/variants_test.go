package page_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/html"
	"travaux/indexer/layout"
	"travaux/indexer/page"
	"travaux/search/un"
)

const wg4 = "CAC/COSP/WG.4/2011"

// TestTwoTables reads a page of two tables with heads, as the text of a web page
// gives it: symbols glued to titles, a document without a symbol, dashes for
// languages that are wanting, a paper with two symbols, one of another body.
func TestTwoTables(t *testing.T) {
	p, ok := page.Parse(text(`Open-ended Intergovernmental Working Group on Prevention, second session (Vienna, 22-24 August 2011)

General Information EN FR SP
CU 2011 83 A Note verbale to States parties
CU 2011 83 BNote verbale to others
Information Note for Participants
CAC/COSP/WG.4/2011/INF.1Final list of participants --
Session documents
Document Symbol Topic
EN FR SP RU AR CH
CAC/COSP/WG.4/2011/1 Provisional agenda and annotations
CAC/COSP/WG.4/2011/2/Corr.1 Good practices in the prevention of
corruption: Background paper prepared by the Secretariat*
CONFERENCE ROOM PAPERS
Document SymbolTopic ENFRSPRUARCH
CAC/COSP/WG.4/2011/CRP.1 - CAC/COSP/WG.2/2011/CRP.2 Paper submitted by the chair (English only) - - - - -
CAC/COSP/2011/CRP.4 Paper on education (English and Spanish only)
- - - -

Information provided by States Parties on prevention
Albania
`))
	if !ok {
		t.Fatal("the page is not read as a meeting page")
	}
	want := []short{
		{"CU 2011/83(A)", "Note verbale to States parties", wg4, wg4, []un.Type{"note_verbale"}, nil},
		{"CU 2011/83(B)", "Note verbale to others", wg4, wg4, []un.Type{"note_verbale"}, nil},
		{"", "Information Note for Participants", wg4, wg4, []un.Type{"information_note"}, nil},
		{wg4 + "/INF.1", "Final list of participants", wg4, wg4, []un.Type{"list_of_participants"}, []string{"en"}},
		{wg4 + "/1", "Provisional agenda and annotations", wg4, wg4, []un.Type{"annotated_agenda"}, nil},
		{wg4 + "/2/Corr.1", "Good practices in the prevention of corruption: Background paper prepared by the Secretariat", wg4, wg4, []un.Type{"background_document", "corrigendum"}, nil},
		{wg4 + "/CRP.1", "Paper submitted by the chair (English only)", wg4, wg4, []un.Type{"conference_room_paper"}, []string{"en"}},
		{"CAC/COSP/2011/CRP.4", "Paper on education (English and Spanish only)", "CAC/COSP/2011", wg4, []un.Type{"conference_room_paper"}, []string{"en", "es"}},
	}
	if diff := cmp.Diff(want, shortRows(p)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	crp := p.Rows[6].Document
	if len(crp.Symbols) != 2 || crp.Symbols[1].String() != "CAC/COSP/WG.2/2011/CRP.2" {
		t.Errorf("symbols of the joint paper are %v", crp.Symbols)
	}
	if got := p.Rows[5].Title; got != want[5].Title+"*" {
		t.Errorf("the title as printed is %q", got)
	}
}

// TestNoLanguages reads a table without languages, under a heading without a
// place, with numbers that were never filled in.
func TestNoLanguages(t *testing.T) {
	p, ok := page.Parse(text(`Thirteenth session (15-17 June 2022)

Document Symbol Topic
CU 2020/ (C) Note verbale
CAC/COSP/WG.4/2022/1 Provisional agenda
CAC/COSP/WG.4/2022/2
Prevention of corruption in sport
`))
	if !ok {
		t.Fatal("the page is not read as a meeting page")
	}
	const id = "CAC/COSP/WG.4/2022"
	want := []short{
		{"CU 2020/?(C)", "Note verbale", id, id, []un.Type{"note_verbale"}, nil},
		{id + "/1", "Provisional agenda", id, id, []un.Type{"annotated_agenda"}, nil},
		{id + "/2", "Prevention of corruption in sport", id, id, nil, nil},
	}
	if diff := cmp.Diff(want, shortRows(p)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if m := p.Meetings[0]; m.ID != id || m.Start != "2022-06-15" || m.End != "2022-06-17" || m.Place != "Vienna" {
		t.Errorf("meeting %+v; the place is the catalogue's", m)
	}
}

// TestThreeColumns reads an HTML table with a column of languages.
func TestThreeColumns(t *testing.T) {
	c, err := html.Read([]byte(`<html><body><h2>Fourth session (Vienna, 3-5 April 2018)</h2><table>
<tr><th>Symbol</th><th>Topic</th><th>Available Languages</th></tr>
<tr><td>UNODC/CCPCJ/EG.4/2018/1</td><td>Provisional agenda</td><td><a href="/a/V18-A.pdf">A</a> - <a href="/a/V18-C.pdf">C</a> - <a href="/a/V18-E.pdf">E</a> - F - R - S</td></tr>
<tr><td><a href="/docs/V1801234e.pdf">UNODC/CCPCJ/EG.4/2018/CRP.1</a></td><td>Comments received</td><td>PDF (English only)</td></tr>
<tr><td></td><td>List of Participants</td><td><a href="/lop.pdf">PDF (English only)</a></td></tr>
</table></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := page.Parse(c)
	if !ok {
		t.Fatal("the page is not read as a meeting page")
	}
	const id = "UNODC/CCPCJ/EG.4/2018"
	want := []short{
		{id + "/1", "Provisional agenda", id, id, []un.Type{"annotated_agenda"}, []string{"ar", "zh", "en", "fr", "ru", "es"}},
		{id + "/CRP.1", "Comments received", id, id, []un.Type{"conference_room_paper"}, []string{"en"}},
		{"", "List of Participants", id, id, []un.Type{"list_of_participants"}, []string{"en"}},
	}
	if diff := cmp.Diff(want, shortRows(p)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	links := map[string]string{"ar": "/a/V18-A.pdf", "zh": "/a/V18-C.pdf", "en": "/a/V18-E.pdf"}
	if diff := cmp.Diff(links, p.Rows[0].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if got := p.Rows[1].Links["en"]; got != "/docs/V1801234e.pdf" {
		t.Errorf("the link of the symbol is %q", got)
	}
}

// TestLanguageColumns reads an HTML table with a column a language; the link's
// cell tells the language.
func TestLanguageColumns(t *testing.T) {
	c, err := html.Read([]byte(`<html><body><h2>Third session (Vienna, 27-29 August 2012)</h2><table>
<tr><th>Document Symbol</th><th>Topic</th><th>EN</th><th>FR</th><th>SP</th></tr>
<tr><td>CAC/COSP/WG.4/2012/1</td><td>Provisional agenda</td><td><a href="1.pdf"><img src="i"></a></td><td>-</td><td><a href="2.pdf">x</a></td></tr>
<tr><td>CAC/COSP/WG.4/2012/5</td><td>Report of the meeting</td><td>-</td><td><a href="3.pdf">pdf</a></td><td>-</td></tr>
</table></body></html>`))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := page.Parse(c)
	if !ok || len(p.Rows) != 2 {
		t.Fatalf("ok %v, rows %+v", ok, p.Rows)
	}
	if diff := cmp.Diff(map[string]string{"en": "1.pdf", "es": "2.pdf"}, p.Rows[0].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"fr"}, p.Rows[1].Languages); diff != "" {
		t.Errorf("languages (-want +got):\n%s", diff)
	}
}

// TestTwoHeadings keeps the rows of two meetings on one page apart.
func TestTwoHeadings(t *testing.T) {
	p, ok := page.Parse(text(`Second session (Vienna, 22-24 August 2011)
Document Symbol
CAC/COSP/WG.4/2011/1 Provisional agenda
CAC/COSP/WG.4/2011/4 Report of the meeting

First meeting (Vienna, 13-15 December 2010)
Document Symbol
CAC/COSP/WG.4/2010/1 Provisional agenda
CAC/COSP/WG.4/2010/7 Report of the meeting
`))
	if !ok || len(p.Rows) != 4 || len(p.Meetings) != 2 {
		t.Fatalf("ok %v, %+v", ok, p)
	}
	for i, want := range []string{wg4, wg4, "CAC/COSP/WG.4/2010", "CAC/COSP/WG.4/2010"} {
		if p.Rows[i].Meeting != want {
			t.Errorf("row %d stands under %q, want %q", i, p.Rows[i].Meeting, want)
		}
	}
}

func TestNoMeetingPage(t *testing.T) {
	for name, in := range map[string]string{
		"empty": "",
		"a document with a list of documents": `United Nations
CAC/COSP/WG.4/2013/5
Distr.: General
3 October 2013
Original: English
Report on the meeting held in Vienna (Vienna, 26-28 August 2013)
List of documents
Document Symbol Title
CAC/COSP/WG.4/2013/1 Provisional agenda
CAC/COSP/WG.4/2013/2 Background paper
CAC/COSP/WG.4/2013/3 Background paper`,
		"a text that cites": `On the work of the group (Vienna, 26-28 August 2013)
The meeting had before it documents
CAC/COSP/WG.4/2013/1, on the agenda, and
CAC/COSP/WG.4/2013/2 and its corrigendum
CAC/COSP/WG.4/2013/3.`,
		"numbered paragraphs": `Report on the session (Vienna, 26-28 August 2013)
1. The Working Group held its fourth meeting in Vienna and considered the items before it.
A/58/4 General
A/58/5 General
A/58/6 General
2. The Working Group held its fourth meeting in Vienna and considered the items before it.
3. The Working Group held its fourth meeting in Vienna and considered the items before it.`,
		"one row": `Fourth session (Vienna, 26-28 August 2013)
Document Symbol
CAC/COSP/WG.4/2013/1 Provisional agenda`,
		"a list of references": `References
A/58/4 Report of the Secretary-General
A/58/5 Report of the Secretary-General
A/58/6 Report of the Secretary-General`,
	} {
		if p, ok := page.Parse(text(in)); ok {
			t.Errorf("%s is read as a meeting page: %+v", name, shortRows(p))
		}
	}
	if _, ok := page.Parse(nil); ok {
		t.Error("nothing is read as a meeting page")
	}
	if _, ok := page.Parse(&layout.Content{}); ok {
		t.Error("a content without pages is read as a meeting page")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Second session (Vienna, 22-24 August 2011)\nDocument Symbol EN FR\nCU 2011 83 A Note - -\nA/58/4\tTitle\t-\nmore")
	f.Fuzz(func(t *testing.T, in string) {
		c := text(in)
		for i := range c.Pages[0].Lines {
			c.Pages[0].Lines[i].Row = i%2 == 1
		}
		p, ok := page.Parse(c)
		if !ok {
			return
		}
		for _, r := range p.Rows {
			if (r.Document.ID == "") != (len(r.Document.Symbols) == 0) || r.Document.ID == "" && r.Title == "" {
				t.Fatalf("a row without an id and a title: %+v", r)
			}
		}
	})
}

// The head of a table may have one cell over symbol and title.
func TestHeadOverTwoColumns(t *testing.T) {
	row := func(text string, links ...layout.Link) layout.Line {
		return layout.Line{Text: text, Row: true, Links: links}
	}
	lines := []layout.Line{
		{Text: "Fourth session (Vienna, 26-28 August 2013)", Heading: 2},
		row("General Information\tEN\tFR\tSP"),
		row("CU 2013/112(A)\tNote verbale (States parties)\tEN\tFR\t-", layout.Link{Text: "EN", URL: "/n1.pdf", Cell: 2}, layout.Link{Text: "FR", URL: "/n2.pdf", Cell: 3}),
		row("Document Symbol\tTopic\tEN\tFR\tSP"),
		row("CAC/COSP/WG.4/2013/1\tProvisional agenda\tx\t-\t-"),
		row("CAC/COSP/WG.4/2013/2\tReport\tx\tx\t-"),
	}
	for i := range lines {
		lines[i].Block = i + 1
	}
	p, ok := page.Parse(&layout.Content{Pages: []layout.Page{{Number: 1, Lines: lines}}})
	if !ok || len(p.Rows) != 3 {
		t.Fatalf("ok %t, %d rows", ok, len(p.Rows))
	}
	first := p.Rows[0]
	if first.Title != "Note verbale (States parties)" || !slices.Equal(first.Languages, []string{"en", "fr"}) || first.Links["en"] != "/n1.pdf" {
		t.Errorf("first row: %q, %v, %v", first.Title, first.Languages, first.Links)
	}
	if got := p.Rows[2].Languages; !slices.Equal(got, []string{"en", "fr"}) {
		t.Errorf("third row: %v", got)
	}
}
