package webui_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"travaux/search"
	"travaux/search/un"
)

// hostile is text that must never reach a browser as HTML.
const hostile = `<script>alert("x")</script><img src=x onerror='y'>&amp;`

// fakeService is a small collection, written for these tests, that answers as
// search.Service does.
type fakeService struct {
	documents map[string]search.DocumentView
	meetings  map[string]search.MeetingView
	files     map[string]fakeFile
	status    search.Status
	// pages is how many pages of results there are.
	pages int
	// fail, when set, is the error of every call but Original.
	fail error
	// asked is the last request.
	asked search.Request
}

type fakeFile struct {
	file un.File
	body string
}

type readCloser struct{ *bytes.Reader }

func (readCloser) Close() error { return nil }

// Search gives the same hits to every query that is not one of the bad ones.
func (f *fakeService) Search(_ context.Context, r search.Request) (*search.Result, error) {
	f.asked = r
	switch {
	case f.fail != nil:
		return nil, f.fail
	case strings.HasPrefix(r.Query, "bad"):
		return nil, &search.QueryError{Query: r.Query, Column: 5, Message: "a word was expected here"}
	case r.Query == "a* b*":
		return nil, fmt.Errorf("more than 1024 words begin so: %w", search.ErrTooExpensive)
	case r.Cursor == "broken":
		return nil, fmt.Errorf("cursor: %w", search.ErrInvalid)
	}
	result := &search.Result{
		Query:      search.Query{Input: r.Query, Interpreted: "all of: " + r.Query},
		Generation: f.status.Generation,
		View:       r.View,
		Total:      search.Total{Value: 1234, Relation: "eq"},
		Facets:     fakeFacets(r), FacetTotals: map[string]int{"state": 60, "kind": 1},
	}
	if strings.Contains(r.Query, "nothing") {
		result.Total.Value = 0
		result.Suggestions = []search.Suggestion{
			{Kind: search.SuggestSpelling, Query: "something", Label: "something", Count: 1},
			{Kind: search.SuggestFilter, Query: r.Query, Label: "without the filter by type", Facet: "type", Count: 1200},
			{Kind: search.SuggestFewer, Query: "little", Label: "little", Count: 7},
			{Kind: search.SuggestSymbol, Query: "A/31/1", Label: "A/31/1"},
		}
		return result, nil
	}
	if r.Limit >= 0 {
		result.Hits = fakeHits(r)
	}
	page := 1
	if r.Cursor != "" {
		if _, err := fmt.Sscanf(r.Cursor, "c%d", &page); err != nil {
			return nil, fmt.Errorf("cursor: %w", search.ErrInvalid)
		}
	}
	if page < f.pages {
		result.Next = fmt.Sprintf("c%d", page+1)
	}
	return result, nil
}

// Help is the true one: it is not of any collection.
func (f *fakeService) Help() search.Help { return (*search.Service)(nil).Help() }

// Document finds a document by id in any case.
func (f *fakeService) Document(_ context.Context, name, language, text string) (*search.DocumentView, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	for id, view := range f.documents {
		if !strings.EqualFold(id, name) {
			continue
		}
		if text != "" {
			view.Marks = map[string][]search.Span{}
			for _, p := range view.Rendition.Passages {
				if before, after, ok := strings.Cut(p.Text, text); ok {
					view.Marks[p.Anchor] = []search.Span{{Text: before}, {Text: text, Match: true}, {Text: after}}
				}
			}
		}
		return &view, nil
	}
	return nil, &search.NearError{Asked: name, Near: []string{"CAC/COSP/EG.1/2031/2", "CAC/COSP/EG.1/2031/3"}}
}

// Meeting finds a meeting by id or alias.
func (f *fakeService) Meeting(_ context.Context, id, _ string) (*search.MeetingView, error) {
	if f.fail != nil {
		return nil, f.fail
	}
	for _, view := range f.meetings {
		if view.Meeting.ID == id || slices.Contains(view.Meeting.Aliases, id) {
			return &view, nil
		}
	}
	return nil, fmt.Errorf("meeting %s: %w", id, search.ErrNotFound)
}

// Original opens a file.
func (f *fakeService) Original(_ context.Context, sha256 string) (un.File, io.ReadSeekCloser, error) {
	held, ok := f.files[sha256]
	if !ok {
		return un.File{}, nil, fmt.Errorf("file %s: %w", sha256, search.ErrNotFound)
	}
	return held.file, readCloser{bytes.NewReader([]byte(held.body))}, nil
}

