package search_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/un"
)

// originals keeps files in memory.
type originals map[string]string

type content struct{ *strings.Reader }

func (content) Close() error { return nil }

func (o originals) Open(sha256 string) (io.ReadSeekCloser, error) {
	text, ok := o[sha256]
	if !ok {
		return nil, fmt.Errorf("original %s: %w", sha256, search.ErrNotFound)
	}
	return content{strings.NewReader(text)}, nil
}

func rendition(t *testing.T, symbol, lang, title string, texts ...string) un.Rendition {
	t.Helper()
	s, err := un.ParseSymbol(symbol)
	if err != nil {
		t.Fatal(err)
	}
	r := un.Rendition{
		Document: un.Document{ID: s.String(), Symbols: []un.Symbol{s}, Title: title, Types: []un.Type{un.TypeReportOfMeeting}, Body: s.BodyPath(), Session: s.Session, Meeting: s.MeetingID()},
		Language: lang, Files: []un.File{{SHA256: symbol + lang, Name: lang + ".pdf"}},
	}
	for i, text := range texts {
		n := fmt.Sprint(i + 1)
		r.Passages = append(r.Passages, un.Passage{Anchor: "para-" + n, Number: n, Type: un.Paragraph, Page: 1, Text: text})
	}
	return r
}

const report = "CAC/COSP/EG.1/2013/3"

// service answers from a small collection about one meeting.
func service(t *testing.T, more ...un.Rendition) *search.Service {
	t.Helper()
	dir := t.TempDir()
	english := rendition(t, report, "en", "Report of the meeting", "The return of assets.", "Nothing.")
	english.Job = "V.13-84042"
	english.Document.Date = "2013-11-29"
	corrigendum := rendition(t, report+"/Corr.1", "en", "Report: corrigendum", "For assets read asset.")
	corrigendum.Document.Types = append(corrigendum.Document.Types, un.TypeCorrigendum)
	listed := un.Rendition{Document: rendition(t, "CAC/COSP/EG.1/2013/1", "en", "Agenda").Document, Language: un.Listed}
	listed.Document.Types = []un.Type{un.TypeAnnotatedAgenda}
	put := append([]un.Rendition{
		english, corrigendum, listed, rendition(t, report, "fr", "Rapport de la réunion", "Le recouvrement des avoirs."),
		rendition(t, "A/79/12", "en", "Other", "It recalls CAC/COSP/EG.1/2013/3 and assets."),
	}, more...)
	w, err := bleve.OpenWriter(dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), search.Change{Put: put}); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(context.Background()); err != nil {
		t.Fatal(err)
	}
	e, err := bleve.Open(dir, bleve.Config{Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { e.Close() })
	return search.NewService(search.Config{Engine: e, Originals: originals{report + "fr": "bytes"}})
}

func ask(t *testing.T, s *search.Service, r search.Request) *search.Result {
	t.Helper()
	res, err := s.Search(context.Background(), r)
	if err != nil {
		t.Fatalf("%+v: %v", r, err)
	}
	return res
}

func symbols(r *search.Result) []string {
	out := []string{}
	for _, h := range r.Hits {
		out = append(out, h.Symbol)
	}
	return out
}

func TestSearchHit(t *testing.T) {
	got := ask(t, service(t), search.Request{Query: "return of assets"}).Hits
	want := []search.Hit{{
		Symbol: report, ID: report, Title: "Report of the meeting", Type: []un.Type{un.TypeReportOfMeeting}, Body: "CAC/COSP/EG.1",
		Meeting: &search.MeetingRef{ID: "CAC/COSP/EG.1/2013"}, Date: "2013-11-29", Languages: []string{"en", "fr"}, Language: "en", Held: true,
		URL: "/doc/" + report,
		Paragraphs: []search.Paragraph{{
			Anchor: "para-1", Number: "1", Page: 1, Language: "en", Type: un.Paragraph, URL: "/doc/" + report + "?lang=en&para=1#para-1",
			Spans: []search.Span{{Text: "The "}, {Text: "return", Match: true}, {Text: " of "}, {Text: "assets", Match: true}, {Text: "."}},
		}},
	}}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(search.Hit{}, "Score"), cmpopts.IgnoreFields(search.MeetingRef{}, "Label")); diff != "" {
		t.Error(diff)
	}
	if label := got[0].Meeting.Label; label == "" || label == got[0].Meeting.ID {
		t.Errorf("the meeting is labelled %q", label)
	}
}

