package webui_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"travaux/search"
	"travaux/search/un"
	"travaux/webui"
)

// TestParagraphOfDocument follows the permalink of a paragraph into another
// language, and asks for one that is not there.
func TestParagraphOfDocument(t *testing.T) {
	const report = "/doc/CAC/COSP/EG.1/2031/3"
	doc := parse(t, get(t, report+"?lang=en&para=3", http.StatusOK).Body)
	if got, want := linkWith(t, doc, "Français"), report+"?lang=fr&para=3#para-3"; got != want {
		t.Errorf("French leads to %q, want %q", got, want)
	}
	if notices := find(doc, "p", "notice"); len(notices) != 0 {
		t.Errorf("notice %q", textOf(notices[0]))
	}
	doc = parse(t, get(t, report+"?lang=en&para=999", http.StatusOK).Body)
	notices := find(doc, "p", "notice")
	if len(notices) != 1 || textOf(notices[0]) != "There is no paragraph 999 in this text." {
		t.Errorf("%d notices", len(notices))
	}
	if got, want := linkWith(t, doc, "Français"), report+"?lang=fr"; got != want {
		t.Errorf("French leads to %q, want %q", got, want)
	}
}

func TestDocumentText(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/3?lang=en&q=mutual+legal+assistance", http.StatusOK).Body)
	var headings []string
	for _, h := range append(find(doc, "h2", ""), find(doc, "h3", "")...) {
		if id := attr(h, "id"); id != "" {
			headings = append(headings, h.Data+" "+id)
		}
	}
	if d := cmp.Diff([]string{"h2 heading-1", "h2 heading-2", "h3 heading-3"}, headings); d != "" {
		t.Error(d)
	}
	para := byID(doc, "para-3")
	number := find(para, "a", "number")[0]
	if got, want := attr(number, "href"), "/doc/CAC/COSP/EG.1/2031/3?lang=en&para=3#para-3"; got != want {
		t.Errorf("permalink %q, want %q", got, want)
	}
	if marks := find(para, "mark", ""); len(marks) != 1 || textOf(marks[0]) != "mutual legal assistance" {
		t.Errorf("%d marks in paragraph 3", len(marks))
	}
	matches := textOf(find(doc, "p", "matches")[0])
	if want := "2 passages match para. 2 para. 3"; matches != want {
		t.Errorf("matches are told as %q, want %q", matches, want)
	}
	if got := linkWith(t, doc, "Next match"); got != "#para-3" {
		t.Errorf("the next match is %q", got)
	}
	if got := linkWith(t, byID(doc, "para-1"), "A/RES/58/4"); got != "/doc/A/RES/58/4" {
		t.Errorf("the reference leads to %q", got)
	}
	if got := linkWith(t, doc, "Page 2"); got != "/file/"+pdfSum+"#page=2" {
		t.Errorf("page 2 leads to %q", got)
	}
	if got := linkWith(t, doc, "Contents"); got != "#contents" || byID(doc, "contents") == nil {
		t.Errorf("the contents are at %q", got)
	}
	if got := linkWith(t, doc, "Français"); got != "/doc/CAC/COSP/EG.1/2031/3?lang=fr" {
		t.Errorf("French leads to %q", got)
	}
	if got := linkWith(t, find(doc, "ul", "family")[0], "Corr.1"); got != "/doc/CAC/COSP/EG.1/2031/3/Corr.1" {
		t.Errorf("the corrigendum leads to %q", got)
	}
}

func TestOnlyDocumentsAreLinked(t *testing.T) {
	f := newFake()
	view := f.documents["CAC/COSP/EG.1/2031/3"]
	view.Rendition.Passages = []un.Passage{{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: "Resolutions 4/2 and 58/4 on article 46", References: []un.Reference{
		{Kind: "resolution", Target: "4/2", Start: 12, End: 15},
		{Kind: "resolution", Target: "A/RES/58/4", Start: 20, End: 24},
		{Kind: "article", Target: "46", Start: 36, End: 38},
	}}}
	f.documents["CAC/COSP/EG.1/2031/3"] = view
	doc := parse(t, serve(t, f, http.MethodGet, "/doc/CAC/COSP/EG.1/2031/3").Body)
	var got []string
	for _, a := range find(find(byID(doc, "para-1"), "p", "")[0], "a", "") {
		got = append(got, textOf(a)+" "+attr(a, "href"))
	}
	if d := cmp.Diff([]string{"58/4 /doc/A/RES/58/4"}, got); d != "" {
		t.Error(d)
	}
}