// Status gives the figures.
func (f *fakeService) Status(context.Context) (search.Status, error) { return f.status, f.fail }

var (
	pdfSum  = strings.Repeat("a", 64)
	htmlSum = strings.Repeat("b", 64)
)

// newFake makes the collection.
func newFake() *fakeService {
	f := &fakeService{
		pages: 4,
		files: map[string]fakeFile{
			pdfSum:  {un.File{SHA256: pdfSum, Name: "rapport d'été \"final\".pdf", Media: "application/pdf", Size: 300_000}, "%PDF-1.4 sample"},
			htmlSum: {un.File{SHA256: htmlSum, Name: "page.html", Media: "text/html", Size: 20}, "<script>1</script>"},
		},
		status: search.Status{
			Generation: "gen-000007", Published: "2031-05-06T07:08:09Z",
			Documents: 1234, Held: 1200, Renditions: 2345, Recognised: 17, NoText: 4, Passages: 98765, Files: 2400, Failed: 3,
		},
		documents: map[string]search.DocumentView{},
		meetings:  map[string]search.MeetingView{},
	}
	for _, view := range []search.DocumentView{reportView(), arabicView(), longView(), listedView(), hostileView(), scanView(), corrigendumView()} {
		view.Generation = f.status.Generation
		f.documents[view.Rendition.Document.ID] = view
	}
	f.meetings["em"] = search.MeetingView{
		Meeting: *fakeMeeting(),
		Groups: []search.MeetingGroup{
			{Type: "report", Label: "Reports", Documents: fakeHits(search.Request{})[:2]},
			{Type: "agenda", Label: "Agendas", Documents: fakeHits(search.Request{})[2:3]},
		},
		Total:      3,
		Generation: f.status.Generation,
	}
	return f
}

func fakeMeeting() *un.Meeting {
	return &un.Meeting{
		ID: "CAC/COSP/EG.1/2031", Aliases: []string{"em-12"}, Body: "CAC/COSP/EG.1", Session: "2031",
		Name:  "Open-ended intergovernmental expert meeting to enhance international cooperation, twelfth meeting",
		Place: "Vienna", Start: "2031-11-24", End: "2031-11-26",
	}
}

func symbol(s string) un.Symbol {
	parsed, err := un.ParseSymbol(s)
	if err != nil {
		panic(err)
	}
	return parsed
}

// rendition makes a rendition of a held document.
func rendition(id, title, language string, passages []un.Passage) un.Rendition {
	return un.Rendition{
		Document: un.Document{
			ID: id, Symbols: []un.Symbol{symbol(id)}, Title: title, Types: []un.Type{"report"}, Body: "CAC/COSP/EG.1",
			Session: "2031", Meeting: "CAC/COSP/EG.1/2031", Date: "2031-11-28", Place: "Vienna", AgendaItem: "3",
			Start: "2031-11-24", End: "2031-11-26", Distribution: "general",
		},
		Language: language, Original: "en", Job: "V.31-84042", Reader: "pdf/1", Pages: 7,
		Files:    []un.File{{SHA256: pdfSum, Name: "V3184042.pdf", Media: "application/pdf", Size: 300_000}},
		Passages: passages,
	}
}