// The address of a hit opens the language that is shown, also where only its title
// matches.
func TestHitOpensTheLanguageShown(t *testing.T) {
	for query, want := range map[string]string{
		"rapport":        "/doc/" + report + "?lang=fr",
		"meeting report": "/doc/" + report,
	} {
		hits := ask(t, service(t), search.Request{Query: query}).Hits
		if len(hits) == 0 || hits[0].URL != want {
			t.Errorf("%s: %+v, want the address %s", query, hits, want)
		}
	}
}

func TestSearchJSON(t *testing.T) {
	res := ask(t, service(t), search.Request{Query: "nothingwhatever", Facets: []string{"type"}})
	data, err := json.Marshal(res)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"hits":[]`, `"total":{"value":0,"relation":"eq"}`, `"view":"documents"`, `"generation":"gen-000001"`} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s is missing in %s", want, data)
		}
	}
}

func TestNamesPutTheirDocumentFirst(t *testing.T) {
	s := service(t)
	for _, name := range []string{
		report, "cac/cosp/eg.1/2013/3", "CAC /COSP/EG.1/2013/3*", "https://undocs.org/en/CAC/COSP/EG.1/2013/3", "V.13-84042", "V1384042.pdf",
	} {
		res := ask(t, s, search.Request{Query: name})
		if got := symbols(res); len(got) == 0 || got[0] != report {
			t.Errorf("%s finds %v", name, got)
		}
		if len(res.Suggestions) > 0 || !strings.HasPrefix(res.Query.Interpreted, "the document ") {
			t.Errorf("%s: suggestions %v, interpreted %q", name, res.Suggestions, res.Query.Interpreted)
		}
	}
	if diff := cmp.Diff([]string{report, "A/79/12"}, symbols(ask(t, s, search.Request{Query: report}))); diff != "" {
		t.Error(diff)
	}
	res := ask(t, s, search.Request{Query: "CAC/COSP/EG.1/2013/4"})
	if len(res.Suggestions) == 0 || res.Suggestions[0].Kind != "symbol" || !strings.HasPrefix(res.Suggestions[0].Query, "CAC/COSP/EG.1/2013/") {
		t.Errorf("suggestions for a symbol that is not held: %v", res.Suggestions)
	}
}

// TestNamesFindWhatCitesThem wants texts that cite a document in words of their
// own, and resolutions without the year that stands behind their number.
func TestNamesFindWhatCitesThem(t *testing.T) {
	citing := rendition(t, "A/80/7", "en", "Citing", "As the Assembly decided in its resolution 60/251.")
	citing.Passages[0].References = []un.Reference{{Kind: "resolution", Target: "A/RES/60/251", Start: 31, End: 48}}
	held := rendition(t, "S/RES/2772 (2025)", "en", "Resolution", "Decides to remain seized of the matter.")
	s := service(t, citing, held)
	for _, test := range []struct {
		query, interpreted string
		want               []string
	}{
		{"A/RES/60/251", "documents under A/RES/60/251 and texts that name it", []string{"A/80/7"}},
		{"General Assembly resolution 60/251", "documents under A/RES/60/251 and texts that name it", []string{"A/80/7"}},
		{"S/RES/2772", "the document S/RES/2772(2025) and the texts that name it", []string{"S/RES/2772(2025)"}},
		{"resolution 2772 (2025)", "the document S/RES/2772(2025) and the texts that name it", []string{"S/RES/2772(2025)"}},
	} {
		res := ask(t, s, search.Request{Query: test.query})
		if diff := cmp.Diff(test.want, symbols(res)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.query, diff)
		}
		if q := res.Query; q.Interpreted != test.interpreted || len(q.Warnings)+len(res.Suggestions) != 0 {
			t.Errorf("%s is read as %q, warnings %q, suggestions %v", test.query, q.Interpreted, q.Warnings, res.Suggestions)
		}
	}
	if res := ask(t, s, search.Request{Query: "A/RES/11/9"}); len(res.Suggestions) != 0 {
		t.Errorf("suggestions that are not near: %v", res.Suggestions)
	}
}

// TestSymbolsAmongOtherWords wants the documents that are meant, and the texts that
// name them, narrowed by what else is asked for.
func TestSymbolsAmongOtherWords(t *testing.T) {
	s := service(t,
		rendition(t, "A/RES/48/246", "es", "Haití", "Decide financiar la misión."),
		rendition(t, "A/RES/48/246", "fr", "Haïti", "Décide de financer la mission."),
		rendition(t, "A/79/90", "en", "Report", "The mission of A/RES/48/246 ended."),
	)
	for text, want := range map[string][]string{
		"A/RES/48/246 lang:es":              {"A/RES/48/246"},
		"a/res/48/246 mission":              {"A/79/90", "A/RES/48/246"},
		"mission -A/RES/48/246":             {},
		"A/RES/48/246 and/or mission":       {},
		"(A/79/90 OR A/RES/48/246) lang:fr": {"A/RES/48/246"},
	} {
		res := ask(t, s, search.Request{Query: text, Sort: search.BySymbol})
		if diff := cmp.Diff(want, symbols(res), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}

func TestAssignedIDFindsItsDocument(t *testing.T) {
	id := un.AssignedID(strings.Repeat("0a", 32))
	scan := un.Rendition{Document: un.Document{ID: id, Title: "1971 Memorandum"}, Language: "und", Files: []un.File{{SHA256: "x"}}}
	res := ask(t, service(t, scan), search.Request{Query: id})
	if len(res.Hits) != 1 || res.Hits[0].ID != id {
		t.Errorf("%s finds %+v", id, res.Hits)
	}
}

func TestSymbolThatOthersBeginWith(t *testing.T) {
	s := service(t)
	res := ask(t, s, search.Request{Query: "cac/cosp/eg.1/2013", Sort: search.BySymbol})
	want := []string{"A/79/12", "CAC/COSP/EG.1/2013/1", report} // the first names the last
	if diff := cmp.Diff(want, symbols(res)); diff != "" {
		t.Error(diff)
	}
	if !strings.HasPrefix(res.Query.Interpreted, "documents under CAC/COSP/EG.1/2013") {
		t.Errorf("interpreted %q", res.Query.Interpreted)
	}
}

func TestFacetsAreLabelled(t *testing.T) {
	res := ask(t, service(t), search.Request{Facets: []string{"type", "lang", "meeting", "year"}, Language: "en", Limit: -1})
	if len(res.Hits) != 0 || res.Total.Value != 4 || res.Next != "" {
		t.Errorf("%d hits, total %v, next %q", len(res.Hits), res.Total, res.Next)
	}
	for name, values := range res.Facets {
		for _, v := range values {
			if v.Label == "" || name != "year" && v.Label == v.Value {
				t.Errorf("%s %s is labelled %q", name, v.Value, v.Label)
			}
		}
	}
}

func TestMeetingsByAlias(t *testing.T) {
	s := service(t)
	for _, r := range []search.Request{
		{Query: "meeting:em-2", Sort: search.BySymbol},
		{Filters: map[string][]string{"meeting": {"em-2"}}, Sort: search.BySymbol},
	} {
		if diff := cmp.Diff([]string{"CAC/COSP/EG.1/2013/1", report}, symbols(ask(t, s, r))); diff != "" {
			t.Errorf("%+v: %s", r, diff)
		}
	}
}

func TestResolutionsByNumber(t *testing.T) {
	s := service(t,
		rendition(t, "A/79/11", "en", "Paper", "By its resolutions 57/1 and 79/307, the General Assembly decided so."),
		rendition(t, "A/79/12", "fr", "Note", "Dans sa résolution 79/307, elle a décidé."),
		rendition(t, "A/79/13", "ru", "Записка", "В своей резолюции 79/307 она постановила."),
		rendition(t, "A/79/14", "en", "Paper", "Items 79 and 307; see resolution 79/30."),
		rendition(t, "A/79/15", "en", "Paper", "As resolution 1325 (2000) asks."),
	)
	for text, want := range map[string][]string{
		"A/RES/79/307":           {"A/79/11", "A/79/12", "A/79/13"},
		"resolution 79/307":      {"A/79/11", "A/79/12", "A/79/13"},
		"S/RES/1325(2000)":       {"A/79/15"},
		"resolution 1325 (2000)": {"A/79/15"},
	} {
		got := symbols(ask(t, s, search.Request{Query: text, Sort: search.BySymbol}))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestValuesByName(t *testing.T) {
	r := rendition(t, "A/79/5", "fr", "Note", "Une bonne pratique, selon la résolution 58/4.")
	r.Passages[0].Kinds = []un.KindMark{{Value: un.GoodPractice}}
	r.Passages[0].References = []un.Reference{{Kind: "resolution", Target: "A/RES/58/4"}}
	r.Document.Types = []un.Type{un.TypeProgressReport}
	s := service(t, r)
	for _, r := range []search.Request{
		{Filters: map[string][]string{"kind": {"good practice"}}},
		{Filters: map[string][]string{"kind": {"Good-practice"}, "lang": {"Français"}}},
		{Query: `kind:"good practice" type:"progress report" lang:french`},
		{Query: "cites:58/4 lang:fr"},
		{Query: `cites:"resolution 58/4" lang:fr`},
	} {
		if diff := cmp.Diff([]string{"A/79/5"}, symbols(ask(t, s, r))); diff != "" {
			t.Errorf("%+v: %s", r, diff)
		}
	}
}

func TestStatesByName(t *testing.T) {
	r := rendition(t, "A/79/5", "en", "Paper", "A visit to Panama.")
	r.Passages[0].States = []string{"PAN"}
	s := service(t, r)
	for _, r := range []search.Request{
		{Query: "state:PAN"},
		{Query: "state:panamá"},
		{Query: "state:Панама"},
		{Filters: map[string][]string{"state": {"Panama"}}},
	} {
		r.Facets = []string{"state"}
		res := ask(t, s, r)
		if diff := cmp.Diff([]string{"A/79/5"}, symbols(res)); diff != "" {
			t.Errorf("%+v: %s", r, diff)
		}
		if v := res.Facets["state"]; len(v) != 1 || v[0].Value != "PAN" || v[0].Label != "Panama" {
			t.Errorf("%+v: States %+v", r, v)
		}
	}
}

func TestCursorGoesThroughAll(t *testing.T) {
	var more []un.Rendition
	for i := range 23 {
		more = append(more, rendition(t, fmt.Sprintf("E/2019/%d", i+1), "en", "Paper", "Fraud."))
	}
	s := service(t, more...)
	r := search.Request{Query: "fraud", Limit: 5}
	var got []string
	for {
		res := ask(t, s, r)
		got = append(got, symbols(res)...)
		if r.Cursor = res.Next; r.Cursor == "" {
			break
		}
	}
	r.Limit = 100
	if diff := cmp.Diff(symbols(ask(t, s, r)), got); diff != "" || len(got) != 23 {
		t.Errorf("%d found: %s", len(got), diff)
	}
}

func TestSearchErrors(t *testing.T) {
	s := service(t)
	for _, test := range []struct {
		name string
		r    search.Request
		want error
		says string
	}{
		{"query", search.Request{Query: `ещё "open`}, search.ErrInvalid, "column 5"},
		{"blanks", search.Request{Query: `  ещё "open`}, search.ErrInvalid, "column 7"},
		{"length", search.Request{Query: strings.Repeat("é", search.MaxQueryRunes+1)}, search.ErrTooExpensive, "at most 512"},
		{"clauses", search.Request{Query: strings.Repeat("a ", 65)}, search.ErrTooExpensive, "at most 64"},
		{"nesting", search.Request{Query: strings.Repeat("(", 40) + "a" + strings.Repeat(")", 40)}, search.ErrTooExpensive, "at most 24"},
		{"limit", search.Request{Limit: 101}, search.ErrInvalid, "at most 100"},
		{"filter", search.Request{Filters: map[string][]string{"colour": {"red"}}}, search.ErrInvalid, "colour"},
		{"year", search.Request{Filters: map[string][]string{"year": {"soon"}}}, search.ErrInvalid, "is no year"},
	} {
		_, err := s.Search(context.Background(), test.r)
		if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%s: error %v, want %v with %q", test.name, err, test.want, test.says)
		}
	}
	var bad *search.QueryError
	if _, err := s.Search(context.Background(), search.Request{Query: "a titel:b"}); !errors.As(err, &bad) || bad.Column != 3 || bad.Query != "a titel:b" {
		t.Errorf("error %v", err)
	}
}

