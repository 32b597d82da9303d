package indexer_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/indexer"
	"travaux/indexer/layout"
	"travaux/search/catalogue"
	"travaux/search/un"
)

// contentOf makes the content of a text file: one page, one block a line.
func contentOf(text string) *layout.Content {
	page := layout.Page{Number: 1}
	for i, line := range strings.Split(text, "\n") {
		if line != "" {
			page.Lines = append(page.Lines, layout.Line{Text: line, Block: i + 1})
		}
	}
	return &layout.Content{Reader: "text/1", Pages: []layout.Page{page}}
}

// paper is the file that is analysed.
var paper = un.File{SHA256: strings.Repeat("0123456789abcdef", 4), Name: "A_99_1.txt", Media: "text/plain", Size: 7}

// facts are what is compared of a rendition.
type facts struct {
	ID, Symbol, Body, Session, Meeting, Title, Language string
	NoText                                              bool
	Numbers                                             []string
}

// factsOf takes the facts of a rendition.
func factsOf(r un.Rendition) facts {
	got := facts{
		ID: r.Document.ID, Symbol: r.Document.Symbol().String(), Body: r.Document.Body, Session: r.Document.Session,
		Meeting: r.Document.Meeting, Title: r.Document.Title, Language: r.Language, NoText: r.NoText,
	}
	for _, p := range r.Passages {
		if p.Number != "" {
			got.Numbers = append(got.Numbers, p.Number)
		}
	}
	return got
}

func TestAnalyse(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       facts
	}{
		{
			name: "a document of a meeting",
			text: "United Nations\nCAC/COSP/EG.1/2013/2\n\nConference of the States Parties to the\nUnited Nations Convention against Corruption\n\n" +
				"Distr.: General\n4 September 2013\n\nOriginal: English\n\nProgress report on the mandates of the expert meeting\n\n" +
				"1. The Conference recalled its resolution.\n\n2. The Secretariat reported on it.",
			want: facts{
				ID: "CAC/COSP/EG.1/2013/2", Symbol: "CAC/COSP/EG.1/2013/2", Body: "CAC/COSP/EG.1", Session: "2013",
				Meeting: "CAC/COSP/EG.1/2013", Title: "Progress report on the mandates of the expert meeting", Language: "en",
				Numbers: []string{"1", "2"},
			},
		},
		{
			name: "a note verbale is known by its number",
			text: "CU 2013/175\n\nNote verbale\n\nThe Secretariat presents its compliments to the States parties and has the honour to refer to A/RES/58/4.",
			want: facts{ID: "CU 2013/175", Language: "en"},
		},
		{
			name: "a file without a symbol is known by its bytes, never by its name",
			text: "Minutes of the reading circle\n\nWe read what was to be read, and went home with it.",
			want: facts{ID: "file-0123456789ab", Meeting: un.NoMeeting, Language: "en"},
		},
		{
			name: "a file without text",
			text: "",
			want: facts{ID: "file-0123456789ab", Title: "A 99 1", Language: "und", NoText: true, Meeting: un.NoMeeting},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			u := indexer.Analyser(catalogue.Shipped())(contentOf(tt.text), paper)
			if u.Rendition == nil {
				t.Fatalf("taken for a meeting page: %+v", u.Listed)
			}
			r := *u.Rendition
			got := factsOf(r)
			if tt.want.Title == "" {
				got.Title = "" // the masthead's own tests tell titles
			}
			if tt.want.Body == "" { // a note verbale and a nameless file have none to tell
				got.Symbol, got.Session, got.Body = "", "", ""
			}
			if tt.want.Meeting == "" {
				got.Meeting = ""
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff([]un.File{paper}, r.Files); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
		})
	}
}

func TestAnalyseMeetingPage(t *testing.T) {
	page := "Second open-ended intergovernmental expert meeting (Panama City, 25-26 November 2013)\n\nDocument Symbol\n\n" +
		"CAC/COSP/EG.1/2013/1 Annotated provisional agenda\n\n" +
		"CAC/COSP/EG.1/2013/2 Progress report on the mandates\n\n" +
		"CAC/COSP/EG.1/2013/1 Annotated provisional agenda\n\n" +
		"CAC/COSP/EG.1/2012/2 Report of the first meeting (Vienna, 22-23 October 2012)"
	u := indexer.Analyser(catalogue.Shipped())(contentOf(page), paper)
	if u.Rendition != nil {
		t.Fatal("taken for a document")
	}
	var got []string
	for _, d := range u.Listed {
		got = append(got, d.ID+" of "+d.Meeting)
		for _, l := range d.Listings {
			if l.Meeting != "CAC/COSP/EG.1/2013" || l.Page != "" {
				t.Errorf("%s: listing %+v", d.ID, l)
			}
		}
	}
	want := []string{
		"CAC/COSP/EG.1/2013/1 of CAC/COSP/EG.1/2013",
		"CAC/COSP/EG.1/2013/2 of CAC/COSP/EG.1/2013",
		"CAC/COSP/EG.1/2012/2 of CAC/COSP/EG.1/2012",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("documents listed (-want +got):\n%s", diff)
	}
}

// A corrigendum's corrections, and how much of a file was recognised, reach the
// rendition.
func TestAnalyseCorrectionsAndRecognition(t *testing.T) {
	c := contentOf("United Nations\nA/99/1/Corr.1\n\nGeneral Assembly\n\nDistr.: General\n4 September 2044\n\nOriginal: English\n\n" +
		"Report on rivers\n\nCorrigendum\n\nParagraph 12\n\nFor north read south")
	c.Pages = append(c.Pages, layout.Page{Number: 2, OCR: true, Confidence: 0.9}, layout.Page{Number: 3, OCR: true, Confidence: 0.7})
	r := indexer.Analyser(catalogue.Shipped())(c, paper).Rendition
	if r.Recognised != 2 || r.Confidence < 0.79 || r.Confidence > 0.81 {
		t.Errorf("recognised %d pages with confidence %v", r.Recognised, r.Confidence)
	}
	var got []un.Correction
	for _, p := range r.Passages {
		got = append(got, p.Corrections...)
	}
	want := []un.Correction{{Anchor: "para-12", Place: "Paragraph 12", Action: un.Replace, Old: "north", New: "south"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("corrections (-want +got):\n%s", diff)
	}
}
