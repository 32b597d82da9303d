package suggest_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
	"travaux/search/bleve"
	"travaux/search/catalogue"
	"travaux/search/suggest"
	"travaux/search/un"
)

// rendition makes a held rendition of a document; each text is a paragraph.
func rendition(t testing.TB, symbol, language, title string, texts ...string) un.Rendition {
	t.Helper()
	s, err := un.ParseSymbol(symbol)
	if err != nil {
		t.Fatal(err)
	}
	r := un.Rendition{
		Document: un.Document{
			ID: s.String(), Symbols: []un.Symbol{s}, Title: title, Types: []un.Type{un.TypeProgressReport},
			Body: s.BodyPath(), Session: s.Session, Meeting: s.MeetingID(), Date: "2013-11-25",
		},
		Language: language, Reader: "test/1", Pages: 1,
		Files: []un.File{{SHA256: s.Key() + language, Name: "file.pdf", Media: "application/pdf", Size: 1}},
	}
	for i, text := range texts {
		r.Passages = append(r.Passages, un.Passage{Anchor: "p" + string(rune('a'+i)), Type: un.Paragraph, Language: language, Page: 1, Text: text})
	}
	return r
}

// collection is a small collection in a folder of its own.
type collection struct {
	dir    string
	engine *bleve.Engine
	*search.Service
}