func TestDocument(t *testing.T) {
	s := service(t)
	v, err := s.Document(context.Background(), "cac/cosp/eg.1/2013/3", "fr", "avoirs")
	if err != nil {
		t.Fatal(err)
	}
	if v.Rendition.Language != "fr" || len(v.Rendition.Passages) != 1 || v.Generation != "gen-000001" {
		t.Errorf("%s with %d passages of %s", v.Rendition.Language, len(v.Rendition.Passages), v.Generation)
	}
	if diff := cmp.Diff([]string{"en", "fr"}, v.Languages); diff != "" {
		t.Error(diff)
	}
	marks := map[string][]search.Span{"para-1": {{Text: "Le recouvrement des "}, {Text: "avoirs", Match: true}, {Text: "."}}}
	if diff := cmp.Diff(marks, v.Marks); diff != "" {
		t.Error(diff)
	}
	if v.Meeting == nil || v.Meeting.ID != "CAC/COSP/EG.1/2013" || v.Meeting.Place != "Panama City" {
		t.Errorf("meeting %+v", v.Meeting)
	}
	family := []search.FamilyHit{{Symbol: report + "/Corr.1", Title: "Report: corrigendum", Type: []un.Type{un.TypeReportOfMeeting, un.TypeCorrigendum}, URL: "/doc/" + report + "/Corr.1", Held: true}}
	if diff := cmp.Diff(family, v.Family); diff != "" {
		t.Error(diff)
	}
	if v, err = s.Document(context.Background(), report, "ru", `"open`); err != nil || v.Rendition.Language != "en" || v.Marks != nil {
		t.Errorf("Russian is not held: %v, %v", v, err)
	}
	if v, err = s.Document(context.Background(), "CAC/COSP/EG.1/2013/1", "", ""); err != nil || v.Rendition.Held() {
		t.Errorf("listed: %v, %v", v, err)
	}
	var near *search.NearError
	if _, err = s.Document(context.Background(), "cac/cosp/eg.1/2013/33", "", ""); !errors.As(err, &near) || near.Near[0] != report || near.Asked != "CAC/COSP/EG.1/2013/33" {
		t.Errorf("error %v", err)
	}
}

