package enginetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"travaux/search"
)

// familyShowsItsParagraphs: a member that matches stands under the first of its
// family with its best paragraph and the number of the others.
func familyShowsItsParagraphs(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").on("2024-01-01").title("Theft").says("Theft, theft, theft.").made(),
		doc("A/79/1/Add.1").on("2024-02-01").says("Nothing.", "A word on theft that stands in an addendum, among many others.", "Theft of the goods of States.").made(),
		doc("A/79/1/Add.1").in("fr").on("2024-02-01").says("Le vol.").made(),
		doc("A/79/1/Corr.1").on("2024-03-01").title("Theft: corrigendum").says("Nothing.").made(),
	)
	h := answer(t, e, plan(t, search.Documents, "theft")).Hits[0]
	if h.Symbol != "A/79/1" || len(h.Family) != 2 {
		t.Fatalf("%s with a family of %d", h.Symbol, len(h.Family))
	}
	for _, f := range h.Family {
		if f.Symbol == "A/79/1/Corr.1" {
			if len(f.Paragraphs) != 0 || f.More != 0 {
				t.Errorf("what matches by its title shows %v and %d more", f.Paragraphs, f.More)
			}
			continue
		}
		if len(f.Paragraphs) != 1 || f.More != 1 {
			t.Fatalf("%s shows %d paragraphs and %d more, want 1 and 1", f.Symbol, len(f.Paragraphs), f.More)
		}
		want := []search.Span{{Text: "Theft", Match: true}, {Text: " of the goods of States."}}
		if p := f.Paragraphs[0]; p.Number != "3" || p.Language != "en" || !cmp.Equal(want, p.Spans) {
			t.Errorf("%s shows %+v", f.Symbol, p)
		}
	}
}

// bareHitsAreTheSame: without texts the same is found in the same order.
func bareHitsAreTheSame(t *testing.T, m Maker) {
	e := published(t, m, append(Synthetic(40, 5),
		doc("A/79/1").says("Theft of goods.", "Theft, theft.").made(),
		doc("A/79/1/Add.1").says("Theft again.").made())...)
	for _, text := range []string{"theft", "asset OR recovery OR theft", "kind:decision OR theft", ""} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, text)
			p.Facets = []string{"year", "kind"}
			want := answer(t, e, p)
			for i := range want.Hits {
				undress(view, &want.Hits[i])
			}
			p.Bare = true
			if diff := cmp.Diff(want, answer(t, e, p)); diff != "" {
				t.Errorf("%q in %s (-with texts taken off +bare):\n%s", text, view, diff)
			}
		}
	}
}

// undress takes off a hit what a bare one does not have.
func undress(view search.View, h *search.Hit) {
	if view == search.Paragraphs {
		for i := range h.Paragraphs {
			h.Paragraphs[i].Spans = []search.Span{}
		}
		return
	}
	h.More, h.Paragraphs = h.More+len(h.Paragraphs), []search.Paragraph{}
	for i := range h.Family {
		f := &h.Family[i]
		f.More, f.Paragraphs = f.More+len(f.Paragraphs), nil
	}
}

// shownLanguage: the language in which most of what was asked for stands, then
// the reader's, is the one shown.
func shownLanguage(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").title("Report").says("Theft of goods; Panama.").names("PAN").made(),
		doc("A/79/1").in("fr").title("Rapport").says("Le vol de biens ; Panama.").names("PAN").made(),
		doc("A/79/1").in("es").title("Informe").says("El robo de bienes; Panamá.").names("PAN").made(),
	)
	for _, test := range []struct{ text, reader, want string }{
		{"vol", "en", "fr"},
		{"vol OR panama", "en", "fr"},
		{"panama", "en", "en"},
		{"panama", "fr", "fr"},
		{"panama", "ru", ""},
		{"panama lang:es", "en", "es"},
		{"panama (lang:es OR lang:fr)", "fr", "fr"},
		{"vol OR robo OR bienes", "en", "es"},
		{"state:PAN", "es", "es"},
		{"state:PAN OR vol", "en", "fr"},
		{"-theft panama", "en", ""},
		{"informe OR panama", "fr", "es"},
		{`"biens ; panama" OR goods OR theft`, "fr", "en"},
		{"", "fr", "fr"},
	} {
		p := plan(t, search.Documents, test.text)
		p.Language = test.reader
		hits := answer(t, e, p).Hits
		if len(hits) != 1 {
			t.Fatalf("%q finds %d documents", test.text, len(hits))
		}
		titles := map[string]string{"en": "Report", "fr": "Rapport", "es": "Informe"}
		if test.want != "" && hits[0].Title != titles[test.want] {
			t.Errorf("%q, read in %s, shows %q, want that in %s", test.text, test.reader, hits[0].Title, test.want)
		}
		if titles[hits[0].Language] != hits[0].Title {
			t.Errorf("%q is said to be in %s", hits[0].Title, hits[0].Language)
		}
	}
	p := plan(t, search.Documents, "panama")
	p.Filters = map[string][]string{"lang": {"fr"}}
	if got := answer(t, e, p).Hits[0].Title; got != "Rapport" {
		t.Errorf("French was chosen, %q is shown", got)
	}
}

// whatIsShownIsTrue: the spans of every paragraph shown, put together, are a part
// of its text, and what is marked in them matches by itself.
func whatIsShownIsTrue(t *testing.T, m Maker) {
	renditions := Synthetic(25, 6)
	texts, languages := map[string]string{}, map[string]string{}
	for _, r := range renditions {
		for _, p := range r.Passages {
			name := r.Document.ID + " " + r.Language + " " + p.Anchor
			texts[name], languages[name] = p.Text, languageOf(r, p)
		}
	}
	e := published(t, m, renditions...)
	shown := 0
	for _, text := range []string{"asset", `"asset recovery"`, "recovery NEAR/4 asset", "=assets", "recover*", "recovry~1", "资产", "меры OR asset", "état", "-asset recovery"} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, text)
			for _, h := range answer(t, e, p).Hits {
				for _, paragraph := range h.Paragraphs {
					shown++
					name := h.ID + " " + paragraph.Language + " " + paragraph.Anchor
					again := e.Mark(p.Tree, languages[name], texts[name])
					if problem := untrue(paragraph, texts[name], again, view == search.Paragraphs); problem != "" {
						t.Errorf("%s in %s %s: %s", text, h.ID, paragraph.Anchor, problem)
					}
				}
			}
		}
	}
	if shown < 100 {
		t.Errorf("only %d paragraphs were shown: the questions are too poor", shown)
	}
}

// untrue tells what is wrong with a paragraph that is shown of a text, which
// marked again gives some spans; wanted says that something must be marked.
func untrue(shown search.Paragraph, whole string, again []search.Span, wanted bool) string {
	var all strings.Builder
	marked := false
	for i, s := range shown.Spans {
		all.WriteString(s.Text)
		marked = marked || s.Match
		if s.Text == "" || i > 0 && s.Match && shown.Spans[i-1].Match {
			return "a span is empty, or two marked ones stand side by side"
		}
	}
	cut := strings.TrimSuffix(strings.TrimPrefix(all.String(), "… "), " …")
	if !strings.Contains(whole, cut) {
		return "what is shown is not in the text: " + cut
	}
	if !marked && wanted {
		return "nothing is marked"
	}
	for _, s := range shown.Spans {
		if s.Match && !slices.ContainsFunc(again, func(a search.Span) bool { return a.Match && strings.Contains(a.Text, s.Text) }) {
			return "“" + s.Text + "” is marked here and not in the whole text"
		}
	}
	return ""
}