func TestFootnotesStandUnderTheirParagraph(t *testing.T) {
	f := newFake()
	view := f.documents["CAC/COSP/EG.1/2031/3"]
	view.Rendition.Passages = []un.Passage{
		{Anchor: "para-1", Number: "1", Type: un.Paragraph, Page: 1, Text: "One.", Notes: []string{"First note."}},
		{Anchor: "para-2", Number: "2", Type: un.Paragraph, Page: 2, Text: "Two.", Notes: []string{"Lost note."}},
		{Anchor: "note-1", Type: un.Footnote, Page: 1, Text: "First note."},
		{Anchor: "note-2", Type: un.Footnote, Page: 1, Text: "Called by nobody."},
	}
	f.documents["CAC/COSP/EG.1/2031/3"] = view
	doc := parse(t, serve(t, f, http.MethodGet, "/doc/CAC/COSP/EG.1/2031/3?q=note").Body)
	if byID(byID(doc, "para-1"), "note-1") == nil {
		t.Error("the first note does not stand under paragraph 1")
	}
	if !strings.Contains(textOf(byID(doc, "para-2")), "Lost note.") {
		t.Error("a note without a passage of its own is lost")
	}
	if n := strings.Count(textOf(doc), "First note."); n != 1 {
		t.Errorf("the first note stands %d times", n)
	}
	if note := byID(doc, "note-2"); note == nil || strings.TrimSpace(textOf(note)) != "Called by nobody." {
		t.Error("a note that nobody calls is lost")
	}
	if leaves := find(doc, "p", "leaf"); len(leaves) != 2 {
		t.Errorf("%d page marks, want 2", len(leaves))
	}
	if got := textOf(find(doc, "p", "matches")[0]); !strings.HasPrefix(got, "1 passage matches") {
		t.Errorf("matches are told as %q", got)
	}
}

func TestArabicDocument(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/WG.2/2031/4?lang=ar", http.StatusOK).Body)
	text := find(doc, "div", "prose")[0]
	if attr(text, "lang") != "ar" || attr(text, "dir") != "rtl" {
		t.Errorf("the text has lang=%q dir=%q", attr(text, "lang"), attr(text, "dir"))
	}
	if english := byID(doc, "block-1"); attr(english, "lang") != "en" || attr(english, "dir") != "ltr" {
		t.Errorf("an English passage in it has lang=%q dir=%q", attr(english, "lang"), attr(english, "dir"))
	}
	if page := find(doc, "html", "")[0]; attr(page, "lang") != "en" || attr(page, "dir") != "" {
		t.Error("the page itself is in English")
	}
}