// What a corrigendum changes is told of the document it corrects, in its own
// language alone, and not of other members of the family.
func TestDocumentCorrections(t *testing.T) {
	first := un.Correction{Anchor: "para-1", Place: "Paragraph 1", Action: un.Replace, Old: "assets", New: "asset"}
	other := un.Correction{Anchor: "para-1", Place: "Paragraph 1", Action: un.Delete}
	addition := rendition(t, report+"/Add.1", "en", "Report: addendum", "More.")
	addition.Document.Types = append(addition.Document.Types, un.TypeAddendum)
	corrigendum := rendition(t, report+"/Corr.2", "en", "Second corrigendum", "For assets read asset.")
	ofAddition := rendition(t, report+"/Add.1/Corr.1", "en", "Corrigendum", "Delete paragraph 1.")
	for r, c := range map[*un.Rendition]un.Correction{&corrigendum: first, &ofAddition: other} {
		r.Document.Types = append(r.Document.Types, un.TypeCorrigendum)
		r.Passages[0].Corrections = []un.Correction{c}
	}
	s := service(t, addition, corrigendum, ofAddition)
	for _, tt := range []struct {
		symbol, language string
		want             []search.Corrected
	}{
		{report, "en", []search.Corrected{{By: report + "/Corr.2", Correction: first}}},
		{report, "fr", nil},
		{report + "/Add.1", "en", []search.Corrected{{By: report + "/Add.1/Corr.1", Correction: other}}},
		{report + "/Corr.2", "en", nil},
	} {
		v, err := s.Document(context.Background(), tt.symbol, tt.language, "")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, v.Corrections); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", tt.symbol, tt.language, diff)
		}
	}
}

