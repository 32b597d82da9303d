package webui_test

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/query"
)

func TestSearchAsksTheService(t *testing.T) {
	f := newFake()
	serve(t, f, http.MethodGet, "/search?q=a+b&view=paragraphs&meeting=M%2F1&meeting=M%2F2&lang=fr&kind=lesson&year=2011..2015&sort=newest&limit=20&cursor=c2&back=c1")
	want := search.Request{
		Query: "a b", View: search.Paragraphs, Sort: search.Newest, Limit: 20, Cursor: "c2", Language: "en",
		Filters:   map[string][]string{"meeting": {"M/1", "M/2"}, "lang": {"fr"}, "kind": {"lesson"}, "year": {"2011..2015"}},
		Facets:    []string{"meeting", "symbol", "type", "body", "year", "lang", "kind", "state", "article", "cites"},
		FacetSize: 40,
	}
	if d := cmp.Diff(want, f.asked); d != "" {
		t.Error(d)
	}
}

func TestFacetLinksToggle(t *testing.T) {
	const at = "/search?q=x&type=report&type=letter&lang=ar&cursor=c2&sort=newest"
	doc := parse(t, get(t, at, http.StatusOK).Body)
	tests := []struct {
		title    string
		selected bool
		want     url.Values
	}{
		{"Report", true, url.Values{"q": {"x"}, "type": {"letter"}, "lang": {"ar"}, "sort": {"newest"}}},
		{"Resolution", false, url.Values{"q": {"x"}, "type": {"report", "letter", "resolution"}, "lang": {"ar"}, "sort": {"newest"}}},
		{"العربية", true, url.Values{"q": {"x"}, "type": {"report", "letter"}, "sort": {"newest"}}},
		{"CAC/COSP/EG.1", false, url.Values{"q": {"x"}, "type": {"report", "letter"}, "lang": {"ar"}, "sort": {"newest"}, "symbol": {"CAC/COSP/EG.1"}}},
		{"2020", false, url.Values{"q": {"x"}, "type": {"report", "letter"}, "lang": {"ar"}, "sort": {"newest"}, "year": {"2020"}}},
	}
	for _, tt := range tests {
		t.Run(tt.title, func(t *testing.T) {
			found := false
			for _, a := range find(doc, "a", "value") {
				if attr(a, "title") != tt.title {
					continue
				}
				found = true
				if selected := attr(a, "aria-current") == "true"; selected != tt.selected {
					t.Errorf("selected is %t", selected)
				}
				if d := cmp.Diff(tt.want, queryOf(t, attr(a, "href"))); d != "" {
					t.Error(d)
				}
			}
			if !found {
				t.Error("no such value")
			}
		})
	}
}

// queryOf gives the parameters of an address of the search page.
func queryOf(t *testing.T, address string) url.Values {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if u.Path != "/search" {
		t.Errorf("%s does not lead to the search page", address)
	}
	return u.Query()
}

func TestToggleTwiceLeadsBack(t *testing.T) {
	const at = "/search?q=x&type=report"
	there := ""
	for _, a := range find(parse(t, get(t, at, http.StatusOK).Body), "a", "value") {
		if attr(a, "title") == "Resolution" {
			there = attr(a, "href")
		}
	}
	back := ""
	for _, a := range find(parse(t, get(t, there, http.StatusOK).Body), "a", "value") {
		if attr(a, "title") == "Resolution" {
			back = attr(a, "href")
		}
	}
	if d := cmp.Diff(queryOf(t, at), queryOf(t, back)); d != "" {
		t.Error(d)
	}
}