func reportView() search.DocumentView {
	return search.DocumentView{
		Rendition: rendition("CAC/COSP/EG.1/2031/3", "Report on the twelfth open-ended intergovernmental expert meeting", "en", []un.Passage{
			{Anchor: "block-1", Type: un.Summary, Text: "The expert meeting considered how requests are answered, and how long they take.", Page: 1},
			{Anchor: "heading-1", Type: un.HeadingPassage, Text: "I. Introduction", Page: 1},
			{Anchor: "para-1", Number: "1", Type: un.Paragraph, Page: 1, Text: "In its resolution 4/2, the Conference decided to convene open-ended expert meetings (A/RES/58/4).", References: []un.Reference{{Kind: "symbol", Target: "A/RES/58/4", Start: 85, End: 95}}},
			{Anchor: "para-2", Number: "2", Type: un.Paragraph, Page: 1, Text: "The meeting was attended by experts on mutual legal assistance and extradition from ninety States.", Notes: []string{"A list of participants stands in an annex."}},
			{Anchor: "heading-2", Type: un.HeadingPassage, Text: "II. Recommendations", Page: 2},
			{Anchor: "heading-3", Type: un.HeadingPassage, Text: "A. Central authorities", Page: 2, Headings: []un.Heading{{Level: 1, Text: "II. Recommendations"}}},
			{Anchor: "para-3", Number: "3", Type: un.Paragraph, Page: 2, Text: "States parties should give their central authorities the staff and the training that prompt mutual legal assistance needs.", Kinds: []un.KindMark{{Value: un.Recommendation, Cue: "should"}}},
			{Anchor: "para-4", Number: "4", Type: un.Paragraph, Page: 2, Text: "One speaker described as a good practice the weekly call between the two authorities, which had halved the time an answer took.", Kinds: []un.KindMark{{Value: un.GoodPractice, Cue: "good practice"}}},
			{Anchor: "block-2", Type: un.Footnote, Page: 2, Text: "1 The figures are those the speakers gave."},
		}),
		Languages: []string{"en", "fr", "ar"},
		Meeting:   fakeMeeting(),
		Family: []search.FamilyHit{
			{Symbol: "CAC/COSP/EG.1/2031/3/Corr.1", Title: "Corrigendum", Type: []un.Type{"report", "corrigendum"}, URL: "/doc/CAC/COSP/EG.1/2031/3/Corr.1", Held: true},
			{Symbol: "CAC/COSP/EG.1/2031/3/Add.1", Type: []un.Type{"report", "addendum"}, URL: "/doc/CAC/COSP/EG.1/2031/3/Add.1"},
		},
		Corrections: []search.Corrected{
			{By: "CAC/COSP/EG.1/2031/3/Corr.1", Correction: un.Correction{Anchor: "para-3", Place: "Paragraph 3, line 2", Action: un.Replace, Old: "staff", New: "means"}},
			{By: "CAC/COSP/EG.1/2031/3/Corr.1", Correction: un.Correction{Place: "Cover", Action: un.Delete, Old: "the second line"}},
		},
	}
}

func arabicView() search.DocumentView {
	return search.DocumentView{
		Rendition: rendition("CAC/COSP/WG.2/2031/4", "تقرير عن الاجتماع", "ar", []un.Passage{
			{Anchor: "heading-1", Type: un.HeadingPassage, Text: "أولا- مقدمة", Page: 1},
			{Anchor: "para-1", Number: "1", Type: un.Paragraph, Page: 1, Text: "قرر المؤتمر أن يعقد اجتماعات للخبراء بشأن التعاون الدولي (CAC/COSP/2031/14)، وأن تقدم تقاريرها إليه."},
			{Anchor: "para-2", Number: "2", Type: un.Paragraph, Page: 1, Text: "وأوصى الخبراء بأن تتيح الدول للسلطات المركزية ما يلزم من الموظفين والتدريب."},
			{Anchor: "block-1", Type: un.Text, Language: "en", Page: 1, Text: "This note stands in English."},
		}),
		Languages: []string{"ar", "en"},
		Meeting:   fakeMeeting(),
	}
}

func longView() search.DocumentView {
	var passages []un.Passage
	for i := 1; i <= 1200; i++ {
		passages = append(passages, un.Passage{
			Anchor: fmt.Sprintf("para-%d", i), Number: fmt.Sprint(i), Type: un.Paragraph, Page: i/10 + 1,
			Text: fmt.Sprintf("Paragraph number %d of a long document.", i),
		})
	}
	return search.DocumentView{Rendition: rendition("E/CN.15/2031/9", "A long document", "en", passages), Languages: []string{"en"}}
}

func listedView() search.DocumentView {
	r := rendition("CAC/COSP/EG.1/2031/2", "Background paper", un.Listed, nil)
	r.Files, r.Pages, r.Reader, r.Job, r.Original = nil, 0, "", "", ""
	r.Document.Listings = []un.Listing{{Meeting: "CAC/COSP/EG.1/2031", Title: "Background paper by the Secretariat"}}
	return search.DocumentView{Rendition: r, Meeting: fakeMeeting()}
}

func scanView() search.DocumentView {
	r := rendition("A/C.3/31/4", "A scan", "en", nil)
	r.NoText, r.Warnings = true, []string{"no text layer"}
	return search.DocumentView{Rendition: r, Languages: []string{"en"}}
}