// The status counts what was recognised in pictures and what holds no text.
func TestStatus(t *testing.T) {
	scan := rendition(t, "A/79/20", "en", "Scan", "Recognised.")
	scan.Recognised, scan.Confidence = 1, 0.9
	empty := rendition(t, "A/79/21", "und", "Empty")
	empty.NoText = true
	st, err := service(t, scan, empty).Status(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if st.Renditions != 6 || st.Recognised != 1 || st.NoText != 1 {
		t.Errorf("status %+v", st)
	}
}

func TestMeeting(t *testing.T) {
	s := service(t)
	v, err := s.Meeting(context.Background(), "em-2", "en")
	if err != nil {
		t.Fatal(err)
	}
	if v.Meeting.ID != "CAC/COSP/EG.1/2013" || v.Total != 3 || v.Generation != "gen-000001" {
		t.Errorf("%+v, total %d", v.Meeting, v.Total)
	}
	var got []string
	for _, g := range v.Groups {
		for _, h := range g.Documents {
			got = append(got, fmt.Sprint(g.Type, " ", h.Symbol, " +", len(h.Family)))
		}
	}
	want := []string{"annotated_agenda CAC/COSP/EG.1/2013/1 +0", "report_of_meeting " + report + " +1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if v, err := s.Meeting(context.Background(), "a/79", "en"); err != nil || v.Meeting.ID != "A/79" || v.Meeting.Name == "a/79" {
		t.Errorf("a/79 is the meeting %+v, %v", v, err)
	}
	if _, err := s.Meeting(context.Background(), "no such meeting", "en"); !errors.Is(err, search.ErrNotFound) {
		t.Errorf("error %v", err)
	}
}

func TestOriginal(t *testing.T) {
	s := service(t)
	f, r, err := s.Original(context.Background(), report+"fr")
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if data, err := io.ReadAll(r); err != nil || string(data) != "bytes" || f.Name != "fr.pdf" {
		t.Errorf("%q of %v: %v", data, f, err)
	}
	for _, missing := range []string{report + "en", "nothing"} {
		if _, _, err := s.Original(context.Background(), missing); !errors.Is(err, search.ErrNotFound) {
			t.Errorf("%s: error %v", missing, err)
		}
	}
}