func TestChips(t *testing.T) {
	doc := parse(t, get(t, "/search?q=x&type=report&symbol=Z%2F1&year=2011..2015&lang=ar", http.StatusOK).Body)
	var got []string
	for _, chip := range find(doc, "a", "chip") {
		got = append(got, strings.Join(strings.Fields(textOf(chip)), " "))
	}
	want := []string{"Remove filter Symbol Z/1 ×", "Remove filter Document type Report ×", "Remove filter Year 2011–2015 ×", "Remove filter Language العربية ×"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(url.Values{"q": {"x"}}, queryOf(t, linkWith(t, doc, "Clear all"))); d != "" {
		t.Error(d)
	}
}

func TestSymbolTree(t *testing.T) {
	doc := parse(t, get(t, "/search?symbol=CAC%2FCOSP%2FEG.1%2F2031", http.StatusOK).Body)
	branches := find(doc, "li", "branch")
	if len(branches) != 2 {
		t.Fatalf("%d branches, want CAC/COSP and CAC/COSP/EG.1", len(branches))
	}
	if inner := find(branches[0], "li", "branch"); len(inner) != 1 || !strings.Contains(textOf(inner[0]), "2031") {
		t.Error("CAC/COSP/EG.1 does not stand under CAC/COSP, or 2031 not under it")
	}
	for _, b := range branches {
		if d := find(b, "details", ""); len(d) == 0 || !hasAttr(d[0].Attr, "open") {
			t.Error("the branch of the chosen value is closed")
		}
	}
}

func TestSymbolTreeIsClosedUntilChosen(t *testing.T) {
	doc := parse(t, get(t, "/search?q=x", http.StatusOK).Body)
	for _, b := range find(doc, "li", "branch") {
		for _, d := range find(b, "details", "") {
			if hasAttr(d.Attr, "open") {
				t.Errorf("open: %q", textOf(b))
			}
		}
	}
}

// A facet of many values shows ten, hides what else was asked for, and leads to
// the others.
func TestLongFacetIsCut(t *testing.T) {
	doc := parse(t, get(t, "/search?q=x", http.StatusOK).Body)
	for _, d := range find(doc, "details", "facet") {
		if !strings.HasPrefix(strings.TrimSpace(textOf(d)), "State") {
			continue
		}
		rest := find(d, "details", "rest")
		if all, hidden := len(find(d, "a", "value")), len(find(rest[0], "a", "value")); all != 40 || hidden != 30 {
			t.Errorf("%d States, %d of them behind “more”; want 40 and 30", all, hidden)
		}
		if got := queryOf(t, linkWith(t, d, "Show more values")).Get("facets"); got != "state" {
			t.Errorf("more values of facet %q, want state", got)
		}
		if hasAttr(d.Attr, "open") {
			t.Error("the facet is open and nothing in it is chosen")
		}
		return
	}
	t.Error("there is no facet of States")
}

// The order as printed is offered where paragraphs are the results.
func TestOrders(t *testing.T) {
	for target, want := range map[string]string{
		"/search?q=x":                 "Sort Relevance Newest Oldest Symbol",
		"/search?q=x&view=paragraphs": "Sort Relevance Newest Oldest As printed",
	} {
		var got []string
		for _, a := range find(find(parse(t, get(t, target, http.StatusOK).Body), "nav", "plain")[0], "a", "") {
			got = append(got, textOf(a))
		}
		if d := cmp.Diff(want, "Sort "+strings.Join(got, " ")); d != "" {
			t.Errorf("%s: %s", target, d)
		}
	}
}

// The help page prints every operator, field, parameter and question there is.
func TestHelpPrintsAll(t *testing.T) {
	text := textOf(parse(t, get(t, "/help", http.StatusOK).Body))
	help := newFake().Help()
	for _, o := range help.Operators {
		if !strings.Contains(text, o.Example) || !strings.Contains(text, o.Help) {
			t.Errorf("%s is missing", o.Example)
		}
	}
	for _, f := range help.Fields {
		if !strings.Contains(text, f.Example) || !strings.Contains(text, f.Help) {
			t.Errorf("%s is missing", f.Name)
		}
	}
	for _, p := range help.Parameters {
		if !strings.Contains(text, p.Name) || !strings.Contains(text, p.Help) {
			t.Errorf("%s is missing", p.Name)
		}
	}
	for _, question := range []string{"search", "quote", "like", "suggest"} {
		if !strings.Contains(text, "/api/v1/"+question) {
			t.Errorf("%s is missing", question)
		}
	}
}

func TestPagingLeadsThereAndBack(t *testing.T) {
	at := "/search?q=x&type=report"
	var seen []string
	for range 3 {
		seen = append(seen, at)
		at = linkWith(t, parse(t, get(t, at, http.StatusOK).Body), "Next")
	}
	last := parse(t, get(t, at, http.StatusOK).Body)
	for _, a := range find(last, "a", "") {
		if strings.Contains(textOf(a), "Next") {
			t.Error("the last page leads further")
		}
	}
	if text := textOf(find(last, "p", "total")[0]); !strings.Contains(text, "page 4") {
		t.Errorf("the fourth page says %q", text)
	}
	for i := len(seen) - 1; i >= 0; i-- {
		at = linkWith(t, parse(t, get(t, at, http.StatusOK).Body), "Previous")
		if d := cmp.Diff(queryOf(t, seen[i]), queryOf(t, at)); d != "" {
			t.Errorf("page %d: %s", i+1, d)
		}
	}
}

func TestNewQueryKeepsFilters(t *testing.T) {
	doc := parse(t, get(t, "/search?q=x&type=report&view=paragraphs&sort=newest&cursor=c2&facets=year", http.StatusOK).Body)
	kept := url.Values{}
	for _, in := range find(find(doc, "form", "box")[0], "input", "") {
		kept.Add(attr(in, "name"), attr(in, "value"))
	}
	want := url.Values{"q": {"x"}, "type": {"report"}, "view": {"paragraphs"}, "sort": {"newest"}}
	if d := cmp.Diff(want, kept); d != "" {
		t.Error(d)
	}
}

func TestHitShowsWhatIsKnown(t *testing.T) {
	doc := parse(t, get(t, "/search?q=assistance", http.StatusOK).Body)
	hits := find(doc, "li", "hit")
	if len(hits) != 5 {
		t.Fatalf("%d hits, want 5", len(hits))
	}
	first := textOf(hits[0])
	for _, want := range []string{
		"Report on the twelfth", "CAC/COSP/EG.1/2031/3", "report", "28 November 2031", "Expert meeting on international cooperation",
		"العربية · English · Français", "p. 2", "Recommendation", "14 more matching paragraphs", "CAC/COSP/EG.1/2031/3/Corr.1", "For loss read", "2 more matching paragraphs",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("the first hit does not say %q", want)
		}
	}
	if marks := find(hits[0], "mark", ""); len(marks) != 3 || textOf(marks[0]) != "mutual legal assistance" {
		t.Errorf("%d marks, want 2, and 1 in the corrigendum", len(marks))
	}
	place := find(hits[0], "a", "place")[0]
	if got, want := attr(place, "href"), "/doc/CAC/COSP/EG.1/2031/3?lang=en&para=3&q=assistance#para-3"; got != want {
		t.Errorf("the paragraph leads to %q, want %q", got, want)
	}
	arabic := find(hits[1], "p", "snippet")[0]
	if attr(arabic, "lang") != "ar" || attr(arabic, "dir") != "rtl" {
		t.Errorf("Arabic text has lang=%q dir=%q", attr(arabic, "lang"), attr(arabic, "dir"))
	}
	if badge := find(hits[2], "span", "badge"); len(badge) != 1 || textOf(badge[0]) != "text not held" {
		t.Error("a listed document has no badge")
	}
	if badge := find(hits[3], "span", "badge"); len(badge) != 1 || textOf(badge[0]) != "no text" {
		t.Error("a scan has no badge")
	}
}

