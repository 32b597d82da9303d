package enginetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"travaux/search"
	"travaux/search/un"
)

func sorted(names []string) []string {
	out := slices.Clone(names)
	slices.Sort(out)
	return out
}

func familyStandsUnderItsFirst(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/1").on("2024-01-01").title("Report").says("Theft, theft, theft.").made(),
		doc("A/79/1/Corr.1").on("2024-02-01").title("Corrigendum").says("For loss read theft, a word that stands in a long corrigendum once.").made(),
		doc("A/79/1/Add.1").on("2024-03-01").title("Addendum").says("Nothing of the kind.").made(),
		doc("A/79/2").on("2024-04-01").title("Other").says("Theft was mentioned among a number of other matters that are of no weight here.").made(),
	)
	p := plan(t, search.Documents, "theft")
	a := answer(t, e, p)
	if a.Total.Value != 3 || a.Groups != 2 {
		t.Errorf("total %d in %d groups, want 3 in 2", a.Total.Value, a.Groups)
	}
	if diff := cmp.Diff([]string{"A/79/1", "A/79/2"}, names(a, p.View)); diff != "" {
		t.Fatal(diff)
	}
	want := []search.FamilyHit{{Symbol: "A/79/1/Corr.1", Title: "Corrigendum", Type: []un.Type{un.TypeReportOfMeeting, un.TypeCorrigendum}, Held: true, Language: "en"}}
	if diff := cmp.Diff(want, a.Hits[0].Family, cmpopts.IgnoreFields(search.FamilyHit{}, "Paragraphs")); diff != "" {
		t.Error(diff)
	}
	p.Offset, p.Limit = 1, 1
	if diff := cmp.Diff([]string{"A/79/2"}, names(answer(t, e, p), p.View)); diff != "" {
		t.Error(diff)
	}
}

func listedDocuments(t *testing.T, m Maker) {
	listed := doc("CAC/COSP/EG.1/2013/3").title("Report of the expert meeting").listed("CAC/COSP/EG.1/2013").made()
	e := published(t, m, listed, doc("A/79/1").title("Report").says("Expert meeting.").made())
	check(t, e, search.Documents, map[string][]string{
		"expert meeting":              {"CAC/COSP/EG.1/2013/3", "A/79/1"},
		`title:"expert meeting"`:      {"CAC/COSP/EG.1/2013/3"},
		"symbol:CAC/COSP/EG.1/2013/3": {"CAC/COSP/EG.1/2013/3"},
	})
	check(t, e, search.Paragraphs, map[string][]string{"": {"A/79/1 en 1"}, "expert": {"A/79/1 en 1"}})
	p := plan(t, search.Documents, "title:expert")
	p.Facets = []string{"lang", "meeting"}
	a := answer(t, e, p)
	h := a.Hits[0]
	if h.Held || len(h.Paragraphs) != 0 || len(h.Languages) != 0 || h.Title != "Report of the expert meeting" {
		t.Errorf("held %v, %d paragraphs, languages %v, title %q", h.Held, len(h.Paragraphs), h.Languages, h.Title)
	}
	if diff := cmp.Diff([]string{}, counts(a.Facets["lang"])); diff != "" {
		t.Errorf("a document that is not held has a language: %s", diff)
	}
	held := doc("CAC/COSP/EG.1/2013/3").title("Report on a gathering").says("Now it is here.").made()
	held.Document.Listings = listed.Document.Listings
	write(t, m, search.Change{Drop: []un.RenditionKey{listed.Key()}, Put: []un.Rendition{held}})
	if h := answer(t, opened(t, m), p).Hits[0]; !h.Held || h.Title != "Report on a gathering" {
		t.Errorf("after its text came: held %v, title %q", h.Held, h.Title)
	}
}