// newCollection publishes renditions and opens them.
func newCollection(t testing.TB, renditions ...un.Rendition) *collection {
	t.Helper()
	c := &collection{dir: t.TempDir()}
	c.write(t, search.Change{Put: renditions})
	var err error
	if c.engine, err = bleve.Open(c.dir, bleve.Config{Timeout: time.Minute}); err != nil {
		t.Fatal(err)
	}
	s := suggest.New(suggest.Config{Engine: c.engine, Catalogue: catalogue.Shipped()})
	c.Service = search.NewService(search.Config{Engine: c.engine, Suggester: s})
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := c.engine.Close(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func (c *collection) write(t testing.TB, change search.Change) {
	t.Helper()
	w, err := bleve.OpenWriter(c.dir, bleve.WriterConfig{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Apply(context.Background(), change); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Publish(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// completed gives the queries that a text is completed to.
func (c *collection) completed(t testing.TB, text, language string) []string {
	t.Helper()
	found, err := c.Suggest(context.Background(), text, language, 0)
	if err != nil {
		t.Fatalf("complete %q: %v", text, err)
	}
	out := []string{}
	for _, s := range found {
		out = append(out, s.Query)
	}
	return out
}

func sample(t testing.TB) *collection {
	t.Helper()
	return newCollection(
		t,
		rendition(t, "CAC/COSP/2013/3", "en", "Progress in asset recovery", "Asset recovery is slow.", "The recovery of stolen assets, and the States that recovered them."),
		rendition(t, "CAC/COSP/2013/3", "fr", "Progrès du recouvrement d’avoirs", "Le recouvrement d’avoirs est lent. La coopération aide les États."),
		rendition(t, "CAC/COSP/2013/4", "en", "Recovery of assets: a note", "Recovery takes years."),
		rendition(t, "CAC/COSP/EG.1/2013/2", "en", "Background paper", "Mutual legal assistance."),
		rendition(t, "CAC/COSP/EG.1/2013/3", "en", "Background paper", "International cooperation and good practice."),
		rendition(t, "CAC/COSP/EG.1/2012/1", "en", "Provisional agenda", "Other matters."),
		rendition(t, "A/RES/58/4", "en", "United Nations Convention against Corruption", "Adopts the Convention."),
		rendition(t, "A/RES/58/40", "en", "Some other text", "Notes."),
		rendition(t, "A/79/1", "ru", "Возвращение активов", "Ещё один доклад о коррупции."),
		rendition(t, "A/79/2", "zh", "反腐败公约缔约国会议", "资产的追回和国际合作。"),
		rendition(t, "A/79/3", "ar", "استرداد الموجودات", "استرداد الموجودات المسروقة."),
	)
}

func TestComplete(t *testing.T) {
	c := sample(t)
	for _, tt := range []struct {
		text  string
		first []string // the completions begin so
		has   []string
		lacks []string
	}{
		// Words: most frequent first, whatever their case and accents.
		{text: "recov", first: []string{"recovery", "recovered"}, has: []string{`title:"Recovery of assets: a note"`}},
		{text: "RECOV", first: []string{"recovery"}},
		{text: "recovery", lacks: []string{"recovery"}},
		{text: "coop", first: []string{"cooperation"}},
		{text: "возвр", first: []string{"возвращение"}},
		{text: "استر", has: []string{"استرداد"}},
		{text: "th", lacks: []string{"the"}}, // asks for nothing
		// Several words: the last follows the others in texts, or in titles.
		{text: "asset rec", first: []string{"asset recovery"}},
		{text: "mutual legal ass", first: []string{"mutual legal assistance"}},
		{text: "mutual legal rec", lacks: []string{"mutual legal recovery"}}, // never together
		{text: "asset ", first: []string{"asset recovery"}},
		// Titles by the beginnings of their words in any order.
		{text: "recov asset", has: []string{`title:"Progress in asset recovery"`, `title:"Recovery of assets: a note"`}},
		{text: "convention corr", has: []string{`title:"United Nations Convention against Corruption"`}},
		{text: "反腐败", has: []string{`title:"反腐败公约缔约国会议"`}},
		{text: "败反", lacks: []string{`title:"反腐败公约缔约国会议"`}}, // not as they stand
		// Symbols in any spelling; a level before what stands under it, and what holds more first.
		{text: "cac/cosp/eg", first: []string{"symbol:CAC/COSP/EG.1", "symbol:CAC/COSP/EG.1/2013", "CAC/COSP/EG.1/2012/1"}},
		{text: "CAC COSP EG1", first: []string{"symbol:CAC/COSP/EG.1", "symbol:CAC/COSP/EG.1/2013"}},
		{text: "cac/cosp/eg.1/", first: []string{"symbol:CAC/COSP/EG.1/2013"}},
		{text: "a/res/58", first: []string{"symbol:A/RES/58", "A/RES/58/4", "A/RES/58/40"}},
		{text: "A 79 1", first: []string{"A/79/1"}},
		{text: "A ७९ १", first: []string{"A/79/1"}}, // digits of any script
		{text: "a-79-", first: []string{"symbol:A/79", "A/79/1", "A/79/2", "A/79/3"}},
		// Meetings by their ids, names, places and years.
		{text: "em-2", has: []string{"meeting:CAC/COSP/EG.1/2013"}},
		{text: "panama 2013", has: []string{"meeting:CAC/COSP/2013"}},
		{text: "conferencia estados", has: []string{"meeting:CAC/COSP/2013"}},
		{text: "mongolia", lacks: []string{"meeting:CAC/COSP/2019"}}, // nothing of it is held
		// The query language.
		{text: "meeting:pan", first: []string{"meeting:CAC/COSP/2013"}},
		{text: "type:prog", first: []string{"type:progress_report"}},
		{text: "type:informe", first: []string{"type:progress_report"}},
		{text: "lang:fran", first: []string{"lang:fr"}},
		{text: "lang:中", first: []string{"lang:zh"}},
		{text: "lang:de", first: nil, lacks: []string{"lang:de"}},
		{text: "symbol:cac/cosp/2013/", first: []string{"symbol:CAC/COSP/2013/3", "symbol:CAC/COSP/2013/4"}},
		{text: "year:20", first: []string{"year:2013"}},
		{text: "title:conv", first: []string{"title:convention", `title:"United Nations Convention against Corruption"`}},
		{text: `title:"asset rec`, first: []string{`title:"Progress in asset recovery"`}},
		{text: `"asset rec`, first: []string{`"asset recovery"`}},
		{text: `"mutual legal ass`, first: []string{`"mutual legal assistance"`}},
		{text: `"legal mutual ass`, lacks: []string{`"legal mutual assistance"`}}, // not in this order
		{text: "assistance OR recov", first: []string{"assistance OR recovery"}},
		{text: "(assistance OR recov", first: []string{"(assistance OR recovery"}},
		{text: "assistance -recov", first: []string{"assistance -recovery"}},
		{text: "recovery lang:", has: []string{"recovery lang:en"}, lacks: []string{"recovery lang:ru"}},
		{text: "zzz", first: nil},
		{text: "", first: nil},
	} {
		got := c.completed(t, tt.text, "en")
		if diff := cmp.Diff(append([]string{}, tt.first...), got[:min(len(tt.first), len(got))]); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
		for _, want := range tt.has {
			if !slices.Contains(got, want) {
				t.Errorf("%q gives %q, which lacks %s", tt.text, got, want)
			}
		}
		for _, not := range tt.lacks {
			if slices.Contains(got, not) {
				t.Errorf("%q gives %s", tt.text, not)
			}
		}
	}
}

// TestCompletionsFind asks for every completion of everything that can be typed
// of a collection: each finds something, as much as it says, and none comes twice.
func TestCompletionsFind(t *testing.T) {
	c := sample(t)
	typed := []string{"asset r", "a/", "cac", "symbol:a", "meeting:", "type:", "kind:", "state:", "article:", "cites:", "body:", "year:", "lang:", `"the `, "-", "re a", "of ", "is "}
	for letter := 'a'; letter <= 'z'; letter++ {
		for second := 'a'; second <= 'z'; second++ {
			typed = append(typed, string(letter)+string(second))
		}
		typed = append(typed, string(letter), "title:"+string(letter), "recovery "+string(letter))
	}
	for _, text := range typed {
		found, err := c.Suggest(context.Background(), text, "en", search.MaxSuggestions)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, s := range found {
			if seen[s.Query] {
				t.Errorf("%q gives %s twice", text, s.Query)
			}
			seen[s.Query] = true
			res, err := c.Search(context.Background(), search.Request{Query: s.Query, Limit: -1})
			if err != nil {
				t.Fatalf("%q gives %s: %v", text, s.Query, err)
			}
			if res.Total.Value == 0 || s.Count > 0 && s.Count != res.Total.Value {
				t.Errorf("%q gives %s with %d results, which finds %d", text, s.Query, s.Count, res.Total.Value)
			}
		}
	}
}

func TestLabels(t *testing.T) {
	c := sample(t)
	for _, tt := range []struct {
		text, language string
		want           search.Suggestion
	}{
		{"em-2", "en", search.Suggestion{Kind: search.SuggestMeeting, Query: "meeting:CAC/COSP/EG.1/2013", Count: 2}},
		{"type:prog", "fr", search.Suggestion{Kind: search.SuggestValue, Query: "type:progress_report", Label: un.TypeProgressReport.Label("fr"), Count: 10}},
		{"lang:franc", "es", search.Suggestion{Kind: search.SuggestValue, Query: "lang:fr", Label: "Francés", Count: 1}},
		{"recouv", "fr", search.Suggestion{Kind: search.SuggestTerm, Query: "recouvrement", Label: "recouvrement"}},
		{"cooperation aid", "fr", search.Suggestion{Kind: search.SuggestTerm, Query: "cooperation aide", Label: "cooperation aide"}},
		{"cooperation zz", "fr", search.Suggestion{}},
		{"progres", "fr", search.Suggestion{Kind: search.SuggestTerm, Query: "progrès", Label: "progrès"}}, // as it is written
	} {
		found, err := c.Suggest(context.Background(), tt.text, tt.language, 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			found = []search.Suggestion{{}}
		}
		got := found[0]
		if tt.want.Kind == search.SuggestMeeting { // named by the catalogue
			if !strings.Contains(got.Label, "Panama") && !strings.Contains(got.Label, "2013") {
				t.Errorf("%q is labelled %q, without place and year", tt.text, got.Label)
			}
			got.Label = ""
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q in %s (-want +got):\n%s", tt.text, tt.language, diff)
		}
	}
}

// TestFollows: what is published is offered, what is removed no longer.
func TestFollows(t *testing.T) {
	gone := rendition(t, "A/79/9", "en", "Zebra crossings", "Zebras cross.")
	c := newCollection(t, rendition(t, "A/79/1", "en", "Roads", "Roads are long.", "Other words."), gone)
	if got := c.completed(t, "zeb", "en"); len(got) == 0 {
		t.Fatal("nothing completes zeb")
	}
	c.write(t, search.Change{Drop: []un.RenditionKey{gone.Key()}, Put: []un.Rendition{rendition(t, "A/79/5", "en", "Quagga", "Quaggas.")}})
	deadline := time.Now().Add(time.Minute)
	for len(c.completed(t, "quag", "en")) == 0 {
		if time.Now().After(deadline) {
			t.Fatal("the new generation is not taken up")
		}
		time.Sleep(10 * time.Millisecond)
	}
	for _, text := range []string{"zeb", "zebra cr", "a/79/9", "title:zeb"} {
		if got := c.completed(t, text, "en"); len(got) > 0 {
			t.Errorf("%q gives %q of a document that is gone", text, got)
		}
	}
}

// TestLongTitles: a long title is asked for by its beginning, in any script.
func TestLongTitles(t *testing.T) {
	english := "Long titles of reports" + strings.Repeat(" and further words of the same report", 8)
	chinese := strings.Repeat("反腐败公约缔约国会议", 8)
	c := newCollection(t, rendition(t, "A/79/1", "en", english, "One."), rendition(t, "A/79/2", "zh", chinese, "二。"))
	for _, typed := range []string{"long titles", "反腐败"} {
		found, err := c.Suggest(context.Background(), typed, "en", 0)
		if err != nil {
			t.Fatal(err)
		}
		i := slices.IndexFunc(found, func(s search.Suggestion) bool { return s.Kind == search.SuggestTitle })
		if i < 0 {
			t.Errorf("%q gives no title", typed)
			continue
		}
		if s := found[i]; s.Label != english && s.Label != chinese || len(s.Query) > 200 {
			t.Errorf("%q gives %q, labelled %q", typed, s.Query, s.Label)
		}
		res, err := c.Search(context.Background(), search.Request{Query: found[i].Query, Limit: -1})
		if err != nil || res.Total.Value != 1 {
			t.Errorf("%s finds %d (%v)", found[i].Query, res.Total.Value, err)
		}
	}
}

func TestSuggestRefuses(t *testing.T) {
	c := newCollection(t, rendition(t, "A/79/1", "en", "Roads", "Roads are long."))
	for _, limit := range []int{-1, search.MaxSuggestions + 1} {
		if _, err := c.Suggest(context.Background(), "ro", "en", limit); err == nil {
			t.Errorf("limit %d is taken", limit)
		}
	}
	if _, err := c.Suggest(context.Background(), strings.Repeat("a", search.MaxQueryRunes+1), "en", 0); err == nil {
		t.Error("a text too long is taken")
	}
	found, err := c.Suggest(context.Background(), "ro", "", 1)
	if err != nil || len(found) != 1 {
		t.Errorf("%d suggestions, error %v, want one", len(found), err)
	}
}

func FuzzComplete(f *testing.F) {
	c := sample(f)
	for _, text := range []string{"recov", `"asset rec`, "title:\"", "meeting:", "((((-=", "a:b:c", "\xff\xfe", "١٢٣", "反腐 -\"", "symbol:A/79/1(", "NEAR/5 ", "ﷺ", "a" + strings.Repeat("\u0301", 50)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 200 {
			return
		}
		found, err := c.Suggest(context.Background(), text, "en", 0)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		for _, s := range found {
			if s.Query == "" || s.Label == "" || s.Kind == "" {
				t.Errorf("%q gives %+v", text, s)
			}
		}
	})
}