func TestTotals(t *testing.T) {
	for target, want := range map[string]string{
		"/search?q=x":                 "1,234 documents",
		"/search?q=x&view=paragraphs": "1,234 paragraphs",
		"/search?q=nothing":           "0 documents",
	} {
		doc := parse(t, get(t, target, http.StatusOK).Body)
		if got := textOf(find(doc, "p", "total")[0]); got != want {
			t.Errorf("%s: %q, want %q", target, got, want)
		}
	}
}

func TestBadQueryIsPointedInto(t *testing.T) {
	tests := []struct{ query, before, at, after string }{
		{"bad (query", "bad ", "(", "query"},
		{"bad", "bad", " ", ""},
		{"badü)x", "badü", ")", "x"},
	}
	for _, tt := range tests {
		doc := parse(t, get(t, "/search?q="+url.QueryEscape(tt.query), http.StatusBadRequest).Body)
		pointer := find(doc, "p", "pointer")
		if len(pointer) != 1 {
			t.Fatalf("%q: no pointer", tt.query)
		}
		if got := textOf(find(pointer[0], "mark", "")[0]); got != tt.at {
			t.Errorf("%q: points at %q, want %q", tt.query, got, tt.at)
		}
		if got, want := textOf(pointer[0]), tt.before+tt.at+tt.after; got != want {
			t.Errorf("%q: shown as %q, want %q", tt.query, got, want)
		}
		if got := attr(byID(doc, "q"), "maxlength"); got != strconv.Itoa(search.MaxQueryRunes) {
			t.Errorf("the box takes %s characters", got)
		}
		if got := attr(byID(doc, "q"), "value"); got != tt.query {
			t.Errorf("the box holds %q, want %q", got, tt.query)
		}
		if text := textOf(doc); !strings.Contains(text, "Column 5: A word was expected here.") {
			t.Errorf("%q: column or expectation is not told", tt.query)
		}
	}
}