func TestLongDocumentComesInParts(t *testing.T) {
	tests := []struct{ target, first, last, current string }{
		{"/doc/E/CN.15/2031/9", "para-1", "para-500", "1"},
		{"/doc/E/CN.15/2031/9?part=2", "para-501", "para-1000", "2"},
		{"/doc/E/CN.15/2031/9?part=3", "para-1001", "para-1200", "3"},
		{"/doc/E/CN.15/2031/9?part=99", "para-1001", "para-1200", "3"},
		{"/doc/E/CN.15/2031/9?part=-1", "para-1", "para-500", "1"},
		{"/doc/E/CN.15/2031/9?part=x", "para-1", "para-500", "1"},
		{"/doc/E/CN.15/2031/9?para=500", "para-1", "para-500", "1"},
		{"/doc/E/CN.15/2031/9?para=501", "para-501", "para-1000", "2"},
		{"/doc/E/CN.15/2031/9?para=para-1200", "para-1001", "para-1200", "3"},
		{"/doc/E/CN.15/2031/9?para=7000&part=2", "para-501", "para-1000", "2"},
	}
	for _, tt := range tests {
		doc := parse(t, get(t, tt.target, http.StatusOK).Body)
		passages := find(doc, "div", "passage")
		if first, last := attr(passages[0], "id"), attr(passages[len(passages)-1], "id"); first != tt.first || last != tt.last {
			t.Errorf("%s shows %s to %s, want %s to %s", tt.target, first, last, tt.first, tt.last)
		}
		for _, a := range find(find(doc, "nav", "pages")[0], "a", "") {
			if current := attr(a, "aria-current") == "page"; current != (textOf(a) == tt.current) {
				t.Errorf("%s: part %s is current: %t", tt.target, textOf(a), current)
			}
		}
	}
	doc := parse(t, get(t, "/doc/E/CN.15/2031/9?lang=en&q=number+777+of", http.StatusOK).Body)
	if got, want := linkWith(t, doc, "para. 777"), "/doc/E/CN.15/2031/9?lang=en&q=number+777+of&part=2#para-777"; got != want {
		t.Errorf("a match in another part leads to %q, want %q", got, want)
	}
	if n := len(find(parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/3", http.StatusOK).Body), "nav", "pages")); n != 0 {
		t.Error("a short document is in parts")
	}
}

func TestHeadingsLeaveOutNoLevel(t *testing.T) {
	f := newFake()
	view := f.documents["E/CN.15/2031/9"]
	deep := []un.Heading{{Level: 1, Text: "I. One"}, {Level: 2, Text: "A. Two"}}
	passages := slices.Clone(view.Rendition.Passages)
	for i := range passages {
		passages[i].Headings = deep
	}
	passages[600].Type, passages[600].Anchor = un.HeadingPassage, "heading-1"
	passages[700].Type, passages[700].Anchor, passages[700].Headings = un.HeadingPassage, "heading-2", nil
	passages[800].Type, passages[800].Anchor = un.HeadingPassage, "heading-3"
	view.Rendition.Passages = passages
	f.documents["E/CN.15/2031/9"] = view
	doc := parse(t, serve(t, f, http.MethodGet, "/doc/E/CN.15/2031/9?part=2").Body)
	for id, want := range map[string]string{"heading-1": "h2", "heading-2": "h2", "heading-3": "h3"} {
		if got := byID(doc, id).Data; got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	if got := textOf(find(doc, "p", "continued")[0]); got != "I. One › A. Two" {
		t.Errorf("the part goes on under %q", got)
	}
	if first := parse(t, serve(t, f, http.MethodGet, "/doc/E/CN.15/2031/9").Body); len(find(first, "p", "continued")) != 0 {
		t.Error("the first part goes on under something")
	}
}

func TestListedDocument(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/2", http.StatusOK).Body)
	text := textOf(doc)
	for _, want := range []string{"text not held", "Background paper by the Secretariat"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if got := linkWith(t, doc, "CAC/COSP/EG.1/2031"); !strings.HasPrefix(got, "/meeting/") {
		t.Errorf("the meeting leads to %q", got)
	}
}

func TestUnknownSymbolNamesWhatIsNear(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/9", http.StatusNotFound).Body)
	if got := textOf(find(doc, "h1", "")[0]); got != "CAC/COSP/EG.1/2031/9 is not held" {
		t.Errorf("heading %q", got)
	}
	for _, near := range []string{"CAC/COSP/EG.1/2031/2", "CAC/COSP/EG.1/2031/3"} {
		if got := linkWith(t, doc, near); got != "/doc/"+near {
			t.Errorf("%s leads to %q", near, got)
		}
	}
}

func TestMeetingPage(t *testing.T) {
	doc := parse(t, get(t, "/meeting/CAC/COSP/EG.1/2031", http.StatusOK).Body)
	text := textOf(find(doc, "main", "")[0])
	for _, want := range []string{"Open-ended intergovernmental expert meeting", "Vienna", "24–26 November 2031", "3 documents", "em-12", "Reports 2", "Agendas 1", "Background paper"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if got := linkWith(t, doc, "3 documents"); got != "/search?meeting=CAC%2FCOSP%2FEG.1%2F2031" {
		t.Errorf("the documents are searched by %q", got)
	}
}

// markedService gives one document of one passage, marked as told.
type markedService struct {
	*fakeService
	passage un.Passage
	spans   []search.Span
}

// Document gives the passage with its marks.
func (m *markedService) Document(context.Context, string, string, string) (*search.DocumentView, error) {
	view := m.documents["CAC/COSP/EG.1/2031/3"]
	view.Rendition.Passages = []un.Passage{m.passage}
	view.Marks = map[string][]search.Span{m.passage.Anchor: m.spans}
	return &view, nil
}

// TestTextComesOutWhole cuts texts by marks and references at any place: what a
// reader sees is the text, and what is marked is what the service marked.
func TestTextComesOutWhole(t *testing.T) {
	f := &markedService{fakeService: newFake()}
	handler := newHandler(t, webui.Config{Service: f})
	rapid.Check(t, func(r *rapid.T) {
		spans := rapid.SliceOfN(rapid.Custom(func(r *rapid.T) search.Span {
			return search.Span{Text: rapid.StringMatching(`[a-zé<&"ش ]{1,8}`).Draw(r, "text"), Match: rapid.Bool().Draw(r, "match")}
		}), 1, 6).Draw(r, "spans")
		text, marked := "", ""
		for _, s := range spans {
			text += s.Text
			if s.Match {
				marked += s.Text
			}
		}
		runes := []rune(text)
		var refs []un.Reference
		for i := range rapid.IntRange(0, 3).Draw(r, "references") {
			start := rapid.IntRange(0, len(runes)).Draw(r, "start")
			end := rapid.IntRange(start, len(runes)).Draw(r, "end")
			refs = append(refs, un.Reference{Kind: "symbol", Target: fmt.Sprintf("A/%d", i), Start: len(string(runes[:start])), End: len(string(runes[:end]))})
		}
		f.spans, f.passage = spans, un.Passage{Anchor: "para-1", Number: "1", Type: un.Paragraph, Text: text, References: refs}
		doc := parse(t, ask(handler, http.MethodGet, "/doc/CAC/COSP/EG.1/2031/3?q=x").Body)
		para := find(byID(doc, "para-1"), "p", "")[0]
		if got := textOf(para); got != text {
			r.Fatalf("shown %q, want %q", got, text)
		}
		got := ""
		for _, m := range find(para, "mark", "") {
			got += textOf(m)
		}
		if got != marked {
			r.Fatalf("marked %q, want %q", got, marked)
		}
	})
}

// TestPartsCountParagraphs: up to 500 numbered paragraphs are one part, whatever
// else stands between them, since /doc/SYMBOL#para-12 is promised to lead there.
func TestPartsCountParagraphs(t *testing.T) {
	paragraphs := func(n int) (all []un.Passage) {
		for i := range n {
			number := fmt.Sprint(i + 1)
			all = append(all, un.Passage{Anchor: "para-" + number, Number: number, Type: un.Paragraph, Text: "Said."})
		}
		return all
	}
	blocks := func(kind un.PassageType, n int) (all []un.Passage) {
		for i := range n {
			all = append(all, un.Passage{Anchor: fmt.Sprintf("%s-%d", kind, i+1), Type: kind, Text: "Said."})
		}
		return all
	}
	tests := []struct {
		name     string
		passages []un.Passage
		parts    int
	}{
		{"none", nil, 0},
		{"500 paragraphs", paragraphs(500), 0},
		{"501 paragraphs", paragraphs(501), 2},
		{"500 paragraphs after headings and tables", slices.Concat(blocks(un.HeadingPassage, 300), blocks(un.Table, 600), paragraphs(500)), 0},
		{"a record without numbers", blocks(un.Text, 4500), 3},
	}
	for _, tt := range tests {
		f := newFake()
		view := f.documents["E/CN.15/2031/9"]
		view.Rendition.Passages = tt.passages
		f.documents["E/CN.15/2031/9"] = view
		doc := parse(t, serve(t, f, http.MethodGet, "/doc/E/CN.15/2031/9").Body)
		parts := 0
		if navs := find(doc, "nav", "pages"); len(navs) > 0 {
			parts = len(find(navs[0], "a", ""))
		}
		if parts != tt.parts {
			t.Errorf("%s: links to %d parts, want %d", tt.name, parts, tt.parts)
		}
	}
}

// TestAnotherLanguageIsSaid: who asks for a language version that is not held is
// told so, and that what is shown is another.
func TestAnotherLanguageIsSaid(t *testing.T) {
	tests := []struct{ target, want string }{
		{"/doc/CAC/COSP/EG.1/2031/3?lang=ru", "Not held in Russian. This is the text in English."},
		{"/doc/CAC/COSP/EG.1/2031/3?lang=tlh", "Not held in tlh. This is the text in English."},
		{"/doc/CAC/COSP/EG.1/2031/3?lang=en", ""},
		{"/doc/CAC/COSP/EG.1/2031/3", ""},
		{"/doc/file-0123456789ab?lang=ru", "Not held in Russian."}, // its language is not one
		{"/doc/CAC/COSP/EG.1/2031/2?lang=fr", ""},                  // only listed: there is no text at all
	}
	for _, tt := range tests {
		got := ""
		for _, p := range find(parse(t, get(t, tt.target, http.StatusOK).Body), "p", "notice") {
			got += textOf(p)
		}
		if got != tt.want {
			t.Errorf("%s says %q, want %q", tt.target, got, tt.want)
		}
	}
}

// A corrigendum tells what it changes and leads to the paragraphs that it does;
// what was recognised in a picture says so.
func TestCorrigendum(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/3/Corr.1", http.StatusOK).Body)
	lists := find(doc, "ul", "corrections")
	if len(lists) != 2 {
		t.Fatalf("%d lists of corrections", len(lists))
	}
	if got, want := textOf(lists[0]), "Paragraph 3, line 2: for staff read means"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := linkWith(t, lists[0], "Paragraph 3, line 2"), "/doc/CAC/COSP/EG.1/2031/3?lang=en&para=3#para-3"; got != want {
		t.Errorf("leads to %q, want %q", got, want)
	}
	if got, want := textOf(lists[1]), "Cover: delete the second line"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var badges []string
	for _, b := range find(doc, "span", "badge") {
		badges = append(badges, textOf(b))
	}
	if d := cmp.Diff([]string{"read in pictures", "recognised in a picture"}, badges); d != "" {
		t.Error(d)
	}
	if facts := textOf(find(doc, "dl", "facts")[0]); !strings.Contains(facts, "confidence 87 %") {
		t.Errorf("facts: %s", facts)
	}
}

// A corrected document tells under the paragraph what its corrigendum changes
// there, and at the top what it changes elsewhere.
func TestCorrected(t *testing.T) {
	doc := parse(t, get(t, "/doc/CAC/COSP/EG.1/2031/3", http.StatusOK).Body)
	lists := find(doc, "ul", "corrections")
	if len(lists) != 1 {
		t.Fatalf("%d lists of corrections", len(lists))
	}
	if got, want := textOf(lists[0]), "CAC/COSP/EG.1/2031/3/Corr.1, Paragraph 3, line 2: for staff read means"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := linkWith(t, lists[0], "Corr.1"), "/doc/CAC/COSP/EG.1/2031/3/Corr.1?lang=en"; got != want {
		t.Errorf("leads to %q, want %q", got, want)
	}
	if got := textOf(find(doc, "section", "notice")[0]); !strings.Contains(got, "Corr.1, Cover: delete the second line") || strings.Contains(got, "means") {
		t.Errorf("notice: %q", got)
	}
}
