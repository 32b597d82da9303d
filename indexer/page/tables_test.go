package page_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/extract/html"
	"travaux/indexer/layout"
	"travaux/indexer/page"
	"travaux/search/un"
)

// parse reads a page and compares its rows.
func parse(t *testing.T, c *layout.Content, want []short) page.Page {
	t.Helper()
	p, ok := page.Parse(c)
	if !ok {
		t.Fatal("the page is not read as a meeting page")
	}
	if diff := cmp.Diff(want, shortRows(p)); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	return p
}

func web(t *testing.T, s string) *layout.Content {
	t.Helper()
	c, err := html.Read([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestBars reads tables that were flattened with bars: a cell a line, and a row
// a line under languages.
func TestBars(t *testing.T) {
	const id = "UNODC/CCPCJ/EG.4/2031"
	parse(t, text(`The fifth session of the group took place in Vienna.
Symbol |
Topic |
Available Languages |
UNODC/CCPCJ/EG.4/2031/CRP.1 |
Proposal of the chair for the plan of work |
PDF (English only) |
UNODC/CCPCJ/EG.4/2031 /1 |
Annotated provisional agenda |
A - C - E - F - R - S |
List of Participants |
||
`), []short{
		{id + "/CRP.1", "Proposal of the chair for the plan of work", id, id, []un.Type{"conference_room_paper"}, []string{"en"}},
		{id + "/1", "Annotated provisional agenda", id, id, []un.Type{"annotated_agenda"}, []string{"ar", "zh", "en", "fr", "ru", "es"}},
		{"", "List of Participants", id, id, []un.Type{"list_of_participants"}, nil},
	})
	parse(t, text(`Document symbol | Topic | English | French | Spanish |
|---|---|---|---|---|
UNODC/CCPCJ/EG.4/2031/1 | Provisional agenda | | --- | --- |
UNODC/CCPCJ/EG.4/2031/2 | Draft collection of topics | | | |
Agreed paragraphs (UNODC/CCPCJ/EG.4/2031/3) (ENGLISH ONLY) |
| ||
Final list of participants | | - | - |
`), []short{
		{id + "/1", "Provisional agenda", id, id, []un.Type{"annotated_agenda"}, []string{"en"}},
		{id + "/2", "Draft collection of topics", id, id, nil, nil},
		{id + "/3", "Agreed paragraphs (ENGLISH ONLY)", id, id, nil, []string{"en"}},
		{"", "Final list of participants", id, id, []un.Type{"list_of_participants"}, []string{"en"}},
	})
}

// TestSymbolBehindTheTitle reads pages that name the symbol in parentheses, under
// a legend of icons, as those of the ECE do, flattened and saved.
func TestSymbolBehindTheTitle(t *testing.T) {
	const id = "ECE/MP.PP/2031"
	flat := text(`In the table below, links to documents appear using the following abbreviations and icons:
File formats:
= pdf file;
Languages: eng = English; fre = French; rus = Russian
Documents available for downloading are indicated in blue typeface: eng fre rus.
Document Title | ENG | FRE | RUS |
|---|---|---|---|
Provisional agenda (ECE/MP.PP/2031/1) | |||
Report of the meeting (ECE/MP.PP/2031/2) | | --- | --- |
List of participants | | --- | --- |
`)
	parse(t, flat, []short{
		{id + "/1", "Provisional agenda", id, id, []un.Type{"annotated_agenda"}, nil},
		{id + "/2", "Report of the meeting", id, id, []un.Type{"report_of_meeting"}, []string{"en"}},
		{"", "List of participants", id, id, []un.Type{"list_of_participants"}, []string{"en"}},
	})
	saved := web(t, `<body><p>Languages: eng = English; fre = French; rus = Russian</p>
<table><tr><th>Document Title<th>ENG<th>FRE<th>RUS</tr>
<tr><td>Provisional agenda (ECE/MP.PP/2031/1)<td><a href="a.e.pdf"><img src=p></a><td><a href="a.f.pdf"><img src=p></a><td></tr>
<tr><td>List of participants<td><a href="lop.pdf"><img src=p></a><td>---<td>---</tr></table>`)
	p := parse(t, saved, []short{
		{id + "/1", "Provisional agenda", id, id, []un.Type{"annotated_agenda"}, []string{"en", "fr"}},
		{"", "List of participants", id, id, []un.Type{"list_of_participants"}, []string{"en"}},
	})
	if diff := cmp.Diff(map[string]string{"en": "a.e.pdf", "fr": "a.f.pdf"}, p.Rows[0].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}

// TestIndexOfSessions reads pages that list the sessions of a body, flattened
// and saved: meetings, and no rows.
func TestIndexOfSessions(t *testing.T) {
	const intro = "The Open-ended Intergovernmental Working Group on Asset Recovery advises the Conference."
	want := []un.Meeting{
		{ID: "CAC/COSP/WG.2/2033", Body: "CAC/COSP/WG.2", Session: "2033", Name: "Twenty-third session", Start: "2033-05-06", End: "2033-05-09"},
		{ID: "CAC/COSP/WG.2/2032", Body: "CAC/COSP/WG.2", Session: "2032", Name: "Twenty-second session", Place: "Vienna, Austria", Start: "2032-08-31", End: "2032-09-02"},
		{ID: "CAC/COSP/WG.2/2031", Body: "CAC/COSP/WG.2", Session: "2031", Name: "First resumed twenty-first session", Place: "Panama City, Panama", Start: "2031-11-29", End: "2031-11-30"},
		{ID: "CAC/COSP/WG.2/2031", Body: "CAC/COSP/WG.2", Session: "2031", Name: "Twenty-first session", Place: "Vienna, Austria", Start: "2031-05-29", End: "2031-05-30"},
	}
	flat := text(intro + `
Sessions of the Working Group
Twenty-third session

6 - 9 May 2033

Twenty-second session

31 August – 2 September (am)
Vienna, Austria

First resumed twenty-first session
29 - 30 Nov 2031
Panama City, Panama

Twenty-first session
29-30 May 2031
Vienna, Austria

Background and mandates
The Working Group was established by the Conference.
`)
	saved := web(t, `<body><main><p>`+intro+`</p><ul>
<li>Twenty-third session<br>6-9 May 2033</li>
<li><p><a href="s22.html">Twenty-second session</a></p><p>31 August – 2 September (am)</p><p>Vienna, Austria</p></li>
<li>First resumed twenty-first session<br>29 - 30 Nov 2031<br>Panama City, Panama</li>
<li>Twenty-first session<br>29-30 May 2031<br>Vienna, Austria</li></ul></main>`)
	for name, c := range map[string]*layout.Content{"flattened": flat, "saved": saved} {
		p, ok := page.Parse(c)
		if !ok || len(p.Rows) != 0 {
			t.Fatalf("%s: ok %t, %d rows", name, ok, len(p.Rows))
		}
		if diff := cmp.Diff(want, p.Meetings); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestNoticeEndsTheTable keeps what follows a notice out of the list.
func TestNoticeEndsTheTable(t *testing.T) {
	p, ok := page.Parse(text(`Fourth intersessional meeting (Vienna, 26-28 August 2013)
Document Symbol Topic
EN FR ES RU AR CH
CAC/COSP/WG.4/2013/1 Annotated provisional agenda
CAC/COSP/WG.4/2013/2 Integrity in the judiciary
!
IMPORTANT NOTICE: documents are printed in limited quantities.
MESSAGE IMPORTANT: la documentation est imprimée en quantité limitée.
List of participants
`))
	if !ok || len(p.Rows) != 2 || p.Rows[1].Title != "Integrity in the judiciary" {
		t.Fatalf("ok %t, rows %+v", ok, shortRows(p))
	}
}

// TestSavedFlatList reads the saved form of pages whose heads name no language,
// but hold pictures: the file's name tells it.
func TestSavedFlatList(t *testing.T) {
	const id = "CAC/COSP/EG.1/2013"
	p := parse(t, web(t, `<html><body><div id="nav"><a href="/">Home</a> <a href="/topics">Topics</a></div><div id="content">
<p>The Conference decided in its resolution 4/2 to convene expert meetings.</p>
<h3>Second open-ended intergovernmental expert meeting (Panama City, 25-26 November 2013)</h3>
<table><tr><td><b>Document Symbol</b></td><td></td><td><img src="e.gif"></td><td><img src="f.gif"></td><td><img src="s.gif"></td></tr>
<tr><td>CU 2013/175</td><td>Generic note verbale</td><td><a href="/n/V1386000_E.pdf"><img src="pdf.gif"></a></td><td><a href="/n/V1386001_F.pdf"><img src="pdf.gif"></a></td><td>-</td></tr>
<tr><td>CAC/COSP/EG.1/2013/1</td><td>Annotated agenda</td><td><a href="/d/V1387654e.pdf"><img src="pdf.gif"></a></td><td><a href="/d/V1387654f.pdf"><img src="pdf.gif"></a></td><td><a href="/d/V1387654s.pdf"><img src="pdf.gif"></a></td></tr>
<tr><td>CAC/COSP/EG.1/2013/2/CORR.1</td><td>Progress report<br>Background document prepared by the Secretariat</td><td><a href="/d/V1388000e.pdf"><img src="pdf.gif"></a></td><td></td><td></td></tr></table>
<p>IMPORTANT NOTICE: bring your own copies.</p></div></body></html>`), []short{
		{"CU 2013/175", "Generic note verbale", id, id, []un.Type{"note_verbale"}, []string{"en", "fr"}},
		{id + "/1", "Annotated agenda", id, id, []un.Type{"annotated_agenda"}, []string{"en", "fr", "es"}},
		{id + "/2/Corr.1", "Progress report Background document prepared by the Secretariat", id, id, []un.Type{"progress_report", "corrigendum"}, []string{"en"}},
	})
	links := map[string]string{"en": "/d/V1387654e.pdf", "fr": "/d/V1387654f.pdf", "es": "/d/V1387654s.pdf"}
	if diff := cmp.Diff(links, p.Rows[1].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	if m := p.Meetings[0]; m.ID != id || m.Place != "Panama City" || m.Start != "2013-11-25" {
		t.Errorf("meeting %+v", m)
	}
}

// TestSavedWithoutLanguages reads the saved form of a table that has no columns
// of languages: the links stand in the title, by name.
func TestSavedWithoutLanguages(t *testing.T) {
	const id = "CAC/COSP/WG.4/2022"
	p := parse(t, web(t, `<html><body><main><h2>Thirteenth session of the Working Group on Prevention (15-17 June 2022)</h2>
<table><tr><th>Document Symbol</th><th>Topic</th></tr>
<tr><td>CU 2022/ (A)</td><td><a href="CU_A.pdf">Generic note verbale (A)</a></td></tr>
<tr><td></td><td><a href="note-e.pdf">Information Note for Participants</a></td></tr>
<tr><td>CAC/COSP/WG.4/2022/2</td><td>Use of information technologies <a href="V2202000e.pdf">English</a> <a href="V2202001f.pdf">French</a></td></tr></table></main></body></html>`), []short{
		{"CU 2022/?(A)", "Generic note verbale (A)", id, id, []un.Type{"note_verbale"}, nil},
		{"", "Information Note for Participants", id, id, []un.Type{"information_note"}, []string{"en"}},
		{id + "/2", "Use of information technologies", id, id, nil, []string{"en", "fr"}},
	})
	if diff := cmp.Diff(map[string]string{"en": "V2202000e.pdf", "fr": "V2202001f.pdf"}, p.Rows[2].Links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
}