func TestTooDearSaysWhatIsTheLimit(t *testing.T) {
	doc := parse(t, get(t, "/search?q=a*+b*", http.StatusUnprocessableEntity).Body)
	if !strings.Contains(textOf(doc), "1024 words") || attr(byID(doc, "q"), "value") != "a* b*" {
		t.Errorf("the limit is not named or the query lost: %s", textOf(doc))
	}
}

func TestNothingFound(t *testing.T) {
	doc := parse(t, get(t, "/search?q=nothing&type=report&year=2031", http.StatusOK).Body)
	// What was counted with the filters leads to a search with them.
	for label, want := range map[string]string{
		"something":                          "/search?q=something&type=report&year=2031",
		"A/31/1":                             "/search?q=A%2F31%2F1",
		"little":                             "/search?q=little&type=report&year=2031",
		"without the filter “document type”": "/search?q=nothing&year=2031",
	} {
		if got := linkWith(t, doc, label); got != want {
			t.Errorf("%q leads to %q, want %q", label, got, want)
		}
	}
	for _, text := range []string{"something (1 document)", "With a word less: little (7 documents)", "(1,200 documents)"} {
		if !strings.Contains(textOf(doc), text) {
			t.Errorf("the page lacks %q", text)
		}
	}
	if got := linkWith(t, doc, "without the filters"); got != "/search?q=nothing" {
		t.Errorf("the wider search leads to %q", got)
	}
}

// TestAdviceIsTrue: all words must stand in one result, whichever that is, and
// what the advice shows can be asked.
func TestAdviceIsTrue(t *testing.T) {
	for target, want := range map[string]string{
		"/search?q=nothing":                 "all of them must stand in one document",
		"/search?q=nothing&view=paragraphs": "all of them must stand in one paragraph",
	} {
		notice := find(parse(t, get(t, target, http.StatusOK).Body), "section", "nothing")[0]
		if !strings.Contains(textOf(notice), want) {
			t.Errorf("%s does not say %q", target, want)
		}
		for _, code := range find(notice, "code", "") {
			if tree, err := query.Parse(textOf(code)); err != nil || tree == nil {
				t.Errorf("%s advises %q: %v", target, textOf(code), err)
			}
		}
	}
}

func TestHome(t *testing.T) {
	text := textOf(parse(t, get(t, "/", http.StatusOK).Body))
	for _, want := range []string{"1,234", "2,345", "98,765", "34", "read in pictures", "without text", "6 May 2031", "cooperation symbol:CAC/COSP/EG.1", "cooperation meeting:CAC/COSP/EG.1/2031"} {
		if !strings.Contains(text, want) {
			t.Errorf("the home page does not say %q", want)
		}
	}
	empty := newFake()
	empty.status = search.Status{Notice: "The newest generation is damaged."}
	text = textOf(parse(t, serve(t, empty, http.MethodGet, "/").Body))
	for _, want := range []string{"Nothing is indexed yet", "travaux index", "The newest generation is damaged."} {
		if !strings.Contains(text, want) {
			t.Errorf("the empty home page does not say %q", want)
		}
	}
}