// corrigendumView is a corrigendum that was read in pictures of its pages.
func corrigendumView() search.DocumentView {
	r := rendition("CAC/COSP/EG.1/2031/3/Corr.1", "Corrigendum", "en", []un.Passage{
		{Anchor: "block-1", Type: un.Text, Page: 1, OCR: true, Text: "Paragraph 3, line 2: for staff read means", Corrections: []un.Correction{
			{Anchor: "para-3", Place: "Paragraph 3, line 2", Action: un.Replace, Old: "staff", New: "means"},
		}},
		{Anchor: "block-2", Type: un.Text, Page: 1, Text: "Cover: delete the second line", Corrections: []un.Correction{{Place: "Cover", Action: un.Delete, Old: "the second line"}}},
	})
	r.Recognised, r.Confidence = 1, 0.874
	return search.DocumentView{Rendition: r, Languages: []string{"en"}}
}

// hostileView has hostile text wherever a document can carry text.
func hostileView() search.DocumentView {
	d := un.Document{
		ID: "file-0123456789ab", Title: hostile, Types: []un.Type{hostile}, Body: hostile, Session: hostile, Meeting: hostile,
		Date: hostile, AgendaItem: hostile, Place: hostile, Start: hostile, End: hostile, Distribution: hostile,
		Listings: []un.Listing{{Meeting: hostile, Title: hostile, Page: hostile}},
	}
	return search.DocumentView{
		Rendition: un.Rendition{
			Document: d, Language: hostile, Original: hostile, Job: hostile, Reader: hostile, Warnings: []string{hostile},
			Files: []un.File{{SHA256: pdfSum, Name: hostile, Media: hostile}},
			Passages: []un.Passage{
				{Anchor: hostile, Number: hostile, Type: un.Paragraph, Text: hostile, Language: hostile, Notes: []string{hostile}, Kinds: []un.KindMark{{Value: hostile, Cue: hostile}}, References: []un.Reference{{Kind: "symbol", Target: hostile, Start: 3, End: 9}}, OCR: true, Corrections: []un.Correction{
					{Anchor: hostile, Place: hostile, Action: un.Replace, Old: hostile, New: hostile}, {Place: hostile, Action: un.Delete, Old: hostile}, {Place: hostile, Action: un.Insert, New: hostile, After: hostile},
				}},
				{Anchor: "heading-1", Type: un.HeadingPassage, Text: hostile},
			},
		},
		Languages: []string{hostile},
		Meeting:   &un.Meeting{ID: hostile, Name: hostile},
		Family:    []search.FamilyHit{{Symbol: hostile, Title: hostile, Type: []un.Type{hostile}, URL: "javascript:alert(1)"}},
		Corrections: []search.Corrected{
			{By: hostile, Correction: un.Correction{Anchor: hostile, Place: hostile, Action: un.Replace, Old: hostile, New: hostile}},
			{By: hostile, Correction: un.Correction{Place: hostile, Action: hostile, New: hostile}},
		},
	}
}

// fakeHits are the hits of every search.
func fakeHits(r search.Request) []search.Hit {
	meeting := &search.MeetingRef{ID: "CAC/COSP/EG.1/2031", Label: "Expert meeting on international cooperation, twelfth meeting, Vienna, November 2031"}
	hits := []search.Hit{
		{
			Symbol: "CAC/COSP/EG.1/2031/3", ID: "CAC/COSP/EG.1/2031/3", Title: "Report on the twelfth open-ended intergovernmental expert meeting",
			Type: []un.Type{"report"}, Body: "CAC/COSP/EG.1", Meeting: meeting, Date: "2031-11-28", Languages: []string{"fr", "en", "ar"}, Held: true,
			URL: "/doc/CAC/COSP/EG.1/2031/3",
			Family: []search.FamilyHit{
				{Symbol: "CAC/COSP/EG.1/2031/3/Corr.1", Title: "Corrigendum", Type: []un.Type{"report", "corrigendum"}, URL: "/doc/CAC/COSP/EG.1/2031/3/Corr.1", Held: true, Paragraphs: []search.Paragraph{fakeParagraph("en", "2", "For loss read ", "mutual legal assistance", ".")}, More: 2},
			},
			Paragraphs: []search.Paragraph{
				fakeParagraph("en", "3", "States parties should give their central authorities the staff that prompt ", "mutual legal assistance", " needs."),
				fakeParagraph("en", "12", "One speaker described the weekly call which halved the time ", "mutual legal assistance", " took between the two authorities, and offered the text of the arrangement."),
			},
			More: 14,
		},
		{
			Symbol: "CAC/COSP/WG.2/2031/4", ID: "CAC/COSP/WG.2/2031/4", Title: "تقرير عن الاجتماع", Type: []un.Type{"report"}, Meeting: meeting,
			Date: "2031-09", Languages: []string{"ar"}, Held: true, URL: "/doc/CAC/COSP/WG.2/2031/4?lang=ar",
			Paragraphs: []search.Paragraph{fakeParagraph("ar", "1", "قرر المؤتمر أن يعقد اجتماعات للخبراء بشأن ", "التعاون الدولي", " وأن تقدم تقاريرها إليه.")},
		},
		{
			Symbol: "CAC/COSP/EG.1/2031/2", ID: "CAC/COSP/EG.1/2031/2", Title: "Background paper", Type: []un.Type{"background_paper"},
			Meeting: meeting, Languages: []string{}, URL: "/doc/CAC/COSP/EG.1/2031/2",
		},
		{
			Symbol: "A/C.3/31/4", ID: "A/C.3/31/4", Title: "A scan", Type: []un.Type{"draft_resolution"}, Date: "1976-10-08",
			Languages: []string{"en"}, Held: true, NoText: true, URL: "/doc/A/C.3/31/4",
		},
		{
			ID: "file-0123456789ab", Title: hostile, Type: []un.Type{hostile}, Date: hostile, Held: true, Languages: []string{hostile},
			Meeting: &search.MeetingRef{ID: hostile, Label: hostile}, URL: "javascript:alert(1)",
			Paragraphs: []search.Paragraph{{Anchor: hostile, Number: hostile, Language: hostile, URL: "//evil.example", Kind: []un.Kind{hostile}, Spans: []search.Span{{Text: hostile}, {Text: hostile, Match: true}}}},
			Family:     []search.FamilyHit{{Symbol: hostile, Title: hostile, URL: hostile}},
		},
	}
	if r.View == search.Paragraphs {
		return slices.DeleteFunc(hits, func(h search.Hit) bool { return len(h.Paragraphs) == 0 })
	}
	return hits
}