func equalScoresNewestFirst(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/10").on("2024-05-01").says("Theft.").made(), doc("A/79/2").on("2024-05-01").says("Theft.").made(),
		doc("A/79/3").on("2024-06-01").says("Theft.").made(), doc("A/79/4").says("Theft.").made(),
		doc("A/79/5").on("2023").says("Theft.").made(),
	)
	want := []string{"A/79/3", "A/79/2", "A/79/10", "A/79/5", "A/79/4"}
	for _, text := range []string{"theft", ""} {
		if diff := cmp.Diff(want, ask(t, e, search.Documents, text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
		var passages []string
		for _, s := range want {
			passages = append(passages, s+" en 1")
		}
		if diff := cmp.Diff(passages, ask(t, e, search.Paragraphs, text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func sortOrders(t *testing.T, m Maker) {
	e := published(t, m,
		doc("A/79/10").on("2024-05").says("Theft, theft.").made(), doc("A/79/2").on("2023-01-09").says("Theft.").made(),
		doc("A/79/3").says("Theft of many other things.").made(), doc("A/79/4").on("2025").says("Goods.").made(),
	)
	for _, test := range []struct {
		sort search.Sort
		want []string
	}{
		{search.ByRelevance, []string{"A/79/10", "A/79/2", "A/79/3"}},
		{search.Newest, []string{"A/79/10", "A/79/2", "A/79/3"}},
		{search.Oldest, []string{"A/79/2", "A/79/10", "A/79/3"}},
		{search.BySymbol, []string{"A/79/2", "A/79/3", "A/79/10"}},
	} {
		for _, view := range []search.View{search.Documents, search.Paragraphs} {
			p := plan(t, view, "theft")
			p.Sort = test.sort
			got := names(answer(t, e, p), view)
			for i := range got {
				got[i], _, _ = strings.Cut(got[i], " ")
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s, %s: %s", test.sort, view, diff)
			}
		}
	}
}

func exactComesFirst(t *testing.T, m Maker) {
	first := doc("A/79/1").says("Nothing.").made()
	first.Job = "V.13-84042"
	e := published(t, m, first,
		doc("A/79/2").says("See A/79/1, A/79/1 and A/79/1.").made(),
		doc("A/79/3").says("Nothing either.").made(),
	)
	for _, exact := range []string{"A/79/1", "V.13-84042"} {
		p := plan(t, search.Documents, `"A/79/1"`)
		p.Exact, p.Facets = exact, []string{"body"}
		a := answer(t, e, p)
		if diff := cmp.Diff([]string{"A/79/1", "A/79/2"}, names(a, p.View)); diff != "" {
			t.Errorf("%s: %s", exact, diff)
		}
		if diff := cmp.Diff([]string{"A 2"}, counts(a.Facets["body"])); diff != "" {
			t.Errorf("%s: %s", exact, diff)
		}
		p.View = search.Paragraphs
		if diff := cmp.Diff([]string{"A/79/1 en 1", "A/79/2 en 1"}, names(answer(t, e, p), p.View)); diff != "" {
			t.Errorf("%s: %s", exact, diff)
		}
	}
}

// jointSymbols: a document with two symbols is found by both, is counted once,
// and has the family of both.
func jointSymbols(t *testing.T, m Maker) {
	joint := doc("A/79/1").says("Theft.").made()
	joint.Document.Symbols = append(joint.Document.Symbols, doc("S/2024/7").made().Document.Symbols...)
	e := published(t, m, joint, doc("A/79/1/Corr.1").says("Theft.").made(), doc("S/2024/7/Add.1").says("Theft.").made(), doc("S/2024/8").says("Fraud.").made())
	check(t, e, search.Documents, map[string][]string{
		"symbol:A/79":     {"A/79/1"},
		"symbol:S/2024/7": {"A/79/1"},
		"symbol:s/2024":   {"A/79/1", "S/2024/8"},
		"theft":           {"A/79/1"},
	})
	for _, name := range []string{"A/79/1", "s/2024/7"} {
		p := plan(t, search.Documents, "theft")
		p.Exact = name
		a := answer(t, e, p)
		if a.Total.Value != 3 || a.Groups != 1 || len(a.Hits) != 1 || a.Hits[0].ID != "A/79/1" || len(a.Hits[0].Family) != 2 {
			t.Errorf("%s: total %v in %d groups: %+v", name, a.Total, a.Groups, a.Hits)
		}
	}
	family, err := e.Family(context.Background(), "S/2024/7/Add.1")
	if err != nil || len(family) != 3 {
		t.Errorf("family: %d members, %v", len(family), err)
	}
}

func pagesCoverAll(t *testing.T, m Maker) {
	renditions := Synthetic(40, 3)
	e := published(t, m, renditions...)
	for _, view := range []search.View{search.Documents, search.Paragraphs} {
		for _, text := range []string{"", "asset OR recovery"} {
			p := plan(t, view, text)
			whole := answer(t, e, p)
			if view == search.Paragraphs && (whole.Groups != whole.Total.Value || len(whole.Hits) != min(whole.Groups, p.Limit)) {
				t.Errorf("%q: %d hits, %d groups, total %d", text, len(whole.Hits), whole.Groups, whole.Total.Value)
			}
			var paged []string
			for p.Limit = 7; p.Offset < whole.Groups; p.Offset += p.Limit {
				a := answer(t, e, p)
				if a.Total != whole.Total || a.Groups != whole.Groups {
					t.Errorf("%q from %d: total %v, groups %d; want %v, %d", text, p.Offset, a.Total, a.Groups, whole.Total, whole.Groups)
				}
				paged = append(paged, names(a, view)...)
			}
			if diff := cmp.Diff(names(whole, view), paged); diff != "" {
				t.Errorf("%q, %s: %s", text, view, diff)
			}
			p.Offset, p.Limit = 0, 0
			if a := answer(t, e, p); len(a.Hits) != 0 || a.Total != whole.Total {
				t.Errorf("%q without results: %d hits, total %v", text, len(a.Hits), a.Total)
			}
		}
	}
}

func bestParagraphsAreMarked(t *testing.T, m Maker) {
	e := published(t, m, doc("A/79/1").says(
		"The return of assets.", "Nothing.", "A returned asset.", "Asset.", "The economy recovers.", "Prompt replies; a prompt return.",
	).made())
	h := answer(t, e, plan(t, search.Documents, "asset return -drugs")).Hits[0]
	if len(h.Paragraphs) != 3 || h.More != 1 {
		t.Fatalf("%d paragraphs and %d more, want 3 and 1", len(h.Paragraphs), h.More)
	}
	marked := map[string][]string{}
	for _, p := range h.Paragraphs {
		for _, s := range p.Spans {
			if s.Match {
				marked[p.Number] = append(marked[p.Number], s.Text)
			}
		}
	}
	if diff := cmp.Diff([]string{"return", "assets"}, marked["1"]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"returned", "asset"}, marked["3"]); diff != "" {
		t.Error(diff)
	}
	p := plan(t, search.Paragraphs, `"prompt return"`)
	want := []search.Span{{Text: "Prompt replies; a "}, {Text: "prompt return", Match: true}, {Text: "."}}
	if diff := cmp.Diff(want, answer(t, e, p).Hits[0].Paragraphs[0].Spans); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(want, e.Mark(p.Tree, "en", "Prompt replies; a prompt return.")); diff != "" {
		t.Error(diff)
	}
	if got := e.Mark(p.Tree, "en", "Nothing."); got != nil {
		t.Errorf("marks %v in a text without a match", got)
	}
}
