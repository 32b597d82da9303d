package page_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer/corpus"
	"travaux/indexer/layout"
	"travaux/indexer/page"
	"travaux/search/un"
)

// text makes the content of a text file: a line each, blocks parted by blank
// lines.
func text(s string) *layout.Content {
	p := layout.Page{Number: 1}
	block, blank := 0, true
	for line := range strings.SplitSeq(s, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			blank = true
			continue
		}
		if blank {
			block++
		}
		blank = false
		p.Lines = append(p.Lines, layout.Line{Text: line, Block: block})
	}
	return &layout.Content{Reader: "text/1", Pages: []layout.Page{p}}
}

// short is what the tests compare of a row.
type short struct {
	ID, Title, Meeting, Page string
	Types                    []un.Type
	Languages                []string
}

func shortRows(p page.Page) []short {
	var rows []short
	for _, r := range p.Rows {
		rows = append(rows, short{r.Document.ID, r.Document.Title, r.Document.Meeting, r.Meeting, r.Document.Types, r.Languages})
	}
	return rows
}

// TestSeedPage reads the page of the second expert meeting: six rows, one of
// them the report of the first meeting.
func TestSeedPage(t *testing.T) {
	data, err := os.ReadFile(corpus.Path(t, "corpus", "pages", "em-international-cooperation-2.txt"))
	if err != nil {
		t.Fatal(err)
	}
	p, ok := page.Parse(text(string(data)))
	if !ok {
		t.Fatal("the page is not read as a meeting page")
	}
	const second, first = "CAC/COSP/EG.1/2013", "CAC/COSP/EG.1/2012"
	type row struct {
		id, meeting string
		types       []un.Type
		origin      un.Type
		starts      string
		ends        string
	}
	want := []row{
		{"CU 2013/175", second, []un.Type{"note_verbale"}, "", "Generic note verbale", "Signatories)"},
		{"CAC/COSP/EG.1/2013/1", second, []un.Type{"annotated_agenda"}, "", "Annotated Agenda", "NOVEMBER 2013)"},
		{"CAC/COSP/EG.1/2013/2", second, []un.Type{"progress_report"}, "background_document", "Progress report in", "prepared by the Secretariat"},
		{"CAC/COSP/EG.1/2013/2/Corr.1", second, []un.Type{"progress_report", "corrigendum"}, "background_document", "Progress report on", "international cooperation Background document prepared by the Secretariat"},
		{"CAC/COSP/EG.1/2013/3", second, []un.Type{"report_of_meeting"}, "", "Report of the 2nd", "NOVEMBER 2013)"},
		{"CAC/COSP/EG.1/2012/2", first, []un.Type{"report_of_meeting"}, "", "Report of the first", "October 2012)"},
	}
	if len(p.Rows) != len(want) {
		t.Fatalf("%d rows, want %d: %+v", len(p.Rows), len(want), shortRows(p))
	}
	for i, w := range want {
		got := p.Rows[i]
		d := got.Document
		if d.ID != w.id || d.Meeting != w.meeting || got.Meeting != second || d.Origin != w.origin ||
			!cmp.Equal(d.Types, w.types) || !strings.HasPrefix(d.Title, w.starts) || !strings.HasSuffix(d.Title, w.ends) {
			t.Errorf("row %d is %+v %q on the page of %q, want %+v", i, d, d.Title, got.Meeting, w)
		}
	}
	if len(p.Meetings) != 2 {
		t.Fatalf("meetings are %+v, want two", p.Meetings)
	}
	m := p.Meetings[0]
	if m.ID != second || m.Place != "Panama City" || m.Start != "2013-11-25" || m.End != "2013-11-26" || m.Ordinal != "2" {
		t.Errorf("the page's meeting is %+v", m)
	}
	if m = p.Meetings[1]; m.ID != first || m.Place != "Vienna" || m.Start != "2012-10-22" {
		t.Errorf("the other meeting is %+v", m)
	}
}

// TestParseHostile gives pages that no meeting has: the work must not grow with
// the square of their length.
func TestParseHostile(t *testing.T) {
	heading := "Fifth session (Vienna, 1-5 June 2015)\n"
	row := "CAC/COSP/WG.4/2013/1 Annotated agenda\n"
	tests := map[string]string{
		"rows without end":     "Document Symbol\n" + strings.Repeat(row, 5000),
		"headings without end": strings.Repeat(heading+row, 5000),
	}
	for name, in := range tests {
		if _, ok := page.Parse(text(in)); ok {
			t.Errorf("%s: read as a meeting page", name)
		}
	}
	p, ok := page.Parse(text("Document Symbol\n" + row + row + "CAC/COSP/WG.4/2013/2 Report\n" + strings.Repeat("that runs on and on\n", 5000)))
	if !ok {
		t.Fatal("not read as a meeting page")
	}
	if last := p.Rows[len(p.Rows)-1]; len(last.Title) > 400 {
		t.Errorf("a title of %d characters", len(last.Title))
	}
}