func fakeParagraph(language, number, before, match, after string) search.Paragraph {
	return search.Paragraph{
		Anchor: "para-" + number, Number: number, Page: 2, Language: language, Type: un.Paragraph, Kind: []un.Kind{un.Recommendation},
		URL:   "/doc/CAC/COSP/EG.1/2031/3?lang=" + language + "&para=" + number + "#para-" + number,
		Spans: []search.Span{{Text: before}, {Text: match, Match: true}, {Text: after}},
	}
}

// fakeFacets counts every facet, the chosen values marked.
func fakeFacets(r search.Request) map[string][]search.FacetValue {
	all := map[string][]search.FacetValue{
		"meeting": {{Value: "CAC/COSP/EG.1/2031", Label: "Expert meeting on international cooperation, twelfth meeting", Count: 40}, {Value: hostile, Label: hostile, Count: 1}, {Value: "none", Label: "Meeting not known", Count: 7}},
		"symbol": {
			{Value: "CAC/COSP", Label: "CAC/COSP", Count: 900},
			{Value: "CAC/COSP/EG.1", Label: "CAC/COSP/EG.1", Count: 40, Depth: 1, Parent: "CAC/COSP"},
			{Value: "CAC/COSP/EG.1/2031", Label: "CAC/COSP/EG.1/2031", Count: 9, Depth: 2, Parent: "CAC/COSP/EG.1"},
			{Value: "A", Label: "A", Count: 300},
		},
		"type": {{Value: "report", Label: "Report", Count: 500}, {Value: "resolution", Label: "Resolution", Count: 80}},
		"body": {{Value: "CAC/COSP", Label: "Conference of the States Parties", Count: 900}},
		"lang": {{Value: "en", Label: "English", Count: 1000}, {Value: "ar", Label: "Arabic", Count: 200}},
		"kind": {{Value: "good_practice", Label: "Good practice", Count: 33}},
		"article": {
			{Value: "46", Label: "46", Count: 12},
			{Value: "5", Label: "5", Count: 3},
		},
		"cites": {{Value: hostile, Label: hostile, Count: 2}},
	}
	for i := range 40 {
		all["state"] = append(all["state"], search.FacetValue{Value: fmt.Sprintf("X%02d", i), Label: fmt.Sprintf("State %d", i), Count: 90 - i})
	}
	for y := 2031; y > 2015; y-- {
		all["year"] = append(all["year"], search.FacetValue{Value: fmt.Sprint(y), Label: fmt.Sprint(y), Count: y - 2000})
	}
	given := map[string][]search.FacetValue{}
	for _, name := range r.Facets {
		for _, v := range all[name] {
			v.Selected = slices.Contains(r.Filters[name], v.Value)
			given[name] = append(given[name], v)
		}
	}
	return given
}
